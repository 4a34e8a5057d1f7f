package parse

import (
	"strconv"
	"strings"
	"time"

	"dateline/feeds"

	"github.com/mmcdole/gofeed"
	"github.com/mmcdole/gofeed/rss"
)

// rest returns when a feed asks not to be visited, by its skipHours and
// skipDays (RSS 2.0).
func rest(feed *gofeed.Feed) (r feeds.Rest) {
	origin, ok := feed.OriginalFeed().(*rss.Feed)
	if !ok {
		return r
	}
	for _, s := range origin.SkipHours {
		if h, err := strconv.Atoi(strings.TrimSpace(s)); err == nil && h >= 0 && h <= 24 {
			r.Hours |= 1 << (h % 24) // in RSS 0.91 midnight is 24
		}
	}
	for _, s := range origin.SkipDays {
		for d := time.Sunday; d <= time.Saturday; d++ {
			if strings.EqualFold(strings.TrimSpace(s), d.String()) {
				r.Days |= 1 << d
			}
		}
	}
	return r
}
