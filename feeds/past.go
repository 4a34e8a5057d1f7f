package feeds

import (
	"cmp"
	"fmt"
	"slices"
	"time"
)

// pastDays is how many days the past of a feed has.
const pastDays = 30

// Day is what became of the visits to a feed on one day.
type Day struct {
	Date   time.Time // its first moment, in the reader's zone
	Visits int
	Failed int         // of Visits
	New    int         // items that were never seen before
	Kind   FailureKind // of the last failure; empty if none failed
	Status int         // its HTTP status, if one came
}

// Why words the last failure of the day; empty if there is none.
func (d Day) Why() string {
	if d.Kind == "" {
		return ""
	}
	return (&Failure{Kind: d.Kind, Status: d.Status}).Error()
}

// Past is the last days of a feed, the oldest first and today last. Days without
// a visit are among them.
type Past []Day

// PastOf returns the thirty days up to now, in the zone of now, of one feed's
// visits.
func PastOf(visits []Visited, now time.Time) Past {
	visits = slices.SortedFunc(slices.Values(visits), func(a, b Visited) int { return a.At.Compare(b.At) })
	out := make(Past, pastDays)
	for i := range out {
		out[i].Date = time.Date(now.Year(), now.Month(), now.Day()-(pastDays-1-i), 0, 0, 0, 0, now.Location())
	}
	for _, v := range visits {
		i, _ := slices.BinarySearchFunc(out, v.At, func(d Day, at time.Time) int { return cmp.Or(d.Date.Compare(at), -1) })
		if i == 0 || v.At.After(now.Add(time.Hour)) {
			continue // of a clock that was wrong, or too long ago
		}
		d := &out[i-1]
		d.Visits += v.Visits
		d.New += v.New
		if v.Kind != "" {
			d.Failed += v.Visits
			d.Kind, d.Status = v.Kind, v.Status
		}
	}
	return out
}

// Words says how these days went: "failed on 3 of 28 days, last on Tue 17 Nov:
// no full answer in time". It is empty if nothing is known of any.
func (p Past) Words() string {
	asked, failed, last := 0, 0, Day{}
	for _, d := range p {
		if d.Visits > 0 {
			asked++
		}
		if d.Failed > 0 {
			failed, last = failed+1, d
		}
	}
	switch {
	case asked == 0:
		return ""
	case failed == 0:
		return fmt.Sprintf("asked on %s, and never failed", days(asked))
	}
	return fmt.Sprintf("failed on %d of %s, last on %s: %s", failed, days(asked), last.Date.Format("Mon 2 Jan"), last.Why())
}

// News returns how many items came new on these days.
func (p Past) News() int {
	n := 0
	for _, d := range p {
		n += d.New
	}
	return n
}

func days(n int) string {
	if n == 1 {
		return "1 day"
	}
	return fmt.Sprintf("%d days", n)
}
