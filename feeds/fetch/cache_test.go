package fetch

import (
	"net/http"
	"testing"
	"time"
)

func TestFresh(t *testing.T) {
	now := time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)
	at := func(d time.Duration) string { return now.Add(d).Format(http.TimeFormat) }
	tests := []struct {
		name   string
		header map[string]string
		want   time.Duration
	}{
		{"silent", nil, 0},
		{"max-age", map[string]string{"Cache-Control": `public, Max-Age="90"`}, 90 * time.Second},
		{"aged", map[string]string{"Cache-Control": "max-age=90", "Age": "60"}, 30 * time.Second},
		{"older than allowed", map[string]string{"Cache-Control": "max-age=90", "Age": "600"}, 0},
		{"no-store", map[string]string{"Cache-Control": "no-store, max-age=90"}, 0},
		{"no-cache", map[string]string{"Cache-Control": "max-age=90, No-Cache"}, 0},
		{"no-cache for one field", map[string]string{"Cache-Control": `no-cache="Set-Cookie", max-age=90`}, 0},
		{"for caches that are shared", map[string]string{"Cache-Control": "s-maxage=600"}, 0},
		{"for both", map[string]string{"Cache-Control": "s-maxage=600, max-age=90"}, 90 * time.Second},
		{"aged beyond numbers", map[string]string{"Cache-Control": "max-age=90", "Age": "99999999999999999999"}, 0},
		{"aged in words", map[string]string{"Cache-Control": "max-age=90", "Age": "old"}, 90 * time.Second},
		{"Expires in the past", map[string]string{"Expires": at(-time.Hour)}, 0},
		{"max-age before Expires", map[string]string{"Cache-Control": "max-age=0", "Expires": at(time.Hour)}, 0},
		{"Expires", map[string]string{"Expires": at(time.Hour)}, time.Hour},
		{"Expires by the server's clock", map[string]string{"Expires": at(time.Hour), "Date": at(30 * time.Minute)}, 30 * time.Minute},
		{"expired", map[string]string{"Expires": "0"}, 0},
		{"nonsense", map[string]string{"Cache-Control": "max-age=x"}, 0},
		{"forever", map[string]string{"Cache-Control": "max-age=31536000"}, maxWait},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h := http.Header{}
			for k, v := range tt.header {
				h.Set(k, v)
			}
			if got := fresh(h, now); got != tt.want {
				t.Errorf("fresh = %s, want %s", got, tt.want)
			}
		})
	}
}

func TestRetryAfterAsADate(t *testing.T) {
	now := time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)
	for _, tt := range []struct {
		name string
		at   string
		want time.Duration
	}{
		{"soon", now.Add(3 * time.Minute).Format(http.TimeFormat), 3 * time.Minute},
		{"in an old form", now.Add(3 * time.Minute).Format("Monday, 02-Jan-06 15:04:05 GMT"), 3 * time.Minute},
		{"in the past", now.AddDate(0, 0, -1).Format(http.TimeFormat), 0},
		{"in ten years", now.AddDate(10, 0, 0).Format(http.TimeFormat), maxWait},
		{"of no day", "Thu, 31 Feb 2027 10:00:00 GMT", 0},
	} {
		if got := retryAfter(http.Header{"Retry-After": {tt.at}}, now); got != tt.want {
			t.Errorf("%s: %s, want %s", tt.name, got, tt.want)
		}
	}
}
