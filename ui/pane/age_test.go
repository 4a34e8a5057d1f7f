package pane

import (
	"testing"
	"time"
)

func TestAge(t *testing.T) {
	tests := []struct {
		ago  time.Duration
		want string
	}{
		{-time.Hour, "now"},
		{0, "now"},
		{59 * time.Second, "now"},
		{time.Minute, "1m"},
		{59*time.Minute + 59*time.Second, "59m"},
		{time.Hour, "1h"},
		{23*time.Hour + 59*time.Minute, "23h"},
		{24 * time.Hour, "24h"},
		{47*time.Hour + 59*time.Minute, "47h"},
		{48 * time.Hour, "2d"},
		{6*day + 23*time.Hour, "6d"},
		{7 * day, "1w"},
		{364 * day, "52w"},
		{365 * day, "1y"},
		{3 * 365 * day, "3y"},
		{1<<63 - 1, "292y"},
	}
	for _, tt := range tests {
		if got := Age(tt.ago); got != tt.want {
			t.Errorf("Age(%v) = %q, want %q", tt.ago, got, tt.want)
		}
	}
}

func TestClock(t *testing.T) {
	now := time.Date(2026, 2, 1, 0, 30, 0, 0, time.FixedZone("CET", 3600))
	for _, tt := range []struct {
		ago  time.Duration
		want string
	}{
		{0, "00:30"}, {30 * time.Minute, "00:00"}, {31 * time.Minute, "31 Jan, 23:59"}, {365 * day, "1 Feb, 00:30"}, {-day, "2 Feb, 00:30"},
	} {
		if got := Clock(now.Add(-tt.ago).UTC(), now); got != tt.want {
			t.Errorf("%v ago: %q, want %q", tt.ago, got, tt.want)
		}
	}
}
