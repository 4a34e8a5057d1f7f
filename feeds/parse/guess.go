package parse

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// guess returns the name of the encoding that body is in, by its letters alone,
// "" if too few of them speak for one or if it may as well be a Western one:
// then what else is known of the document decides.
//
// Every encoding makes letters of any bytes. But read in the right one, nearly
// all of them are those that the language is written with, and in the wrong one
// they are not.
func guess(body []byte) string {
	start := bytes.IndexFunc(body, func(r rune) bool { return r >= utf8.RuneSelf })
	if start < 0 {
		return ""
	}
	sample := body[start:min(len(body), start+guessBytes)]
	best, name := 1.0, ""
	for _, w := range writings {
		enc, _ := lookup(w.encoding)
		seen := take(convert(sample, enc), w.apart)
		for _, letters := range w.letters {
			good, kinds := seen.of(letters)
			told := good >= guessLetters && kinds >= guessKinds || w.encoding == western
			if fit := float64(good) / float64(seen.all) / w.least; told && fit > best {
				best, name = fit, w.encoding
			}
		}
	}
	if name == western {
		return ""
	}
	return name
}

// census counts what a text has beyond ASCII, without marks between words.
type census struct {
	letters map[rune]int // in lower case
	all     int          // with what is no letter, or stands where it cannot
}

// take counts text. Capitals within words are no letters there: they show that
// it is read in an encoding with its cases swapped.
func take(text string, apart bool) census {
	c := census{letters: map[rune]int{}}
	before := ' '
	for i, r := range text {
		last := before
		before = r
		if r < utf8.RuneSelf || unicode.IsPunct(r) || unicode.IsSpace(r) {
			continue
		}
		c.all++
		lower := unicode.ToLower(r)
		next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
		if r != lower && unicode.IsLetter(last) || apart && (isLatin(last) || isLatin(next)) {
			continue
		}
		c.letters[lower]++
	}
	return c
}

// of returns how many of the letters that were counted are in letters, and how
// many different ones.
func (c census) of(letters string) (good, kinds int) {
	for r, n := range c.letters {
		if strings.ContainsRune(letters, r) {
			good += n
			kinds++
		}
	}
	return good, kinds
}

// isLatin says whether r is a letter of ASCII.
func isLatin(r rune) bool { return r < utf8.RuneSelf && unicode.IsLetter(r) }

// writing is an encoding and the languages that are written in it.
type writing struct {
	encoding string
	least    float64  // share that the letters have in text of such a language
	apart    bool     // none of them stands beside a letter of ASCII
	letters  []string // of each language, in lower case; of large sets the commonest
}

const western = "windows-1252"

// writings lists first what is preferred where two fit alike. Of a Latin alphabet
// the letters are all beyond ASCII, as the exemplar characters of CLDR have them,
// with those that are lent; of others, those that most of a text consists of.
var writings = []writing{
	{western, 0.9, false, []string{
		"àâæçèéêëîïôùûüÿœ", "äöüßéèà", "áéíóúñüº", "àáâãçéêíóôõúüªº", "àáèéìíîòóùú", "åäöæøéèêóòôüàá", "áéíóúýðþæöø",
		"àçèéíïòóúüñ", "áéèëêïíóöúüûîô", "õäöüšžå", "áéíóú", "ëç",
		"áàâãäåæçéèêëíìîïñóòôöøúùüœß", // of several languages
	}},
	{"windows-1250", 0.95, false, central},
	{"iso-8859-2", 0.95, false, central},
	{"windows-1254", 0.95, false, []string{"çğıiöşüâîû"}},
	{"windows-1257", 0.95, false, []string{"ąčęėįšųūž", "āčēģīķļņšūž", "õäöüšž"}},
	{"windows-1258", 0.95, false, []string{"ăâđêôơưáàãéèíóõúùýì\u0300\u0301\u0303\u0309\u0323"}},
	{"windows-1251", 0.6, true, cyrillic},
	{"koi8-u", 0.6, true, cyrillic},
	{"iso-8859-5", 0.6, true, cyrillic},
	{"windows-1253", 0.7, true, greek},
	{"iso-8859-7", 0.7, true, greek},
	{"windows-1255", 0.6, true, []string{"יוהלארמתבשנםדע"}},
	{"windows-1256", 0.7, true, arabic},
	{"iso-8859-6", 0.7, true, arabic},
	{"windows-874", 0.7, true, []string{"านรอกเงมยลวดทสตะปบคหแจพไใ\u0e31\u0e34\u0e35\u0e37\u0e38\u0e39\u0e48\u0e49\u0e4c"}},
	{"gb18030", 0.2, false, []string{commonSimplified}},
	{"big5", 0.2, false, []string{commonTraditional}},
	{"shift_jis", 0.25, false, []string{commonJapanese}},
	{"euc-jp", 0.25, false, []string{commonJapanese}},
	{"euc-kr", 0.25, false, []string{"이다는에의을한가고지로하은를사대기도인서정시자들전리해어나그있일것수으원보부제과장상만년공아주성국관위조선미북동회스라트러"}},
}

var (
	central  = []string{"ąćęłńóśźż", "áčďéěíňóřšťúůýž", "áäčďéíĺľňóôŕšťúýž", "áéíóöőúüű", "čćđšž", "ăâîşţ"}
	cyrillic = []string{"оеаинтсрвлкмдпуяіьзј"}
	greek    = []string{"αοιετσνηυρπκμλςάέήίόύώ"}
	arabic   = []string{"ايلمونرتبةعدسفهكقحأجپگک"}
)

// The commonest characters of East Asia, and those that its news writes foreign
// names with; in Japan, the syllables.
const (
	commonSimplified = "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过" +
		"子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体" +
		"制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内" +
		"数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提" +
		"直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计" +
		"别手期根论运农指几九区强放决西被战先回则任取据处队南给色光门保治北造百领七海口东导世金增争济" +
		"思斯尔布克拉伊尼亚罗德巴美俄英韩朝乌普京朗兰谈协议院访晤裁弹袭击停火联盟湾香州欧"
	commonTraditional = "的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年動同工也能下過" +
		"子說產種面而方後多定行學法所民得經十三之進著等部度家電力裡如水化高自二理起小物現實加量都兩體" +
		"制機當使點從業本去把性好應開它合還因由其些然前外天政四日那社義事平形相全表間樣與關各重新線內" +
		"數正心反你明看原又麼利比或但質氣第向道命此變條只沒結解問意建月公無系軍很情者最立代想已通并提" +
		"直題黨程展五果料象員革位入常文總次品式活設及管特件長求老頭基資邊流路級少圖山統接知較將組見計" +
		"別手期根論運農指幾九區強放決西被戰先回則任取据處隊南給色光門保治北造百領七海口東導世金增爭濟" +
		"思斯爾布克拉伊尼亞羅德巴美俄英韓朝烏普京朗蘭談協議院訪晤裁彈襲擊停火聯盟灣香州歐"
	commonJapanese = "あいうえおかがきくけげこごさざしじすずせそただちっつてでとどなにぬねのはばひぶべほまみむめも" +
		"やゃゆよょらりるれろわをんアイウエオカガキギクグコサシジスズセタダチッテデトドナニネノハバパ" +
		"ビピフプブベポマミムメモャュョラリルレロワンー日本国人年月大会政府東京社中米相首的新全都市部" +
		"長合一二三"
)

const (
	guessBytes   = 8 << 10 // from the first letter beyond ASCII on
	guessLetters = 8       // fewer than these, ...
	guessKinds   = 4       // ... or fewer different ones, show nothing
)
