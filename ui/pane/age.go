package pane

import (
	"strconv"
	"time"
)

const (
	day  = 24 * time.Hour
	week = 7 * day
	year = 365 * day
)

// ages says in which unit an age is told, by the age at which the next larger
// unit takes over.
var ages = []struct {
	below, unit time.Duration
	letter      string
}{
	{time.Hour, time.Minute, "m"},
	{2 * day, time.Hour, "h"},
	{week, day, "d"},
	{year, week, "w"},
	{1<<63 - 1, year, "y"},
}

// Clock returns a time in the zone of now; of today without its day: "14:02",
// "31 Jan, 14:02".
func Clock(t, now time.Time) string {
	t = t.In(now.Location())
	if t.YearDay() == now.YearDay() && t.Year() == now.Year() {
		return t.Format("15:04")
	}
	return t.Format("2 Jan, 15:04")
}

// Age returns how long ago something was, rounded down, in at most three
// cells: "now", "3m", "47h", "5d", "3w", "2y". What lies ahead is "now". A day is
// told in hours until it is two: one day ago may be yesterday or not.
func Age(d time.Duration) string {
	if d < time.Minute {
		return "now"
	}
	i := 0
	for d >= ages[i].below && i < len(ages)-1 {
		i++
	}
	return strconv.FormatInt(int64(d/ages[i].unit), 10) + ages[i].letter
}
