package region

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"
)

// lists names the tables whose rows are names with codes, in order of
// precedence: of two senses of one name the first stays.
var lists = []struct{ table, rule string }{
	{"disputed", "disputed place"},
	{"wars", "named war"},
	{"states", "state"},
	{"provinces", "province"},
	{"cities", "city"},
	{"seats", "seat of government"},
	{"leaders", "leader"},
	{"groups", "armed group"},
	{"institutions", "institution"},
	{"areas", "area named"},
}

//go:generate go run cldr_gen.go DIR

// localTables names the tables of other languages than English.
var localTables = []string{"local", "words_west", "local_east", "words_cyrillic", "words_east"}

// contextTables names the tables of readings; those for other languages than
// English come first, as they hold in these alone.
var contextTables = []string{"contexts_west", "contexts_east", "contexts"}

// eastern are the tables of names in other letters than Latin and Greek ones.
var eastern = map[string]bool{"local_east": true, "words_cyrillic": true, "words_east": true, "contexts_east": true}

// buildLexicon reads the tables, the eastern ones among them if so told.
func buildLexicon(all bool) *lexicon {
	l := newLexicon(all)
	l.addSmallWords()
	l.addMasks()
	l.addCountries()
	for _, t := range lists {
		for r := range readTable(t.table) {
			l.addRow(r, t.rule)
		}
	}
	l.addLocal()
	for _, t := range l.chosen(contextTables) {
		l.addReadNames(t)
	}
	l.inNames = l.count
	l.addNeighbours()
	for _, t := range l.chosen(contextTables) {
		l.addContexts(t)
	}
	return l
}

// newLexicon makes room for the names, so that little has to grow.
func newLexicon(all bool) *lexicon {
	words, further, nodes := 17000, 9000, 22000
	if all {
		words, further, nodes = 30000, 26500, 49500
	}
	return &lexicon{
		eastern: all,
		words:   make(map[string]word, words), first: make([]int32, 0, words), edges: make(map[uint64]int32, further),
		entries: make([]*entry, 1, nodes), shapes: make([]shape, 0, nodes+nodes/2),
		given: map[word]bool{}, office: map[word]bool{}, abbreviated: map[word]bool{},
		stems: make(map[string]int32, 6500), bends: make([]bend, 1, 10000), languages: map[string]languages{}, codes: map[string][]string{},
	}
}

func (l *lexicon) add(name string, codes []string, rule string, langs languages) *entry {
	e := l.name(name, langs)
	switch {
	case e.plain.rule == nil:
		e.plain = sense{codes: codes, rule: ruleNamed(rule)}
	case langs != 0 && !slices.Equal(codes, e.plain.codes):
		e.spellings[len(e.spellings)-1].own = &sense{codes: codes, rule: ruleNamed(rule)}
	}
	return e
}

// addMasks enters the spans that are no place: names without codes.
func (l *lexicon) addMasks() {
	for r := range readTable("masks") {
		l.add(r.get("name"), nil, "country name", 0)
	}
}

func (l *lexicon) addCountries() {
	for r := range readTable("countries") {
		codes := []string{r.get("code")}
		l.add(r.get("name"), codes, "country name", 0)
		for _, n := range r.list("variants") {
			l.add(n, codes, "country name", 0)
		}
		for _, n := range r.list("demonyms") {
			l.add(n, codes, "demonym", 0)
			if p := plural(n); p != n {
				l.add(p, codes, "demonym", 0)
			}
		}
		for _, n := range r.list("capitals") {
			l.add(n, codes, "capital", 0)
		}
	}
}

// plural returns the plural of a demonym; those in -ese, -sh, -ch and -ss have
// none of their own.
func plural(demonym string) string {
	for _, end := range []string{"s", "ese", "sh", "ch", "men", "x", "-"} {
		if strings.HasSuffix(demonym, end) {
			return demonym
		}
	}
	return demonym + "s"
}

// addRow enters a row with one name, or with a list of names.
func (l *lexicon) addRow(r row, rule string) {
	codes := l.codesIn(r)
	t := term{r.get("from"), r.get("until")}
	names := r.list("name")
	if names == nil {
		names = r.list("names")
	}
	for _, n := range names {
		e := l.add(n, codes, rule, 0)
		if t != (term{}) && slices.Equal(e.plain.codes, codes) {
			e.plain.terms = append(e.plain.terms, t)
		}
	}
}

// chosen returns those of the tables that l reads.
func (l *lexicon) chosen(tables []string) []string {
	if l.eastern {
		return tables
	}
	return slices.DeleteFunc(slices.Clone(tables), func(t string) bool { return eastern[t] })
}

// localName is a name in another language than English.
type localName struct {
	name, rule string
	codes      []string
	langs      languages // 0 if no others share its letters
	grammars   []grammar
}

// addLocal enters the tables of names in other languages. Rows without a rule
// are names of countries.
func (l *lexicon) addLocal() {
	es := readEndings()
	var adjectives []localName
	for _, t := range l.chosen(localTables) {
		for r := range readTable(t) {
			rule, list := cmp.Or(r.get("rule"), "country name"), r.get("languages")
			n := localName{rule: rule, codes: l.codesIn(r), grammars: l.grammars(es, rule, list)}
			guessed := l.guessed(list)
			for _, n.name = range r.list("name") {
				if n.langs = guessed & l.signed; isLatin(n.name) {
					n.langs = cmp.Or(guessed, anyLanguages)
				}
				if l.addInflected(n) {
					adjectives = append(adjectives, n)
				}
			}
		}
	}
	l.addAdjectives(adjectives)
}

// addInflected enters a name and its forms, and says whether it is one word in
// small letters.
func (l *lexicon) addInflected(n localName) bool {
	one := isOneWord(n.name)
	l.adopting = !one
	l.add(n.name, n.codes, n.rule, n.langs)
	l.adopting = false
	l.inflect(n.name, n.grammars)
	return one && shapeOf(n.name) == 0
}

func isOneWord(name string) bool {
	_, end, _ := nextWord(name, 0)
	return end == len(name)
}

// codesIn returns the codes of a row; none for a dash, which tells a name that is
// no place.
func (l *lexicon) codesIn(r row) []string {
	list := r.get("codes")
	codes, ok := l.codes[list]
	if !ok && list != "-" {
		codes = strings.Fields(list)
		l.codes[list] = codes
	}
	return codes
}

// isLatin says whether a name is in the script of English, so that it may equal
// an English word.
func isLatin(name string) bool {
	first, _ := utf8.DecodeRuneInString(name)
	return first < 0x250
}

func (l *lexicon) addNeighbours() {
	kinds := map[string]map[word]bool{"given": l.given, "office": l.office, "abbreviation": l.abbreviated}
	for r := range readTable("names") {
		kinds[r.get("kind")][l.numberOf(r.get("word"))] = true
	}
}

// addReadNames enters the names that only a table of readings knows: it gives
// their rule.
func (l *lexicon) addReadNames(table string) {
	for r := range readTable(table) {
		if rule := r.get("rule"); rule != "" {
			l.name(r.get("name"), 0).plain.rule = ruleNamed(rule)
		}
	}
}

func (l *lexicon) addContexts(table string) {
	for r := range readTable(table) {
		rd := l.parseReading(r.get("when"))
		rd.codes = l.codesIn(r)
		if r.get("name") == "*" {
			l.anyPlace = append(l.anyPlace, rd)
			continue
		}
		e := l.find(r.get("name"))
		if e == nil {
			e = l.name(r.get("name"), 0)
		}
		e.readings = append(e.readings, rd)
		e.late = e.late || rd.alone || rd.with != nil
	}
}
