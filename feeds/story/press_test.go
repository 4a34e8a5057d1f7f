package story

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"dateline/feeds"
)

// press invents news: words as rare and as common as in real text, some of
// them names, stories of 1 to 30 items told over ten days.
type press struct {
	*rand.Rand
	zipf *rand.Zipf
	next feeds.ItemID
	open []told // stories that go on
}

type told struct {
	story feeds.StoryID
	words []string
	left  int // items to come
}

func newPress() *press {
	r := rand.New(rand.NewPCG(1, 2))
	return &press{Rand: r, zipf: rand.NewZipf(r, 1.07, 12, 60_000)}
}

var (
	syllables = strings.Fields("ka ro mi ten sul var lo des pri gan ber tu ni sha mor el dor fi ger wan po ris")
	glue      = strings.Fields("the of to in and a for on with that as by at is from was has after be over its not will")
	lands     = strings.Fields("Kenya Chile Norway China Russia Peru Ghana Iran Japan India France Germany Egypt Sudan")
)

// coined returns the k-th commonest word: every fourth is a name.
func coined(k uint64) string {
	var s strings.Builder
	for n := k + 500; n > 0; n /= uint64(len(syllables)) {
		s.WriteString(syllables[n%uint64(len(syllables))])
	}
	if k%4 == 0 {
		return strings.ToUpper(s.String()[:1]) + s.String()[1:]
	}
	return s.String()
}

// text returns n words: topical, common ones, and what holds a sentence together.
func (p *press) text(n int, topic []string) string {
	out := make([]string, n)
	for i := range out {
		switch k := p.IntN(10); {
		case k < 3:
			out[i] = glue[p.IntN(len(glue))]
		case k < 6:
			out[i] = topic[p.IntN(len(topic))]
		default:
			out[i] = coined(p.zipf.Uint64())
		}
	}
	return strings.Join(out, " ")
}

// item returns the next item, of a story that goes on or of a new one.
func (p *press) item() feeds.Item {
	if len(p.open) < 400 {
		topic := []string{lands[p.IntN(len(lands))]}
		for range 11 {
			topic = append(topic, coined(p.zipf.Uint64()))
		}
		p.open = append(p.open, told{feeds.StoryID(p.next + 1), topic, 1 + int(30*p.Float64()*p.Float64()*p.Float64())})
	}
	k := p.IntN(len(p.open))
	s := &p.open[k]
	p.next++
	it := feeds.Item{
		ID: p.next, Feed: feeds.FeedID(fmt.Sprint("feed", p.IntN(500))),
		Title: p.text(10, s.words), Summary: p.text(50, s.words), Published: at(int(p.next)), Story: s.story,
	}
	if s.left--; s.left == 0 {
		p.open = slices.Delete(p.open, k, k+1)
	}
	return it
}

// at spreads a full index over ten days.
func at(n int) time.Time {
	return time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC).Add(time.Duration(n) * (10 * 24 * time.Hour / full))
}

// invented returns n items of a press.
func invented(n int) []feeds.Item {
	p, out := newPress(), make([]feeds.Item, n)
	for i := range out {
		out[i] = p.item()
	}
	return out
}
