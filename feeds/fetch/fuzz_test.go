package fetch

import (
	"net/http"
	"testing"
	"time"
)

// FuzzWaits holds what servers wish to the bounds within which they are
// believed.
func FuzzWaits(f *testing.F) {
	for _, s := range []string{
		"120", "max-age=600", `private, max-age="600", no-cache`, "Sun, 01 Feb 2026 10:00:00 GMT", "-1", "99999999999999999999",
		"max-age=", "=", ",,,", "no-store,max-age=1", "Thursday, 01-Jan-70 00:00:00 GMT", "\x00", "１２０",
	} {
		f.Add(s, s, s, "10")
	}
	now := time.Date(2026, 2, 1, 10, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, control, expires, retry, age string) {
		h := http.Header{"Cache-Control": {control}, "Expires": {expires}, "Retry-After": {retry}, "Age": {age}}
		for name, wait := range map[string]time.Duration{"fresh": fresh(h, now), "retry": retryAfter(h, now)} {
			if wait < 0 || wait > maxWait {
				t.Errorf("%s of %v: %s", name, h, wait)
			}
		}
	})
}
