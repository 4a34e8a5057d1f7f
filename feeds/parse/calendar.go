package parse

import (
	"strings"
	"time"
)

// solarMonths maps the names of the months of Iran's calendar, and those that
// Afghanistan has for them, to their numbers.
var solarMonths = func() map[string]int {
	m := map[string]int{}
	for _, row := range []string{
		"فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند",
		"حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت",
	} {
		for i, name := range strings.Fields(row) {
			m[name] = i + 1
		}
	}
	return m
}()

// A year between these is one of Iran's calendar: no feed is of the Middle Ages.
const (
	firstSolar = 1350
	lastSolar  = 1450

	cycles = -1595 // from this year on, years are counted by the 33
)

// toGregorian turns a date of Iran's calendar into the same day of the usual one.
// Half of its months have 31 days, the others 30, and 8 years of 33 are leap
// years, which holds for all years of feeds.
func (d *moment) toGregorian() {
	if d.year < firstSolar || d.year > lastSolar || d.month < 1 || d.month > 12 || d.day < 1 || d.day > 31 {
		return
	}
	days := func(year, month, day int) int {
		year -= cycles
		return 365*year + year/33*8 + (year%33+3)/4 + 30*(month-1) + min(month-1, 6) + day
	}
	const newYear = 1404 // which began on 21 March 2025
	began := time.Date(2025, time.March, 21, 0, 0, 0, 0, time.UTC)
	day := began.AddDate(0, 0, days(d.year, d.month, d.day)-days(newYear, 1, 1))
	d.year, d.month, d.day = day.Year(), int(day.Month()), day.Day()
}
