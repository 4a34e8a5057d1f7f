package main_test

import (
	"go/parser"
	"go/token"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// testRooms are what tests share; nothing of the program may import them.
var testRooms = []string{"ui/pane/panetest", "feeds/spoilt"}

// house is the import plan: which room may import which of our own rooms.
// "ui/*" stands for every room below ui; "*" for everything. A room that is
// not in the plan may not exist.
var house = map[string][]string{
	"":                 {"*"},
	"feeds":            {},
	"feeds/fetch":      {"feeds"},
	"feeds/parse":      {"feeds"},
	"feeds/region":     {"feeds"},
	"feeds/story":      {"feeds"},
	"feeds/store":      {"feeds"},
	"feeds/demo":       {"feeds"},
	"feeds/article":    {"feeds", "feeds/fetch"},
	"feeds/retag":      {"feeds", "feeds/region", "feeds/store"},
	"feeds/load":       {"feeds", "feeds/fetch", "feeds/parse", "feeds/region", "feeds/story", "feeds/store"},
	"config":           {"feeds"},
	"ui/theme":         {},
	"ui/pane":          {"feeds", "ui/theme"},
	"ui/pane/panetest": {"feeds", "ui/pane", "ui/theme"},
	"feeds/spoilt":     {},
	"ui/headlines":     {"feeds", "ui/pane", "ui/theme"},
	"ui/article":       {"feeds", "ui/pane", "ui/theme", "ui/typeset"},
	"ui/typeset":       {"feeds", "ui/pane", "ui/theme"},
	"ui/related":       {"feeds", "ui/pane", "ui/theme"},
	"ui/status":        {"feeds", "ui/pane", "ui/theme"},
	"ui/help":          {"feeds", "ui/pane", "ui/theme"},
	"ui/picker":        {"feeds", "ui/pane", "ui/theme"},
	"ui/health":        {"feeds", "ui/pane", "ui/theme"},
	"ui/overview":      {"feeds", "ui/pane", "ui/theme"},
	"ui/why":           {"feeds", "ui/pane", "ui/theme"},
	"ui/launch":        {"feeds"},
	"ui/picture":       {},
	"ui":               {"feeds", "ui/*"},
	"ui/cli":           {"feeds"},
}

// outside says which rooms may import a package that is not ours. Test files
// may use anything.
var outside = []struct {
	prefix string
	rooms  []string
}{
	{"charm.land/bubbletea/", []string{"", "ui", "ui/*"}},
	{"github.com/charmbracelet/ultraviolet", []string{"ui/picture"}}, // answers of a terminal
	{"golang.org/x/image", []string{"ui/picture"}},
	{"charm.land/lipgloss/", []string{"ui", "ui/*"}},
	{"charm.land/bubbles/", []string{"ui", "ui/*"}},
	{"github.com/mmcdole/gofeed", []string{"feeds/parse"}},
	{"database/sql", []string{"feeds/store"}},
	{"modernc.org/sqlite", []string{"feeds/store"}},
	{"github.com/pelletier/go-toml/", []string{"config"}},
	{"net/http", []string{"feeds/fetch", "feeds/demo"}}, // demo answers requests, it makes none
}

// topLevel is all that may stand at the root, dot-files aside.
var topLevel = []string{
	"CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "README.md", "architecture_test.go", "bomb_test.go", "config", "correct_test.go", "docs",
	"edition_test.go", "feeds", "go.mod", "go.sum", "hostile_test.go", "lifecycle_test.go", "main.go", "main_test.go", "names_test.go",
	"pages_test.go", "press_test.go", "reading_test.go", "screen_test.go", "stream_test.go", "taken_test.go", "terminal_test.go", "testdata", "ui",
}

func TestImportsFollowTheHouse(t *testing.T) {
	err := filepath.WalkDir(".", func(file string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if d.IsDir() && file != "." && (strings.HasPrefix(d.Name(), ".") || d.Name() == "testdata") {
			return filepath.SkipDir
		}
		if d.IsDir() || path.Ext(file) != ".go" {
			return nil
		}
		room := filepath.ToSlash(filepath.Dir(file))
		if room == "." {
			room = ""
		}
		plan, ok := house[room]
		if !ok {
			t.Errorf("%s: the room %q is not in the house; add a row to the plan", file, room)
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), file, nil, parser.ImportsOnly)
		if err != nil {
			return err
		}
		test := strings.HasSuffix(file, "_test.go")
		for _, spec := range f.Imports {
			imported, err := strconv.Unquote(spec.Path.Value)
			if err != nil {
				return err
			}
			if own, ok := strings.CutPrefix(imported, "dateline/"); ok {
				// A test of a room may play with its neighbours' words, but the
				// wings stay apart there too.
				shared := slices.Contains(testRooms, own)
				if own != room && !shared && !allowed(plan, own) && (!test || !sameWing(room, own)) {
					t.Errorf("%s imports %s; %q may import %v", file, own, room, plan)
				}
				if shared && !test {
					t.Errorf("%s imports %s; only tests may", file, own)
				}
				continue
			}
			for _, rule := range outside {
				if !test && strings.HasPrefix(imported, rule.prefix) && !allowed(rule.rooms, room) {
					t.Errorf("%s imports %s; only %v may", file, imported, rule.rooms)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func allowed(plan []string, room string) bool {
	return slices.ContainsFunc(plan, func(p string) bool {
		below, wild := strings.CutSuffix(p, "/*")
		return p == "*" || p == room || wild && strings.HasPrefix(room, below+"/")
	})
}

func sameWing(a, b string) bool {
	wing := func(s string) string { w, _, _ := strings.Cut(s, "/"); return w }
	return wing(a) == wing(b) || wing(b) == "feeds" && b == "feeds"
}

// sentence finds the end of a sentence.
var sentence = regexp.MustCompile(`[.!?](\s|$)`)

// TestEveryRoomSaysWhatItIs checks that each package has one comment, and that
// it says more than the name does: what the room is, and what it is not or who
// calls it.
func TestEveryRoomSaysWhatItIs(t *testing.T) {
	const sentences, length = 2, 80 // bytes
	for room := range house {
		dir := filepath.FromSlash(path.Join(".", room))
		entries, err := os.ReadDir(dir)
		if err != nil {
			t.Errorf("room %q of the plan: %v", room, err)
			continue
		}
		var said []string
		for _, e := range entries {
			if path.Ext(e.Name()) != ".go" || strings.HasSuffix(e.Name(), "_test.go") {
				continue
			}
			f, err := parser.ParseFile(token.NewFileSet(), filepath.Join(dir, e.Name()), nil, parser.PackageClauseOnly|parser.ParseComments)
			if err != nil {
				t.Fatal(err)
			}
			generator := room != "" && f.Name.Name == "main"
			if f.Doc != nil && !generator {
				said = append(said, f.Doc.Text())
			}
		}
		if len(said) != 1 {
			t.Errorf("room %q has %d package comments, want one", room, len(said))
			continue
		}
		if n := len(sentence.FindAllString(said[0], -1)); n < sentences || len(said[0]) <= length {
			t.Errorf("room %q says too little of itself, %d sentences of %d bytes:\n%s", room, n, len(said[0]), said[0])
		}
	}
}

func TestTopLevelIsTheDesigns(t *testing.T) {
	entries, err := os.ReadDir(".")
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		built := strings.TrimSuffix(e.Name(), ".exe") == "dateline"
		if !built && !strings.HasPrefix(e.Name(), ".") && !slices.Contains(topLevel, e.Name()) {
			t.Errorf("%s stands at the top level; the design has no place for it there", e.Name())
		}
	}
}

// quoted finds what a document sets as code.
var quoted = regexp.MustCompile("`([^`\n]+)`")

// TestDocumentsNameWhatExists checks that every path of the documents for
// builders is there.
func TestDocumentsNameWhatExists(t *testing.T) {
	for _, doc := range []string{"docs/architecture.md", "CONTRIBUTING.md"} {
		text, err := os.ReadFile(filepath.FromSlash(doc))
		if err != nil {
			t.Error(err)
			continue
		}
		paths := 0
		for _, m := range quoted.FindAllStringSubmatch(string(text), -1) {
			name, isPath := asPath(m[1])
			if !isPath {
				continue
			}
			paths++
			if found, err := filepath.Glob(filepath.FromSlash(name)); err != nil || len(found) == 0 {
				t.Errorf("%s names %s, which does not exist", doc, name)
			}
		}
		if paths == 0 {
			t.Errorf("%s names no path", doc)
		}
	}
}

// asPath returns the path that a piece of code in a document names, if it names
// one of this repository.
func asPath(code string) (string, bool) {
	top, _, _ := strings.Cut(code, "/")
	own := slices.Contains(topLevel, top) || top == ".ci" || top == ".github" || strings.HasPrefix(code, ".golangci") || strings.HasPrefix(code, ".goreleaser")
	return strings.TrimSuffix(code, "/"), own && !strings.ContainsAny(code, " (")
}
