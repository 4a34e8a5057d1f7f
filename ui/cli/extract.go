package cli

import (
	"errors"
	"fmt"
	"io"
	"net/url"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// pageFlags are those of extract.
type pageFlags struct{ format, url string }

// pageFormats are the ways in which extract prints an article.
var pageFormats = []string{"text", "markdown", "json"}

// fault says what is wrong with the flags for a page from source.
func (f pageFlags) fault(source string) error {
	if !slices.Contains(pageFormats, f.format) {
		return UsageError{fmt.Errorf("--format %s: want %s", f.format, strings.Join(pageFormats, ", "))}
	}
	if f.url == "" {
		return nil
	}
	if isAddress(source) {
		return UsageError{errors.New("--url is for a file or standard input: a page of the network has its own address")}
	}
	if _, ok := feeds.SafeURL(f.url); !ok {
		return UsageError{fmt.Errorf("--url %s: want an http or https address", f.url)}
	}
	return nil
}

func (r *runner) extract() *cobra.Command {
	var f pageFlags
	c := &cobra.Command{
		Use: "extract FILE|URL|-", Short: "Print the readable text of a page", Args: cobra.ExactArgs(1),
		Long: "Extract prints what a reader wants of one page: a saved file, standard input for -, or an address, which is asked once.\n\n" +
			"text is the body alone, paragraphs parted by blank lines. markdown adds headline, byline, dateline, the lead image, links " +
			"and emphasis; whatever the page wrote is escaped. json is one line with all that was found: the blocks of the text, dates, " +
			"picture, related links, their groups, and the number of words.\n\n" +
			"If there is no text, the reason is told and the exit code is 1; json then holds the reason as kind and failure. A text of which the page shows " +
			"only the beginning is printed, and that is said on standard error; json holds it as cut.",
		Example: "  dateline extract https://example.org/story\n  dateline extract --format markdown https://example.org/story > story.md\n" +
			"  dateline extract --format json saved.html --url https://example.org/story | jq -r .byline\n  curl -s https://example.org/story | dateline extract -",
		RunE: r.do(func(cmd *cobra.Command, args []string) error {
			if err := f.fault(args[0]); err != nil {
				return err
			}
			a, err := r.article(cmd, args[0], f.url)
			if err != nil {
				return errors.Join(writeFailure(cmd.OutOrStdout(), f, args[0], err), err)
			}
			return r.writePage(cmd.OutOrStdout(), f.format, args[0], a)
		}),
	}
	c.Flags().StringVar(&f.format, "format", "text", "print FORMAT: "+strings.Join(pageFormats, ", "))
	c.Flags().StringVar(&f.url, "url", "", "take ADDRESS for that of a file, so that its links lead somewhere")
	return c
}

// page is an article as JSON.
type page struct {
	feeds.Article
	Words int `json:"words"`
}

// writePage prints an article. That its text is cut is said apart from it,
// unless the format has a place for that.
func (r *runner) writePage(w io.Writer, format, source string, a feeds.Article) error {
	if format == "json" {
		return writeJSON(w, page{a.Plain(), a.Words()})
	}
	text := r.app.Text
	if format == "markdown" {
		text = r.app.Markdown
	}
	if _, err := fmt.Fprintln(w, text(a)); err != nil {
		return fmt.Errorf("write the output: %w", err)
	}
	if a.Cut != "" {
		cut := &feeds.Failure{Kind: a.Cut}
		r.note(fmt.Errorf("extract %s: this is the beginning only: %w", source, cut))
	}
	return nil
}

// failedPage is a page without a text as JSON.
type failedPage struct {
	URL     string            `json:"url,omitempty"`
	Kind    feeds.FailureKind `json:"kind"`
	Status  int               `json:"status,omitempty"` // of HTTP, if one came
	Failure string            `json:"failure"`
}

// writeFailure prints the reason as JSON, where that is asked for. That there
// is no such file is none of a page's.
func writeFailure(w io.Writer, f pageFlags, source string, err error) error {
	var fail *feeds.Failure
	if f.format != "json" || !errors.As(err, &fail) {
		return nil
	}
	row := failedPage{Kind: fail.Kind, Status: fail.Status, Failure: fail.Error()}
	for _, address := range []string{f.url, source} {
		if safe, ok := feeds.SafeURL(address); ok {
			row.URL = safe
			break
		}
	}
	return writeJSON(w, row)
}

func isAddress(source string) bool {
	u, err := url.Parse(source)
	return err == nil && (u.Scheme == "http" || u.Scheme == "https")
}

// article makes an article of a file or of standard input, as if it came from
// address, or of a page of the network.
func (r *runner) article(cmd *cobra.Command, source, address string) (feeds.Article, error) {
	if isAddress(source) {
		a, err := r.app.Page(cmd.Context(), r.set, source)
		return a, about(source, err)
	}
	if strings.Contains(source, "://") {
		return feeds.Article{}, UsageError{fmt.Errorf("%s: want an http or https address, a file, or -", source)}
	}
	body, err := readAll(cmd, source)
	if err != nil {
		return feeds.Article{}, err
	}
	a, err := r.app.Extract(body, mediaOf(source), address)
	return a, about(source, err)
}

// mediaOf is the media type of a file by its name. Most pages are saved as HTML,
// whatever they are called.
func mediaOf(name string) string {
	if strings.EqualFold(filepath.Ext(name), ".txt") {
		return "text/plain"
	}
	return "text/html"
}

func about(source string, err error) error {
	if err == nil {
		return nil
	}
	return fmt.Errorf("extract %s: %w", source, err)
}
