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
	{day, time.Hour, "h"},
	{week, day, "d"},
	{year, week, "w"},
	{1<<63 - 1, year, "y"},
}

// Age returns how long ago something was, rounded down, in at most three
// cells: "now", "3m", "2h", "5d", "3w", "2y". What lies ahead is "now".
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
