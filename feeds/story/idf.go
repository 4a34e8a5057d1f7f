package story

import (
	"bufio"
	"bytes"
	"compress/gzip"
	_ "embed"
	"fmt"
	"math"
	"strconv"
	"strings"
	"sync"
)

//go:generate go run idf_gen.go current-events-2002-2025.txt.gz

//go:embed idf.txt.gz
var packedIDF []byte

// known is what background text says about a word.
type known struct {
	lines float64 // in how many of the background's lines it stands
	name  bool    // it is mostly written with a capital letter
}

// background is the embedded table of word counts. Its source and licence
// stand in the first lines of the file.
type background struct {
	lines   float64
	log     float64 // of lines
	words   map[string]known
	phrases map[string]bool // keys of those that are two words, ...
	leads   map[string]bool // ... and of the first of the two
}

// loadBackground reads the table once, at the first item: 30,000 words.
var loadBackground = sync.OnceValue(func() background {
	b, err := readBackground(packedIDF)
	if err != nil {
		panic(fmt.Sprintf("read the embedded word table: %v", err)) // built in: cannot happen outside development
	}
	return b
})

// readBackground unpacks a table written by idf_gen.go. Words whose stems meet
// are added up.
func readBackground(packed []byte) (background, error) {
	b := background{words: map[string]known{}, phrases: map[string]bool{}, leads: map[string]bool{}}
	z, err := gzip.NewReader(bytes.NewReader(packed))
	if err != nil {
		return b, err
	}
	lines := 0.0
	s := bufio.NewScanner(z)
	for s.Scan() {
		switch row := s.Text(); {
		case strings.HasPrefix(row, "# lines "):
			b.lines, err = strconv.ParseFloat(row[len("# lines "):], 64)
		case strings.HasPrefix(row, "="):
			var class float64
			class, err = strconv.ParseFloat(row[1:], 64)
			lines = math.Exp(class / 4)
		case !strings.HasPrefix(row, "#"):
			b.add(row, lines)
		}
		if err != nil {
			return b, fmt.Errorf("row %q: %w", s.Text(), err)
		}
	}
	b.log = math.Log(b.lines)
	return b, s.Err()
}

// add takes one row: a word, or two that mean one thing.
func (b *background) add(row string, lines float64) {
	first, second, two := strings.Cut(row, " ")
	w := spaced(first)
	if two {
		next := spaced(second)
		b.phrases[w.key+" "+next.key], b.leads[w.key] = true, true
		w = phrase(w, next)
	}
	k := b.words[w.key]
	if lines > k.lines {
		k.name = w.capital // the commoner form of a word says whether it is a name
	}
	k.lines += lines
	b.words[w.key] = k
}
