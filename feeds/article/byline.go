package article

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
)

// bylineWords are what a byline begins with before its names, in the languages
// that write it: one that stands before a name only, then those that a colon
// may follow.
const (
	byWords = `by|por|par|von|di|da|door|av|af|autor|autora|autore|auteur|автор|автори|текст|szerző|skribent|tekst|text|testo|texte|texto|foto und text|` +
		`yazan|yazar|oleh|penulis|przez|od|bởi|tác giả|συντάκτης|του|της|מאת|נכתב על ידי|بقلم|كتب|كتبت|إعداد|الكاتب|نویسنده|लेखक|ผู้เขียน|โดย|作者|文|撰文|記者|记者|编辑|기자|글`
	byVerbs = `(?:written|posted|published|reported|authored|story|article|words|report|analysis|opinion|review|interview|commentary|a cura|geschrieben|` +
		`veröffentlicht|erstellt|eingestellt|verfasst|ein beitrag|ein artikel|ein gastbeitrag|gastbeitrag|kommentar|publicado|escrito|escrita|publié|écrit|propos recueillis|` +
		`pubblicato|scritto|geplaatst|geschreven|skrevet|skriven|опубликовал|post author)`
)

// bylineStart is what a byline line begins with, up to its first name.
var bylineStart = lazy(`^(?i:(?:` + byVerbs + `\s+)?(?:` + byWords + `)|interview|reporting|reporter|author|authors|redaktion|` + byVerbs + `\s*:)(?:\s*[:：]\s*|\s+)` +
	`(?i:by\s+)?(\p{Lu}|\p{Lo}|\p{Ll}{2,3} \p{Lu})`)

// bylineEnd is what follows the names in the same line: a date, a time of
// reading, what the reader may do, a place, an address.
var bylineEnd = lazy(`(?i)\s*(?:\||•|·|—|–|\s-\s|\(|\[|»|►|` +
	`\b(?:published|updated|posted|last updated|created|geändert|aktualisiert|stand|veröffentlicht|publié|publicado|atualizado|actualizado|aggiornato|обновлено|опубликовано)\b|` +
	`\b(?:follow|view|read more|more (?:from|by)|see more|contact|email|e-mail|share|show|edit|alle (?:artikel|beiträge)|alles von|mehr (?:von|artikel)|über |kategorien?|kontakt|minutes? read|min read|lesezeit|tiempo de lectura|hace \d|vor \d|\d+ (?:hours?|days?|min\w*) ago|for the|mitglied|is an?|covers|writes)\b|` +
	`\s(?:기자|특파원)(?:\s|$)|,?\s*\b(?:on|am|le|el|il|in|um|at) (?:\d|\pL{3,12},? \d|\pL{3,12}, \d{1,2})|` +
	`,?\s*\b(?:mon|tues|wednes|thurs|fri|satur|sun|mo|di|mi|do|fr|sa|so|mon|diens|donners|frei|sams|sonn)(?:day|tag|woch)?,? \d|,?\s*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|,?\s*\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b|` +
	`,?\s*\d{1,2}[./]\s?\d|,?\s*\d{1,2}\.?\s+\pL{3,10}\.?,? \d{4}|,?\s*\b\pL{3,9}\.? \d{1,2},? \d{4}|\s\d{1,2}:\d\d|\s\d+\s*$|\S*@\S+|https?://|www\.).*$`)

// notNames are what content systems and comment forms write where an author
// should stand, folded.
var notNames = set(`admin administrator editor editors staff webmaster user root author authors web online newsroom redaktion redacción redação redazione desk none null
	undefined noauthor unknown anonymous name nameerforderlich namerequired email datum date by von follow comment comments says sagt gast guest wordpressadmin
	webteam webredaktion onlineredaktion dieredaktion redaktionell staffreporter staffwriter staffwriters ourcorrespondent correspondent newsdesk webdesk team artikelvon share
	редакция редактор админ 管理员 编辑 编辑部 admin1 superuser default postedby publishedby veröffentlichtam publiziertam`)

// roles are what follows a name after a comma and is none: "Ann Lund, senior
// editor".
var roles = lazy(`(?i)\b(?:editor|reporter|correspondent|journalist|columnist|staff writer|senior writer|bureau chief|producer|photographer|redakteur(?:in)?|` +
	`korrespondent(?:in)?|journaliste|corr[e]spondante?|corresponsal|periodista|redactor(?:a)?|jornalista|корреспондент|обозреватель|журналист|muhabir[iı]?|redattore)\b|记者$|記者$|기자$`)

// said are words of comments and forms that no byline has.
var said = lazy(`(?i)\b(?:says|said|sagt|schreibt|meint|dit|escribió|erforderlich|required|comentó|kommentar|comment|copyright|rights reserved|designed|followers|javascript)\b|[*?!©]`)

// cleanByline returns the names of a byline without what leads up to them, or
// "" if it holds none.
func cleanByline(s string) string {
	s = feeds.Clean(s, maxField)
	for range 2 {
		m := bylineStart().FindStringSubmatchIndex(s)
		if m == nil {
			break
		}
		s = s[m[2]:]
	}
	s = bylineEnd().ReplaceAllString(s, "")
	if strings.Contains(s, "://") || said().MatchString(s) {
		return ""
	}
	var names []string
	for part := range strings.FieldsFuncSeq(s, func(r rune) bool { return r == ',' || r == ';' || r == '、' || r == '，' || r == '|' }) {
		names = appendName(names, part)
	}
	if s = feeds.Clean(strings.Join(names, ", "), maxField); len(s) > maxLabel || strings.ContainsFunc(s, unicode.IsNumber) && !strings.ContainsFunc(s, unicode.IsUpper) {
		return ""
	}
	return s
}

// appendName adds a part of a byline if it is a name that is not there yet.
func appendName(names []string, part string) []string {
	part = strings.TrimLeft(strings.TrimRight(part, " :-–—/&"), " .:-–—/&")
	if initial := strings.LastIndexByte(part, ' '); len(part)-initial > 4 || strings.Count(part, ".") == 1 && len(part)-initial > 3 {
		part = strings.TrimRight(part, ".")
	}
	part = strings.TrimSuffix(part, " and")
	folded := fold(part)
	switch {
	case folded == "" || notNames[folded] || strings.HasPrefix(part, "@"):
		return names
	case len(names) > 0 && roles().MatchString(part):
		return names
	case slices.ContainsFunc(names, func(n string) bool { return fold(n) == folded }):
		return names
	}
	return append(names, part)
}

// maxNameWords is how many words one byline has at most; a longer one is a
// sentence.
const maxNameWords = 24

// firstByline returns the first of the lines that names somebody else than
// the outlet itself, and is not the headline.
func firstByline(lines, sites []string, title string) string {
	for _, line := range lines {
		line = cleanByline(line)
		var names []string
		for name := range strings.SplitSeq(line, ", ") {
			if name != "" && !isSite(sites, name) && fold(name) != fold(title) {
				names = append(names, withoutSite(name, sites))
			}
		}
		if line = feeds.Clean(strings.Join(names, ", "), maxField); line != "" && strings.Count(line, " ") < maxNameWords {
			return line
		}
	}
	return ""
}

// particles are the words that names write small.
var particles = set("van von der den de del della di da do dos das du la le el al bin ben ibn y e et und and og och en i und zu zum ter ten te af av und of the for & mit with und")

// isNamed says whether a byline that is known by its words only is made of
// names: in scripts that tell, each word has its capital.
func isNamed(s string) bool {
	for w := range strings.FieldsSeq(s) {
		first, _ := utf8.DecodeRuneInString(strings.TrimLeft(w, `"'“„«(`))
		if unicode.IsLower(first) && !particles[strings.Trim(w, ",.")] {
			return false
		}
	}
	return strings.Count(s, " ") < maxNameWords/2
}
