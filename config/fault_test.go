package config_test

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"dateline/config"
)

// reason is the system's own word for what is wrong.
var reason = regexp.MustCompile(`\([^)]+\)`)

func TestAFileThatCannotBeReadIsOneSentenceWithAWayOut(t *testing.T) {
	dir := t.TempDir()
	gone := filepath.Join(dir, "gone.toml")
	settings := func(file string) error {
		_, err := config.Load(config.DefaultPaths("", file), atlas(t), nil)
		return err
	}
	list := func(file string) error {
		_, err := config.List(file, atlas(t))
		return err
	}
	for _, c := range []struct {
		name string
		err  error
		want string
	}{
		{"settings", settings(gone), gone + " does not exist: name another file with --config, or write this one with dateline config init > FILE"},
		{"list", list(gone), gone + " does not exist: name a feeds.toml, an OPML file or a list of addresses with --feeds"},
		{"folder", list(dir), dir + " cannot be read (REASON): name a feeds.toml, an OPML file or a list of addresses with --feeds"},
	} {
		if got := reason.ReplaceAllString(fmt.Sprint(c.err), "(REASON)"); got != c.want {
			t.Errorf("%s:\ngot  %s\nwant %s", c.name, got, c.want)
		}
	}
	if !errors.Is(settings(gone), fs.ErrNotExist) {
		t.Error("the cause is lost")
	}
}

func TestAFaultShowsAFileNameThatIsSafe(t *testing.T) {
	f := config.Fault{File: "a\x1b[31mb\u202e.toml", Line: 1, Column: 2, Says: "want a number"}
	if got, want := f.Error(), "ab.toml:1:2: want a number"; got != want {
		t.Errorf("%+q, want %+q", got, want)
	}
}

func TestASyntaxErrorSaysWhatWouldBeRight(t *testing.T) {
	const lines = `want lines such as [loader], workers = 8 or every = "15m"`
	for text, want := range map[string]string{
		"workers 8":                          lines,
		"every = 15m":                        lines,
		"workers = 8 every = 9":              "want one key a line",
		"[loader":                            "want a table such as [loader] or [[feed]] on a line of its own",
		"[loader]\nworkers = 1\nworkers = 2": "want each key and table once",
		"[loader]\n[loader]":                 "want each key and table once",
		`browser.command = ["C:\Program"]`:   `want \\ for a backslash, or the text in single quotes`,
		"every = \"\xff\"":                   "want a file saved as UTF-8",
		"every = \"15m":                      lines,
	} {
		_, err := load(t, text)
		if err == nil || !strings.HasSuffix(err.Error(), ": "+want) {
			t.Errorf("%q: %v, want %q at its end", text, err, want)
		}
	}
}

func TestAFileThatIsTooLarge(t *testing.T) {
	file := filepath.Join(t.TempDir(), "film.toml")
	f, err := os.Create(file)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(3<<20), f.Close()); err != nil {
		t.Fatal(err)
	}
	if _, err := config.List(file, atlas(t)); err == nil || !strings.Contains(err.Error(), "film.toml is larger than 2 MiB: name a feeds.toml") {
		t.Errorf("got %v", err)
	}
}

func TestARedactedFaultTellsNoValue(t *testing.T) {
	_, err := config.Load(config.DefaultPaths("", write(t, "config.toml", "[loader]\nevery = \"hunter2\"\n")), atlas(t), bindings())
	if got := config.Redacted(fmt.Errorf("read: %w", err)).Error(); strings.Contains(got, "hunter2") || !strings.Contains(got, "loader.every: want") {
		t.Errorf("got %s", got)
	}
	if plain := errors.New("no"); config.Redacted(plain).Error() != "no" {
		t.Error("another error is changed")
	}
}
