package feeds

import (
	"math/rand/v2"
	"strings"
	"testing"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// carefully is clean without the way around for text that needs no care.
func carefully(s string, limit int, marked bool) (string, bool) {
	return compose(norm.NFC.String(strip(s, limit, marked)), limit, marked)
}

func TestCarefreeCharactersNeedNoCare(t *testing.T) {
	seen := 0
	for r := rune(0x80); r <= unicode.MaxRune; r++ {
		if !unicode.Is(carefree, r) {
			continue
		}
		seen++
		s := string(r)
		p := norm.NFC.PropertiesString(s)
		alone, _ := carefully(s, len(s), true)
		switch {
		case alone != s:
			t.Errorf("%U is cleaned to %q", r, alone)
		case !p.BoundaryBefore() || unicode.IsMark(r) || breakRank(r) > 0 || isJoiner(r) || isSpace(r):
			t.Errorf("%U may change beside others", r)
		case isRegional(r) || isSkinTone(r):
			t.Errorf("%U is joined to others", r)
		}
	}
	if seen < 30000 {
		t.Errorf("only %d characters", seen)
	}
}

func TestTidyIsClean(t *testing.T) {
	alphabet := []string{
		"a", "Zz", "1.", " ", " ", "\n", "\t", "\v", "é", "—", "’", "Ж", "ل", "語", "한", "🔴", "\u0301", "\u200d", "\u00a0", "\u00ad", "\x1b", "\u0085", "\x80",
	}
	random := rand.New(rand.NewPCG(1, 2))
	tidied := 0
	for range 50000 {
		var b strings.Builder
		for range random.IntN(12) {
			b.WriteString(alphabet[random.IntN(len(alphabet)-random.IntN(2)*7)])
		}
		s, limit, marked := b.String(), random.IntN(24), random.IntN(2) == 0
		out, cut, ok := tidy(s, limit, marked)
		if !ok {
			continue
		}
		tidied++
		if want, wantCut := carefully(s, limit, marked); out != want || cut != wantCut {
			t.Fatalf("tidy(%q, %d, %t) = %q, %t, want %q, %t", s, limit, marked, out, cut, want, wantCut)
		}
	}
	if tidied < 10000 {
		t.Errorf("only %d texts were tidy", tidied)
	}
}
