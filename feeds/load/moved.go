package load

import (
	"strings"
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
	known.Learned = known.Visits >= learnVisits && now.Sub(known.Since) >= learnAfter && mayMove(f, to)
	return known
}

// mayMove says whether f may be asked at another address right away: not where
// the way there could be read by others while its own could not, and not when it
// has something to say that is for its own host only.
func mayMove(f feeds.Feed, to string) bool {
	secure := func(address string) bool { return strings.HasPrefix(address, "https:") }
	return !f.Personal() && (secure(to) || !secure(f.URL))
}
