package story

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
)

// layout returns the items that x holds and those under each of what it finds
// items by, in their order.
func layout(x *Index) map[string][]feeds.ItemID {
	out := map[string][]feeds.ItemID{}
	for _, e := range x.ages {
		out["all"] = append(out["all"], e.id)
	}
	list := func(name string, p posting) {
		for _, n := range p {
			out[name] = append(out[name], x.seats.all[n].id)
		}
	}
	for code, p := range x.lexicon.about {
		list("about "+code.String(), p)
	}
	for word, lex := range x.lexicon.words {
		list("word "+word, lex.items)
	}
	for key, p := range x.crossing.holders {
		list(fmt.Sprint("mark ", key), p)
	}
	return out
}

// TestARestartChangesNothing is of an index that runs and one that is filled
// with what it left in the store.
func TestARestartChangesNothing(t *testing.T) {
	const day = 24 * time.Hour
	about := func(codes ...string) (tags feeds.Tags) {
		for _, c := range codes {
			tags.Countries = append(tags.Countries, feeds.Tag{Code: c, About: true})
		}
		return tags
	}
	at := time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)
	titles := []string{"Earthquake shakes %s after talks", "Drone attack kills 12 in %s", "Землетрясение в городе %s", "%s signs gas deal"}
	for _, c := range []struct {
		name string
		Options
		want int
	}{
		{"all", Options{}, 40},
		{"as many as there is room for", Options{Most: 15}, 15},
		{"too old", Options{Window: day, Least: 5}, 22}, // those of four of seven days
		{"too old, and room for few", Options{Window: day, Least: 5, Most: 12}, 12},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, stored := New(c.Options), map[feeds.ItemID]*feeds.Item{}
			for i := range 40 {
				it := &feeds.Item{
					ID: feeds.ItemID(i + 1), Feed: feeds.FeedID(fmt.Sprint("outlet", i)), Title: fmt.Sprintf(titles[i%4], []string{"Kasserat", "Ervik", "Mazan"}[i%3]),
					Published: at.Add(time.Duration(i*11%40/6) * day), Tags: about([]string{"MA", "NO", "PH"}[i%3]), // in no order of time
				}
				x.Add(it)
				stored[it.ID] = it
			}
			for id := feeds.ItemID(3); id <= 40; id += 7 { // feeds change what they told
				stored[id].Title += ", report says"
				again := *stored[id]
				x.Add(&again)
				x.Retag(map[feeds.ItemID]feeds.Tags{id - 1: about("MA", "CL")})
				stored[id-1].Tags = about("MA", "CL")
			}
			again := New(c.Options)
			for _, it := range within(x.Reach(), stored) {
				again.Restore(*it)
			}
			now, then := layout(x), layout(again)
			if len(now["all"]) != c.want {
				t.Errorf("it holds %d, want %d", len(now["all"]), c.want)
			}
			for _, name := range slices.Sorted(maps.Keys(now)) {
				if !slices.Equal(now[name], then[name]) {
					t.Errorf("%s: %v, after a restart %v", name, now[name], then[name])
				}
			}
			if len(then) != len(now) {
				t.Errorf("%d lists, after a restart %d", len(now), len(then))
			}
		})
	}
}

// within returns the items within reach as the store gives them.
func within(r feeds.Reach, stored map[feeds.ItemID]*feeds.Item) []*feeds.Item {
	all := slices.SortedFunc(maps.Values(stored), func(a, b *feeds.Item) int {
		if c := a.Published.Compare(b.Published); c != 0 {
			return c
		}
		return int(a.ID - b.ID)
	})
	since := all[len(all)-1].Published.Add(-r.Back)
	first := max(0, len(all)-r.Most)
	for first < len(all)-r.Least && all[first].Published.Before(since) {
		first++
	}
	return all[first:]
}
