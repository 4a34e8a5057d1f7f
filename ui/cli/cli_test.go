package cli

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
)

// shelf is a library of the given items, which it gives in any order they
// come in. It counts what was asked of it.
type shelf struct {
	items  []feeds.Item
	asked  *[]Query
	filter feeds.Filter
	watch  feeds.Watch
}

func shelfOf(items ...feeds.Item) shelf { return shelf{items: items, asked: new([]Query)} }

func (s shelf) Filter() feeds.Filter { return s.filter }

func (s shelf) Items(_ context.Context, q Query) ([]feeds.Item, error) {
	*s.asked = append(*s.asked, q)
	newest := func(a, b feeds.Item) int {
		return cmp.Or(b.Published.Compare(a.Published), cmp.Compare(b.ID, a.ID))
	}
	var out []feeds.Item
	for _, it := range slices.SortedFunc(slices.Values(s.items), newest) {
		wanted := !it.Published.Before(q.Since) && (!q.Unread || !it.Read) && (q.Stories == nil || slices.Contains(q.Stories, it.Story))
		if wanted && (q.Before.ID == 0 || newest(it, q.Before) > 0) && (q.Limit == 0 || len(out) < q.Limit) {
			out = append(out, it)
		}
	}
	return out, nil
}

func (shelf) Directory() map[feeds.FeedID]feeds.Feed {
	return map[feeds.FeedID]feeds.Feed{"a": {Name: "Ledger", Family: "a"}, "b": {Name: "Courier", Family: "b"}}
}

func (s shelf) Watch(context.Context) (feeds.Watch, error) { return s.watch, nil }

func (shelf) Refresh(_ context.Context, _ bool, emit func(feeds.Event)) error {
	emit(feeds.FeedFailed{Feed: "a", Health: feeds.Health{Failure: &feeds.Failure{Kind: feeds.FailDNS}}})
	return nil
}
func (shelf) Close() error { return nil }

// appWith is an App of a library and of readers that find nothing.
func appWith(lib Library) App {
	return App{
		Version: "test", Atlas: func() *feeds.Atlas { return feeds.NewAtlas(nil, nil) },
		Library: func(_ context.Context, s Settings) (Library, error) {
			_, err := s.Filter(feeds.NewGrammar(feeds.NewAtlas(nil, nil), nil))
			return lib, err
		},
		Dashboard: func(ctx context.Context, _ Settings) error { return ctx.Err() },
		Tagger: func() func(feeds.Item) feeds.Tags {
			return func(feeds.Item) feeds.Tags { return feeds.Tags{} }
		},
		Parse:   func(string, []byte) ([]feeds.Item, error) { return []feeds.Item{{Title: "One"}}, nil },
		Extract: func([]byte, string, string) (feeds.Article, error) { return feeds.Article{}, nil },
		Text:    func(feeds.Article) string { return "text" },

		Markdown: func(feeds.Article) string { return "# text" },
	}
}

func runWith(t *testing.T, lib Library, args ...string) (code int, out, errs string) {
	t.Helper()
	var o, e bytes.Buffer
	code = Run(t.Context(), appWith(lib), args, strings.NewReader(""), &o, &e)
	return code, o.String(), e.String()
}

func TestARoundWithoutAnswersFails(t *testing.T) {
	code, out, errs := runWith(t, shelfOf(), "refresh")
	if code != exitFailed || !strings.Contains(out, "Ledger: the host name could not be found") || !strings.Contains(errs, "no feed could be reached") {
		t.Errorf("code %d\n%s%s", code, out, errs)
	}
}

// terminal is a standard input on which nobody types: the first read is where
// the user stops the program.
type terminal struct {
	stop context.CancelFunc
	gone <-chan struct{}
}

func (i terminal) Read([]byte) (int, error) {
	i.stop()
	<-i.gone
	return 0, io.EOF
}

func TestACommandThatIsStoppedSaysSoByItsCodeAlone(t *testing.T) {
	for args, want := range map[string]int{"": 0, "tag": 130, "group": 130, "extract -": 130, "parse -": 130, "list": 130, "refresh": 130} {
		ctx, stop := context.WithCancel(t.Context())
		app := appWith(shelfOf())
		app.Grouper = func() Grouper { return nil }
		app.Library = func(ctx context.Context, _ Settings) (Library, error) {
			stop()
			return nil, fmt.Errorf("open the store: %w", ctx.Err())
		}
		app.Dashboard = func(ctx context.Context, _ Settings) error { stop(); return ctx.Err() }
		var out, errs bytes.Buffer
		code := Run(ctx, app, strings.Fields(args), terminal{stop, t.Context().Done()}, &out, &errs)
		if code != want || errs.Len() > 0 || out.Len() > 0 {
			t.Errorf("dateline %s: code %d, want %d; it says %q %q", args, code, want, &out, &errs)
		}
	}
}

func TestNothingOfAnErrorReachesTheTerminalRaw(t *testing.T) {
	const bad = "x\x1b]0;owned\x07\u202ey\x9b31m"
	for _, args := range [][]string{
		{"extract", bad}, {"parse", bad}, {"--region", bad, "list"}, {bad}, {"--" + bad}, {"list", "--since", bad}, {"list", "--limit", bad},
	} {
		code, _, errs := runWith(t, shelfOf(), args...)
		line := strings.TrimSuffix(errs, "\n")
		if code != exitUsage || line == "" || line != feeds.Clean(line, len(line)) {
			t.Errorf("%q: code %d, %+q", args, code, errs)
		}
	}
	if got, want := safe(errors.New("a:1: \x1b[31mx\nb:2: y")), "a:1: x\nb:2: y"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

func TestParseGoesOnWhenAFileIsMissing(t *testing.T) {
	dir := t.TempDir()
	path := func(parts ...string) string { return filepath.Join(append([]string{dir}, parts...)...) }
	if err := os.Mkdir(path("b"), 0o700); err != nil {
		t.Fatal(err)
	}
	for _, file := range []string{path("a.xml"), path("b", "a.xml"), path("z.xml")} {
		if err := os.WriteFile(file, []byte("feed"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	code, out, errs := runWith(t, shelfOf(), "parse", path("a.xml"), path("gone.xml"), path("b", "a.xml"), path("z.xml"))
	rows := strings.Split(out, "\n")
	if code != exitUsage || errs != "dateline: there is no file "+path("gone.xml")+"\n" || len(rows) != 5 {
		t.Fatalf("code %d, %q\n%s", code, errs, out)
	}
	for i, want := range []string{
		fmt.Sprintf(`{"file":%q,"entries":[{`, path("a.xml")),
		fmt.Sprintf(`{"file":"gone.xml","entries":[],"failure":%q}`, "there is no file "+path("gone.xml")),
		fmt.Sprintf(`{"file":%q,"entries":[{`, path("b", "a.xml")),
		`{"file":"z.xml","entries":[{`,
	} {
		if !strings.HasPrefix(rows[i], want) {
			t.Errorf("row %d is %s, want %s", i, rows[i], want)
		}
	}
}

func TestAFileIsNamedOnceWhenItCannotBeRead(t *testing.T) {
	big := filepath.Join(t.TempDir(), "big.html")
	f, err := os.Create(big)
	if err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.Truncate(maxPage+1), f.Close()); err != nil {
		t.Fatal(err)
	}
	for file, want := range map[string]string{
		"gone.html":       "dateline: there is no file gone.html\n",
		big:               "dateline: " + big + " is larger than 10 MB\n",
		filepath.Dir(big): "dateline: " + filepath.Dir(big) + " cannot be read: ",
	} {
		code, _, errs := runWith(t, shelfOf(), "extract", file)
		if code != exitUsage || !strings.HasPrefix(errs, want) || strings.Count(errs, file) != 1 {
			t.Errorf("code %d, %q, want %q", code, errs, want)
		}
	}
	if err := os.Truncate(big, maxPage); err != nil {
		t.Fatal(err)
	}
	if code, out, errs := runWith(t, shelfOf(), "extract", big); code != 0 || out != "text\n" {
		t.Errorf("10 MB are read: code %d, %q", code, errs)
	}
}

func TestScriptsReadSpansWithoutBreakMarks(t *testing.T) {
	app := appWith(shelfOf())
	app.Extract = func([]byte, string, string) (feeds.Article, error) {
		return feeds.Article{Blocks: []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "10\u00a0000 Bundes\u00adtage"}}}}}, nil
	}
	var out, errs bytes.Buffer
	code := Run(t.Context(), app, []string{"extract", "-", "--format", "json"}, strings.NewReader("<p>"), &out, &errs)
	if code != 0 || !strings.Contains(out.String(), `"10 000 Bundestage"`) {
		t.Errorf("code %d\n%s%s", code, &out, &errs)
	}
}
