package story

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

// mark is one thing that an item says in a way that every language shares: a
// name, a number or a concept. From the highest bit it holds its sort, a hash or
// value, whether it stands only below the title, and which word of the item it
// is.
type mark uint32

// markSort is the sort of a mark.
type markSort uint8

const (
	nameSort markSort = iota
	numberSort
	conceptSort
)

// sceneSort is the sort of a concept in a country: by it items are found, but
// they are never compared by it.
const sceneSort = 3

const (
	sortShift  = 30
	valueShift = 6
	valueBits  = 24
	belowBit   = 1 << 5
	wordMask   = belowBit - 1
)

func newMark(s markSort, value uint32) mark {
	return mark(s)<<sortShift | mark(value&(1<<valueBits-1))<<valueShift
}

func (m mark) sort() markSort { return markSort(m >> sortShift) }
func (m mark) key() uint32    { return uint32(m >> valueShift) }
func (m mark) below() bool    { return m&belowBit != 0 }
func (m mark) word() int      { return int(m & wordMask) }

// value is the number or the concept of a mark.
func (m mark) value() uint32 { return uint32(m>>valueShift) & (1<<valueBits - 1) }

// number is the value of a mark that is one, to five digits.
func (m mark) number() float64 {
	return float64(math.Float32frombits(m.value() << (32 - 1 - valueBits)))
}

func numberMark(v float64) mark {
	return newMark(numberSort, math.Float32bits(float32(v))>>(32-1-valueBits))
}

// nameMark makes a mark of a skeleton; zero if it is too short to mean a thing.
// The lowest bits of its value say how many consonants it has.
func nameMark(skeleton string) mark {
	n := len(strings.TrimPrefix(skeleton, "A"))
	if n < shortestName {
		return 0
	}
	return newMark(nameSort, uint32(hash(skeleton))<<lengthBits|uint32(min(n, longestName)))
}

// consonants is how many a name has, at most longestName.
func (m mark) consonants() int { return int(m.value() & longestName) }

const (
	lengthBits  = 3
	longestName = 1<<lengthBits - 1
)

// What is read of an item across languages.
const (
	shortestName = 2  // consonants
	markedLead   = 35 // words below the title
	markedBytes  = 400
	mostMarks    = 24
	mostNumbers  = 6
)

// reader gathers the marks of one item.
type reader struct {
	v      *vocabulary
	l      *lexicon
	tongue string
	found  []mark
	below  mark // belowBit while the lead is read
	word   mark
}

// marks reads an item in the language tongue.
func (l *lexicon) marks(it *feeds.Item, title, lead, tongue string) []mark {
	r := &reader{v: loadVocabulary(), l: l, tongue: tongue}
	countries, named := tagWords(it.Tags)
	for _, at := range []struct {
		text  string
		limit int
		named []string
		below mark
	}{{title, titleWords, named[0], 0}, {cutBytes(lead, markedBytes), markedLead, named[1], belowBit}} {
		r.below = at.below
		for _, words := range at.named {
			r.next()
			r.name(strings.Join(strings.Fields(levelled(words)), ""))
		}
		r.read(blank(at.text, countries), at.limit)
	}
	return settled(r.found)
}

// cutBytes returns the first n bytes of s, with whole characters.
func cutBytes(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && !utf8.RuneStart(s[n]) {
		n--
	}
	return s[:n]
}

// countryRules and nameRules are the rules of tags whose words name a country,
// and those whose words name something else.
var (
	countryRules = []string{"country name", "demonym", "disputed place"}
	nameRules    = []string{"leader", "former leader", "later leader", "capital", "city", "province", "armed group", "institution"}
)

// tagWords returns the words that gave the tags: those that name countries, and
// names in scripts without spaces, of title and lead. A country that the reader
// has denied is no name either.
func tagWords(tags feeds.Tags) (countries []string, named [2][]string) {
	for _, t := range slices.Concat(tags.Countries, tags.Denied) {
		for _, e := range t.Why {
			first, _ := utf8.DecodeRuneInString(e.Words)
			switch {
			case slices.Contains(countryRules, e.Rule):
				countries = append(countries, e.Words)
			case !slices.Contains(nameRules, e.Rule) || classOf(first, other) != runs:
			case e.Field == feeds.FieldTitle:
				named[0] = append(named[0], e.Words)
			case e.Field == feeds.FieldSummary || e.Field == feeds.FieldText:
				named[1] = append(named[1], e.Words)
			}
		}
	}
	return countries, named
}

// blank takes words out of text.
func blank(text string, words []string) string {
	for _, w := range words {
		text = strings.ReplaceAll(text, w, " ")
	}
	return text
}

// next begins a new word.
func (r *reader) next() { r.word = min(r.word+1, wordMask) }

func (r *reader) add(m mark) {
	if m != 0 {
		r.found = append(r.found, m|r.below|r.word)
	}
}

// read adds what a text says.
func (r *reader) read(text string, limit int) {
	ts, lang := unitsOf(text, limit, r.l.unit), r.tongue
	if !r.v.langs[lang] {
		lang = "" // one that has no concepts of its own is read by those of all
	}
	for i, t := range ts {
		r.next()
		known := false
		for _, m := range t.begins {
			if m.fits(lang, ts[i:]) {
				known = true
				r.add(r.v.mark(m))
			}
		}
		switch {
		case t.run:
			r.foreign(t)
		case !known && r.isName(t):
			r.named(t)
		}
	}
	if !strings.ContainsFunc(text, unicode.IsDigit) {
		return
	}
	for _, v := range numbers(levelled(text), mostNumbers) {
		r.next()
		r.add(numberMark(v))
	}
}

// isName says whether a word of a script with spaces may be a name: it has a
// capital, or its script has none, and it is no common word.
func (r *reader) isName(t *unit) bool {
	return (t.capital || t.uncased) && !t.common && (r.tongue != english || !t.plain)
}

// settled returns marks in order, each once, at most mostMarks: what is in the
// title first.
func settled(all []mark) []mark {
	slices.SortFunc(all, func(a, b mark) int {
		return cmp.Or(cmp.Compare(a.key(), b.key()), cmp.Compare(a&belowBit, b&belowBit))
	})
	all = slices.CompactFunc(all, func(a, b mark) bool { return a.key() == b.key() })
	if len(all) > mostMarks {
		slices.SortStableFunc(all, func(a, b mark) int { return cmp.Compare(a&belowBit, b&belowBit) })
		all = all[:mostMarks]
		slices.Sort(all)
	}
	return slices.Clone(all)
}
