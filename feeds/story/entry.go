package story

import (
	"cmp"
	"hash/fnv"
	"io"
	"math"
	"slices"
	"unique"

	"dateline/feeds"
)

// entry is what the index keeps of one item. Feeds, wires and languages are few
// and named again and again: each is held once and known by its handle.
type entry struct {
	id        feeds.ItemID
	in        *cluster
	feed      unique.Handle[feeds.FeedID]
	wire      unique.Handle[string]
	lang      unique.Handle[string] // of its words, see languageOf
	tongue    unique.Handle[string] // in which it is, see tongueOf
	at        instant
	titleKey  uint64  // hash of the folded title
	label     uint64  // hash of the name of a column before it; zero if there is none
	terms     []term  // in order of word
	length    float64 // of the terms
	marks     []mark  // in order: what it says in any language
	countries []code  // that it is about
	number    uint32  // its seat in the index
	print     uint32  // of its text, see copies; 0 if there is none
	below     uint8   // terms that stand only below the title
	guessed   bool    // at is not what the feed gave
}

var (
	noFeed    = unique.Make(feeds.FeedID(""))
	inEnglish = unique.Make(english)
)

// code is that of a country, its two letters: ISO 3166-1 alpha-2 or XK.
type code uint16

func codeOf(s string) code {
	var two [2]byte
	copy(two[:], s)
	return code(two[0])<<8 | code(two[1])
}

func (c code) String() string { return string([]byte{byte(c >> 8), byte(c)}) }

// byAge orders entries, the oldest first and of one time that of the lowest ID.
// It does not tell in which order they came, so that after a restart all stands
// as it stood.
func byAge(a, b *entry) int { return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.id, b.id)) }

// term is one word of an item. It takes eight bytes: an index holds millions.
type term struct {
	word   wordID
	packed float32 // its weight; negative below the title
}

func newTerm(id wordID, weight float64, title bool) term {
	if !title {
		weight = -weight
	}
	return term{id, float32(weight)}
}

// weight is that of the word, times the factor of its place: 1 in the title,
// less below.
func (t term) weight() float64 { return math.Abs(float64(t.packed)) }
func (t term) title() bool     { return t.packed > 0 }
func (t term) kind() wordKind  { return t.word.kind() }

func (t term) square() float64 { return t.weight() * t.weight() }

// tells says whether a side has to know of t.
func (t term) tells() bool { return t.title() || t.kind().counts() }

// What is read of an item, in words, and how much a word counts by its place.
const (
	titleWords = 40
	leadWords  = 120
	openWords  = 40 // of the lead: its first sentences
	openFactor = 0.6
	restFactor = 0.4
	fullFactor = 0.4 // of a name of the title written in full: who shares its words shares one name
	mostTerms  = 48
	dull       = 0.22 // words lighter than this are left out
)

// entry reads an item and keeps its words: the caller posts it.
func (l *lexicon) entry(it *feeds.Item) *entry {
	_, lead := cutDateline(cmp.Or(it.Summary, it.Text))
	title := StripPublisher(it.Title)
	ws := uncased(l.appendWords(l.reading[:0], title, titleWords))
	head := len(ws)
	ws = l.appendWords(ws, lead, leadWords)
	l.reading = ws
	lang := languageOf(ws)
	tongue := tongueOf(it.Language, lang, title)
	e := &entry{
		id: it.ID, feed: unique.Make(it.Feed), wire: unique.Make(it.Wire), at: instantOf(it.Published),
		lang: unique.Make(lang), tongue: unique.Make(tongue), guessed: it.Date != feeds.DateGiven,
		titleKey: hash(fold(title)), label: l.label(title), countries: about(it.Tags),
		terms: l.terms(ws, head, lang), marks: l.marks(it, title, lead, tongue),
	}
	for _, t := range e.terms {
		e.length += t.square()
		if !t.title() {
			e.below++
		}
	}
	e.length = math.Sqrt(e.length)
	return e
}

func hash(s string) uint64 {
	h := fnv.New64a()
	_, _ = io.WriteString(h, s) // a hash takes everything
	return h.Sum64()
}

// weighed is a word of an item that may be one of its terms.
type weighed struct {
	*lexeme
	surface string
	weight  float64
	title   bool
}

// terms keeps the words that mean something, each once. The first head of ws
// stand in the title.
func (l *lexicon) terms(ws []*word, head int, lang string) []term {
	all, ours := l.weighed[:0], languageNamed(lang)
	l.round++
	for i, w := range ws {
		if w.dull || slices.Contains(w.langs, ours) {
			continue
		}
		lex := l.find(w, lang)
		if l.again(lex, all) {
			continue
		}
		if weight := l.weight(lex, lang); weight >= dull {
			weight *= placeFactor(i, head)
			if lang == english && lex.id.kind() != country && l.belongsToName(ws, i, head) {
				weight *= fullFactor
			}
			all = append(all, weighed{lex, w.surface, weight, i < head})
		}
	}
	l.weighed = all
	if len(all) > mostTerms {
		slices.SortStableFunc(all, func(a, b weighed) int { return cmp.Compare(b.weight, a.weight) })
		all = all[:mostTerms]
	}
	out := make([]term, len(all))
	for i, f := range all {
		l.keep(f.lexeme, f.surface)
		out[i] = newTerm(f.id, f.weight, f.title)
	}
	slices.SortFunc(out, func(a, b term) int { return cmp.Compare(a.word, b.word) })
	return out
}

// belongsToName says whether the word at i stands below the title in a run of
// capitals with a name of the title. It is then most likely the rest of that
// name or its office, "Prime Minister Jane" before "Doe", and who shares it
// shares no more than the name.
func (l *lexicon) belongsToName(ws []*word, i, head int) bool {
	if i < head || !ws[i].capital {
		return false
	}
	first, last := i, i
	for first > head && ws[first-1].capital {
		first--
	}
	for last+1 < len(ws) && ws[last+1].capital {
		last++
	}
	return slices.ContainsFunc(ws[first:last+1], func(w *word) bool {
		titled := slices.ContainsFunc(ws[:head], func(t *word) bool { return t.key == w.key })
		return titled && l.find(w, english).id.kind() == name
	})
}

// term returns the term of the word, and whether e has it.
func (e *entry) term(id wordID) (term, bool) {
	i, ok := slices.BinarySearchFunc(e.terms, id, func(t term, id wordID) int { return cmp.Compare(t.word, id) })
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
func about(tags feeds.Tags) []code {
	var marked, all []code
	for _, t := range tags.Countries {
		if !inText(t) {
			continue
		}
		all = append(all, codeOf(t.Code))
		if t.About {
			marked = append(marked, codeOf(t.Code))
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
