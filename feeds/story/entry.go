package story

import (
	"cmp"
	"math"
	"slices"
	"time"

	"dateline/feeds"
)

// entry is what the index keeps of one item.
type entry struct {
	id        feeds.ItemID
	feed      feeds.FeedID
	wire      string
	at        time.Time // zero if unknown
	countries []string  // that the item is about
	lang      string
	titleKey  string // the folded title
	terms     []term // in order of lexeme
	length    float64
	names     float64 // length of the part that is names and numbers
	below     int     // terms that stand only below the title
	in        *cluster

	// Of the search going on, see candidates.
	search  uint64
	overlap float64
}

// cluster is one story: its items that are in the index, in order of arrival.
type cluster struct {
	id    feeds.StoryID
	items []*entry
}

// first is the time of the oldest item.
func (c *cluster) first() time.Time {
	at := c.items[0].at
	for _, e := range c.items[1:] {
		if e.at.Before(at) {
			at = e.at
		}
	}
	return at
}

// term is one word of an item.
type term struct {
	*lexeme
	weight float32 // times the factor of its place: 1 in the title, less below
	title  bool
}

// What is read of an item, in words, and how much a word counts by its place.
const (
	titleWords = 40
	leadWords  = 120
	openWords  = 40 // of the lead: its first sentences
	openFactor = 0.6
	restFactor = 0.4
	mostTerms  = 48
	dull       = 0.22 // words lighter than this are left out
)

// entry reads an item. It changes nothing in the lexicon but the surface of
// its words.
func (l *lexicon) entry(it *feeds.Item) *entry {
	_, lead := cutDateline(cmp.Or(it.Summary, it.Text))
	title := StripPublisher(it.Title)
	head := joinPhrases(split(title, titleWords), l.background.phrases)
	body := joinPhrases(split(lead, leadWords), l.background.phrases)
	e := &entry{
		id: it.ID, feed: it.Feed, wire: it.Wire, at: it.Published, countries: about(it.Tags),
		lang: languageOf(append(slices.Clip(head), body...)), titleKey: fold(title),
	}
	e.terms = l.terms(head, body, e.lang)
	if len(e.countries) == 0 {
		e.countries = world.named(head)
	}
	for _, t := range e.terms {
		square := float64(t.weight) * float64(t.weight)
		e.length += square
		if t.named() {
			e.names += square
		}
		if !t.title {
			e.below++
		}
	}
	e.length, e.names = math.Sqrt(e.length), math.Sqrt(e.names)
	return e
}

// terms returns the words that mean something, each once.
func (l *lexicon) terms(head, body []word, lang string) []term {
	var out []term
	seen := map[string]bool{}
	for i, w := range slices.Concat(head, body) {
		if seen[w.key] || dropped(w, lang) {
			continue
		}
		seen[w.key] = true
		lex := l.find(w)
		weight := l.weight(lex, lang)
		if weight < dull {
			continue
		}
		lex.surface = w.surface
		out = append(out, term{lex, float32(weight * placeFactor(i, len(head))), i < len(head)})
	}
	if len(out) > mostTerms {
		slices.SortStableFunc(out, func(a, b term) int { return cmp.Compare(b.weight, a.weight) })
		out = out[:mostTerms]
	}
	out = slices.Clone(out) // the index keeps it: no spare room
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.id, b.id) })
	return out
}

// term returns the term of the lexeme with that id, and whether e has it.
func (e *entry) term(id uint32) (term, bool) {
	i, ok := slices.BinarySearchFunc(e.terms, id, func(t term, id uint32) int { return cmp.Compare(t.id, id) })
	if !ok {
		return term{}, false
	}
	return e.terms[i], true
}

// placeFactor weighs the word at i of an item whose title has head words.
func placeFactor(i, head int) float64 {
	switch {
	case i < head:
		return 1
	case i < head+openWords:
		return openFactor
	}
	return restFactor
}

// about returns the countries an item is about: those marked so, else all
// that it names. A country that only the feed stands for says nothing.
func about(tags feeds.Tags) []string {
	var marked, all []string
	for _, t := range tags.Countries {
		if !inText(t) {
			continue
		}
		all = append(all, t.Code)
		if t.About {
			marked = append(marked, t.Code)
		}
	}
	if len(marked) > 0 {
		return marked
	}
	return all
}

// inText says whether any evidence of t comes from the item itself.
func inText(t feeds.Tag) bool {
	return len(t.Why) == 0 || slices.ContainsFunc(t.Why, func(e feeds.Evidence) bool { return e.Field != feeds.FieldFeed })
}
