package story

import (
	"cmp"
	"slices"
)

// search counts for entries that share something with one looked at how much it
// is. An index holds one for all that it looks for, because what it needs is as
// large as the index.
type search struct {
	overlap []float64 // by number of the entry; 0 of those that were not found
	found   []uint32
	ranks   []ranked
	scores  []float64
	terms   []term
	out     []*entry
}

// ranked is an entry that was found and how well it fits.
type ranked struct {
	number uint32
	score  float64
}

// begin forgets what was found and makes room for so many entries.
func (s *search) begin(seats int) {
	for _, n := range s.found {
		s.overlap[n] = 0
	}
	s.found, s.ranks = s.found[:0], s.ranks[:0]
	if short := seats - len(s.overlap); short > 0 {
		s.overlap = append(s.overlap, make([]float64, short)...)
	}
}

// nominate adds weight to what is shared with items. Those not found yet are
// found if they fit.
func (s *search) nominate(all *seats, items posting, weight float64, fit func(*seat) bool) {
	for _, n := range items {
		if s.overlap[n] == 0 {
			if !fit(&all.all[n]) {
				continue
			}
			s.found = append(s.found, n)
		}
		s.overlap[n] += weight
	}
}

// raise adds weight to what is shared with those of items that were found.
func (s *search) raise(items posting, weight float64) {
	overlap := s.overlap
	for _, n := range items {
		if overlap[n] != 0 {
			overlap[n] += weight
		}
	}
}

func (s *search) rank(number uint32, score float64) { s.ranks = append(s.ranks, ranked{number, score}) }

// least returns the score of the nth best, 0 if there are fewer.
func (s *search) least(n int) float64 {
	if len(s.ranks) < n {
		return 0
	}
	s.scores = s.scores[:0]
	for _, r := range s.ranks {
		s.scores = append(s.scores, r.score)
	}
	return nthBest(s.scores, n)
}

// nthBest returns the nth highest of scores and changes their order: quickselect
// (Hoare, Algorithm 65: Find, 1961).
func nthBest(scores []float64, n int) float64 {
	first, last := 0, len(scores)-1
	for first < last {
		i, j, pivot := first, last, scores[(first+last)/2]
		for i <= j {
			for scores[i] > pivot {
				i++
			}
			for scores[j] < pivot {
				j--
			}
			if i <= j {
				scores[i], scores[j] = scores[j], scores[i]
				i, j = i+1, j-1
			}
		}
		switch {
		case n-1 <= j:
			last = j
		case n-1 >= i:
			first = i
		default:
			return pivot
		}
	}
	return scores[n-1]
}

// best returns the entries of the n best, of equals the newest first.
func (s *search) best(all *seats, n int) []*entry {
	least, top := s.least(n), s.ranks[:0]
	for _, r := range s.ranks {
		if r.score >= least {
			top = append(top, r)
		}
	}
	slices.SortFunc(top, func(a, b ranked) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(all.all[b.number].id, all.all[a.number].id))
	})
	s.out = s.out[:0]
	for _, r := range top[:min(len(top), n)] {
		s.out = append(s.out, all.all[r.number].entry)
	}
	return s.out
}
