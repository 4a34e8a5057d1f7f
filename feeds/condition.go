package feeds

import (
	"cmp"
	"fmt"
	"time"
)

// Condition says how a feed stands, in words for people. The zero Condition is
// that of a feed that does well.
type Condition struct {
	Rank  int    // how much it matters: 1 matters most, 0 is nothing to mend
	Says  string // "stale: newest item of 3 Feb 2026"
	Todo  string // what the reader can do beside what follows, or what the program will do; empty if nothing
	Offer string // an address at which the feed may be asked instead, if the reader takes it; empty if there is none
	Other string // an address that is not offered, and for the reader to write into their list if they trust it
}

// What a feed must be to be worth a word.
const (
	staleAfter = 14 * 24 * time.Hour // without a new item, of a feed whose own pace is not known
	stalePaces = 10                  // times its own pace
	slowAfter  = 10 * time.Second    // for a usual answer
	lasting    = 24 * time.Hour      // after which a failure that should pass by itself has not
)

// conditions are tried in their order, which is that of what matters.
var conditions = []struct {
	holds func(Feed, Health, time.Time) bool
	says  func(Health) string
	todo  string
}{
	{
		func(_ Feed, h Health, now time.Time) bool { return h.Failure != nil && !passes(h, now) },
		func(h Health) string { return h.Failure.Error() }, "",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return h.Failure != nil },
		func(h Health) string { return h.Failure.Error() }, "",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return !h.LastGood.IsZero() && h.Items == 0 },
		func(Health) string { return "answers, but gave no item" },
		"look at the address: the feed may have been given up",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return h.Carried == 0 && h.Every > 0 },
		func(Health) string { return "answers, but its feed is empty now" },
		"what it gave before is kept; if it stays so, look at the address",
	},
	{
		func(_ Feed, h Health, now time.Time) bool { return stale(h, now) },
		func(h Health) string { return "stale: newest item of " + h.Newest.Format("2 Jan 2006") },
		"look at the address: the outlet may publish elsewhere by now",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return h.Carried > 0 && h.Undated == h.Carried },
		func(Health) string { return "gives no dates: items are dated when first seen" }, "",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return h.Moved.Learned },
		func(Health) string { return "moved for good, and asked at its new address" }, "",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return h.Moved.To != "" },
		func(Health) string { return "its server says that it has moved" }, "",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return h.Usual > slowAfter },
		func(h Health) string { return fmt.Sprintf("slow: answers in %.0f s", h.Usual.Seconds()) }, "",
	},
	{
		func(f Feed, h Health, _ time.Time) bool { return h.LastTry.IsZero() && !f.Off },
		func(Health) string { return "not asked yet" }, "",
	},
}

// ConditionOf returns how a feed stands at a time.
func ConditionOf(f Feed, h Health, now time.Time) Condition {
	if f.Off {
		return Condition{Says: "switched off"}
	}
	for i, c := range conditions {
		if c.holds(f, h, now) {
			out := Condition{Rank: i + 1, Says: c.says(h), Todo: cmp.Or(c.todo, todo(h, now))}
			out.suggest(f, elsewhere(h))
			return out
		}
	}
	return Condition{Says: "ok"}
}

// suggest says that a feed may be found at an address, if that is not empty.
func (c *Condition) suggest(f Feed, to string) {
	switch {
	case to == "" || to == f.URL:
	case f.MayMove(to):
		c.Offer = to
	default:
		c.Other = to
	}
}

// elsewhere returns the address at which a feed may be found instead of its own:
// that of the feed which a page names, or where its server says it is now.
func elsewhere(h Health) string {
	if h.Failure != nil {
		return h.Failure.Found
	}
	return h.Moved.To
}

// todo returns what can be done about a failure.
func todo(h Health, now time.Time) string {
	switch {
	case h.Failure == nil:
		return ""
	case h.Failure.Found != "":
		return "it names a feed"
	case h.Failure.Passing() && !passes(h, now):
		return h.Failure.Todo() + ", but has failed since " + h.Failing.Format("2 Jan 2006") + ": look whether the outlet still has the feed"
	}
	return h.Failure.Todo()
}

// passes says whether a failure is still one that passes by itself.
func passes(h Health, now time.Time) bool {
	return h.Failure.Passing() && (h.Failing.IsZero() || now.Sub(h.Failing) < lasting)
}

// stale says whether a feed has given nothing for much longer than it used to.
func stale(h Health, now time.Time) bool {
	if h.Newest.IsZero() || h.LastGood.IsZero() {
		return false
	}
	return now.Sub(h.Newest) > max(staleAfter, stalePaces*h.Publish)
}
