package story

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"
)

func TestNthBest(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		scores := make([]float64, 1+random.IntN(40))
		for i := range scores {
			scores[i] = float64(random.IntN(10)) // many are equal
		}
		sorted := slices.Sorted(slices.Values(scores))
		slices.Reverse(sorted)
		for n := 1; n <= len(scores); n++ {
			if got := nthBest(slices.Clone(scores), n); got != sorted[n-1] {
				t.Fatalf("of %v number %d is %v, want %v", scores, n, got, sorted[n-1])
			}
		}
	}
}

func TestEqualBytes(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 4))
	odd := []byte{0, 1, 0x7f, 0x80, 0x81, 0xff} // what a carry or a sign could spoil
	for range 2000 {
		a := make([]byte, random.IntN(30))
		for i := range a {
			a[i] = odd[random.IntN(len(odd))]
		}
		b, want := bytes.Clone(a), len(a)
		for i := range b {
			if b[i] = odd[random.IntN(len(odd))]; b[i] != a[i] {
				want--
			}
		}
		if got := equalBytes(a, b); got != want {
			t.Fatalf("% x and % x agree in %d places, want %d", a, b, got, want)
		}
	}
}
