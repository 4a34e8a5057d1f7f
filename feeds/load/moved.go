package load

import (
	"time"

	"dateline/feeds"
)

// address returns where f is asked: at its own address, or where it has moved
// for good.
func address(f feeds.Feed, h feeds.Health) string {
	if h.Moved.Learned {
		return h.Moved.To
	}
	return f.URL
}

// moved returns what is known of a move of f after a good visit at now, which
// permanent redirects led on to an address, empty for none. One redirect may be
// a mistake, or the work of a network that the reader passes through: it has to
// be said again, over days, and from time to time anew.
func moved(f feeds.Feed, known feeds.Relocation, to string, now time.Time) feeds.Relocation {
	switch {
	case known.Learned && to == "" && now.Sub(known.Since) < relearnAfter:
		return known
	case to == "":
		return feeds.Relocation{}
	case to != known.To:
		return feeds.Relocation{To: to, Since: now, Visits: 1}
	}
	known.Visits++
	known.Learned = known.Visits >= learnVisits && now.Sub(known.Since) >= learnAfter && f.MayMove(to)
	return known
}
