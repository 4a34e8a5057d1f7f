package parse

import (
	"strconv"
	"strings"
	"time"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/rss"
)

// periods are the words of the RSS syndication module.
var periods = map[string]time.Duration{
	"hourly":  time.Hour,
	"daily":   24 * time.Hour,
	"weekly":  7 * 24 * time.Hour,
	"monthly": 30 * 24 * time.Hour,
	"yearly":  365 * 24 * time.Hour,
}

// ttl returns how long the feed asks to be left alone: its ttl, or the period
// and frequency of the syndication module. Its updateBase is not read: most
// feeds have that of the software that wrote them, the full hour, and all of
// them would be asked in the same minute.
func ttl(feed *gofeed.Feed) time.Duration {
	if origin, ok := feed.OriginalFeed().(*rss.Feed); ok {
		if n := count(origin.TTL); n > 0 {
			return min(time.Duration(n)*time.Minute, maxTTL)
		}
	}
	sy := feed.Extensions["sy"]
	value := func(name string) string {
		if e := sy[name]; len(e) > 0 {
			return strings.ToLower(strings.TrimSpace(e[0].Value))
		}
		return ""
	}
	times := max(count(value("updateFrequency")), 1)
	return min(periods[value("updatePeriod")]/time.Duration(times), maxTTL)
}

// count reads a whole number that makes sense; all others are 0.
func count(s string) int {
	n, err := strconv.Atoi(strings.TrimSpace(s))
	if err != nil || n < 0 || n > 1<<20 {
		return 0
	}
	return n
}
