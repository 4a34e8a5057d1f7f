package story

import "strings"

// memo remembers what was made of the strings that come again and again, as
// words do: few words make up most of any text. What has not come for long is
// forgotten. It is not safe for concurrent use.
type memo[T any] struct {
	of       func(string) T // which gives the same for the same
	now, old map[string]T
}

// mostMade is how many strings fill one of the two maps of a memo. Then it takes
// the place of the old one.
const mostMade = 1 << 13

func newMemo[T any](of func(string) T) *memo[T] {
	return &memo[T]{of: of, now: map[string]T{}, old: map[string]T{}}
}

func (m *memo[T]) get(s string) T {
	if v, ok := m.now[s]; ok {
		return v
	}
	s = strings.Clone(s) // else the whole text that it is part of is kept
	v, ok := m.old[s]
	if !ok {
		v = m.of(s)
	}
	if len(m.now) >= mostMade {
		clear(m.old)
		m.now, m.old = m.old, m.now
	}
	m.now[s] = v
	return v
}
