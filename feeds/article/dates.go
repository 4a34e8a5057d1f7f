package article

import (
	"net/url"
	"strconv"
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/width"

	"dateline/feeds"
)

// The parts of a date. A word of a month may be two, as in Arabic.
const (
	yearPart  = `(?P<y>(?:19|20|25)\d\d)`
	dayPart   = `(?P<d>[0-3]?\d)`
	monthPart = `(?P<mon>[\pL][\pL\pM.]*(?: (?:الثاني|الأول|الاول))?)`
	zonePart  = `(?:\s?(?:(?:gmt|utc)?\s?(?P<off>[-+−]\d\d:?\d\d)|(?P<zone>\pL{1,4})(?:[^\pL]|$)))?`
	// clockPart ends a date: with a time, or so that no digit follows.
	clockPart = `(?:\D{1,12}?(?P<h>[0-2]?\d)\s?[:.h時时시点]\s?(?P<i>[0-5]\d)(?:[:.](?P<s>[0-5]\d)(?:[.,]\d+)?)?(?:分)?(?:\s?(?P<ap>[ap])\.?m\b\.?)?` + zonePart + `|\D|$)`
	dateStart = `(?:^|[^\d])`
	dateStop  = `(?:[^\d]|$)`
)

// dateForms are the ways in which pages write a date, the plainest first. The
// parts are named: y, mon or m, d, the week w and its day wd, and a and b where
// it depends on the country which of the two is the day.
var dateForms = []pattern{
	lazy(dateStart + yearPart + `[-./]\s?(?P<m>[01]?\d)[-./]\s?` + dayPart + clockPart),
	lazy(dateStart + yearPart + `\s?[年년]\s?(?P<m>[01]?\d)\s?[月월]\s?` + dayPart + `\s?[日일号號]` + clockPart),
	lazy(dateStart + yearPart + `-?w(?P<w>[0-5]\d)(?:-?(?P<wd>[1-7]))?` + dateStop),
	lazy(`^` + yearPart + `(?P<m>[01]\d)` + `(?P<d>[0-3]\d)(?:t?(?P<h>[0-2]\d)(?P<i>[0-5]\d)(?P<s>[0-5]\d)?(?P<zone>z)?)?$`),
	lazy(dateStart + dayPart + `(?:st|nd|rd|th|er|ª|º|°|\.)?(?:\s*[-/]\s*|\s+)(?:of |de |del |d['’])?` + monthPart + `(?:\s*[-/,]\s*|\s+)(?:de |del |of )?` + yearPart + clockPart),
	lazy(monthPart + `\s+` + dayPart + `(?:st|nd|rd|th)?(?:,\s?|\s+)` + yearPart + clockPart),
	lazy(monthPart + `\s+` + dayPart + `\s+(?P<h>[0-2]?\d):(?P<i>[0-5]\d)(?::(?P<s>[0-5]\d))?` + zonePart + `\s*` + yearPart + dateStop),
	lazy(dateStart + yearPart + `\.?,?\s+` + monthPart + `\s+` + dayPart + clockPart),
	lazy(dateStart + `(?P<a>[0-3]?\d)[-./]\s?(?P<b>[0-3]?\d)[-./]\s?(?P<y>(?:19|20|25)?\d\d)` + clockPart),
	lazy(dateStart + dayPart + `\s+tháng\s+(?P<m>[01]?\d)[\s,]+(?:năm\s+)?` + yearPart + clockPart),
}

// maxDate is the bytes of a text in which a date is looked for.
const maxDate = 200

// parseTime reads a date, with or without a time, as UTC: a machine's, or one
// written for readers in any of the languages of monthNames. monthFirst says
// how 2/1/2026 is meant where both can be. A time without a zone counts as
// UTC. It returns zero for what is no date, or none that news can have.
func parseTime(s string, monthFirst bool) time.Time {
	if len(s) > maxDate {
		s = strings.ToValidUTF8(s[:maxDate], "")
	}
	s = strings.ToLower(digits(strings.TrimSpace(s)))
	if t := epoch(s); !t.IsZero() {
		return t
	}
	for _, form := range dateForms {
		for _, m := range form().FindAllStringSubmatch(s, 4) {
			if t := (found{names: form().SubexpNames(), parts: m}).time(monthFirst); !t.IsZero() {
				return t
			}
		}
	}
	return time.Time{}
}

// digits writes the digits of all scripts as 0 to 9, wide forms as plain ones
// and spaces of all kinds as spaces.
func digits(s string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r < 0x80:
			return r
		case unicode.Is(unicode.Nd, r):
			// The digits of a script stand in a row that begins at a multiple
			// of 16, or 6 after it.
			if zero := (r &^ 0xf); r-zero < 10 && unicode.Is(unicode.Nd, zero) {
				return '0' + r - zero
			}
			return '0' + (r-6)&0xf
		case unicode.IsSpace(r):
			return ' '
		case unicode.Is(unicode.Cf, r):
			return -1
		}
		if narrow := width.LookupRune(r).Narrow(); narrow != 0 && narrow < 0x80 {
			return narrow
		}
		return r
	}, s)
}

// epoch reads seconds or milliseconds since 1970.
func epoch(s string) time.Time {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil:
		return time.Time{}
	case len(s) == 13:
		return plausible(time.UnixMilli(n))
	case len(s) == 10:
		return plausible(time.Unix(n, 0))
	}
	return time.Time{}
}

// The years that a page of news can be of. The first ones went online in the
// nineties; what lies before is a clock that was not set.
const (
	firstYear = 1990
	lastYear  = 2099
)

// plausible returns t in UTC, or zero if no page can be of that time.
func plausible(t time.Time) time.Time {
	if t = t.UTC(); t.Year() < firstYear || t.Year() > lastYear {
		return time.Time{}
	}
	return t
}

// found is what a form found of a date.
type found struct{ names, parts []string }

func (f found) text(name string) string {
	for i, n := range f.names {
		if n == name && f.parts[i] != "" {
			return f.parts[i]
		}
	}
	return ""
}

// number returns a part as a number, 0 if it is not there.
func (f found) number(name string) int {
	n, _ := strconv.Atoi(f.text(name))
	return n
}

// buddhist is how many years the Thai calendar is ahead.
const buddhist = 543

func (f found) time(monthFirst bool) time.Time {
	year := f.number("y")
	switch {
	case year < 100:
		year += 2000
	case year >= 2500:
		year -= buddhist
	}
	if f.text("w") != "" {
		return weekDay(year, f.number("w"), max(1, f.number("wd")))
	}
	month, day := f.number("m"), f.number("d")
	if name := f.text("mon"); name != "" {
		month = monthOf(name)
	}
	if f.text("a") != "" {
		day, month = f.number("a"), f.number("b")
		if month > 12 || monthFirst && day <= 12 {
			day, month = month, day
		}
	}
	t := time.Date(year, time.Month(month), day, f.hour(), f.number("i"), f.number("s"), 0, time.UTC)
	if month < 1 || t.Day() != day || int(t.Month()) != month {
		return time.Time{} // the 31st of April
	}
	return plausible(t.Add(-f.offset()))
}

func (f found) hour() int {
	h := f.number("h")
	switch ap := f.text("ap"); {
	case ap == "p" && h < 12:
		return h + 12
	case ap == "a" && h == 12:
		return 0
	}
	return h % 24
}

// offset returns how far a zone lies east of Greenwich.
func (f found) offset() time.Duration {
	if off := strings.Replace(f.text("off"), ":", "", 1); off != "" {
		n, _ := strconv.Atoi(off[len(off)-4:])
		d := time.Duration(n/100)*time.Hour + time.Duration(n%100)*time.Minute
		if off[0] == '+' {
			return min(d, 14*time.Hour)
		}
		return -min(d, 12*time.Hour)
	}
	return time.Duration(zones[f.text("zone")] * float64(time.Hour))
}

// weekDay returns a day of a week as ISO 8601 counts them: week 1 holds the
// fourth of January.
func weekDay(year, week, day int) time.Time {
	fourth := time.Date(year, time.January, 4, 0, 0, 0, 0, time.UTC)
	monday := fourth.AddDate(0, 0, -int(fourth.Weekday()+6)%7)
	t := monday.AddDate(0, 0, 7*(week-1)+day-1)
	if y, w := t.ISOWeek(); week < 1 || y != year || w != week {
		return time.Time{}
	}
	return plausible(t)
}

// inAddress is a day in the address of a page: /2026/02/01/ or /2026-02-01-.
var inAddress = lazy(`/((?:19|20)\d\d)[/-]?([01]\d)[/-]?([0-3]\d)(?:[/_-]|$)`)

// addressDay returns the day that the address of a page names, or zero.
func addressDay(base *url.URL) time.Time {
	m := inAddress().FindStringSubmatch(base.Path)
	if m == nil {
		return time.Time{}
	}
	return parseTime(strings.Join(m[1:], "-"), false)
}

// firstKnown returns the first of the times that is known.
func firstKnown(times ...time.Time) time.Time {
	for _, t := range times {
		if !t.IsZero() {
			return t
		}
	}
	return time.Time{}
}

// slack is how far a clock, or a zone that was left out, may be ahead.
const slack = 26 * time.Hour

// notAfter drops from a the times that lie after the visit to its page.
func notAfter(a *feeds.Article, visit time.Time) {
	for _, t := range []*time.Time{&a.Date, &a.Updated, &a.Day} {
		if t.After(visit.Add(slack)) {
			*t = time.Time{}
		}
	}
}
