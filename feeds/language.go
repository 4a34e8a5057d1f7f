package feeds

import "strings"

// LanguageName returns the English name of the language of a BCP 47 tag, or
// "another language" if it is not among those that news is told in.
func LanguageName(tag string) string {
	if name := languageNames[baseLanguage(tag)]; name != "" {
		return name
	}
	return "another language"
}

// baseLanguage returns the language of a tag without its country and script.
func baseLanguage(tag string) string {
	tag, _, _ = strings.Cut(tag, "-")
	return strings.ToLower(tag)
}

// languageNames are by the codes of ISO 639.
var languageNames = map[string]string{
	"ar": "Arabic", "be": "Belarusian", "bg": "Bulgarian", "bn": "Bengali", "ckb": "Kurdish", "cs": "Czech", "da": "Danish",
	"de": "German", "el": "Greek", "en": "English", "es": "Spanish", "et": "Estonian", "fa": "Persian", "fi": "Finnish",
	"fr": "French", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian", "hu": "Hungarian", "hy": "Armenian",
	"id": "Indonesian", "it": "Italian", "ja": "Japanese", "ka": "Georgian", "kk": "Kazakh", "ko": "Korean", "lt": "Lithuanian",
	"lv": "Latvian", "mk": "Macedonian", "mr": "Marathi", "my": "Burmese", "ne": "Nepali", "nl": "Dutch",
	"no": "Norwegian", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "so": "Somali", "sr": "Serbian",
	"sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
	"vi": "Vietnamese", "zh": "Chinese",
}
