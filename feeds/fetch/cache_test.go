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
	h := http.Header{"Retry-After": {now.Add(3 * time.Minute).Format(http.TimeFormat)}}
	if got := retryAfter(h, now); got != 3*time.Minute {
		t.Errorf("retryAfter = %s", got)
	}
}
