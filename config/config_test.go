package config_test

import (
	"errors"
	"flag"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/config"
	"dateline/feeds"

	"github.com/adrg/xdg"
	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// atlas knows the regions of testdata and two countries by name.
func atlas(t testing.TB) *feeds.Atlas {
	t.Helper()
	data, err := os.ReadFile("testdata/regions.tsv")
	if err != nil {
		t.Fatal(err)
	}
	members := map[string][]string{}
	var regions []feeds.Region
	for line := range strings.Lines(string(data)) {
		col := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if len(col) != 4 {
			continue
		}
		r := feeds.Region{Slug: col[0], Kind: feeds.RegionKind(col[1]), Label: col[2]}
		for m := range strings.FieldsSeq(col[3]) {
			if part, ok := strings.CutPrefix(m, "@"); ok {
				r.Countries = append(r.Countries, members[part]...)
			} else {
				r.Countries = append(r.Countries, m)
			}
		}
		members[r.Slug] = r.Countries
		regions = append(regions, r)
	}
	return feeds.NewAtlas(regions, map[string]string{"UA": "Ukraine", "FR": "France"})
}

func filter(t *testing.T, text string) feeds.Filter {
	t.Helper()
	f, err := feeds.NewGrammar(atlas(t), nil).Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func bindings() []config.Binding {
	return []config.Binding{
		{Name: "down", Where: "headlines", Help: "move down", Keys: []string{"j", "down"}},
		{Name: "up", Where: "headlines", Help: "move up", Keys: []string{"k", "up"}},
		{Name: "scroll", Where: "article", Help: "scroll", Keys: []string{"j", "space"}},
		{Name: "next-unread", Where: "headlines", Help: "next unread", Keys: []string{"n"}},
		{Name: "next-match", Where: "headlines", Help: "next match", Keys: []string{"n"}},
		{Name: "quit", Help: "quit", Keys: []string{"q", "ctrl+c"}},
	}
}

func write(t testing.TB, name, text string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return file
}

func load(t *testing.T, text string) (config.Config, error) {
	t.Helper()
	return config.Load(config.DefaultPaths("", write(t, "config.toml", text)), atlas(t), bindings())
}

// golden compares text with a file of testdata.
func golden(t *testing.T, file, got string) {
	t.Helper()
	file = filepath.Join("testdata", file)
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), got); diff != "" {
		t.Errorf("%s (-want +got):\n%s", file, diff)
	}
}

func TestEveryValueOfAFileCounts(t *testing.T) {
	got, err := load(t, `
browser.command = ["lynx", "%s"]
regions = { keys = ["sahel", "ua", "front"], start = ["nato", "Ukraine"] }
filters.front = 'region:sahel -country:ua'
[loader]
every = "1h30m"
timeout = '9s'
workers = 0x10
per_host = 1
[screen]
theme = "light"
ascii = true
bidi = "visual"
dense = true
mouse = false
per_source = 7
hyperlinks = "off"
pictures = true
[store]
keep_days = 0
keep_items = 5000
[keys]
down = ["J", "shift+n", "ctrl+down", "shift+ctrl+x", "ctrl++", " "]
`)
	if err != nil {
		t.Fatal(err)
	}
	want := config.Config{
		Loader:  config.Loader{Every: 90 * time.Minute, Timeout: 9 * time.Second, Workers: 16, PerHost: 1},
		Screen:  config.Screen{Theme: config.Light, ASCII: true, Bidi: config.Visual, Dense: true, Links: config.LinksOff, PerSource: 7, Pictures: true},
		Store:   config.Store{KeepItems: 5000},
		Filters: []feeds.Filter{filter(t, "region:sahel -country:ua").Named("front")},
		Regions: config.Regions{
			Keys:  []feeds.Filter{filter(t, "sahel"), filter(t, "ua"), filter(t, "region:sahel -country:ua")},
			Start: filter(t, "nato ua"),
		},
		Keys:    map[string][]string{"down": {"J", "N", "ctrl+down", "ctrl+shift+x", "ctrl++", "space"}},
		Browser: []string{"lynx", "%s"},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestAnEmptyFileIsTheDefaults(t *testing.T) {
	for _, text := range []string{"", "\ufeff# only a comment\r\n", "[loader]\n[keys]\n", "loader = {}\n"} {
		got, err := load(t, text)
		if diff := cmp.Diff(config.Default(atlas(t)), got); err != nil || diff != "" {
			t.Errorf("%q: %v (-want +got):\n%s", text, err, diff)
		}
	}
}

func TestDefaultsAreKnownRegions(t *testing.T) {
	for _, f := range config.Default(atlas(t)).Regions.Keys {
		if !atlas(t).Known(f.First()) {
			t.Errorf("%q is no region", f)
		}
	}
}

// uncommented takes the # from every setting of a template.
func uncommented(template string) string {
	return regexp.MustCompile(`(?m)^#([a-z\[])`).ReplaceAllString(template, "$1")
}

func TestTemplateIsTheDefaults(t *testing.T) {
	got, err := load(t, config.Template(nil))
	if diff := cmp.Diff(config.Default(atlas(t)), got); err != nil || diff != "" {
		t.Errorf("as it is: %v (-want +got):\n%s", err, diff)
	}
	got, err = load(t, uncommented(config.Template(nil)))
	if diff := cmp.Diff(config.Default(atlas(t)), got); err != nil || diff != "" {
		t.Errorf("with all comments removed: %v (-want +got):\n%s", err, diff)
	}
	got, err = load(t, uncommented(config.Template(bindings())))
	if err != nil {
		t.Fatal(err)
	}
	for _, b := range bindings() {
		if !slices.Equal(got.Keys[b.Name], b.Keys) {
			t.Errorf("key %s: %v, want %v", b.Name, got.Keys[b.Name], b.Keys)
		}
	}
}

func TestTemplateNamesEverySetting(t *testing.T) {
	text := config.Template(nil)
	for _, key := range config.SettingNames() {
		table, name, _ := strings.Cut(key, ".")
		_, body, ok := strings.Cut(text, "#["+table+"]")
		body, _, _ = strings.Cut(body, "#[")
		if !ok || !strings.Contains(body, "\n#"+name+" = ") {
			t.Errorf("the template does not show %s", key)
		}
	}
}

func TestFaultsOfAVeryWrongFile(t *testing.T) {
	_, err := config.Load(config.DefaultPaths("", "testdata/wrong.toml"), atlas(t), bindings())
	var faults config.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("got %v, want faults", err)
	}
	golden(t, "wrong.toml.faults", err.Error()+"\n")
}

func TestFaultsInLists(t *testing.T) {
	long := strings.Repeat("x", 100)
	for text, want := range map[string]string{
		`regions.keys = ["sahel","ua","fr","-ua","-fr","-sahel","~ua","~fr","tag:sahel","sahel ua"]`: `1:80: regions.keys = "sahel ua": want nine filters at most, one for each of the keys 1 to 9`,
		`browser.command = ["w3m", ""]`:                             `1:27: browser.command = "": want a list such as ["firefox", "--new-tab", "%s"]`,
		`keys.down = ["ctl+j"]`:                                     `1:14: keys.down = "ctl+j": want a key such as "j", "ctrl+d", "pgdown" or "f5"`,
		`keys.down = ["Q", "shift+q"]` + "\n" + `keys.quit = ["Q"]`: `1:13: keys.down = ["Q", "shift+q"]: want another key: "Q" is "quit" already`,
		`screen.theme = "` + long + `"`:                             `1:16: screen.theme = "` + long[:58] + `…: want one of "auto", "dark", "light"`,
	} {
		_, err := load(t, text)
		var faults config.Faults
		if !errors.As(err, &faults) {
			t.Errorf("%s: %v, want faults", text, err)
			continue
		}
		if _, got, _ := strings.Cut(faults[0].Error(), "config.toml:"); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestManyFiltersAreRefused(t *testing.T) {
	var text strings.Builder
	text.WriteString("[filters]\n")
	for i := range 20_000 {
		fmt.Fprintf(&text, "f-%c%c%c%c = \"sahel\"\n", 'a'+i%26, 'a'+i/26%26, 'a'+i/676%26, 'a'+i/17576%26)
	}
	_, err := load(t, text.String())
	if err == nil || !strings.Contains(err.Error(), "config.toml:502:1: filters.f-") || !strings.Contains(err.Error(), "want at most 500 filters") {
		t.Errorf("got %.300v", err)
	}
}

func TestTheFilterAtStart(t *testing.T) {
	for text, want := range map[string]config.Regions{
		"":                                 {Last: true},
		`regions.start = "last"`:           {Last: true},
		`regions.start = "all"`:            {},
		`regions.start = []`:               {},
		`regions.start = "sahel -ua"`:      {Start: filter(t, "sahel -ua")},
		`regions.start = ["sahel", "-ua"]`: {Start: filter(t, "sahel -ua")},
		"filters.mine = \"ua\"\nregions.start = \"mine\"": {Start: filter(t, "ua")},
	} {
		got, err := load(t, text)
		got.Regions.Keys = nil
		if diff := cmp.Diff(want, got.Regions); err != nil || diff != "" {
			t.Errorf("%s: %v (-want +got):\n%s", text, err, diff)
		}
	}
}

func TestFiltersKnowEachOtherByName(t *testing.T) {
	got, err := load(t, "[regions]\nkeys = [\"front\"]\n[filters]\nfront = \"sahel -ua\"\n")
	if err != nil || got.Regions.Keys[0].Name() != "front" || got.Filters[0].Label() != "front" {
		t.Errorf("got %+v, %v", got.Regions, err)
	}
	got, err = load(t, "[filters]\nfront = \"sahel\"\nrear = \"front -ua\"\n")
	if err != nil || got.Filters[1].Label() != "rear" || !got.Filters[1].Equal(filter(t, "sahel -ua")) {
		t.Errorf("a filter by the name of one above it: %+v, %v", got.Filters, err)
	}
	for text, want := range map[string]string{
		"filters.rear = \"front\"\nfilters.front = \"ua\"": `1:17: filters.rear = "front": no region or country "front"`,
		`filters.front = "region:sahle"`:                   `1:25: filters.front = "region:sahle": no region "sahle"; did you mean "sahel"?`,
		`filters.front = "\u0073ahle"`:                     `1:17: filters.front = "\u0073ahle": no region or country "sahle"; did you mean "sahel"?`,
		`filters.sahel = "ua"`:                             `1:9: filters.sahel: want a name of lower-case words with hyphens that means nothing else, such as gulf-watch`,
		`filters.ua = "ua"`:                                `1:9: filters.ua: want a name of`,
		`filters.last = "ua"`:                              `1:9: filters.last: want a name of`,
		`filters.tag = "ua"`:                               `1:9: filters.tag: want a name of`,
		`filters."A b" = "ua"`:                             `1:9: filters."A b": want a name of`,
		`filters.a.b = "ua"`:                               `1:11: filters.a.b: want a name of`,
		`filters.front = "all"`:                            `1:17: filters.front = "all": want a filter in quotes`,
		`filters.front = ["ua"]`:                           `1:17: filters.front = ["ua"]: want a filter in quotes`,
		`filters = "ua"`:                                   `1:11: filters = "ua": want a table, written [filters]`,
		`regions.start = "sahel -country:frrance"`:         `1:33: regions.start = "sahel -country:frrance": no country "frrance"; did you mean "fr" (France)?`,
		"filters.f = \"x y\"\nregions.keys = [\"f\"]":      `1:14: filters.f = "x y": no region or country "x"`,
	} {
		_, err := load(t, text)
		var faults config.Faults
		if !errors.As(err, &faults) || len(faults) != 1 {
			t.Errorf("%s: %v, want one fault", text, err)
			continue
		}
		if _, got, _ := strings.Cut(faults[0].Error(), "config.toml:"); !strings.HasPrefix(got, want) {
			t.Errorf("%s:\ngot  %s\nwant %s", text, got, want)
		}
	}
}

func TestASyntaxErrorIsOneFaultAtItsPlace(t *testing.T) {
	for text, want := range map[string]string{
		"[loader]\nevery = \"15m\n":       "2:13",
		"[loader]\nworkers = 1\n[loader]": "3:2",
		"[screen]\nascii = true\nascii=1": "3:1",
		"[screen]\n\"é\" = 1 x":           "2:9",
		"\xff":                            "1:1",
		"a = ":                            "1:4",
		"a = \"耀":                         "1:6",
	} {
		_, err := load(t, text)
		var faults config.Faults
		if !errors.As(err, &faults) || len(faults) != 1 {
			t.Errorf("%q: %v, want one fault", text, err)
			continue
		}
		if got := strings.Split(faults[0].Error(), "config.toml:")[1]; !strings.HasPrefix(got, want+": ") {
			t.Errorf("%q: %q, want it at %s", text, got, want)
		}
	}
}

func TestMissingFile(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("XDG_CONFIG_HOME", dir)
	t.Cleanup(xdg.Reload)
	xdg.Reload()
	got, err := config.Load(config.DefaultPaths("", ""), atlas(t), nil)
	if diff := cmp.Diff(config.Default(atlas(t)), got); err != nil || diff != "" {
		t.Errorf("the default file: %v\n%s", err, diff)
	}
	if _, err = config.Load(config.DefaultPaths("", filepath.Join(dir, "mine.toml")), atlas(t), nil); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a named file: %v, want that it does not exist", err)
	}
	if _, err = config.Load(config.DefaultPaths("", dir), atlas(t), nil); err == nil {
		t.Error("a folder was read as a file")
	}
}

func TestDefaultPaths(t *testing.T) {
	t.Setenv("XDG_CONFIG_HOME", filepath.FromSlash("/c"))
	t.Setenv("XDG_DATA_HOME", filepath.FromSlash("/d"))
	t.Cleanup(xdg.Reload)
	xdg.Reload()
	for _, c := range []struct {
		data, file string
		want       [4]string
	}{
		{"", "", [4]string{"/c/dateline/config.toml", "/c/dateline/feeds.toml", "/d/dateline", "/d/dateline/dateline.db"}},
		{"/x", "", [4]string{"/c/dateline/config.toml", "/c/dateline/feeds.toml", "/x", "/x/dateline.db"}},
		{"", "here/my.toml", [4]string{"here/my.toml", "here/feeds.toml", "/d/dateline", "/d/dateline/dateline.db"}},
	} {
		p := config.DefaultPaths(c.data, c.file)
		for i, got := range []string{p.Config, p.Feeds, p.Data, p.Store} {
			if filepath.ToSlash(got) != c.want[i] {
				t.Errorf("DefaultPaths(%q, %q): %s, want %s", c.data, c.file, got, c.want[i])
			}
		}
	}
}
