package article

import (
	"strconv"
	"strings"
	"time"
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
	datePart  = `(?P<date>\pL{3,9}\.? \d{1,2}(?:, \d{4})?|\d{1,2}\.? \pL{3,9}\.?(?:,? \d{4})?)`
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

// parseDateline reads the dateline that a line is, or begins with. year is
// that of a date without one; 0 leaves such a date out.
func parseDateline(line string, year int) (d dateline, alone, ok bool) {
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
		return dateline{place: placeName(part("place")), wire: wire, date: lineDate(part("date"), year)}, form.alone, true
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

var lineDates = []string{"Jan 2, 2006", "January 2, 2006", "2 Jan 2006", "2 January 2006", "1月2日, 2006"}

// lineDate reads the day of a dateline as UTC midnight; zero if it cannot be
// read. A year of 0 is none.
func lineDate(s string, year int) time.Time {
	s = strings.NewReplacer(".", "", "Sept ", "Sep ").Replace(s)
	dated := []string{s}
	if year > 0 {
		dated = append(dated, s+", "+strconv.Itoa(year), s+" "+strconv.Itoa(year))
	}
	for _, d := range dated {
		for _, form := range lineDates {
			if t, err := time.Parse(form, d); err == nil {
				return t
			}
		}
	}
	return time.Time{}
}
