package article

import (
	"maps"
	"math"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"dateline/feeds"
)

// dateline is the line "Beijing (AFP) Feb 1, 2026" above or at the start of a
// text: where, whose text, when.
type dateline struct {
	place, wire string
	date        time.Time
}

// otherWires are the agencies of datelines whose names mean other things too
// anywhere else, so that feeds.Agencies leaves them out.
var otherWires = map[string]string{
	"ana": "ANA", "antara": "Antara", "app": "APP", "aps": "APS", "ats": "ATS", "keystone-ats": "ATS", "bss": "BSS", "hina": "HINA", "map": "MAP",
	"maps": "MAP", "mena": "MENA", "notimex": "Notimex", "petra": "Petra", "ritzau": "Ritzau", "spx": "SPX", "tt": "TT", "télam": "Télam", "telam": "Télam", "vna": "VNA",
}

// wires maps how texts name agencies, in lower case, to the name that is
// shown.
var wires = sync.OnceValue(func() map[string]string {
	all := maps.Clone(otherWires)
	for _, a := range feeds.Agencies() {
		for _, form := range a.Forms {
			all[strings.ToLower(form)] = a.Name
		}
	}
	return all
})

// The parts of a dateline.
const (
	placePart = `(?P<place>[\p{Lu}\p{Lo}][\pL\pM.'’ -]{1,40}(?:, ?[\p{Lu}\p{Lo}][\pL\pM.'’ -]{1,30})??)`
	capsPart  = `(?P<place>\p{Lu}[\p{Lu}.'’ -]{2,40}(?:, ?\p{Lu}[\pL.'’ -]{1,30})?)`
	wirePart  = `[(（](?P<wire>[\pL][\pL. /-]{1,30})[)）]`
	datePart  = `(?P<date>\pL{3,10}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}(?:er|º|\.)? (?:de )?[\pL\pM]{3,10}\.?(?:(?:,| de)? \d{4})?)`
	dashPart  = `\.?\s*(?:--?|[–—―:])\s*`
	lineEnd   = `[^\pL\pN]*$`
	// cjkWires are the agencies that East Asian datelines begin or end with.
	cjkWires = `(?P<wire>新华社|新華社|中新社|中央社|法新社|路透社|美联社|德新社|共同|時事|ロイター|연합뉴스|뉴시스|뉴스1)`
	hanDay   = `(?P<date>(?:\d{1,2}月)?\d{1,2}日)?`
)

// datelineForms are the ways in which a dateline is written. Those that are
// alone make up a whole line and are no part of the text.
var datelineForms = []struct {
	alone bool
	like  pattern
}{
	{true, lazy(`^` + placePart + ` ` + wirePart + `,? ` + datePart + lineEnd)},
	{true, lazy(`^` + placePart + `,? ` + datePart + `,? ` + wirePart + lineEnd)},
	{true, lazy(`^` + placePart + ` ` + wirePart + `$`)},
	{false, lazy(`^` + placePart + `(?:,? ` + datePart + `)?,? ` + wirePart + dashPart)},
	{false, lazy(`^` + placePart + ` ` + wirePart + ` `)},
	{false, lazy(`^` + wirePart + dashPart)},
	{false, lazy(`^` + placePart + `,? ` + datePart + `\.? /(?P<wire>[\pL][\pL. -]{1,30})/\.?\s*`)},
	{false, lazy(`^` + capsPart + `,? ` + datePart + ` ?(?:--?|[–—―]) ?(?P<wire>[\p{Lu}][\pL ]{1,20}?)\. `)},
	{false, lazy(`^` + capsPart + `,? ` + datePart + ` ?(?:--?|[–—―]) ?\p{Lu}[\pL ]{1,20}?\. `)},
	{false, lazy(`^` + capsPart + `(?:[.,] ` + datePart + `)?[.,]? (?P<wire>\p{Lu}{2,12})` + dashPart)},
	{false, lazy(`^` + capsPart + `(?:,? ` + datePart + `)? ?(?:--|[–—―])\s*`)},
	{false, lazy(`^` + cjkWires + `(?P<place>\p{Han}{2,8}?)` + hanDay + `[电電]`)},
	{false, lazy(`^[(（]` + cjkWires + `(?:記者|记者)\p{Han}{2,14}?` + hanDay + `[电電][)）]`)},
	{false, lazy(`^[【\[](?P<place>[\p{Han}\p{Katakana}ー・]{2,12}?)` + cjkWires + `[】\]]`)},
	{false, lazy(`^[(（\[](?P<place>\p{Hangul}{2,10})=` + cjkWires + `[)）\]]`)},
}

// notPlaces are the words in capitals that open a line as a place does.
var notPlaces = set("breaking exclusive update updated analysis opinion editorial explainer factbox correction watch live video nato un eu us uk who imf")

// parseDateline reads the dateline that a line is, or begins with. A day
// without a year is read with the time of publication, if that is known.
func parseDateline(line string, published time.Time) (d dateline, alone, ok bool) {
	if len(line) > maxBlockHead {
		line = strings.ToValidUTF8(line[:maxBlockHead], "")
	}
	for _, form := range datelineForms {
		m := form.like().FindStringSubmatch(line)
		if m == nil {
			continue
		}
		part := func(name string) string {
			if i := form.like().SubexpIndex(name); i >= 0 {
				return strings.TrimSpace(m[i])
			}
			return ""
		}
		wire, known := wires()[strings.ToLower(part("wire"))]
		if part("wire") != "" && !known || notPlaces[strings.ToLower(part("place"))] {
			continue
		}
		return dateline{place: feeds.Clean(placeName(part("place")), maxField), wire: wire, date: lineDate(part("date"), published)}, form.alone, true
	}
	return dateline{}, false, false
}

// bylineTail is what a byline adds to the name of an agency.
var bylineTail = lazy(`(?i)\s+(staff writers?|staff|writers?|news agency|news|correspondents?|.{2,20} writer)$`)

// wireOf returns the agency that a byline names: "AFP Staff Writers", "G.
// Okoro, Associated Press". A person's name is none.
func wireOf(byline string) string {
	for part := range strings.FieldsFuncSeq(byline, func(r rune) bool { return r == ',' || r == '/' || r == ';' }) {
		part = strings.ToLower(strings.TrimSpace(part))
		for _, name := range []string{part, bylineTail().ReplaceAllString(part, "")} {
			if wire := wires()[name]; wire != "" && otherWires[name] == "" {
				return wire
			}
		}
	}
	return ""
}

// placeName writes a place that stands in capitals as names are written.
func placeName(s string) string {
	if s != strings.ToUpper(s) || len(s) <= 3 {
		return s
	}
	words := strings.Fields(strings.ToLower(s))
	for i, w := range words {
		if strings.Count(w, ".") > 1 {
			words[i] = strings.ToUpper(w) // N.M.
			continue
		}
		r := []rune(w)
		words[i] = strings.ToUpper(string(r[:1])) + string(r[1:])
	}
	return strings.Join(words, " ")
}

// lineDate reads the day of a dateline as UTC midnight; zero if it cannot be
// read. One without a year is of the year that brings it nearest to the day
// of publication; where that is not known it is left out.
func lineDate(s string, published time.Time) time.Time {
	if t := parseTime(s, false); !t.IsZero() || s == "" || published.IsZero() {
		return t
	}
	best, off := time.Time{}, time.Duration(math.MaxInt64)
	for year := published.Year() - 1; year <= published.Year()+1; year++ {
		for _, dated := range []string{s + " " + strconv.Itoa(year), strconv.Itoa(year) + "年" + s} {
			if t := parseTime(dated, false); !t.IsZero() && t.Sub(published).Abs() < off {
				best, off = t, t.Sub(published).Abs()
			}
		}
	}
	return best
}

// headBlocks is how far down a text its byline and dateline are looked for.
const headBlocks = 6

// readDateline takes the byline and the dateline out of the first blocks of a
// text. A dateline that runs into its sentence stays there.
func readDateline(a *feeds.Article) {
	for i := 0; i < min(headBlocks, len(a.Blocks)); i++ {
		b := a.Blocks[i]
		if !isProse(b) {
			continue
		}
		text := b.Plain()
		if len(text) <= maxLabel && bylineStart().MatchString(text) && !strings.HasSuffix(text, ".") && cleanByline(text) != "" {
			a.Byline = firstOf(a.Byline, cleanByline(text))
			a.Blocks = slices.Delete(a.Blocks, i, i+1)
			i--
			continue
		}
		d, alone, ok := parseDateline(text, a.Date)
		if ok {
			a.Place, a.Wire, a.Day = d.place, d.wire, d.date
			if a.Date.IsZero() {
				a.Date = d.date
			}
			if alone {
				a.Blocks = slices.Delete(a.Blocks, i, i+1)
			}
			return
		}
		if isSentence(b) {
			return
		}
	}
}
