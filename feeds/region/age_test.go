package region

import (
	"fmt"
	"iter"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"
)

// dated names the tables whose rows say each where they are from and when they
// were looked at; the others say it once, in their first lines.
var dated = []string{"areas", "disputed", "groups", "institutions", "leaders", "seats", "wars"}

// audit says which rows of a dated table lack a source or a date, and which
// nobody has looked at for twelve months before now.
func audit(table string, rows iter.Seq[row], now time.Time) (faults, old []string) {
	limit := now.AddDate(-1, 0, 0)
	for r := range rows {
		name := fmt.Sprintf("%s: %s", table, r.cells[0])
		if r.get("source") == "" {
			faults = append(faults, name+" does not say where it is from")
		}
		day, err := time.Parse(time.DateOnly, r.get("checked"))
		switch {
		case err != nil:
			faults = append(faults, fmt.Sprintf("%s: %q is not the day of a check", name, r.get("checked")))
		case day.After(now.AddDate(0, 0, 1)):
			faults = append(faults, name+" is checked in the future")
		case day.Before(limit):
			old = append(old, fmt.Sprintf("%s was last checked on %s, more than a year ago: look whether it is still so", name, r.get("checked")))
		}
	}
	return faults, old
}

// Facts age. An old row is only told, or an old release could not be tested.
func TestDatedRowsSayWhereTheyAreFrom(t *testing.T) {
	for _, table := range dated {
		faults, old := audit(table, readTable(table), time.Now())
		for _, f := range faults {
			t.Error(f)
		}
		for _, o := range old {
			t.Log(o)
		}
	}
}

var inHeader = regexp.MustCompile(`(?i)\bchecked: (\d{4}-\d\d-\d\d)`)

func TestOtherTablesSayWhenTheyWereChecked(t *testing.T) {
	for _, table := range tables(t) {
		if slices.Contains(dated, table) {
			continue
		}
		text, _ := data.ReadFile("data/" + table + ".tsv")
		m := inHeader.FindSubmatch(text)
		if m == nil {
			t.Errorf("%s: no day of a check in its first lines", table)
			continue
		}
		if string(m[1]) < time.Now().AddDate(-1, 0, 0).Format(time.DateOnly) {
			t.Logf("%s was last checked on %s, more than a year ago: look whether it is still so", table, m[1])
		}
	}
}

func TestAudit(t *testing.T) {
	now := time.Date(2030, 6, 15, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct{ source, checked, fault, old string }{
		{"list of members", "2030-06-15", "", ""},
		{"list of members", "2029-06-16", "", ""},
		{"list of members", "2029-06-14", "", "last checked on 2029-06-14"},
		{"", "2030-01-01", "where it is from", ""},
		{"list of members", "", "not the day", ""},
		{"list of members", "June 2030", "not the day", ""},
		{"list of members", "2030-08-01", "in the future", ""},
	} {
		rows := slices.Values([]row{{[]string{"names", "source", "checked"}, []string{"Ruritania", c.source, c.checked}}})
		faults, old := audit("seats", rows, now)
		if got := strings.Join(faults, "; "); !strings.Contains(got, c.fault) || (c.fault == "") != (got == "") {
			t.Errorf("%+v: faults %q", c, got)
		}
		if got := strings.Join(old, "; "); !strings.Contains(got, c.old) || (c.old == "") != (got == "") {
			t.Errorf("%+v: old %q", c, got)
		}
	}
}
