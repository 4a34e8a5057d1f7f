package cli

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
)

// extracted runs extract with a page that is, or fails, as told.
func extracted(t *testing.T, a feeds.Article, err error, args ...string) (code int, out, errs string) {
	t.Helper()
	app := appWith(shelfOf())
	app.Extract = func(_ []byte, _, address string) (feeds.Article, error) {
		a.URL = address
		return a, err
	}
	app.Page = func(_ context.Context, _ Settings, address string) (feeds.Article, error) {
		a.URL = address
		return a, err
	}
	var o, e bytes.Buffer
	code = Run(t.Context(), app, append([]string{"extract"}, args...), strings.NewReader("page"), &o, &e)
	return code, o.String(), e.String()
}

func TestExtractPrintsThreeFormats(t *testing.T) {
	file := filepath.Join(t.TempDir(), "page.html")
	if err := os.WriteFile(file, []byte("page"), 0o600); err != nil {
		t.Fatal(err)
	}
	a := feeds.Article{Title: "One", Blocks: []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "Two words"}}}}}
	const address = "https://ledger.example/1"
	for _, source := range [][]string{{file, "--url", address}, {"-", "--url", address}, {address}} {
		for format, want := range map[string]string{
			"text":     "text\n",
			"markdown": "# text\n",
			"json":     `{"url":"https://ledger.example/1","title":"One","blocks":[{"k":"p","s":[{"t":"Two words"}]}],"words":2}` + "\n",
		} {
			code, out, errs := extracted(t, a, nil, append(source, "--format", format)...)
			if code != 0 || out != want || errs != "" {
				t.Errorf("%v as %s: code %d, %q %q", source, format, code, out, errs)
			}
		}
	}
}

func TestExtractNamesWhyThereIsNoText(t *testing.T) {
	blocked := &feeds.Failure{Kind: feeds.FailBlocked, Status: 403}
	for format, want := range map[string]string{
		"text":     "",
		"markdown": "",
		"json":     `{"url":"https://ledger.example/1","kind":"blocked","status":403,"failure":"the server refuses this program (HTTP 403)"}` + "\n",
	} {
		code, out, errs := extracted(t, feeds.Article{}, blocked, "https://ledger.example/1", "--format", format)
		if code != exitFailed || out != want || errs != "dateline: extract https://ledger.example/1: the server refuses this program (HTTP 403)\n" {
			t.Errorf("%s: code %d, %q %q", format, code, out, errs)
		}
	}
}

func TestExtractSaysThatATextIsCut(t *testing.T) {
	a := feeds.Article{Cut: feeds.FailPaywall}
	for format, want := range map[string]string{
		"text":     "dateline: extract -: this is the beginning only: the page is behind a paywall\n",
		"markdown": "dateline: extract -: this is the beginning only: the page is behind a paywall\n",
		"json":     "",
	} {
		code, out, errs := extracted(t, a, nil, "-", "--format", format)
		if code != 0 || errs != want || (format == "json") != strings.Contains(out, `"cut":"paywall"`) {
			t.Errorf("%s: code %d, %q %q", format, code, out, errs)
		}
	}
}

func TestExtractRefusesFlagsThatMeanNothing(t *testing.T) {
	for _, c := range []struct{ want, args string }{
		{"--format html: want text, markdown, json", "- --format html"},
		{"--url ftp://x: want an http or https address", "- --url ftp://x"},
		{"ftp://ledger.example/1: want an http or https address, a file, or -", "ftp://ledger.example/1"},
		{"--url is for a file or standard input", "https://ledger.example/1 --url https://ledger.example/2"},
	} {
		code, out, errs := extracted(t, feeds.Article{}, nil, strings.Fields(c.args)...)
		if code != exitUsage || out != "" || !strings.Contains(errs, c.want) {
			t.Errorf("%s: code %d, %q %q", c.args, code, out, errs)
		}
	}
}

// TestTheManualNamesEveryKey holds docs/extract.md against what is printed.
func TestTheManualNamesEveryKey(t *testing.T) {
	manual, err := os.ReadFile("../../docs/extract.md")
	if err != nil {
		t.Fatal(err)
	}
	for _, of := range []any{page{}, feeds.Article{}, feeds.Block{}, feeds.Span{}, feeds.Picture{}, feeds.Link{}, feeds.LinkGroup{}, failedPage{}} {
		for f := range reflect.TypeOf(of).Fields() {
			key, _, _ := strings.Cut(f.Tag.Get("json"), ",")
			if key != "" && key != "-" && !bytes.Contains(manual, []byte("`"+key+"`")) && !bytes.Contains(manual, []byte(`"`+key+`":`)) {
				t.Errorf("%T: nothing is said of %q", of, key)
			}
		}
	}
	for _, kind := range []feeds.BlockKind{feeds.Paragraph, feeds.Heading, feeds.Quote, feeds.ListEntry, feeds.Table, feeds.Code, feeds.Image, feeds.Embed} {
		if !bytes.Contains(manual, []byte("`"+string(kind)+"`")) {
			t.Errorf("nothing is said of blocks of kind %q", kind)
		}
	}
	feedsOnly := []feeds.FailureKind{feeds.FailEmpty, feeds.FailNotFeed, feeds.FailHTML, feeds.FailMalformed, feeds.FailUnsaved, feeds.FailLogin}
	for _, kind := range feeds.FailureKinds() {
		if !slices.Contains(feedsOnly, kind) && !bytes.Contains(manual, []byte("`"+string(kind)+"`")) {
			t.Errorf("nothing is said of failures of kind %q", kind)
		}
	}
}
