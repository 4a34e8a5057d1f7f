package story

import (
	"cmp"
	"maps"
	"math"
	"slices"
	"sync"
	"time"
)

// Items of different languages share no words. What they can share are marks:
// names as skeletons of their consonants, numbers, concepts, and the countries
// they are about. crossing finds by them the items of other languages that may
// tell the same event, in the entries of one index.
type crossing struct {
	vocabulary *vocabulary
	names      map[uint32]float32 // lines of the background that hold a name, by key
	lines      float64            // of the background
	holders    map[uint32]posting // of names, unusual numbers and scenes, by key
	concepts   []int              // how many items have each
	items      int
}

var loadVocabulary = sync.OnceValue(func() *vocabulary { return newVocabulary(conceptRows, nameRows) })

// loadNames counts the background's names by skeleton. They are added up in
// order, so that the sums are the same each time.
var loadNames = sync.OnceValue(func() map[uint32]float32 {
	out, words := map[uint32]float32{}, maps.Clone(loadBackground().words)
	maps.DeleteFunc(words, func(_ string, k known) bool { return !k.name })
	for _, key := range slices.Sorted(maps.Keys(words)) {
		if m := nameMark(skeleton(levelled(key), "")); m != 0 {
			out[m.key()] += float32(words[key].lines)
		}
	}
	return out
})

func newCrossing() *crossing {
	v := loadVocabulary()
	return &crossing{
		vocabulary: v, names: loadNames(), lines: loadBackground().lines,
		holders: map[uint32]posting{}, concepts: make([]int, v.names),
	}
}

const (
	crossNominated = 40             // entries of all that share a key are compared closely
	crossCommon    = 600            // holders from which a key nominates nobody by itself
	crossPosted    = 1500           // newest holders of one key are looked at
	crossWindow    = 48 * time.Hour // between two items that tell one event in two languages
	postedNumber   = 0.5            // weight from which a number nominates
	mostScenes     = 6              // pairs of concept and country by which an item is found
)

// keys yields what e is found by.
func (e *entry) keys() []uint32 {
	var out []uint32
	scenes := 0
	for _, m := range e.marks {
		switch m.sort() {
		case nameSort:
			out = append(out, m.key())
		case numberSort:
			if numberWeight(m.number()) >= postedNumber {
				out = append(out, m.key())
			}
		case conceptSort:
			for _, c := range e.countries {
				if scenes < mostScenes && !m.below() {
					scenes++
					out = append(out, newMark(sceneSort, uint32(hash(c.String()))*31+m.value()*2654435761).key())
				}
			}
		}
	}
	return out
}

// post makes e findable by its marks.
func (c *crossing) post(e *entry, s *seats) {
	c.items++
	for _, k := range e.keys() {
		c.holders[k] = s.insert(c.holders[k], e.number)
	}
	for _, m := range e.marks {
		if m.sort() == conceptSort {
			c.concepts[m.value()]++
		}
	}
}

// drop undoes post.
func (c *crossing) drop(e *entry) {
	c.items--
	for _, k := range e.keys() {
		if c.holders[k] = c.holders[k].without(e.number); len(c.holders[k]) == 0 {
			delete(c.holders, k)
		}
	}
	for _, m := range e.marks {
		if m.sort() == conceptSort {
			c.concepts[m.value()]--
		}
	}
}

// weight says how much it means that two items share the mark, 0 to 1.
func (c *crossing) weight(m mark) float64 {
	switch m.sort() {
	case nameSort:
		return nameLength[m.consonants()] * c.rarity(float64(c.names[m.key()]), len(c.holders[m.key()]))
	case numberSort:
		return numberWeight(m.number())
	case conceptSort:
		share := float64(c.concepts[m.value()]+conceptPrior) / float64(c.items+conceptItems)
		return math.Min(1, -math.Log(share)/conceptScale)
	}
	return 0
}

// nameLength is how far a name of so many consonants can be trusted.
var nameLength = [longestName + 1]float64{2: 0.3, 3: 0.65, 4: 0.9, 5: 1, 6: 1, 7: 1}

const (
	conceptPrior = 2   // items supposed to have each concept, ...
	conceptItems = 150 // ... of so many
	conceptScale = 4.5
)

// rarity is 1 for what stands in no line of the background and no item.
func (c *crossing) rarity(lines float64, holders int) float64 {
	lines += 1 + liveShare*float64(holders)
	total := c.lines + liveShare*float64(c.items)
	return math.Log(total/min(lines, total)) / math.Log(c.lines)
}

// across returns the entries of other languages that share the rarest marks
// with e, at most window apart from it, the best first. They are valid until the
// next search.
func (x *Index) across(e *entry, window time.Duration) []*entry {
	s := &x.search
	s.begin(len(x.seats.all))
	keys := e.keys()
	holders := x.crossing.holders
	slices.SortStableFunc(keys, func(a, b uint32) int { return cmp.Compare(len(holders[a]), len(holders[b])) })
	for _, k := range keys {
		items := holders[k]
		nominates := len(items) < crossCommon || len(s.found) < crossNominated
		s.nominate(&x.seats, items.newest(crossPosted), 1/math.Log(2+float64(len(items))), func(o *seat) bool {
			return nominates && o.tongue != e.tongue && o.entry != e && gap(e.at, o.when) <= window
		})
	}
	for _, number := range s.found {
		s.rank(number, s.overlap[number])
	}
	return s.best(&x.seats, crossNominated)
}
