package story

import (
	"strconv"
	"testing"
)

func TestMemoMakesWhatComesAgainOnce(t *testing.T) {
	made := 0
	m := newMemo(func(s string) string { made++; return s + s })
	for range 3 {
		if got := m.get("ab"); got != "abab" {
			t.Fatalf("got %q", got)
		}
	}
	if made != 1 {
		t.Errorf("made %d times, want once", made)
	}
	for i := range 3 * mostMade {
		if got, s := m.get(strconv.Itoa(i)), strconv.Itoa(i); got != s+s || len(m.now)+len(m.old) > 2*mostMade {
			t.Fatalf("of %q %q, with %d kept", s, got, len(m.now)+len(m.old))
		}
	}
}
