package story

import (
	_ "embed"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

//go:embed cross_sounds.txt
var soundRows string

// sound is how some letters sound in names.
type sound struct {
	letters string
	sound   string
	langs   []string // that alone read them so; empty for all
	foreign bool     // the character hardly writes anything but foreign names
}

// sounds holds the rows of the table by their first character, those of one
// language before those of all and longer ones before shorter.
var sounds = readSounds(soundRows)

func readSounds(rows string) map[rune][]sound {
	out := map[rune][]sound{}
	for row := range strings.Lines(rows) {
		f := strings.Fields(row)
		if len(f) < 2 || f[0] == "#" {
			continue
		}
		letters, foreign := strings.CutSuffix(f[0], "+")
		first, _ := utf8.DecodeRuneInString(letters)
		out[first] = append(out[first], sound{letters, strings.Trim(f[1], "-"), f[2:], foreign})
	}
	for _, all := range out {
		slices.SortStableFunc(all, func(a, b sound) int {
			if d := len(b.letters) - len(a.letters); d != 0 {
				return d
			}
			return min(len(b.langs), 1) - min(len(a.langs), 1)
		})
	}
	return out
}

// soundAt returns the row that fits the begin of s in a language, which may be
// empty.
func soundAt(s, lang string) (sound, bool) {
	first, _ := utf8.DecodeRuneInString(s)
	for _, row := range sounds[first] {
		if strings.HasPrefix(s, row.letters) && (len(row.langs) == 0 || slices.Contains(row.langs, lang)) {
			return row, true
		}
	}
	return sound{}, false
}

// skeleton returns what is left of a name in every script: its consonants,
// levelled, behind an A if it begins with a vowel. The name is bare. A
// language reads it by its own rules, none by those of international names.
func skeleton(name, lang string) string {
	if r, _ := utf8.DecodeRuneInString(name); isHangul(r) {
		name = norm.NFD.String(name)
	}
	var heard []byte
	rest := name
	if row, ok := soundAt("^"+name, lang); ok {
		heard, rest = append(heard, row.sound...), name[len(row.letters)-1:]
	}
	for rest != "" {
		row, ok := soundAt(rest, lang)
		if !ok {
			_, n := utf8.DecodeRuneInString(rest)
			rest = rest[n:]
			continue
		}
		heard, rest = append(heard, row.sound...), rest[len(row.letters):]
	}
	return settle(heard, hasVowels(name))
}

func isHangul(r rune) bool { return 0xAC00 <= r && r < 0xD7B0 }

// hasVowels says whether the script of a name writes vowels: one that does not
// writes no letter twice for one sound.
func hasVowels(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return r < 0x590 || r >= 0x900
}

// settle makes a skeleton of sounds: weak ones count where they are heard, m
// before p is n, a doubled letter is one where vowels part two, and vowels go.
func settle(heard []byte, vowels bool) string {
	out := make([]byte, 0, len(heard))
	var last byte // consonant that no vowel parts from the next
	for i, c := range heard {
		next := byte(0)
		if i+1 < len(heard) {
			next = heard[i+1]
		}
		switch {
		case c == 'w' && next == 'a':
			c = 'F'
		case c == 'h' && next != 0:
			c = 'H'
		case c == 'g' && next == 'a':
			c = 'K'
		case c == 'M' && next == 'P':
			c = 'N'
		}
		switch {
		case c >= 'a':
			if len(out) == 0 && c == 'a' {
				out = append(out, 'A')
			}
			last = 0
		case c != last || !vowels:
			out, last = append(out, c), c
		}
	}
	return string(out)
}
