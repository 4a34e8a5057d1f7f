package feeds

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// headline is what the rules of the lead look at.
type headline struct {
	item   *Item
	feed   Feed
	length int     // in words
	told   float64 // publisher families of the story that tell it in this language
	read   float64 // feeds of the directory in this language; 0 if it need not decide
	agreed float64 // publisher families that use a word of the headline, on average over its words
}

// headlines measures the headlines of s against each other.
func (s *Story) headlines(directory map[FeedID]Feed) []*headline {
	out := make([]*headline, len(s.Items))
	words := make([][]string, len(s.Items))
	speak, use := roll{}, roll{}
	for i := range s.Items {
		h := &headline{item: &s.Items[i], feed: directory[s.Items[i].Feed]}
		family := familyOf(*h.item, directory)
		words[i], h.length = wordsOfTitle(h.item.Title)
		speak.enter(h.language(), family)
		for _, w := range words[i] {
			use.enter(w, family)
		}
		out[i] = h
	}
	read := speak.rivals(directory)
	for i, h := range out {
		h.told, h.read = float64(len(speak[h.language()])), read[h.language()]
		for _, w := range words[i] {
			h.agreed += float64(len(use[w])) / float64(len(words[i]))
		}
	}
	return out
}

// roll lists the families of each word or language, every family once.
type roll map[string][]string

func (r roll) enter(key, family string) {
	if !slices.Contains(r[key], family) {
		r[key] = append(r[key], family)
	}
}

// rivals counts the feeds of the languages that most families speak, if these are
// several.
func (r roll) rivals(directory map[FeedID]Feed) map[string]float64 {
	most, out := 0, map[string]float64{}
	for language, families := range r {
		if len(families) > most {
			most = len(families)
			clear(out)
		}
		if len(families) == most {
			out[language] = 0
		}
	}
	if len(out) == 1 {
		return nil
	}
	for _, f := range directory {
		if n, rival := out[baseLanguage(f.Language)]; rival {
			out[baseLanguage(f.Language)] = n + 1
		}
	}
	return out
}

func (h *headline) language() string { return baseLanguage(cmp.Or(h.item.Language, h.feed.Language)) }

// A shorter word hardly says what a headline is about.
const shortestWord = 4

// wordsOfTitle returns the words of a title in lower case, each once and without
// the short ones, and how many it has in all. In scripts without spaces each
// character stands for itself, and two count as a word.
func wordsOfTitle(title string) (words []string, length int) {
	spaced := strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) {
			return unicode.ToLower(r)
		}
		return ' '
	}, title)
	chars := 0
	for w := range strings.FieldsSeq(spaced) {
		if strings.IndexFunc(w, unspaced) < 0 {
			length++
			if utf8.RuneCountInString(w) >= shortestWord {
				words = append(words, w)
			}
			continue
		}
		each := strings.Split(w, "")
		words = append(words, each...)
		chars += len(each)
	}
	slices.Sort(words)
	return slices.Compact(words), length + (chars+1)/2
}

// asks says whether a title is a question.
func asks(title string) bool {
	title = strings.TrimRight(title, ` "'”’»」）)`)
	return strings.HasSuffix(title, "?") || strings.HasSuffix(title, "？") || strings.HasSuffix(title, "؟")
}

// cutOff says whether the end of a title is missing.
func cutOff(title string) bool {
	return strings.HasSuffix(title, "…") || strings.HasSuffix(title, "...")
}

// shouts says whether a title is set in capitals; the names of organisations
// may be.
func shouts(title string) bool {
	upper, lower := 0, 0
	for _, r := range title {
		switch {
		case unicode.IsUpper(r):
			upper++
		case unicode.IsLower(r):
			lower++
		}
	}
	return upper > 2*lower
}

// labels are what stands before or behind a headline to say of which sort the
// piece is, or how urgent, in lower case.
var labels = func() map[string]bool {
	out := map[string]bool{}
	for _, l := range []struct{ language, words string }{
		{"en", "live|live updates|live update|live blog|liveblog|live coverage|as it happened|updates|recap|breaking|breaking news|just in|urgent|exclusive"},
		{"en", "watch|video|in video|videos|photos|photo|in pictures|pictures|in photos|gallery|photo gallery|listen|podcast|audio|quiz|transcript"},
		{"en", "opinion|op-ed|oped|editorial|comment|commentary|column|analysis|news analysis|explainer|explained|viewpoint|perspective|essay"},
		{"en", "interview|review|letter|letters|fact check|fact-check|factcheck|timeline|profile|feature|long read|newsletter|briefing|cartoon"},
		{"de", "liveticker|ticker|newsticker|live-ticker|kommentar|meinung|gastbeitrag|analyse|fotos|eilmeldung|exklusiv|faktencheck|leitartikel"},
		{"fr", "en direct|direct|vidéo|vidéos|tribune|éditorial|édito|entretien|chronique|décryptage|exclusif|en images"},
		{"es", "en vivo|en directo|última hora|opinión|análisis|vídeo|entrevista|columna|exclusiva|urgente|en fotos"},
		{"pt", "ao vivo|opinião|análise|coluna|exclusivo|entrevista"},
		{"it", "diretta|in diretta|la diretta|foto|commento|analisi|opinione|intervista|ultim'ora|esclusiva"},
		{"ru", "онлайн|прямой эфир|прямая трансляция|видео|фото|мнение|срочно|молния|колонка|интервью|эксклюзив"},
		{"uk", "наживо|онлайн|відео|фото|терміново|думка|інтерв'ю|ексклюзив"},
		{"ar", "مباشر|بث مباشر|فيديو|بالفيديو|شاهد|عاجل|رأي|تحليل|صور|بالصور"},
		{"fa", "فیلم|ویدئو|فوری|عکس|زنده|تحلیل"},
		{"zh", "直播|視頻|视频|影片|評論|评论|社論|社论|快訊|快讯|圖集|图集|分析|獨家|独家"},
		{"ja", "ライブ|動画|社説|速報|解説|写真|コラム|独自"},
		{"ko", "속보|사설|영상|칼럼|인터뷰|단독|포토"},
		{"tr", "canlı|canlı yayın|son dakika|yorum|görüş|analiz|röportaj|özel haber"},
		{"hi", "लाइव|वीडियो|ब्रेकिंग"},
	} {
		for w := range strings.SplitSeq(l.words, "|") {
			out[w] = true
		}
	}
	return out
}()

// labelled says whether the first or the last part of a title is a label:
// "LIVE: ...", "... – video", "Border talks live: ...". A title that is nothing
// but a label is one too.
func labelled(title string) bool {
	for _, dash := range []string{" - ", " – ", " — ", "：", "【", "】", "［", "］", "[", "]", "(", ")", "｜", "|", " / "} {
		title = strings.ReplaceAll(title, dash, ":")
	}
	parts := strings.Split(strings.Trim(title, ": "), ":")
	for _, part := range []string{parts[0], parts[len(parts)-1]} {
		part = strings.TrimSpace(part)
		first, _, _ := strings.Cut(part, " ")
		word := strings.ToLower(part)
		if labels[word] || first == "LIVE" || first == "WATCH" || len(parts) > 1 && strings.HasSuffix(word, " live") {
			return true
		}
	}
	return false
}
