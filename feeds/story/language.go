package story

import (
	"maps"
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// functionWords are the words that carry a sentence and tell nothing, folded,
// by language.
var functionWords = map[string]string{
	"en": "a an the and or but if so of to in on at by for from with without within into onto off out up down over under about after before during since until till between among against around near through across amid as than then that this these those there here here's it its it's he his him she her hers they their them we our us you your i my me who whom whose which what what's when where why how is are was were be been being am has have had having do does did doing done will would can could may might must shall should not no nor don't doesn't didn't isn't aren't wasn't won't can't couldn't wouldn't all any both each every few more most much many other others some such only own same too very just also again once ever never now still yet already almost even maybe perhaps likely because while although though however say says said saying tell tells told ask asks asked get gets got getting go goes going went come comes came make makes made take takes took need needs know like amid per via vs one two first last next new old ahead back away another several including according",
	"es": "el la los las un una unos unas de del al a en por para con sin sobre entre desde hasta hacia que se su sus es son fue ha han y o no mas como lo le les tras ante este esta esto ya pero",
	"fr": "le la les un une des de du d l au aux a en par pour avec sans sur sous entre vers chez que qui se sa son ses est sont ete et ou ne pas plus comme apres avant ce cette dans leur il elle ont",
	"pt": "o a os as um uma de do da dos das no na nos nas em por pelo pela para com sem sobre entre ate que se seu sua e ou nao mais como apos foi sao ao aos diz",
	"it": "il lo la i gli le un una di del della dei delle da dal in nel nella con su per tra fra che si suo sua e o non piu come dopo al alla ai sono ha",
	"de": "der die das den dem des ein eine einen einem einer und oder nicht mit ohne auf in im an am zu zum zur von vom bei nach vor uber unter fur gegen aus um als wie ist sind war wird hat sich es auch",
	"nl": "de het een en of niet met zonder op in aan te van voor bij naar uit over onder tegen als zijn is was wordt heeft om dat die ook na door",
	"pl": "i w z na do od po za o u ze sie nie jest sa to jak dla przez przed pod nad ale czy jego jej byl bedzie",
	"sv": "och i att det som en ett pa ar av for med till den de har inte om vid fran efter mot under sig",
	"tr": "ve bir bu da de ile icin gibi ama daha en cok olarak sonra kadar olan oldu etti ne mi",
	"id": "yang di dan ke dari untuk dengan pada dalam ini itu akan oleh sebagai tidak juga atau telah kata karena",
	"ro": "si in la de pe cu din pentru care nu este sunt a au fost mai un o ca dupa prin sa al ale",
	"vi": "va cua la co cho voi trong khi da duoc tai mot nhung cac ve tu nay den sau",
	"ru": "и в во на с со к ко о об от до по за из у для что как не но а или это его ее их был была были будет после при над под перед из-за также",
	"uk": "і й в у на з зі із до від по за для що як не але а або це його її їх був була були буде після при над під перед про та через",
	"ar": "في من الى إلى على عن مع بعد قبل بين ان أن إن لا ما هذا هذه التي الذي كان قد و او أو حول ضد خلال",
	"fa": "در از به با که را این آن برای تا بر است شد می و یا هم نیز",
	"hi": "के का की में से को ने पर है हैं और यह वह था थे थी भी कि एक लिए",
	"el": "ο η το οι τα του της των τον την και σε στο στη στην με για απο ως που δεν να θα ειναι",
	"he": "של על את עם לא זה היא הוא כי גם או אל מן בין אחרי לפני",
}

// english is the language of the background.
const english = "en"

// language is the number of a language of functionWords, its place in
// languageNames.
type language int8

var languageNames = slices.Sorted(maps.Keys(functionWords))

// languageNamed returns the number of a language, -1 if functionWords lacks it.
func languageNamed(name string) language { return language(slices.Index(languageNames, name)) }

// languagesOf maps a folded function word to the languages that use it, each as
// often as two words of it fold to one.
var languagesOf = sync.OnceValue(func() map[string][]language {
	out := map[string][]language{}
	for i, name := range languageNames {
		for w := range strings.FieldsSeq(functionWords[name]) {
			w = fold(w)
			out[w] = append(out[w], language(i))
		}
	}
	return out
})

// languageOf guesses in which language the words are: one of functionWords,
// "en" for other Latin text, else the name of the script.
func languageOf(ws []*word) string {
	votes, script := make([]int, len(languageNames)), ""
	for _, w := range ws {
		for _, lang := range w.langs {
			votes[lang]++
		}
		if script == "" && w.kind != number && w.kind != small {
			script = scriptOf(w.surface)
		}
	}
	best, most := script, 0
	if script == "Latin" {
		best, most = english, votes[languageNamed(english)]+1
	}
	for i, name := range languageNames {
		if votes[i] > most {
			best, most = name, votes[i]
		}
	}
	return best
}

// scripts are the scripts that are told apart, the commonest in news first.
var scripts = []struct {
	name    string
	letters *unicode.RangeTable
}{
	{"Latin", unicode.Latin},
	{"Cyrillic", unicode.Cyrillic},
	{"Arabic", unicode.Arabic},
	{"Han", unicode.Han},
	{"Hiragana", unicode.Hiragana},
	{"Katakana", unicode.Katakana},
	{"Hangul", unicode.Hangul},
	{"Devanagari", unicode.Devanagari},
	{"Greek", unicode.Greek},
	{"Hebrew", unicode.Hebrew},
	{"Thai", unicode.Thai},
}

func scriptOf(s string) string {
	r, _ := utf8.DecodeRuneInString(s)
	for _, script := range scripts {
		if unicode.Is(script.letters, r) {
			return script.name
		}
	}
	return "other"
}
