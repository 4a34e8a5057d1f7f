package story

import (
	"strings"
)

const crossMaybe = -1.5 // logit of two entries in different languages from which they may tell one event

// guessesAcross returns the items of other stories in other languages that may
// tell the same event.
func (p *panel) guessesAcross() []guess {
	var out []guess
	for _, m := range p.x.across(p.of, crossWindow) {
		if m.with.in != p.of.in && m.logit >= crossMaybe {
			out = append(out, guess{m.with, m.logit, p.acrossWhy(m)})
		}
	}
	return out
}

// acrossWhy says in which language an item is and what it shares.
func (p *panel) acrossWhy(m crossMatch) string {
	why := "in " + tongueName(m.with.tongue)
	if words := p.x.crossWords(p.of, m.with, whyWords); len(words) > 0 {
		why += ": " + strings.Join(words, ", ")
	}
	return why
}

// tongueNames are the English names of languages.
var tongueNames = map[string]string{
	"ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
	"en": "English", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
	"hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "no": "Norwegian",
	"pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sr": "Serbian", "sv": "Swedish",
	"th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu", "vi": "Vietnamese", "zh": "Chinese",
}

func tongueName(tongue string) string {
	if name := tongueNames[tongue]; name != "" {
		return name
	}
	return "another language"
}
