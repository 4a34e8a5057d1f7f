package parse

import (
	"regexp"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// readDate reads a date in any form that feeds are known to use. A time
// without a zone is UTC. It reports false rather than guess a part that
// matters: a day that does not exist or a date without a year is no date.
func readDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > dateBytes {
		return time.Time{}, false
	}
	if t, ok := readUsual(s); ok {
		return t, true
	}
	s = fold(s)
	if t, ok := readNumber(s); ok {
		return t, true
	}
	var d moment
	s = d.takeDate(s)
	s = d.takeClock(s)
	if d.year == 0 {
		d.takeWords(s)
	}
	return d.time()
}

// usual are the layouts of nearly all dates of feeds. Each is as long as the
// dates that are in it.
var usual = []string{time.RFC1123Z, "Mon, 02 Jan 2006 15:04:05 GMT", "2006-01-02T15:04:05Z", "2006-01-02T15:04:05-07:00"}

// readUsual reads a date in a usual layout. The expressions would read it too,
// but slowly. A year of another era is left to them.
func readUsual(s string) (time.Time, bool) {
	for _, layout := range usual {
		if len(s) != len(layout) {
			continue
		}
		if t, err := time.Parse(layout, s); err == nil && t.Year() > lastSolar && t.Year() < firstBuddhist {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}

// fold brings digits, letters and the date signs of East Asia into one form.
func fold(s string) string {
	s = strings.Map(func(r rune) rune {
		if r >= 0x80 && unicode.Is(unicode.Nd, r) {
			return '0' + digit(r)
		}
		return unicode.ToLower(r)
	}, norm.NFC.String(s))
	return dateSigns.Replace(s)
}

// digit returns the value of a decimal digit of any script: their blocks are
// runs of ten.
func digit(r rune) rune {
	zero := r
	for unicode.Is(unicode.Nd, zero-1) && r-zero < 9 {
		zero--
	}
	return r - zero
}

// readNumber reads a bare number: seconds or milliseconds since 1970, or the
// digits of a date.
func readNumber(s string) (time.Time, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 0 {
		return time.Time{}, false
	}
	switch len(s) {
	case 9, 10:
		return time.Unix(n, 0).UTC(), true
	case 13:
		return time.UnixMilli(n).UTC(), true
	case 8, 14:
		t, err := time.Parse("20060102150405"[:len(s)], s)
		return t, err == nil
	}
	return time.Time{}, false
}

// moment collects the parts of a date.
type moment struct {
	year, month, day  int
	hour, minute, sec int
	nano              int
	zone              time.Duration // east of UTC
}

var (
	yearFirst = regexp.MustCompile(`\b(\d{4})([-/.]) ?(\d{1,2})[-/.] ?(\d{1,2})(?:\D|$)`)
	packed    = regexp.MustCompile(`\b(\d{4})(\d{2})(\d{2})t`)
	yearLast  = regexp.MustCompile(`\b(\d{1,2})([-/.])(\d{1,2})[-/.](\d{4}|\d{2})\b`)
	word      = regexp.MustCompile(`[\pL\pM]+`)
	number    = regexp.MustCompile(`\d+`)
)

// takeDate takes a date in numbers out of s and returns the rest.
func (d *moment) takeDate(s string) string {
	if m := yearFirst.FindStringSubmatchIndex(s); m != nil {
		d.set(s, m[2:4], m[6:8], m[8:10])
		return s[:m[0]] + " " + s[m[9]:]
	}
	if m := packed.FindStringSubmatchIndex(s); m != nil {
		d.set(s, m[2:4], m[4:6], m[6:8])
		return s[m[7]:]
	}
	m := yearLast.FindStringSubmatchIndex(s)
	if m == nil {
		return s
	}
	day, month := m[2:4], m[6:8]
	// Only the Americas write the month first, with slashes, and mostly with
	// a twelve-hour clock.
	if atoi(s, month) > 12 || s[m[4]] == '/' && atoi(s, day) <= 12 && strings.Contains(s, "m") && american.MatchString(s) {
		day, month = month, day
	}
	d.set(s, m[8:10], month, day)
	return s[:m[0]] + " " + s[m[1]:]
}

var american = regexp.MustCompile(`\b(?:am|pm)\b|\d(?:am|pm)\b`)

func (d *moment) set(s string, year, month, day []int) {
	d.year, d.month, d.day = fullYear(s[year[0]:year[1]]), atoi(s, month), atoi(s, day)
}

// takeWords reads a date whose month is a word. The last one counts: the
// short names of some weekdays look like months, but stand before them.
func (d *moment) takeWords(s string) {
	for _, w := range word.FindAllString(s, -1) {
		if m := months[w]; m > 0 {
			d.month = m
		} else if m := solarMonths[w]; m > 0 {
			d.month = m
		}
	}
	n := number.FindAllString(s, 3)
	switch {
	case len(n) == 0 || d.month == 0:
	case len(n[0]) == 4:
		d.year, d.day = fullYear(n[0]), 1
		if len(n) > 1 {
			d.day, _ = strconv.Atoi(n[1]) // digits alone; too many fail in time
		}
	case len(n) > 1:
		d.year = fullYear(n[1])
		d.day, _ = strconv.Atoi(n[0]) // likewise
	}
}

// time returns the moment if there is one.
func (d *moment) time() (time.Time, bool) {
	if d.sec == 60 {
		d.sec = 59 // a leap second
	}
	d.toGregorian()
	midnight := d.hour == 24 && d.minute == 0 && d.sec == 0 // at the end of the day
	day := time.Date(d.year, time.Month(d.month), d.day, 0, 0, 0, 0, time.UTC)
	exists := d.year > 0 && day.Year() == d.year && int(day.Month()) == d.month && day.Day() == d.day
	ok := exists && (d.hour < 24 || midnight) && d.minute < 60 && d.sec < 60
	t := time.Date(d.year, time.Month(d.month), d.day, d.hour, d.minute, d.sec, d.nano, time.UTC)
	return t.Add(-d.zone), ok
}

// firstBuddhist is a year from which on years are of the Buddhist era.
const firstBuddhist = 2500

// fullYear reads a year, also one of two digits or of the Buddhist era.
func fullYear(s string) int {
	y, err := strconv.Atoi(s)
	switch {
	case err != nil || len(s) == 3 || len(s) > 4:
		return 0
	case len(s) <= 2 && y < 70:
		return 2000 + y
	case len(s) <= 2:
		return 1900 + y
	case firstBuddhist <= y && y <= 2699:
		return y - 543
	}
	return y
}

// atoi reads the digits of s between the two ends of span; none are 0.
func atoi(s string, span []int) int {
	if span[0] < 0 {
		return 0
	}
	n, err := strconv.Atoi(s[span[0]:span[1]])
	if err != nil {
		return -1
	}
	return n
}
