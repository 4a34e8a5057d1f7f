package article

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/feeds"
)

// dateline is the line "Beijing (AFP) Feb 1, 2026" above or at the start of a
// text: where, whose text, when.
type dateline struct {
	place, wire string
	date        time.Time
}

// wires maps how texts name agencies to the name that is shown.
var wires = map[string]string{
	"afp": "AFP", "agence france-presse": "AFP", "أ ف ب": "AFP", "أ.ف.ب": "AFP", "法新社": "AFP", "reuters": "Reuters", "رويترز": "Reuters", "路透社": "Reuters",
	"ap": "AP", "the associated press": "AP", "associated press": "AP", "upi": "UPI", "dpa": "dpa", "dpa-afx": "dpa", "efe": "EFE", "ansa": "ANSA",
	"tass": "TASS", "тасс": "TASS", "ria novosti": "RIA Novosti", "риа новости": "RIA Novosti", "interfax": "Interfax", "интерфакс": "Interfax",
	"xinhua": "Xinhua", "新华社": "Xinhua", "kyodo": "Kyodo", "kyodo news": "Kyodo", "共同": "Kyodo", "jiji press": "Jiji", "jiji": "Jiji", "時事": "Jiji",
	"yonhap": "Yonhap", "연합뉴스": "Yonhap", "kcna": "KCNA", "cna": "CNA", "中央社": "CNA", "ians": "IANS", "pti": "PTI", "ani": "ANI", "app": "APP", "bss": "BSS",
	"aa": "Anadolu", "anadolu": "Anadolu", "anadolu agency": "Anadolu", "irna": "IRNA", "isna": "ISNA", "sana": "SANA", "wam": "WAM", "spa": "SPA", "kuna": "KUNA",
	"qna": "QNA", "petra": "Petra", "mena": "MENA", "maps": "MAP", "map": "MAP", "aps": "APS", "antara": "Antara", "bernama": "Bernama", "vna": "VNA", "ana": "ANA",
	"lusa": "Lusa", "belga": "Belga", "anp": "ANP", "apa": "APA", "ats": "ATS", "keystone-ats": "ATS", "ntb": "NTB", "tt": "TT", "ritzau": "Ritzau", "stt": "STT",
	"pap": "PAP", "ctk": "CTK", "čtk": "CTK", "mti": "MTI", "tanjug": "Tanjug", "hina": "HINA", "bta": "BTA", "agerpres": "Agerpres", "ukrinform": "Ukrinform",
	"bloomberg": "Bloomberg", "aap": "AAP", "cp": "CP", "the canadian press": "CP", "spx": "SPX", "télam": "Télam", "telam": "Télam", "notimex": "Notimex",
}

// The parts of a dateline.
const (
	placePart = `(?P<place>[\p{Lu}\p{Lo}][\pL\pM.'’ -]{1,40}(?:, ?[\p{Lu}\p{Lo}][\pL\pM.'’ -]{1,30})??)`
	capsPart  = `(?P<place>\p{Lu}[\p{Lu}.'’ -]{2,40}(?:, ?\p{Lu}[\pL.'’ -]{1,30})?)`
	wirePart  = `[(（](?P<wire>[\pL][\pL. /-]{1,30})[)）]`
	datePart  = `(?P<date>\pL{3,10}\.? \d{1,2}(?:,? \d{4})?|\d{1,2}(?:er|º|\.)? (?:de )?[\pL\pM]{3,10}\.?(?:(?:,| de)? \d{4})?)`
	dashPart  = `\s*(?:--?|[–—―:])\s*`
)

// datelineForms are the ways in which a dateline is written. Those that are
// alone make up a whole line and are no part of the text.
var datelineForms = []struct {
	alone bool
	like  pattern
}{
	{true, lazy(`^` + placePart + ` ` + wirePart + `,? ` + datePart + `\W*$`)},
	{true, lazy(`^` + placePart + `,? ` + datePart + `,? ` + wirePart + `\W*$`)},
	{true, lazy(`^` + placePart + ` ` + wirePart + `$`)},
	{false, lazy(`^` + placePart + `(?:,? ` + datePart + `)?,? ` + wirePart + dashPart)},
	{false, lazy(`^` + placePart + ` ` + wirePart + ` `)},
	{false, lazy(`^` + wirePart + dashPart)},
	{false, lazy(`^` + placePart + `,? ` + datePart + `\.? /(?P<wire>[\pL][\pL. -]{1,30})/\.?\s*`)},
	{false, lazy(`^` + capsPart + `(?:,? ` + datePart + `)? ?(?:--|[–—―])\s*`)},
	{false, lazy(`^(?P<wire>新华社|中央社|法新社|路透社)(?P<place>\p{Han}{2,8}?)(?P<date>\d{1,2}月\d{1,2}日)?[电電]`)},
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
		wire, known := wires[strings.ToLower(part("wire"))]
		if part("wire") != "" && !known || notPlaces[strings.ToLower(part("place"))] {
			continue
		}
		return dateline{place: placeName(part("place")), wire: wire, date: lineDate(part("date"), published)}, form.alone, true
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
		if wire := wires[part]; wire != "" {
			return wire
		}
		if wire := wires[bylineTail().ReplaceAllString(part, "")]; wire != "" {
			return wire
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
