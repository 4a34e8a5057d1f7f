package story

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

// roles are what people and bodies are, not who: they stand before a name with
// a capital and are none themselves.
var roles = stems(`
president vice prime minister ministry chancellor secretary general deputy foreign defence defense interior finance
energy trade health justice governor mayor senator senate congressman congress representative speaker king queen
prince princess crown emperor sultan emir sheikh ayatollah pope cardinal archbishop bishop rabbi ambassador envoy
chief chairman chairwoman director commissioner commander commandant admiral colonel captain major lieutenant
sergeant officer judge attorney prosecutor lawyer spokesman spokeswoman spokesperson leader opposition party
government parliament cabinet council court supreme assembly state treasury department office agency authority police army
navy military force troop guard coast air border republic republican democrat democratic conservative liberal labour
socialist mr mrs ms dr sir lord lady former ex acting son wife reuters ap afp news times post press tv radio
correspondent exclusive explainer analysis opinion factbox insight live watch replay war peace deal day week month year christmas easter
ramadan eid
`)

// parts belong to many names: they name nobody by themselves.
var parts = stems(`
north south east west northern southern eastern western central middle new great united saint san santa los las st
fort port lake mount cape sea gulf strait island islands river bay valley desert bank city street province region
district capital world global international national federal europe european africa african asia asian america
american arab latin western islamic islamist muslim christian jewish nazi catholic orthodox ai covid internet union
university airport house nbc cnn bbc cbs abc nyt wsj axios bloomberg fox cnbc xinhua tass rt pbs npr youtube
tiktok facebook instagram twitter telegram whatsapp google
`)

// governments are the places that stand for the government of their country.
var governments = map[string]string{
	"moscow": "RU", "kremlin": "RU", "beijing": "CN", "washington": "US", "white house": "US", "pentagon": "US", "kyiv": "UA",
	"kiev": "UA", "tehran": "IR", "london": "GB", "downing": "GB", "paris": "FR", "elysee": "FR", "berlin": "DE", "madrid": "ES",
	"rome": "IT", "warsaw": "PL", "ankara": "TR", "jerusalem": "IL", "damascus": "SY", "baghdad": "IQ", "beirut": "LB",
	"riyadh": "SA", "doha": "QA", "abu dhabi": "AE", "cairo": "EG", "new delhi": "IN", "delhi": "IN", "islamabad": "PK",
	"kabul": "AF", "tokyo": "JP", "seoul": "KR", "pyongyang": "KP", "taipei": "TW", "manila": "PH", "jakarta": "ID",
	"bangkok": "TH", "hanoi": "VN", "canberra": "AU", "ottawa": "CA", "mexico city": "MX", "havana": "CU", "caracas": "VE",
	"bogota": "CO", "brasilia": "BR", "buenos aires": "AR", "budapest": "HU", "vienna": "AT", "athens": "GR", "belgrade": "RS",
	"minsk": "BY", "tbilisi": "GE", "baku": "AZ", "yerevan": "AM", "khartoum": "SD", "addis ababa": "ET", "nairobi": "KE",
	"pretoria": "ZA", "abuja": "NG", "tripoli": "LY", "algiers": "DZ", "rabat": "MA", "tunis": "TN", "sanaa": "YE",
}

// particles stand inside names without a capital.
var particles = wordSet("of bin ibn al el de la der den von van da do dos du di")

// stems is wordSet for the stems of the words.
func stems(text string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		out[stem(w)] = true
	}
	return out
}

func wordSet(text string) map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(text) {
		out[w] = true
	}
	return out
}

// actors returns the actors of it, the weightiest first.
func (c *cast) actors(it feeds.Item) []actor {
	_, lead := cutDateline(cmp.Or(it.Summary, it.Text))
	var out []actor
	add := func(a actor) {
		if i := slices.IndexFunc(out, func(o actor) bool { return o.is(a) }); i < 0 {
			out = append(out, a)
		} else if len(a.label) > len(out[i].label) {
			out[i].label = a.label // "Shoigu" of the title is "Sergei Shoigu" below it
		}
	}
	for i, text := range []string{StripPublisher(it.Title), opening(lead)} {
		for _, run := range capitals(text, c.p.of.lang == inEnglish) {
			for _, a := range c.named(run) {
				a.titled = i == 0
				add(a)
			}
		}
	}
	if len(out) == 0 { // a language whose names are not told from its words
		for _, code := range c.p.of.countries {
			a := c.country(code.String())
			a.titled = true
			add(a)
		}
	}
	slices.SortStableFunc(out, func(a, b actor) int { return cmp.Compare(b.value(), a.value()) })
	out = out[:min(len(out), mostActors)]
	for i := range out {
		out[i].newest = c.lookUp(out[i])
	}
	return out
}

// named returns the actors of a run of words with capitals.
func (c *cast) named(run string) []actor {
	var out []actor
	var a actor
	whole := false // it has a word that is not only part of a name
	between := " " // with the particles since its last word
	end := func() {
		if whole {
			out = append(out, a)
		}
		a, whole, between = actor{}, false, " "
	}
	l := c.p.x.lexicon
	for _, w := range l.wordsOf(run, titleWords) {
		lex := l.words[w.key]
		code := cmp.Or(world.code[w.key], governments[w.folded])
		switch {
		case code != "":
			end()
			out = append(out, c.country(code))
		case particles[w.surface] && a.label != "":
			between += w.surface + " "
		case lex == nil || lex.id.kind() != name:
			end()
		default:
			if t, ok := c.p.of.term(lex.id); ok {
				a.words = append(a.words, lex.id)
				a.weight = max(a.weight, t.weight())
				whole = whole || !parts[w.key] && utf8.RuneCountInString(w.folded) > 1
			}
			a.label, between = strings.TrimSpace(a.label+between+w.surface), " "
		}
	}
	end()
	return out
}

func (c *cast) country(code string) actor {
	a := actor{label: world.label(code), code: code, weight: countryValue}
	if lex := c.p.x.lexicon.words[nameKey(a.label)]; lex != nil {
		a.words = []wordID{lex.id}
		if t, ok := c.p.of.term(lex.id); ok {
			a.weight = t.weight()
		}
	}
	return a
}

// opening returns the first sentences of a text, about as many as are read.
func opening(text string) string {
	if fields := strings.Fields(text); len(fields) > openWords {
		return strings.Join(fields[:openWords], " ")
	}
	return text
}

// capitals returns the runs of words of text that begin with a capital and are
// not parted by a sign: the places where names can stand. Unless sure, the
// first word of a sentence is left out, since it has a capital in any case.
func capitals(text string, sure bool) []string {
	var out, run []string
	end := func() {
		for len(run) > 0 && particles[run[len(run)-1]] {
			run = run[:len(run)-1]
		}
		if len(run) > 0 {
			out = append(out, strings.Join(run, " "))
		}
		run = nil
	}
	opens := true
	for _, field := range strings.Fields(text) {
		word := strings.TrimFunc(field, isSign)
		first, _ := utf8.DecodeRuneInString(word)
		if !strings.HasPrefix(field, word) {
			end()
		}
		switch {
		case unicode.IsUpper(first) && !isRole(word) && (sure || !opens):
			run = append(run, bare(word))
		case len(run) > 0 && particles[word]:
			run = append(run, word)
		default:
			end()
		}
		if !strings.HasSuffix(field, word) || bare(word) != word {
			end()
		}
		opens = strings.ContainsAny(field[len(field)-1:], ".!?:")
	}
	end()
	return out
}

func isRole(word string) bool {
	folded := fold(word)
	return roles[stem(folded)] || isDull[folded]
}

func isSign(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsNumber(r) }
