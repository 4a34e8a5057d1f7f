package feeds

import (
	"cmp"
	"fmt"
	"time"
)

// Condition says how a feed stands, in words for people. The zero Condition is
// that of a feed that does well.
type Condition struct {
	Rank int    // how much it matters: 1 matters most, 0 is nothing to mend
	Says string // "stale since 3 Feb"
	Todo string // what the reader can do; empty if nothing
}

// What a feed must be to be worth a word.
const (
	staleAfter = 14 * 24 * time.Hour // without a new item, of a feed whose own pace is not known
	stalePaces = 10                  // times its own pace
	slowAfter  = 10 * time.Second    // for a usual answer
)

// conditions are tried in their order, which is that of what matters.
var conditions = []struct {
	holds func(Feed, Health, time.Time) bool
	says  func(Health) string
	todo  string
}{
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
		func(_ Feed, h Health, now time.Time) bool { return stale(h, now) },
		func(h Health) string { return "stale: newest item of " + h.Newest.Format("2 Jan 2006") },
		"look at the address: the outlet may publish elsewhere by now",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return h.Carried > 0 && h.Undated == h.Carried },
		func(Health) string { return "gives no dates: items are dated when first seen" }, "",
	},
	{
		func(_ Feed, h Health, _ time.Time) bool { return h.Moved.To != "" },
		func(h Health) string { return "moved to " + h.Moved.To },
		"write the new address into feeds.toml",
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
			return Condition{Rank: i + 1, Says: c.says(h), Todo: cmp.Or(c.todo, todo(h))}
		}
	}
	return Condition{Says: "ok"}
}

// todo returns what can be done about a failure.
func todo(h Health) string {
	switch {
	case h.Failure == nil:
		return ""
	case h.Failure.Found != "":
		return "the page names a feed at " + h.Failure.Found + ": write that address into feeds.toml"
	}
	return h.Failure.Todo()
}

// stale says whether a feed has given nothing for much longer than it used to.
func stale(h Health, now time.Time) bool {
	if h.Newest.IsZero() || h.LastGood.IsZero() {
		return false
	}
	return now.Sub(h.Newest) > max(staleAfter, stalePaces*h.Publish)
}
