package feeds_test

import (
	"strings"
	"testing"
	"time"

	"dateline/feeds"

	"github.com/google/go-cmp/cmp"
)

// hours reads an activity: a digit is an observed hour with so many stories, a
// blank one that was not observed, a + one that was not observed but of which a
// story is known. "0*9" is nine of them.
func hours(s string) feeds.Activity {
	var a feeds.Activity
	for part := range strings.SplitSeq(s, ",") {
		sign, times, _ := strings.Cut(part, "*")
		n := 0
		for _, d := range times {
			n = 10*n + int(d-'0')
		}
		for range max(1, n) {
			for _, d := range sign {
				t := feeds.Tally{Observed: true}
				switch d {
				case ' ':
					t.Observed = false
				case '+':
					t = feeds.Tally{Stories: 1}
				default:
					t.Stories = int(d - '0')
				}
				a = append(a, t)
			}
		}
	}
	return a
}

func TestHours(t *testing.T) {
	hour := feeds.HourOf(time.Date(2026, 11, 14, 9, 0, 0, 0, time.UTC))
	tests := []struct {
		at   time.Time
		want feeds.Hour
	}{
		{time.Date(2026, 11, 14, 9, 59, 59, 999, time.UTC), hour},
		{time.Date(2026, 11, 14, 10, 0, 0, 0, time.UTC), hour + 1},
		{time.Date(2026, 11, 14, 8, 59, 59, 0, time.UTC), hour - 1},
		{time.Date(2026, 11, 14, 15, 15, 0, 0, time.FixedZone("", 5*3600+2700)), hour}, // clock hours are UTC's
		{time.Unix(0, 0), 0},
		{time.Unix(-1, 0), -1},
		{time.Unix(-3600, 0), -1},
	}
	for _, tt := range tests {
		if got := feeds.HourOf(tt.at); got != tt.want {
			t.Errorf("%s is in hour %d, want %d", tt.at, got, tt.want)
		}
	}
}

func TestAnActivityIsObservedAsTheWatchSays(t *testing.T) {
	watch := feeds.Watch{7: true, 9: true, 10: true, 11: true}
	if diff := cmp.Diff(hours("0 00"), feeds.NewActivity(10, 4, watch)); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestCells(t *testing.T) {
	tests := []struct {
		hours   string
		n, each int
		want    string
	}{
		{"012345", 6, 1, "012345"},
		{"012345", 3, 1, "345"},
		{"012304", 3, 2, "154"},
		{"012304", 2, 3, "37"},
		{"  0  1 2", 4, 2, " 012"}, // blank only if none of its hours was observed
		{"2+", 1, 2, "2"},          // what is known of other hours is no measure
		{"++", 1, 2, " "},
		{"12", 4, 1, "  12"},
		{"123", 2, 2, "15"}, // the last cell is now, so the first one is short
		{"", 2, 3, "  "},
	}
	for _, tt := range tests {
		a := hours(tt.hours)
		if tt.hours == "" {
			a = nil
		}
		if diff := cmp.Diff(hours(tt.want), a.Cells(tt.n, tt.each)); diff != "" {
			t.Errorf("%q in %d cells of %d, -want +got:\n%s", tt.hours, tt.n, tt.each, diff)
		}
	}
}

func TestSilence(t *testing.T) {
	tests := []struct {
		name, hours string
		want        feeds.Silence
	}{
		{"nothing is known", "", feeds.Silence{Rhythm: feeds.Usual}},
		{"the first hour", "0", feeds.Silence{Rhythm: feeds.Usual}},
		{"a story right now ends it", "2*48,0*9,1", feeds.Silence{Rhythm: feeds.Usual}},
		{"the hour that goes on is no silence", "2*48,0", feeds.Silence{Rhythm: feeds.Usual, Observed: 48}},
		{"one silent hour of a lively region", "2*48,0,0", feeds.Silence{Rhythm: feeds.Usual, Hours: 1, Observed: 48}},
		{"two silent hours of it", "2*48,00,0", feeds.Silence{Rhythm: feeds.Silent, Hours: 2, Observed: 48}},
		{"a region told of every other hour", "10*30,0*5,0", feeds.Silence{Rhythm: feeds.Usual, Hours: 6, Longest: 1, Observed: 59}},
		{"longer", "10*30,0*7,0", feeds.Silence{Rhythm: feeds.Silent, Hours: 8, Longest: 1, Observed: 59}},
		{"stories in bursts do not make it lively", "9000*15,000,0", feeds.Silence{Rhythm: feeds.Usual, Hours: 6, Longest: 3, Observed: 57}},
		{"a region that sleeps at night", "3*15,0*9,3*15,0*9,3*15,0*9,0", feeds.Silence{Rhythm: feeds.Usual, Hours: 9, Longest: 9, Observed: 63}},
		{"and does not wake up", "3*15,0*9,3*15,0*9,3*15,0*9,0*8,0", feeds.Silence{Rhythm: feeds.Silent, Hours: 17, Longest: 9, Observed: 63}},
		{"the program was off", "2*48, *9,0", feeds.Silence{Rhythm: feeds.Usual, Hours: 9, Unseen: 9, Observed: 48}},
		{"it was off for a part", "2*48,0, *6,00,0", feeds.Silence{Rhythm: feeds.Silent, Hours: 9, Unseen: 6, Observed: 48}},
		{"a story of an hour it was off", "2*48,00+0,0", feeds.Silence{Rhythm: feeds.Usual, Hours: 1, Longest: 2, Observed: 50}},
		{"off hours do not end a silence of the past", "2*24,0, *3,00,2*24,000,0", feeds.Silence{Rhythm: feeds.Usual, Hours: 3, Longest: 3, Observed: 51}},
		{"too little observed", "2*47,0*9,0", feeds.Silence{Rhythm: feeds.Unsure, Hours: 9, Observed: 47}},
		{"just enough", "2*48,0*9,0", feeds.Silence{Rhythm: feeds.Silent, Hours: 9, Observed: 48}},
		{"observed, but long ago only in part", "2*20, *100,2*20,0*9,0", feeds.Silence{Rhythm: feeds.Unsure, Hours: 9, Observed: 40}},
		{"never a story", "0*48,0", feeds.Silence{Rhythm: feeds.Unsure, Hours: 48}},
	}
	for _, tt := range tests {
		a := hours(tt.hours)
		if tt.hours == "" {
			a = nil
		}
		if diff := cmp.Diff(tt.want, a.Silence()); diff != "" {
			t.Errorf("%s, -want +got:\n%s", tt.name, diff)
		}
	}
}
