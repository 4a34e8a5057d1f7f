package fetch

import (
	"net/http"
	"strconv"
	"strings"
	"time"
)

// fresh returns how long an answer may be taken as good, from Cache-Control
// or Expires (RFC 9111, 4.2). Zero means that the server does not say, or says
// not at all.
func fresh(h http.Header, now time.Time) time.Duration {
	age := -1
	for part := range strings.SplitSeq(strings.Join(h.Values("Cache-Control"), ","), ",") {
		name, value, _ := strings.Cut(strings.ToLower(strings.TrimSpace(part)), "=")
		switch name {
		case "no-cache", "no-store":
			return 0
		case "max-age":
			if n, ok := seconds(strings.Trim(value, `"`)); ok {
				age = n
			}
		}
	}
	if age >= 0 {
		spent, _ := seconds(h.Get("Age"))
		return bounded(time.Duration(age-spent) * time.Second)
	}
	expires, err := http.ParseTime(h.Get("Expires"))
	if err != nil {
		return 0
	}
	if date, err := http.ParseTime(h.Get("Date")); err == nil {
		now = date
	}
	return bounded(expires.Sub(now))
}

// retryAfter returns how long the server wants to be left alone, from
// Retry-After in either form: seconds, or a date (RFC 9110, 10.2.3).
func retryAfter(h http.Header, now time.Time) time.Duration {
	value := strings.TrimSpace(h.Get("Retry-After"))
	if n, ok := seconds(value); ok {
		return bounded(time.Duration(n) * time.Second)
	}
	if at, err := http.ParseTime(value); err == nil {
		return bounded(at.Sub(now))
	}
	return 0
}

// seconds reads a count of seconds; one too large to be meant is the largest
// that is believed.
func seconds(s string) (int, bool) {
	if s == "" || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	most := int(maxWait / time.Second)
	n, err := strconv.Atoi(s)
	if err != nil { // too many digits
		return most, true
	}
	return min(n, most), true
}

func bounded(d time.Duration) time.Duration { return min(max(d, 0), maxWait) }
