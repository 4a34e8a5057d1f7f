package story

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/bits"
	"strings"
	"unicode"
)

// A sketch is the print of a text in few bytes, from which it can be estimated
// how much of their wording two texts share: MinHash (Broder, On the resemblance
// and containment of documents, 1997) over all runs of three words, of which
// only the lowest byte of each minimum is kept (Li and König, b-bit minwise
// hashing, 2010).
//
// One sketch of the whole text would not do: many feeds give the first lines
// of what others give in full. So the opening is sketched at several lengths,
// each with values of its own, and two texts are compared at the length that
// both have.
//
// The bytes are the length of the text in half words, at most longest, and the
// values of the extents in their order. They are stored with the items: if
// anything of this changes, stored sketches are worth nothing.

// extent is one sketch of the first words of a text.
type extent struct {
	words  int // its length
	values int
	bands  int // pairs of values by which copies are found
}

var extents = [...]extent{{16, 8, 2}, {40, 10, 1}, {100, 10, 1}, {600, 24, 4}}

const (
	lengthBytes = 2
	allValues   = 8 + 10 + 10 + 24
	allBands    = 2 + 1 + 1 + 4
	sketchSize  = lengthBytes + allValues

	// Lengths are counted in half words: a character of a script without
	// spaces is half a word.
	half     = 2
	shortest = 12 * half  // texts below it have no sketch
	longest  = 600 * half // what is behind it is not looked at
	run      = 3 * half   // of words that are hashed as one
)

// Sketch returns the print of a text by which its copies are known, or nil if
// it is too short to say whose it is. It reads the full text if the feed gave
// it, else the summary, without the dateline.
func Sketch(summary, text string) []byte {
	_, body := cutDateline(cmp.Or(text, summary))
	var m minima
	for i := range m.lowest {
		m.lowest[i] = math.MaxUint64
	}
	eachToken(withoutTail(body), m.add)
	if m.length < shortest {
		return nil
	}
	out := binary.BigEndian.AppendUint16(make([]byte, 0, sketchSize), uint16(min(m.length, longest)))
	for _, v := range m.lowest {
		out = append(out, byte(v))
	}
	return out
}

// tails are the sentences that blogs put under a text, with the headline and
// their name in it: what they begin with, and what stands in them.
var tails = []struct{ begin, within string }{
	{"The post ", " appeared first on "},
	{"The article ", " appeared first on "},
	{"La entrada ", " se publicó primero en "},
	{"La entrada ", " apareció primero en "},
	{"L’article ", " est apparu en premier sur "},
	{"L'article ", " est apparu en premier sur "},
	{"Der Beitrag ", " erschien zuerst auf "},
	{"O post ", " apareceu primeiro em "},
	{"L'articolo ", " proviene da "},
	{"Artykuł ", " pochodzi z serwisu "},
	{"Запись ", " впервые появилась "},
	{"Сообщение ", " появились сначала на "},
}

// longestTail is where a tail may begin before the end of a text, in bytes.
const longestTail = 1000

func withoutTail(text string) string {
	end := max(0, len(text)-longestTail)
	for _, t := range tails {
		if !strings.Contains(text[end:], t.begin) {
			continue // most texts
		}
		if i := strings.LastIndex(text[end:], t.begin); i >= 0 && strings.Contains(text[end+i:], t.within) {
			return text[:end+i]
		}
	}
	return text
}

// minima are the values of a sketch while the words of its text come.
type minima struct {
	lowest [allValues]uint64
	length int        // of the text so far, in half words
	latest [run]token // words, the last one at the end
	known  int        // how many of them came
}

// add takes the next word: with it, one run at the most comes to its end for
// each word that one can begin with.
func (m *minima) add(w token) {
	m.length += w.length
	copy(m.latest[:], m.latest[1:])
	m.latest[run-1] = w
	m.known = min(m.known+1, run)
	// A run ends with this word if it was too short without it.
	length := 0
	for n := 1; n <= m.known; n++ {
		length += m.latest[run-n].length
		if length-w.length < run && length >= run {
			m.enter(m.latest[run-n:])
		}
	}
}

// enter enters a run of words that ends where the text so far does.
func (m *minima) enter(words []token) {
	var hash uint64
	for _, w := range words {
		hash = mix(hash ^ w.hash)
	}
	first := 0
	for _, l := range extents { // the longer ones hold what the shorter ones do
		if m.length <= l.words*half {
			break
		}
		first += l.values
	}
	seed := hash + uint64(first)*golden
	for i := first; i < allValues; i++ {
		m.lowest[i] = min(m.lowest[i], mix(seed))
		seed += golden
	}
}

// golden and mix are those of SplitMix64 (Steele, Lea and Flood 2014): the i-th
// hash of a run is the i-th number that it is the seed of.
const golden = 0x9e3779b97f4a7c15

func mix(x uint64) uint64 {
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return x ^ x>>31
}

// token is one word of a text, or one character of a script without spaces.
type token struct {
	hash   uint64
	length int // in half words
}

// eachToken gives the words of a text without case and marks to yield, as far as
// they are looked at.
func eachToken(text string, yield func(token)) {
	const offset, prime = 0xcbf29ce484222325, 0x100000001b3 // of FNV-1a
	word, length := uint64(offset), 0
	for _, r := range text {
		alone := unspaced(r)
		switch {
		case 'a' <= r && r <= 'z':
			word = (word ^ uint64(r)) * prime
			continue
		case alone:
		case unicode.IsLetter(r) || unicode.IsNumber(r):
			word = (word ^ uint64(unicode.ToLower(r))) * prime
			continue
		case r == '\'' || r == '’' || unicode.IsMark(r):
			continue
		}
		if word != offset {
			yield(token{word, half})
			word, length = offset, length+half
		}
		if alone {
			yield(token{mix(uint64(r)), 1})
			length++
		}
		if length >= longest {
			return
		}
	}
	if word != offset {
		yield(token{word, half})
	}
}

// sameText estimates how much of the shorter of two texts stands in the other
// one, from 0 to 1: at the beginning, at the greatest length that both have, or
// on the whole. Both sketches are whole.
func sameText(a, b []byte) float64 {
	lengthA, lengthB := lengthOf(a), lengthOf(b)
	opening := 0
	for i, l := range extents {
		if l.words*half <= min(lengthA, lengthB)*5/4 {
			opening = i
		}
	}
	part, first := 0.0, lengthBytes
	for i, l := range extents {
		end, most := first+l.values, l.words*half
		if i == opening || i == len(extents)-1 {
			part = max(part, contained(a[first:end], b[first:end], min(lengthA, most), min(lengthB, most)))
		}
		first = end
	}
	return part
}

func lengthOf(sketch []byte) int { return int(binary.BigEndian.Uint16(sketch)) }

// contained turns the share of equal values, which estimates what two sets of
// runs share of all, into the part of the smaller one that the other has. If
// few are equal it may be by chance, and says nothing.
func contained(a, b []byte, lengthA, lengthB int) float64 {
	equal := equalBytes(a, b)
	const leastShare = 0.45
	const lost = run - half // a text has so many runs less than words
	share := float64(equal) / float64(len(a))
	if share < leastShare {
		return 0
	}
	sizeA, sizeB := float64(lengthA-lost), float64(lengthB-lost)
	return min(1, share*(sizeA+sizeB)/((1+share)*min(sizeA, sizeB)))
}

// equalBytes counts the places at which a and b, which are of one length, hold
// the same byte: eight at a time, for it is asked of thousands.
func equalBytes(a, b []byte) int {
	const low = 0x7f7f7f7f7f7f7f7f // all bits of each byte but the highest
	n := 0
	for len(a) >= 8 {
		x := binary.LittleEndian.Uint64(a) ^ binary.LittleEndian.Uint64(b)
		n += bits.OnesCount64(^((x&low + low) | x | low)) // one bit for each byte of x that is 0
		a, b = a[8:], b[8:]
	}
	for i := range a {
		if a[i] == b[i] {
			n++
		}
	}
	return n
}
