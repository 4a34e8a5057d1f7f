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

// localTables names the tables of other languages than English.
var localTables = []string{"local", "words_west", "words_east"}

// buildLexicon reads all tables.
func buildLexicon() *lexicon {
	l := &lexicon{
		words: make(map[string]word, 16384), edges: make(map[uint64]int32, 16384), entries: make([]*entry, 1, 16384),
		given: map[word]bool{}, office: map[word]bool{}, abbreviated: map[word]bool{},
		stems: make(map[string]int32, 16384), bends: make([]bend, 1, 16384), languages: map[string]languages{},
	}
	l.addSmallWords()
	l.addMasks()
	l.addCountries()
	for _, t := range lists {
		for r := range readTable(t.table) {
			l.addRow(r, t.rule)
		}
	}
	es := readEndings()
	for _, t := range localTables {
		l.addLocal(t, es)
	}
	l.addNeighbours()
	l.addContexts()
	return l
}

func (l *lexicon) add(name string, codes []string, rule string, langs languages) *entry {
	e := l.name(name, langs)
	if e.plain.rule == nil {
		e.plain = sense{codes: codes, rule: ruleNamed(rule)}
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
	codes := strings.Fields(r.get("codes"))
	t := term{r.get("from"), r.get("until")}
	for _, n := range append(r.list("name"), r.list("names")...) {
		e := l.add(n, codes, rule, 0)
		if rule == "leader" && t != (term{}) && slices.Equal(e.plain.codes, codes) {
			e.plain.terms = append(e.plain.terms, t)
		}
	}
}

// addLocal enters a table of names in other languages. Rows without a rule are
// names of countries.
func (l *lexicon) addLocal(table string, es endings) {
	for r := range readTable(table) {
		codes := strings.Fields(r.get("codes"))
		rule := cmp.Or(r.get("rule"), "country name")
		for _, n := range r.list("name") {
			var langs languages
			if isLatin(n) {
				langs = l.languagesOf(r.get("languages"))
			}
			l.add(n, codes, rule, langs)
			l.inflect(es, n, codes, rule, r.get("languages"), langs)
		}
	}
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

func (l *lexicon) addContexts() {
	for r := range readTable("contexts") {
		rd := l.parseReading(r.get("when"))
		if c := r.get("codes"); c != "-" {
			rd.codes = strings.Fields(c)
		}
		if r.get("name") == "*" {
			l.anyPlace = append(l.anyPlace, rd)
			continue
		}
		e := l.name(r.get("name"), 0)
		if rule := r.get("rule"); rule != "" {
			e.plain.rule = ruleNamed(rule)
		}
		e.readings = append(e.readings, rd)
		e.late = e.late || rd.alone || rd.with != nil
	}
}
