package story

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/region"
)

// telling is one headline of testdata/crossing.tsv. Half is 1 for odd events,
// whose errors may be looked at, and 0 for even ones, which are counted only:
// their totals were in view when thresholds were chosen, their rows were not.
type telling struct {
	event string
	half  int
	item  feeds.Item
}

var tellings = sync.OnceValues(func() ([]telling, error) {
	text, err := os.ReadFile("testdata/crossing.tsv")
	if err != nil {
		return nil, err
	}
	tagger := region.New()
	var out []telling
	number := map[string]int{}
	for row := range rowsOf(string(text)) {
		f := strings.Split(row, "\t")
		if number[f[0]] == 0 {
			number[f[0]] = len(number) + 1
		}
		at, err := time.Parse(time.RFC3339, f[1])
		if err != nil {
			return nil, err
		}
		it := feeds.Item{
			ID: feeds.ItemID(len(out) + 1), Feed: feeds.FeedID(f[2]), Language: f[2], Title: f[3], Summary: f[4], Published: at,
			Tags: tagger.Tag(region.Text{Title: f[3], Summary: f[4], Language: f[2], At: at}),
		}
		out = append(out, telling{f[0], number[f[0]] % 2, it})
	}
	slices.SortStableFunc(out, func(a, b telling) int { return a.item.Published.Compare(b.item.Published) })
	return out, nil
})

// crossScore counts pairs of tellings in different languages, and what stands
// beside tellings as possibly the same event.
type crossScore struct{ said, right, due, offered, entries, good int }

func (s crossScore) precision() float64 { return float64(s.right) / float64(max(1, s.said)) }
func (s crossScore) recall() float64    { return float64(s.right) / float64(max(1, s.due)) }
func (s crossScore) reach() float64     { return float64(s.right+s.offered) / float64(max(1, s.due)) }

func (s crossScore) choice() float64 { return float64(s.good) / float64(max(1, s.entries)) }

func (s crossScore) String() string {
	return fmt.Sprintf("joins: precision %.3f, recall %.3f; joined or offered %.3f of %d pairs; of %d entries offered %.3f are right",
		s.precision(), s.recall(), s.reach(), s.due, s.entries, s.choice())
}

// offer counts an entry beside a telling.
func (s *crossScore) offer(right bool) {
	s.entries++
	if right {
		s.good++
	}
}

// pair counts two tellings.
func (s *crossScore) pair(same, joined, offered bool) {
	if joined {
		s.said++
	}
	if !same {
		return
	}
	s.due++
	if joined {
		s.right++
	} else if offered {
		s.offered++
	}
}

func (s crossScore) plus(o crossScore) crossScore {
	return crossScore{
		s.said + o.said, s.right + o.right, s.due + o.due, s.offered + o.offered, s.entries + o.entries, s.good + o.good,
	}
}

// arrivals are the orders in which the tellings come. In order of time they come
// while the program runs; at its first start they come feed by feed, each feed
// in no order of time.
var arrivals = []struct {
	name    string
	arrange func([]telling, *rand.Rand)
	seeds   int
	floor   crossFloor
}{
	{"in order of time", func([]telling, *rand.Rand) {}, 1, crossFloor{.98, .36, .75, [2]float64{.78, .80}}},
	{"16 places astray", astray, 5, crossFloor{.95, .34, .75, [2]float64{.75, .80}}},
	{"feed by feed", feedByFeed, 2, crossFloor{.95, .34, .75, [2]float64{.75, .80}}},
}

// crossFloor is the least that a run must reach: in both halves together, and
// what is joined or offered in each.
type crossFloor struct {
	precision, recall, choice float64
	reach                     [2]float64 // of even and of odd events
}

func (f crossFloor) holds(even, odd crossScore) bool {
	all := even.plus(odd)
	return all.precision() >= f.precision && all.recall() >= f.recall && all.choice() >= f.choice &&
		even.reach() >= f.reach[0] && odd.reach() >= f.reach[1]
}

// astray moves each telling by up to 16 places.
func astray(ts []telling, r *rand.Rand) {
	place := map[feeds.ItemID]float64{}
	for i, t := range ts {
		place[t.item.ID] = float64(i) + 32*r.Float64()
	}
	slices.SortFunc(ts, func(a, b telling) int { return cmp.Compare(place[a.item.ID], place[b.item.ID]) })
}

// feedByFeed puts all tellings in one language together, in no order of time.
func feedByFeed(ts []telling, r *rand.Rand) {
	r.Shuffle(len(ts), func(i, j int) { ts[i], ts[j] = ts[j], ts[i] })
	rank := map[string]int{}
	for _, t := range ts {
		if _, known := rank[t.item.Language]; !known {
			rank[t.item.Language] = len(rank)
		}
	}
	slices.SortStableFunc(ts, func(a, b telling) int { return cmp.Compare(rank[a.item.Language], rank[b.item.Language]) })
}

// TestCrossing groups all headlines in several orders of arrival. To join
// wrongly is the worst fault; what is not joined should at least be offered,
// and what is offered should be right as a rule.
func TestCrossing(t *testing.T) {
	ts, err := tellings()
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range arrivals {
		for seed := range a.seeds {
			t.Run(fmt.Sprint(a.name, " ", seed), func(t *testing.T) {
				ts := slices.Clone(ts)
				a.arrange(ts, rand.New(rand.NewPCG(1, uint64(seed))))
				scores := scoreArrival(t, ts)
				t.Logf("even events, counted only: %v", scores[0])
				t.Logf("odd events: %v", scores[1])
				t.Logf("both: %v", scores[0].plus(scores[1]))
				if !a.floor.holds(scores[0], scores[1]) {
					t.Errorf("below %+v", a.floor)
				}
			})
		}
	}
}

// scoreArrival groups the tellings as they come and counts for either half.
func scoreArrival(t *testing.T, ts []telling) [2]crossScore {
	x := New(Options{})
	for i := range ts {
		ts[i].item.ID = feeds.ItemID(i + 1)
		x.Add(&ts[i].item)
		x.Move(x.Moves())
	}
	for i := range ts {
		ts[i].item.Story = x.entries[ts[i].item.ID].in.id
	}
	var scores [2]crossScore
	offers := make([][]feeds.ItemID, len(ts))
	for i, a := range ts {
		offers[i] = offered(x, a)
		for _, id := range offers[i] {
			scores[a.half].offer(a.event == ts[id-1].event)
		}
	}
	for i, a := range ts {
		for j, b := range ts[:i] {
			if a.item.Language == b.item.Language {
				continue
			}
			same, joined := a.event == b.event, a.item.Story == b.item.Story
			if joined && !same && a.half == 1 && b.half == 1 {
				t.Logf("false: %s %q and %s %q %v", a.event, a.item.Title, b.event, b.item.Title, a.item.Join)
			}
			scores[a.half].pair(same, joined, offersStory(x, offers[i], b.item.Story) || offersStory(x, offers[j], a.item.Story))
		}
	}
	return scores
}

// offered returns what stands beside a telling as possibly the same event.
func offered(x *Index, a telling) []feeds.ItemID {
	var out []feeds.ItemID
	for _, g := range x.Related(a.item, 5).Groups {
		if g.Kind != feeds.MaybeSame {
			continue
		}
		for _, e := range g.Entries {
			out = append(out, e.Item.ID)
		}
	}
	return out
}

func offersStory(x *Index, ids []feeds.ItemID, story feeds.StoryID) bool {
	return slices.ContainsFunc(ids, func(id feeds.ItemID) bool { return x.entries[id].in.id == story })
}
