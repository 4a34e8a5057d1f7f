package story

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tongueScripts are the scripts of the languages that are not written in Latin.
var tongueScripts = map[string]string{
	"ru": "Cyrillic", "uk": "Cyrillic", "bg": "Cyrillic", "sr": "Cyrillic", "be": "Cyrillic", "mk": "Cyrillic", "kk": "Cyrillic",
	"ar": "Arabic", "fa": "Arabic", "ur": "Arabic", "ps": "Arabic", "ckb": "Arabic", "he": "Hebrew", "el": "Greek",
	"hi": "Devanagari", "mr": "Devanagari", "ne": "Devanagari", "bn": "Bengali", "th": "Thai", "ko": "Hangul", "zh": "Han", "ja": "Han",
}

// mainTongues are the languages of scripts whose text gives no other hint.
var mainTongues = map[string]string{
	"Cyrillic": "ru", "Arabic": "ar", "Hebrew": "he", "Greek": "el", "Devanagari": "hi", "Bengali": "bn", "Thai": "th",
	"Hangul": "ko", "Han": "zh", "Hiragana": "ja", "Katakana": "ja", "Latin": english,
}

// tongueOf returns the language of an item as ISO 639: the stated one if the
// title is in its script, else the one guessed from its words.
func tongueOf(stated, guessed, title string) string {
	script := mainScript(title)
	base, _, _ := strings.Cut(strings.ToLower(stated), "-")
	base, _, _ = strings.Cut(base, "_")
	if of, ok := tongueScripts[base]; base != "" && (ok && of == script || !ok && script == "Latin") {
		return base
	}
	if strings.ContainsFunc(title, func(r rune) bool { return r > 0x3000 && unicode.In(r, unicode.Hiragana, unicode.Katakana) }) {
		return "ja"
	}
	if of := mainTongues[guessed]; of != "" {
		return of
	}
	if of, ok := tongueScripts[guessed]; guessed != "other" && (ok && of == script || !ok && script == "Latin") {
		return guessed
	}
	return mainTongues[script]
}

// mainScript is the script of most letters of s; kana count as Han.
func mainScript(s string) string {
	latin, most, best := 0, 0, "Latin"
	count := map[string]int{}
	for i, r := range s {
		if r < utf8.RuneSelf || !unicode.IsLetter(r) {
			if r|0x20 >= 'a' && r|0x20 <= 'z' {
				latin++
			}
			continue
		}
		name := scriptOf(s[i:])
		switch name {
		case "Hiragana", "Katakana":
			name = "Han"
		}
		if count[name]++; count[name] > most {
			best, most = name, count[name]
		}
	}
	if latin > most {
		return "Latin"
	}
	return best
}
