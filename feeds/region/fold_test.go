package region

import (
	"strings"
	"testing"
)

// TestFoldedAndShape: the one walk finds what the two find.
func TestFoldedAndShape(t *testing.T) {
	for _, word := range []string{"oslo", "Oslo", "OSLO", "oSlO", "U.S.", "u.s.", "a.", "20th", "7", "Málaga", "ÉTATS", "Łódź", "Київ", "北京", "x-ray", "O'Neill", strings.Repeat("a", maxWord)} {
		var one, two [2 * maxWord]byte
		key, sh := foldedAndShape(one[:0], word)
		if want := folded(two[:0], word); string(key) != string(want) || sh != shapeOf(word) {
			t.Errorf("%s: %q %b, want %q %b", word, key, sh, want, shapeOf(word))
		}
	}
	if key, sh := foldedAndShape(nil, strings.Repeat("Ab", maxWord)); len(key) > 0 || sh != capital|capitals || shared().lexicons.all().words[""] != 0 {
		t.Errorf("a long word: %q %b", key, sh)
	}
}
