package story

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// unit is one word of a text as it is compared across languages, or a run of
// a script that is written without spaces.
type unit struct {
	text    string // levelled, see levelled
	surface string
	capital bool // begins with a capital letter
	uncased bool // its script has no capitals
	run     bool // of a script in which words stand inside others

	// Of the units of items, see lexicon.unit.
	begins []*meaning // of the tables, that begin with it or inside it
	common bool       // is no name in any language
	plain  bool       // is no name in English
	marks  []mark     // as a name ...
	tongue string     // ... in this language
}

// unitsOf splits text into at most limit words, made by read. Digits are words
// too.
func unitsOf(text string, limit int, read func(string) *unit) []*unit {
	out := make([]*unit, 0, min(limit, len(text)/wordBytes+1))
	start, class := 0, other
	flush := func(end int) {
		if class != other && len(out) < limit {
			out = append(out, read(text[start:end]))
		}
	}
	for i, r := range text {
		if c := classOf(r, class); c != class {
			flush(i)
			start, class = i, c
		}
	}
	flush(len(text))
	return out
}

func newUnit(s string) *unit {
	first, _ := utf8.DecodeRuneInString(s)
	c := classOf(first, other)
	return &unit{
		text: strings.TrimRight(levelled(s), "'"), surface: s,
		capital: unicode.IsUpper(first), uncased: c == letters && !cased(first), run: c == runs,
	}
}

// unit returns s as a unit of an item. Runs are too long to come again.
func (l *lexicon) unit(s string) *unit {
	if first, _ := utf8.DecodeRuneInString(s); classOf(first, other) == runs {
		return l.newUnit(s)
	}
	as := l.spellings.get(s)
	if as.unit == nil {
		as.unit = l.newUnit(as.surface)
	}
	return as.unit
}

func (l *lexicon) newUnit(s string) *unit {
	t := newUnit(s)
	for _, start := range t.starts() {
		t.begins = append(t.begins, loadVocabulary().beginning(start, t.surface)...)
	}
	t.common = t.text == "" || t.text[0] <= '9' || isDull[t.text] || len(languagesOf()[t.text]) > 0
	k := l.background.words[stem(t.text)]
	t.plain = k.lines != 0 && !k.name
	return t
}

// class parts the characters of a text into words.
type class uint8

const (
	other class = iota
	letters
	digits
	runs // of Han, kana, Hangul, Thai
)

// classOf returns the class of r behind a character of class before. Marks and
// inner apostrophes belong to the word they stand in.
func classOf(r rune, before class) class {
	switch {
	case r < utf8.RuneSelf:
		switch {
		case 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z':
			return letters
		case '0' <= r && r <= '9':
			return digits
		case r == '\'' && before == letters:
			return letters
		}
		return other
	case r == '’' && before == letters, r == '״' && before == letters:
		return letters
	case unicode.IsNumber(r):
		return digits
	case unicode.IsMark(r):
		return before
	case unspaced(r), unicode.In(r, unicode.Katakana, unicode.Hangul), r == 'ー':
		return runs
	case unicode.IsLetter(r):
		return letters
	}
	return other
}

// levelLetters are letters that stand for others when texts are compared, and
// are not found so by taking their marks away.
var levelLetters = func() map[rune]string {
	out := map[rune]string{
		'ı': "i", 'ß': "ss", 'ø': "o", 'đ': "d", 'ł': "l", 'æ': "ae", 'œ': "oe", 'ς': "σ", '’': "'", '״': "'",
		'ى': "ي", 'ی': "ي", 'ے': "ي", 'ک': "ك", 'ة': "ه", 'ہ': "ه", 'ھ': "ه", 'ـ': "", '٫': ".", '٬': ",",
	}
	// Characters of the older Chinese and Japanese scripts, each before the one
	// that the tables have.
	pairs := []rune("導导彈弹國国總总統统會会議议軍军戰战東东鮮鲜韓韩萬万億亿關关稅税經经濟济貿贸協协談谈談谈選选舉举黨党對对傷伤災灾颱台風风發发亞亚爾尔羅罗馬马來来澤泽連连齊齐維维納纳達达蘭兰倫伦魯鲁華华盧卢賽赛衛卫聖圣約约葉叶莱莱萊莱費费賓宾喬乔遜逊歐欧爾尔奧奥貝贝親亲處处領领館馆機机場场飛飞艦舰艇艇電电網网銀银債债農农漁渔礦矿氣气車车鐵铁橋桥學学員员報报記记號号長长襲袭擊击殺杀動动亂乱圍围邊边難难離离撤撤實实彈弹試试驗验訪访問问見见勞劳罷罢辭辞職职讓让個个時时間间區区縣县灣湾島岛門门陽阳陰阴塞塞蒙蒙薩萨贊赞競竞與与響响蘇苏聯联補补貼贴獎奖書书產产業业務务價价錢钱頭头樹树歲岁毀毁釋释獲获級级強强層层樓楼廠厂築筑壩坝災灾霧雾濫滥澇涝龍龙捲卷熱热極极氫氢鈾铀鋰锂銅铜礙碍聞闻視视條条締缔簽签審审執执憲宪彈弹劾劾劫劫綁绑贖赎隊队參参眾众節节慶庆禮礼喪丧遺遗歷历獨独習习張张陳陈鳳凤寧宁賴赖謝谢鄭郑楊杨趙赵劉刘孫孙許许鄧邓蔣蒋錫锡悅悦顯显韋韦龐庞諾诺圖图賢贤裏里裡里瑪玛貢贡內内剛刚麥麦澳澳爾尔頓顿達达遜逊隸隶吳吴盧卢諸诸訥讷賈贾烏乌貝贝賢贤倫伦綸纶紐纽勞劳彥彦鈞钧鎮镇綜综績绩鮑鲍鹽盐黃黄")
	for i := 0; i+1 < len(pairs); i += 2 {
		if pairs[i] != pairs[i+1] {
			out[pairs[i]] = string(pairs[i+1])
		}
	}
	return out
}()

// digitZeros are the zeros of other ways to write digits.
var digitZeros = []rune{'٠', '۰', '०', '০', '๐'}

// levelled levels what differs between two spellings of one word: case, accents,
// vowel signs, width, forms of letters and digits.
func levelled(s string) string {
	if isASCII(s) {
		return strings.ToLower(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	for _, r := range norm.NFKC.String(s) {
		switch {
		case r < utf8.RuneSelf:
			b.WriteRune(unicode.ToLower(r))
		case marked(r):
			r = unmarked(r)
			if by, ok := levelLetters[r]; ok {
				b.WriteString(by)
			} else if !unicode.Is(unicode.Mn, r) {
				b.WriteRune(r)
			}
		default:
			writeUnmarked(&b, r)
		}
	}
	return b.String()
}

// marked says whether r is of a script whose marks do not make the word.
func marked(r rune) bool {
	return r < 0x660 || 0x66A <= r && r < 0x6F0 || 0x6FA <= r && r < 0x900 || 0x1E00 <= r && r < 0x2070
}

// unmarked returns the small letter without its marks.
func unmarked(r rune) rune {
	r = unicode.ToLower(r)
	var buf [utf8.UTFMax]byte
	if d := norm.NFD.Properties(buf[:utf8.EncodeRune(buf[:], r)]).Decomposition(); d != nil {
		r, _ = utf8.DecodeRune(d)
	}
	return r
}

// writeUnmarked writes a character of a script that has no marks to take away.
func writeUnmarked(b *strings.Builder, r rune) {
	if by, ok := levelLetters[r]; ok {
		b.WriteString(by)
		return
	}
	for _, zero := range digitZeros {
		if zero <= r && r <= zero+9 {
			b.WriteByte(byte('0' + r - zero))
			return
		}
	}
	if r != 0x93C && r != 0x9BC { // dots that a letter of Hindi or Bengali may have or not
		b.WriteRune(r)
	}
}
