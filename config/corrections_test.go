package config_test

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/config"
	"dateline/feeds"

	"github.com/google/go-cmp/cmp"
)

// kept returns the paths of a corrections.tsv that holds text.
func kept(t testing.TB, text string) config.Paths {
	t.Helper()
	return config.Paths{Corrections: write(t, "corrections.tsv", text)}
}

func content(t *testing.T, p config.Paths) string {
	t.Helper()
	data, err := os.ReadFile(p.Corrections)
	if err != nil {
		t.Fatal(err)
	}
	return string(data)
}

// mine is a file as a reader leaves it.
const mine = "# mine\r\n" +
	"scope\tsubject\tcorrection\tmade\tnote\r\n" +
	"\r\n" +
	"alias\tGeorgia \t-us\t2026-11-14\tElections\r\n" +
	"# from a friend\r\n" +
	"feed\tledger\t+UA\r\n" +
	"story\thttps://ledger.example/7\t-FR\t\tA headline # with a mark\r\n" +
	"story\tledger 0a1b2c\t+FR"

func TestCorrectionsAreRead(t *testing.T) {
	got, err := config.Corrections(kept(t, mine), atlas(t))
	want := feeds.Corrections{
		{Scope: feeds.ScopeAlias, Subject: "Georgia", Country: "US", Made: time.Date(2026, 11, 14, 0, 0, 0, 0, time.UTC), Note: "Elections"},
		{Scope: feeds.ScopeFeed, Subject: "ledger", Country: "UA", Add: true},
		{Scope: feeds.ScopeStory, Subject: "https://ledger.example/7", Country: "FR", Note: "A headline # with a mark"},
		{Scope: feeds.ScopeStory, Subject: "ledger 0a1b2c", Country: "FR", Add: true},
	}
	if diff := cmp.Diff(want, got); diff != "" || err != nil {
		t.Errorf("%v\n%s", err, diff)
	}
	if got, err := config.Corrections(config.Paths{Corrections: filepath.Join(t.TempDir(), "none")}, atlas(t)); got != nil || err != nil {
		t.Errorf("no file: %v, %v", got, err)
	}
}

func TestFaultsOfCorrections(t *testing.T) {
	for text, want := range map[string]string{
		"alias Georgia -US":            `:1:1: want scope, subject and correction, a day and a note after them if you like, parted by tabs`,
		"a\tb\tc\td\te\tf":             `:1:1: want scope, subject and correction, a day and a note after them if you like, parted by tabs`,
		"alas\tGeorgia\t-US":           `:1:1: scope = alas: want one of "story", "alias", "feed"; did you mean "alias"?`,
		"Feed\tledger\t-US":            `:1:1: scope = Feed: want one of "story", "alias", "feed"; did you mean "feed"?`,
		"\n\nalias\tКолхети\tGE":       `:3:15: correction = GE: want + or - and a country code, such as "+GE"`,
		"alias\tGeorgia\t":             `:1:15: correction: want + or - and a country code, such as "+GE"`,
		"alias\tGeorgia\t+UK":          `:1:15: correction = +UK: want + or - and a country code, such as "+GE"; did you mean "GB"?`,
		"alias\tGeorgia\t+Ukrain":      `:1:15: correction = +Ukrain: want + or - and a country code, such as "+GE"; did you mean "UA" (Ukraine), `,
		"alias\tGeorgia\t+France":      `:1:15: correction = +France: want + or - and a country code, such as "+GE"; did you mean "FR" (France)`,
		"alias\tGeorgia\t+EU":          `:1:15: correction = +EU: want`,
		"alias\t--\t+GE":               `:1:7: subject = --: want words with a letter in them`,
		"alias\t\t+GE":                 `:1:7: subject: want words with a letter in them`,
		"story\tledger\t+GE":           `:1:7: subject = ledger: want the address of a page, such as "https://example.org/news/7"`,
		"story\tjavascript://x\t+GE":   `:1:7: subject = javascript://x: want the address of a page`,
		"feed\tThe Ledger\t+GE":        `:1:6: subject = The Ledger: want the id of a feed, such as "bbc-world"`,
		"feed\tledger\t+GE\tyesterday": `:1:17: made = yesterday: want a day, such as 2026-10-02, or nothing`,
	} {
		_, err := config.Corrections(kept(t, text), atlas(t))
		if err == nil || !strings.Contains(err.Error(), "corrections.tsv"+want) {
			t.Errorf("%q: %v\nwant %s", text, err, want)
		}
	}
}

func TestABadRowHidesNoOther(t *testing.T) {
	p := kept(t, "alias\tGeorgia\t-UK\nfeed\tledger\t+FR\nwords\n")
	got, err := config.Corrections(p, atlas(t))
	if len(got) != 1 || got[0].Subject != "ledger" {
		t.Errorf("read %+v", got)
	}
	if err == nil || strings.Count(err.Error(), "\n") != 1 {
		t.Errorf("want two faults, got %v", err)
	}
}

func alias(words, mark string) feeds.Correction {
	return feeds.Correction{Scope: feeds.ScopeAlias, Subject: words, Country: mark[1:], Add: mark[0] == '+'}
}

func TestAmendingLeavesTheReadersLinesAlone(t *testing.T) {
	p := kept(t, mine)
	step := feeds.Amendment{Added: feeds.Corrections{
		{Scope: feeds.ScopeAlias, Subject: "Kolkheti", Country: "GE", Add: true, Made: time.Date(2026, 11, 15, 9, 0, 0, 0, time.UTC), Note: "A\tnote\nof two lines"},
		alias("Georgia", "-US"), // there already
	}}
	got, err := config.Amend(p, atlas(t), step)
	want := mine + "\r\nalias\tKolkheti\t+GE\t2026-11-15\tA note of two lines\r\n"
	if diff := cmp.Diff(want, content(t, p)); diff != "" || err != nil || len(got) != 5 {
		t.Errorf("added: %d, %v\n%s", len(got), err, diff)
	}
	back := step.Inverse()
	back.Removed = append(back.Removed, alias("Nowhere", "+FR"))
	got, err = config.Amend(p, atlas(t), back)
	want = strings.Replace(mine, "alias\tGeorgia \t-us\t2026-11-14\tElections\r\n", "", 1) + "\r\n"
	if diff := cmp.Diff(want, content(t, p)); diff != "" || err != nil || len(got) != 3 {
		t.Errorf("removed: %d, %v\n%s", len(got), err, diff)
	}
}

func TestTheFirstCorrectionMakesAFileThatExplainsItself(t *testing.T) {
	p := config.Paths{Corrections: filepath.Join(t.TempDir(), "new", "corrections.tsv")}
	row := alias("Kolkheti", "+GE")
	if _, err := config.Amend(p, atlas(t), feeds.Amendment{Removed: feeds.Corrections{row}}); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(p.Corrections); err == nil {
		t.Error("a file was written for nothing")
	}
	got, err := config.Amend(p, atlas(t), feeds.Amendment{Added: feeds.Corrections{row}})
	if err != nil || len(got) != 1 {
		t.Fatalf("%+v, %v", got, err)
	}
	text := content(t, p)
	if !strings.HasPrefix(text, "# Corrections of Dateline") || !strings.HasSuffix(text, "\nalias\tKolkheti\t+GE\n") {
		t.Errorf("the file is\n%s", text)
	}
	again, err := config.Corrections(p, atlas(t))
	if diff := cmp.Diff(got, again); diff != "" || err != nil {
		t.Errorf("read again: %v\n%s", err, diff)
	}
	left, err := filepath.Glob(filepath.Join(filepath.Dir(p.Corrections), "*"))
	if want := []string{p.Corrections, p.Corrections + ".lock"}; !slices.Equal(left, want) || err != nil {
		t.Errorf("left behind: %v, %v", left, err)
	}
}

func TestAmendingKeepsFaultsForTheReader(t *testing.T) {
	const bad = "words\tGeorgia\t-US\n"
	p := kept(t, bad+"feed\tledger\t+FR\n")
	got, err := config.Amend(p, atlas(t), feeds.Amendment{Added: feeds.Corrections{alias("Kolkheti", "+GE")}})
	if err != nil || len(got) != 2 || !strings.HasPrefix(content(t, p), bad) {
		t.Errorf("%+v, %v:\n%s", got, err, content(t, p))
	}
}

func TestAmendingKeepsRightsAndLinks(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links and rights are others there")
	}
	p := kept(t, "")
	link := config.Paths{Corrections: filepath.Join(t.TempDir(), "corrections.tsv")}
	if err := os.Symlink(p.Corrections, link.Corrections); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(p.Corrections, 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := config.Amend(link, atlas(t), feeds.Amendment{Added: feeds.Corrections{alias("Kolkheti", "+GE")}}); err != nil {
		t.Fatal(err)
	}
	info, err := os.Lstat(link.Corrections)
	if err != nil || info.Mode()&os.ModeSymlink == 0 {
		t.Errorf("the link is gone: %v, %v", info, err)
	}
	if info, err = os.Stat(p.Corrections); err != nil || info.Mode().Perm() != 0o644 || info.Size() == 0 {
		t.Errorf("the file behind it: %v, %v", info, err)
	}
}

func TestManyAmendAtOnce(t *testing.T) {
	p := config.Paths{Corrections: filepath.Join(t.TempDir(), "corrections.tsv")}
	var wg sync.WaitGroup
	const programs, each = 4, 10
	for i := range programs {
		wg.Go(func() {
			for j := range each {
				row := feeds.Corrections{alias(fmt.Sprintf("Place%d of %d", i, j), "+GE")}
				for _, step := range []feeds.Amendment{{Added: row}, {Removed: row}, {Added: row}} {
					if _, err := config.Amend(p, atlas(t), step); err != nil {
						t.Error(err)
					}
				}
			}
		})
	}
	wg.Wait()
	if got, err := config.Corrections(p, atlas(t)); err != nil || len(got) != programs*each {
		t.Errorf("%d of %d corrections are left, %v", len(got), programs*each, err)
	}
}

func TestAFileOfALockThatWasLeftBehindIsNoLock(t *testing.T) {
	p := kept(t, "")
	if err := os.WriteFile(p.Corrections+".lock", nil, 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := config.Amend(p, atlas(t), feeds.Amendment{Added: feeds.Corrections{alias("Kolkheti", "+GE")}}); err != nil {
		t.Error(err)
	}
}

func TestAFileThatCannotBeWrittenIsToldByName(t *testing.T) {
	file := filepath.Join(write(t, "file", ""), "corrections.tsv") // its folder is a file
	_, err := config.Amend(config.Paths{Corrections: file}, atlas(t), feeds.Amendment{Added: feeds.Corrections{alias("Kolkheti", "+GE")}})
	if err == nil || !strings.Contains(err.Error(), "write "+file+": ") {
		t.Errorf("got %v", err)
	}
}

func FuzzCorrections(f *testing.F) {
	for _, text := range []string{
		mine, "alias\tGeorgia\t+UK\nwords\n\tx", "story\thttps://a.example/\u202e\t+GE\t2026-13-01", "scope\tsubject\n\xff\xfe", "alias\ta\t+\n",
	} {
		f.Add(text)
	}
	atlas := atlas(f)
	row := alias("Kolkheti", "+GE")
	f.Fuzz(func(t *testing.T, text string) {
		p := kept(t, text)
		before, err := config.Corrections(p, atlas)
		check(t, text, err)
		for _, c := range before {
			if _, known := atlas.Of(c.Country); !known || c.Subject == "" || c.Subject != feeds.Clean(c.Subject, len(c.Subject)) {
				t.Fatalf("%q: %+v", text, c)
			}
		}
		for i, step := range []feeds.Amendment{{Added: feeds.Corrections{row}}, {Removed: feeds.Corrections{row}}} {
			after, err := config.Amend(p, atlas, step)
			if want := before.Amend(step); err != nil || len(after) != len(want) || after.Has(row) != (i == 0) {
				t.Fatalf("%q: %v, %+v, want %+v", text, err, after, want)
			}
		}
	})
}
