package story

import (
	"fmt"
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

// TestCrossing groups all headlines in order of time. To join wrongly is the
// worst fault; what is not joined should at least be offered, and what is
// offered should be right as a rule.
func TestCrossing(t *testing.T) {
	ts, err := tellings()
	if err != nil {
		t.Fatal(err)
	}
	ts = slices.Clone(ts)
	x := New(Options{})
	for i := range ts {
		x.Add(&ts[i].item)
		x.Move(x.Moves())
	}
	for i := range ts {
		ts[i].item.Story = x.entries[ts[i].item.ID].in.id
	}
	var scores [2]crossScore
	events := map[feeds.ItemID]string{}
	for _, a := range ts {
		events[a.item.ID] = a.event
	}
	offers := make([][]feeds.ItemID, len(ts))
	for i, a := range ts {
		for _, g := range x.Related(a.item, 5).Groups {
			if g.Kind != feeds.MaybeSame {
				continue
			}
			for _, e := range g.Entries {
				offers[i] = append(offers[i], e.Item.ID)
				scores[a.half].offer(a.event == events[e.Item.ID])
			}
		}
	}
	for i, a := range ts {
		for j, b := range ts[:i] {
			if a.item.Language == b.item.Language {
				continue
			}
			s := &scores[a.half]
			same, joined := a.event == b.event, a.item.Story == b.item.Story
			if joined {
				s.said++
				if !same && a.half == 1 && b.half == 1 {
					t.Logf("false: %s %q and %s %q %v", a.event, a.item.Title, b.event, b.item.Title, a.item.Join)
				}
			}
			if !same {
				continue
			}
			s.due++
			if joined {
				s.right++
			} else if offersStory(x, offers[i], b.item.Story) || offersStory(x, offers[j], a.item.Story) {
				s.offered++
			}
		}
	}
	for half, name := range []string{"even events, counted only", "odd events"} {
		s := scores[half]
		t.Logf("%s: %v", name, s)
		if s.precision() < .97 || s.recall() < .37 || s.reach() < .80 || s.choice() < .75 {
			t.Errorf("%s: %v", name, s)
		}
	}
}

func offersStory(x *Index, ids []feeds.ItemID, story feeds.StoryID) bool {
	return slices.ContainsFunc(ids, func(id feeds.ItemID) bool { return x.entries[id].in.id == story })
}
