package article

import (
	"flag"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// lineTables are the tables of rules for lines, by the names of their pages.
func lineTables() map[string]*[]lineRule {
	return map[string]*[]lineRule{"noise": &noiseLines, "lead": &leadLines, "tail head": &tailHeads, "tail": &tailLines, "head": &headLines, "kept": &keptLines}
}

// ruleRow is a row of a table of rules, or a table that is one as a whole.
type ruleRow struct {
	name string
	off  func() (on func()) // takes the row out, and puts it back
}

// ruleRows lists every row of every table of the clean-up.
func ruleRows() []ruleRow {
	var rows []ruleRow
	for i, part := range partRows {
		rows = append(rows, ruleRow{"part " + part.what, func() func() {
			was := nameRules
			without := slices.Clone(partRows)
			without[i].phrases = "-"
			nameRules = index(rowsOf(without)...)
			return func() { nameRules = was }
		}})
	}
	for name, table := range lineTables() {
		for i, rule := range *table {
			rows = append(rows, ruleRow{name + " " + rule.what, func() func() {
				was := *table
				*table = slices.Delete(slices.Clone(was), i, i+1)
				return func() { *table = was }
			}})
		}
	}
	return append(rows, swapped("tags", &tagRules), swapped("weak tags", &weakTags), swapped("roles", &roleRules), swapped("properties", &metaProps))
}

// swapped is a table that is one row.
func swapped[M ~map[string]V, V any](name string, table *M) ruleRow {
	return ruleRow{name, func() func() {
		was := *table
		*table = M{}
		return func() { *table = was }
	}}
}

// pageOf is the page of a row.
func pageOf(row string) string {
	return filepath.Join("testdata", "rules", strings.NewReplacer(" ", "-", "'", "", ",", "").Replace(row)+".html")
}

// byOther are the rows whose lines are read for the head of a page, and taken
// out there.
var byOther = []string{"head byline"}

// TestEveryRuleHasAPage holds a page against every rule: with the rule its
// text is the golden one, without it the text is another.
func TestEveryRuleHasAPage(t *testing.T) {
	for _, row := range ruleRows() {
		if slices.Contains(byOther, row.name) {
			continue
		}
		t.Run(row.name, func(t *testing.T) {
			page := pageOf(row.name)
			with := shownText(t, page)
			golden(t, page, with)
			on := row.off()
			defer on()
			if without := shownText(t, page); without == with {
				t.Error("the text of the page is the same without the rule")
			}
		})
	}
}

// TestRulesKeepText shows what no rule may take for clutter.
func TestRulesKeepText(t *testing.T) {
	for _, name := range []string{"kept kinds"} {
		t.Run(name, func(t *testing.T) { golden(t, pageOf(name), shownText(t, pageOf(name))) })
	}
}

func shownText(t *testing.T, page string) string {
	t.Helper()
	body, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	a, err := Extract(body, "text/html", "https://www.gazette.example/2026/02/story.html")
	if err != nil {
		t.Fatal(err)
	}
	return Text(a) + "\n"
}

func golden(t *testing.T, page, got string) {
	t.Helper()
	file := strings.TrimSuffix(page, ".html") + ".golden"
	if f := flag.Lookup("update"); f != nil && f.Value.String() == "true" {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Error(diff)
	}
}
