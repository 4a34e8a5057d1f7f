package parse

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

// clocks are the forms of times: hours, minutes, seconds, and parts of a second
// where they may be. Dots part a time only where no other sign does.
var clocks = []*regexp.Regexp{
	regexp.MustCompile(`t(\d{2})(\d{2})(\d{2})(?:[.,](\d{1,9})\d*)?`),
	regexp.MustCompile(`(\d{1,2})[:h] ?(\d{1,2})(?:[:.](\d{1,2}))?(?:[.,](\d{1,9})\d*)?`),
	regexp.MustCompile(`\b([01]?\d|2[0-3])\.([0-5]\d)(?:\.([0-5]\d))?\b`),
}

var (
	half   = regexp.MustCompile(`^:? ?([\pL\pM]+)`)
	offset = regexp.MustCompile(`^:?[\s(]*(?:gmt|utc|ut)?\s*([+-])\s?(\d{1,2}):?(\d{2})?\b`)
)

// takeClock takes time and zone out of s and returns the rest.
func (d *moment) takeClock(s string) string {
	for _, form := range clocks {
		m := form.FindStringSubmatchIndex(s)
		if m == nil {
			continue
		}
		d.hour, d.minute, d.sec = atoi(s, m[2:4]), atoi(s, m[4:6]), atoi(s, m[6:8])
		if len(m) > 8 && m[8] >= 0 {
			d.nano, _ = strconv.Atoi((s[m[8]:m[9]] + "00000000")[:9]) // digits alone never fail
		}
		before, after := s[:m[0]], s[m[1]:]
		return before + " " + d.takeZone(d.takeHalf(before, after))
	}
	return s
}

// takeHalf reads which half of the day a time is in from the word behind it, else
// from the one before it, and returns what follows on the time.
func (d *moment) takeHalf(before, after string) string {
	which := ""
	if m := half.FindStringSubmatch(after); m != nil {
		if which = halves[m[1]]; which != "" {
			after = after[len(m[0]):]
		}
	}
	if w := strings.Fields(before); which == "" && len(w) > 0 {
		which = w[len(w)-1] // as it is in East Asia
	}
	switch {
	case which == "pm" && d.hour < 12:
		d.hour += 12
	case which == "am" && d.hour == 12:
		d.hour = 0
	}
	return after
}

// takeZone takes an offset or the name of a zone from what follows the time.
func (d *moment) takeZone(s string) string {
	m := offset.FindStringSubmatchIndex(s)
	if m != nil && (m[6] >= 0 || m[3] == m[4]) { // "- 1" is no offset: a date may follow on a dash
		east := time.Duration(atoi(s, m[4:6]))*time.Hour + time.Duration(atoi(s, m[6:8]))*time.Minute
		if s[m[2]] == '-' {
			east = -east
		}
		d.zone = east
		return s[m[1]:]
	}
	for _, w := range word.FindAllString(s, -1) {
		if minutes, ok := zones[w]; ok {
			d.zone = time.Duration(minutes) * time.Minute
			break
		}
	}
	return s
}
