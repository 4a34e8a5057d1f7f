package region

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
)

// labelled walks the rows of a file of headlines with the countries that are
// right for each.
func labelled(t *testing.T, file string, row func(n int, want []string, headline string)) {
	t.Helper()
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	for line := range strings.Lines(string(text)) {
		countries, headline, ok := strings.Cut(strings.TrimRight(line, "\r\n"), "\t")
		if line[0] == '#' || countries == "countries" {
			continue
		}
		if !ok || headline == "" {
			t.Fatalf("%s: not two columns: %q", file, line)
		}
		var want []string
		if countries != "-" {
			want = strings.Fields(countries)
		}
		slices.Sort(want)
		n++
		row(n, want, headline)
	}
}

// leastExact is how many of the headlines in all other languages must have just
// the right countries.
const leastExact = 0.88

// The labels were made without knowing the rules. Odd rows may be looked at to
// better the tables; even rows only count.
func TestLanguages(t *testing.T) {
	files, err := filepath.Glob("testdata/languages/*.tsv")
	if err != nil || len(files) < 14 {
		t.Fatalf("files %v: %v", files, err)
	}
	right, all := 0, 0
	for _, file := range files {
		var exact, rows [2]int
		labelled(t, file, func(n int, want []string, headline string) {
			got := codesOf(headline)
			rows[n%2]++
			if slices.Equal(got, want) {
				exact[n%2]++
			} else if n%2 == 1 {
				t.Logf("got %v, want %v: %s", got, want, headline)
			}
		})
		t.Logf("%s: odd rows %d of %d, even rows %d of %d", filepath.Base(file), exact[1], rows[1], exact[0], rows[0])
		right, all = right+exact[0]+exact[1], all+rows[0]+rows[1]
	}
	t.Logf("%d of %d, %.3f", right, all, float64(right)/float64(all))
	if float64(right) < leastExact*float64(all) {
		t.Errorf("only %d of %d headlines have just the right countries", right, all)
	}
}

// codesOf returns the countries of a headline whose language is not told.
func codesOf(headline string) []string {
	got := feeds.Codes(shared().Tag(Text{Title: headline}).Countries)
	slices.Sort(got)
	return got
}

func TestWordsThatChange(t *testing.T) {
	labelled(t, "testdata/forms.tsv", func(_ int, want []string, line string) {
		headline, language, _ := strings.Cut(line, "\t")
		got := feeds.Codes(shared().Tag(Text{Title: headline, Language: language}).Countries)
		slices.Sort(got)
		if !slices.Equal(got, want) {
			t.Errorf("%s\n got %v, want %v", headline, got, want)
		}
	})
}
