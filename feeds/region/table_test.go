package region

import (
	"bytes"
	"io/fs"
	"iter"
	"path"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

func tables(t *testing.T) []string {
	t.Helper()
	files, err := fs.Glob(data, "data/*.tsv")
	if err != nil || len(files) < 10 {
		t.Fatalf("tables %v: %v", files, err)
	}
	var names []string
	for _, f := range files {
		names = append(names, strings.TrimSuffix(path.Base(f), ".tsv"))
	}
	return names
}

func TestTablesAreWellFormed(t *testing.T) {
	for _, name := range tables(t) {
		text, _ := data.ReadFile("data/" + name + ".tsv")
		if !bytes.HasPrefix(text, []byte("# ")) {
			t.Errorf("%s does not say where it comes from", name)
		}
		rows := 0
		for r := range readTable(name) {
			rows++
			if len(r.cells) != len(r.columns) {
				t.Errorf("%s: %q has %d cells for %d columns", name, r.cells, len(r.cells), len(r.columns))
			}
			for _, c := range r.cells {
				if c != strings.TrimSpace(c) {
					t.Errorf("%s: blanks around %q", name, c)
				}
			}
		}
		if rows == 0 {
			t.Errorf("%s is empty", name)
		}
	}
}

func TestCodesAreKnown(t *testing.T) {
	a := Atlas()
	for _, name := range tables(t) {
		for r := range readTable(name) {
			for _, c := range strings.Fields(r.get("codes")) {
				_, country := a.Of(c)
				_, area := a.Region(c)
				if !country && !area && c != "-" {
					t.Errorf("%s: %q has the unknown code %q", name, r.cells[0], c)
				}
			}
		}
	}
}

var tests = regexp.MustCompile(`^(near|next|prev|list|head|with|in):[^|:]+(\|[^|:]+)*$|^(alone|name|given|dateline|apart)$`)

func contextRows() iter.Seq[row] {
	return func(yield func(row) bool) {
		for _, t := range contextTables {
			for r := range readTable(t) {
				if !yield(r) {
					return
				}
			}
		}
	}
}

func TestContextsAreUnderstood(t *testing.T) {
	closed := map[string]bool{}
	for r := range contextRows() {
		n := r.get("name")
		if closed[n] {
			t.Errorf("%s has a reading after the one that always holds", n)
		}
		closed[n] = r.get("when") == ""
		for _, w := range strings.Fields(r.get("when")) {
			if !tests.MatchString(w) {
				t.Errorf("%s: the test %q is not understood", n, w)
			}
		}
		if rule := r.get("rule"); rule != "" && ruleNamed(rule) == nil {
			t.Errorf("%s: no rule %q", n, rule)
		}
	}
}

// A name of two tables with different codes is ambiguous and needs a context.
func TestAmbiguousNamesHaveAContext(t *testing.T) {
	contexts := map[string]bool{}
	for r := range contextRows() {
		contexts[fold(r.get("name"))] = true
	}
	owner := map[string]string{}
	for _, l := range lists {
		for r := range readTable(l.table) {
			for _, n := range append(r.list("name"), r.list("names")...) {
				key, code := fold(n), r.get("codes")
				if was := owner[key]; was != "" && was != code && !contexts[key] {
					t.Errorf("%s: %q stands for %s and for %s", l.table, n, was, code)
				}
				owner[key] = code
			}
		}
	}
}

func TestEveryNameHasARule(t *testing.T) {
	for _, e := range buildLexicon(true).entries {
		if e != nil && e.plain.rule == nil {
			t.Errorf("a name with the readings %+v has no rule", e.readings)
		}
	}
}

func TestLeadersHaveSoundDates(t *testing.T) {
	for r := range readTable("leaders") {
		var days []string
		for _, column := range []string{"from", "until", "checked"} {
			d := r.get(column)
			if d == "" {
				continue
			}
			if _, err := time.Parse(time.DateOnly[:len(d)], d); err != nil {
				t.Errorf("%s: %v", r.get("names"), err)
			}
			days = append(days, d)
		}
		if !slices.IsSorted(days) {
			t.Errorf("%s: the dates %v are not in order", r.get("names"), days)
		}
	}
}
