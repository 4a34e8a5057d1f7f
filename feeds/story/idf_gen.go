//go:build ignore

// This program counts in how many lines of a text each word stands and writes
// the table idf.txt.gz. Its input is the text of Wikipedia's "Portal:Current
// events", one line an entry, gzipped:
//
//	go run idf_gen.go current-events.txt.gz
package main

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"fmt"
	"log"
	"math"
	"os"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const (
	rarest = 3 // words in fewer lines are left out: not to know a word means that it is rare
	step   = 4 // classes for each factor of e
)

var token = regexp.MustCompile(`[\pL\pM]+(?:['’.][\pL]+)*|\pN+(?:[.,]\pN+)*`)

// phrases are names and set terms of two words that mean one thing. They are
// counted as one word, lest two items that share one share two.
const phrases = `
middle east|north korea|south korea|united states|united nations|united kingdom|european union|european commission
saudi arabia|sri lanka|new zealand|hong kong|el salvador|costa rica|south africa|south sudan|burkina faso|sierra leone
ivory coast|puerto rico|north macedonia|northern ireland|new guinea|latin america|west africa|southeast asia
new york|los angeles|san francisco|new delhi|tel aviv|abu dhabi|buenos aires|west bank|gaza strip|red sea|black sea
white house|supreme court|supreme leader|state department|state media|security council|human rights|national guard
air force|armed forces|prime minister|foreign minister|defense minister|defence minister|interior minister|foreign ministry
defense ministry|defence ministry|attorney general|vice president|former president|wall street|central bank|world bank
world cup|nobel prize|islamic state|climate change|death toll|peace talks|oil prices|interest rates|stock market
general election|presidential election|parliamentary election|presidential candidate|social media|law enforcement
nuclear weapons|nuclear power|heat wave|health care|civil war|air strike|air strikes|opposition leader|trade war
`

type count struct{ lines, inside, capital int }

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run idf_gen.go current-events.txt.gz")
	}
	counts, lines, err := read(os.Args[1])
	if err != nil {
		log.Fatal(err)
	}
	if err := os.WriteFile("idf.txt.gz", pack(counts, lines), 0o644); err != nil {
		log.Fatal(err)
	}
}

func read(path string) (map[string]*count, int, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, 0, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, 0, err
	}
	counts, lines := map[string]*count{}, 0
	for s := bufio.NewScanner(z); s.Scan(); lines++ {
		add(counts, s.Text())
	}
	return counts, lines, nil
}

// add counts each word of line once, and its capital where it begins no
// sentence.
func add(counts map[string]*count, line string) {
	seen := map[string]bool{}
	before := ""
	for _, at := range token.FindAllStringIndex(line, -1) {
		s := strings.ReplaceAll(line[at[0]:at[1]], "’", "'")
		inside := at[0] > 1 && !strings.ContainsAny(line[at[0]-2:at[0]], ".!?:\"“")
		tally(counts, seen, s, inside)
		if both := before + " " + s; inside && isPhrase[strings.ToLower(both)] {
			tally(counts, seen, both, inside)
		}
		before = s
	}
}

func tally(counts map[string]*count, seen map[string]bool, s string, inside bool) {
	key := strings.ToLower(s)
	c := counts[key]
	if c == nil {
		c = &count{}
		counts[key] = c
	}
	if !seen[key] {
		seen[key] = true
		c.lines++
	}
	if inside {
		c.inside++
		if unicode.IsUpper([]rune(s)[0]) {
			c.capital++
		}
	}
}

var isPhrase = func() map[string]bool {
	out := map[string]bool{}
	for row := range strings.FieldsFuncSeq(phrases, func(r rune) bool { return r == '|' || r == '\n' }) {
		out[row] = true
	}
	return out
}()

// pack writes the words by class, commonest class first: "=N" opens the class
// of words that stand in about e^(N/4) lines, a capital marks a name.
func pack(counts map[string]*count, lines int) []byte {
	classes := map[int][]string{}
	for key, c := range counts {
		if c.lines < rarest {
			continue
		}
		if c.inside > 0 && float64(c.capital) > 0.85*float64(c.inside) {
			first, size := utf8.DecodeRuneInString(key)
			key = string(unicode.ToUpper(first)) + key[size:]
		}
		n := int(math.Round(step * math.Log(float64(c.lines))))
		classes[n] = append(classes[n], key)
	}
	var out bytes.Buffer
	fmt.Fprintln(&out, "# In how many of so many lines each word stands, counted by idf_gen.go.")
	fmt.Fprintln(&out, "# Source: Wikipedia, Portal:Current events, 2002-2025, by its editors; licence CC BY-SA 4.0.")
	fmt.Fprintf(&out, "# lines %d\n", lines)
	for n := 60; n >= 0; n-- {
		if len(classes[n]) == 0 {
			continue
		}
		slices.Sort(classes[n])
		fmt.Fprintf(&out, "=%d\n%s\n", n, strings.Join(classes[n], "\n"))
	}
	var packed bytes.Buffer
	z, _ := gzip.NewWriterLevel(&packed, gzip.BestCompression)
	z.Write(out.Bytes())
	z.Close()
	return packed.Bytes()
}
