package story

import (
	"bufio"
	"encoding/json"
	"hash/fnv"
	"os"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/region"
)

// labelled is one item whose event is known: a line of the file to fit on.
type labelled struct {
	Stream, Title, Body, Time, Source, URL string
	Story                                  string   // the event
	Topic                                  any      // items of one topic may be of one event all the same
	Storylines                             []string // items that share one, likewise

	item feeds.Item
}

// half parts the stories of a stream into two, so that a model can be judged
// on stories that it has not seen.
func (l *labelled) half() int {
	h := fnv.New32a()
	_, _ = h.Write([]byte(l.Story))
	return int(h.Sum32()>>3) & 1
}

// unclear says whether the labels leave open that a and b tell one event.
func (l *labelled) unclear(o *labelled) bool {
	switch {
	case l.Story == o.Story:
		return false
	case l.Storylines != nil:
		return slices.ContainsFunc(l.Storylines, func(s string) bool { return slices.Contains(o.Storylines, s) })
	default:
		return l.Stream == "allsides" && l.Topic == o.Topic
	}
}

// dateless is a stream that is left out: nobody knows when its items came, and
// most of its stories go on from one another.
const dateless = "neus"

// readLabelled reads a file of JSON Lines by stream. An item without a time has
// that of the line before, as in the command that groups lines.
func readLabelled(t *testing.T, path string) map[string][]*labelled {
	t.Helper()
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	tagger, clock := region.New(), time.Time{}
	out := map[string][]*labelled{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 16<<20)
	for id := 1; lines.Scan(); id++ {
		l := &labelled{}
		if err := json.Unmarshal(lines.Bytes(), l); err != nil {
			t.Fatal(err)
		}
		if at, ok := parseTime(l.Time); ok {
			clock = at
		}
		l.item = feeds.Item{
			ID: feeds.ItemID(id), Feed: feeds.FeedID(l.Source), URL: l.URL, Published: clock,
			Title: feeds.Clean(l.Title, 1<<16), Summary: feeds.CleanText(l.Body, 1<<16),
		}
		if l.Stream != dateless {
			l.item.Tags = tagger.Tag(region.Text{Title: l.item.Title, Summary: l.item.Summary, URL: l.URL})
			out[l.Stream] = append(out[l.Stream], l)
		}
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	return out
}

func parseTime(s string) (time.Time, bool) {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly} {
		if at, err := time.Parse(form, s); err == nil {
			return at.UTC(), true
		}
	}
	return time.Time{}, false
}

// example is a pair that came up in a search.
type example struct {
	inputs evidence
	prior  float64
	same   bool
	stream string
	half   int
}

// examples returns the pairs that come up when the items of a stream arrive
// one after the other, save those whose label is open.
func examples(stream string, items []*labelled) []example {
	var out []example
	x := New(Options{})
	of := map[*entry]*labelled{}
	for _, l := range items {
		x.Restore(l.item)
		e := x.entries[l.item.ID]
		of[e] = l
		for _, o := range x.candidates(e, x.options.Window, nominated) {
			if sameColumn(e, o) || l.unclear(of[o]) {
				continue
			}
			s := x.compare(e, o)
			out = append(out, example{s.evidence(), s.prior(), of[o].Story == l.Story, stream, l.half()})
		}
	}
	return out
}

// counted is how many pairs of items stand in one story rightly, wrongly, and
// how many should.
type counted struct{ right, wrong, all float64 }

func (c counted) precision() float64 { return ratio(c.right, c.right+c.wrong) }
func (c counted) recall() float64    { return ratio(c.right, c.all) }
func (c counted) f1() float64        { return ratio(2*c.right, c.right+c.wrong+c.all) }

func (c *counted) add(o counted) {
	c.right, c.wrong, c.all = c.right+o.right, c.wrong+o.wrong, c.all+o.all
}

// grouped groups a stream with m and counts the pairs whose later item is of
// the given half, or all if half is negative.
func grouped(m model, items []*labelled, half int) counted {
	x := New(Options{})
	x.model = &m
	stories := map[feeds.StoryID][]*labelled{}
	before := map[string]float64{}
	var out counted
	for _, l := range items {
		it := l.item
		x.Add(&it)
		if half < 0 || l.half() == half {
			out.all += before[l.Story]
			for _, o := range stories[it.Story] {
				out.right += is(o.Story == l.Story)
				out.wrong += is(o.Story != l.Story && !l.unclear(o))
			}
		}
		before[l.Story]++
		stories[it.Story] = append(stories[it.Story], l)
	}
	return out
}
