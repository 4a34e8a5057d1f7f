package feeds

import (
	"math"
	"testing"
)

// TestPacesHaveTheirMean holds the rows against the one figure that the paper
// gives of all of them.
func TestPacesHaveTheirMean(t *testing.T) {
	words, characters := 0, 0
	for _, p := range paces {
		words, characters = words+p.words, characters+p.characters
	}
	mean := func(sum int) int { return int(math.Round(float64(sum) / float64(len(paces)))) }
	if got := (pace{mean(words), mean(characters)}); got != meanPace || len(paces) != 17 {
		t.Errorf("%d languages with a mean of %+v, want %+v", len(paces), got, meanPace)
	}
}
