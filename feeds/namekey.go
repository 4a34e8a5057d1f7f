package feeds

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// calledRunes is how many characters of what a feed calls itself are shown: many
// call themselves by a sentence, which would leave a row no room for the rest.
const calledRunes = 40

// brief returns the first words of a long name.
func brief(name string) string {
	rs := []rune(name)
	if len(rs) <= calledRunes {
		return name
	}
	short := string(rs[:calledRunes-1])
	if i := strings.LastIndexByte(short, ' '); i > 0 {
		short = short[:i]
	}
	return strings.TrimRightFunc(short, func(r rune) bool { return !isWord(r) && !unicode.IsMark(r) }) + "…"
}

// noNames are words that say what a document is and not whose.
var noNames = wordSet("rss rss2 atom xml rdf json feed feeds channel title untitled default index home homepage test null undefined")

// partNames are words that name a part of what an outlet has. Some of noNames
// are among them: "RSS News" says no more than "News".
var partNames = wordSet("rss atom xml feed feeds home news newsfeed latest breaking top all main recent headlines headline stories story articles " +
	"article posts updates live today world international global national politics business blog press releases release media front page " +
	"новости лента главная noticias últimas actualidad portada actualités accueil nachrichten aktuell startseite schlagzeilen notizie " +
	"ultime notícias haberler gündem nieuws berita wiadomości أخبار الأخبار 新闻 新聞 要闻 ニュース 뉴스 समाचार")

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[joined(nameKey(w))] = true
	}
	return out
}

// allIn says whether no word is outside of the set. It is so of no words.
func allIn(words []string, set map[string]bool) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !set[w] })
}

// isAddress says whether a title is an address and nothing else.
func isAddress(title string) bool {
	return !strings.Contains(title, " ") && (holdsAddress(title) || strings.Contains(title, "/"))
}

// holdsAddress says whether a dot stands within a word: there a host may be
// named.
func holdsAddress(title string) bool {
	rs := []rune(title)
	for i := 1; i+1 < len(rs); i++ {
		if isDot(rs[i]) && isWord(rs[i-1]) && isWord(rs[i+1]) {
			return true
		}
	}
	return false
}

// isDot says whether r parts the labels of a host (IDNA, UTS #46) or looks so.
func isDot(r rune) bool { return strings.ContainsRune(".。．｡․", r) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// mixesScripts says whether letters stand side by side that look alike and are
// not the same: of the Latin script and of the Cyrillic, the Greek or those of
// phonetics, some of which are small capitals.
func mixesScripts(s string) bool {
	has := func(t ...*unicode.RangeTable) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, t...) })
	}
	return has(unicode.Latin) && has(unicode.Cyrillic, unicode.Greek, phonetic)
}

var phonetic = &unicode.RangeTable{R16: []unicode.Range16{{0x0250, 0x02af, 1}, {0x1d00, 0x1dbf, 1}}}

// nameKey is the same for names that read the same: their words without case,
// accents and marks, and with one letter for those that look like it.
func nameKey(name string) []string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			r = unicode.ToLower(r)
			return cmp.Or(twins[r], r)
		}
		return ' '
	}, norm.NFKD.String(name))
	return strings.Fields(plain)
}

func joined(words []string) string { return strings.Join(words, "") }

// twins are letters and digits that look like a Latin letter, small or capital,
// each with the one that stands for it.
var twins = pairs("0o 1l il " + // an I is an l to many
	"аa вb еe кk мm нh оo рp сc тt уy хx іl їl ѕs јj һh ԁd ԛq ԝw " + // Cyrillic
	"αa βb εe ζz ηh ιl κk μm νn οo ρp τt υy χx") // Greek

func pairs(s string) map[rune]rune {
	out := map[rune]rune{}
	for _, pair := range strings.Fields(s) {
		r := []rune(pair)
		out[r[0]] = r[1]
	}
	return out
}
