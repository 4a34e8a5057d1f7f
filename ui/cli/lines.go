package cli

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// maxPage is the most bytes read of one page or document.
const maxPage = 10 << 20

// identifier is an id of the input, a string or a number, handed back as it
// came.
type identifier json.RawMessage

func (i *identifier) UnmarshalJSON(b []byte) error {
	*i = append((*i)[:0], b...)
	return nil
}

func (i identifier) MarshalJSON() ([]byte, error) {
	if len(i) == 0 {
		return []byte("null"), nil
	}
	return i, nil
}

// textIn is one line of the input of tag and group.
type textIn struct {
	ID     identifier `json:"id"`
	Title  string     `json:"title"`
	Body   string     `json:"body"`
	Time   string     `json:"time"`
	Source string     `json:"source"`
	Stream string     `json:"stream"`
}

// eachLine decodes JSON Lines; a line that is no object of this kind is named
// by its number.
func eachLine(in io.Reader, do func(textIn) error) error {
	r := bufio.NewReaderSize(in, 1<<20)
	for n := 1; ; n++ {
		line, err := r.ReadBytes('\n')
		if len(line) > 1 {
			var t textIn
			if jerr := json.Unmarshal(line, &t); jerr != nil {
				return UsageError{fmt.Errorf("line %d of the input is not a JSON object with id, title and body: %w", n, jerr)}
			}
			if derr := do(t); derr != nil {
				return derr
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return fmt.Errorf("read the input: %w", err)
		}
	}
}

type tagRow struct {
	ID        identifier            `json:"id"`
	Countries []string              `json:"countries"`
	Regions   []string              `json:"regions"`
	Areas     []string              `json:"areas"`
	Why       map[string][]evidence `json:"why"`
}

type evidence struct {
	Words  string `json:"words"`
	Field  string `json:"field"`
	Offset int    `json:"offset"`
	Rule   string `json:"rule"`
}

func (r *runner) tag() *cobra.Command {
	return &cobra.Command{
		Use: "tag", Short: "Tag JSON Lines {id,title,body} from standard input", Args: cobra.NoArgs,
		Long: "Reads JSON Lines {id,title,body} and writes {id,countries,regions,areas,why}.",
		RunE: r.do(func(cmd *cobra.Command, _ []string) error {
			w := bufio.NewWriter(cmd.OutOrStdout())
			tag, atlas := r.app.Tagger(), r.app.Atlas()
			err := eachLine(cmd.InOrStdin(), func(t textIn) error {
				title, body := feeds.Clean(t.Title, maxPage), feeds.CleanText(t.Body, maxPage)
				tags := tag(title, body)
				row := tagRow{ID: t.ID, Countries: feeds.Codes(tags.Countries), Regions: []string{}, Areas: feeds.Codes(tags.Areas), Why: map[string][]evidence{}}
				for _, p := range atlas.Primaries(row.Countries) {
					row.Regions = append(row.Regions, p.Slug)
				}
				for _, t := range append(tags.Countries, tags.Areas...) {
					for _, e := range t.Why {
						row.Why[t.Code] = append(row.Why[t.Code], evidence{e.Words, string(e.Field), e.Offset, e.Rule})
					}
				}
				return writeJSON(w, row)
			})
			return errors.Join(err, w.Flush())
		}),
	}
}

type groupRow struct {
	ID    identifier `json:"id"`
	Group string     `json:"group"`
}

func (r *runner) group() *cobra.Command {
	by := ""
	c := &cobra.Command{
		Use: "group", Short: "Group JSON Lines {id,title,body,time,source} from standard input", Args: cobra.NoArgs,
		Long: "Reads JSON Lines {id,title,body?,time,source,stream?} in the order of arrival and writes {id,group}.\n" +
			"With --by stream, each stream is grouped on its own.",
		RunE: r.do(func(cmd *cobra.Command, _ []string) error {
			if by != "" && by != "stream" {
				return UsageError{fmt.Errorf("--by %s: want stream, or leave it out", by)}
			}
			g := &grouping{app: r.app, tag: r.app.Tagger(), indexes: map[string]Grouper{}}
			w := bufio.NewWriter(cmd.OutOrStdout())
			err := eachLine(cmd.InOrStdin(), func(t textIn) error {
				stream := ""
				if by == "stream" {
					stream = t.Stream
				}
				return writeJSON(w, groupRow{t.ID, g.add(stream, t)})
			})
			return errors.Join(err, w.Flush())
		}),
	}
	c.Flags().StringVar(&by, "by", "", "group each FIELD on its own; the one field is stream")
	return c
}

// grouping groups lines, one index a stream.
type grouping struct {
	app     App
	tag     func(title, body string) feeds.Tags
	indexes map[string]Grouper
	last    feeds.ItemID
	clock   time.Time
}

// add returns the name of the group that t joins.
func (g *grouping) add(stream string, t textIn) string {
	x := g.indexes[stream]
	if x == nil {
		x = g.app.Grouper()
		g.indexes[stream] = x
	}
	g.last++
	it := feeds.Item{
		ID: g.last, Feed: feeds.FeedID(t.Source), Title: feeds.Clean(t.Title, maxPage), Summary: feeds.CleanText(t.Body, maxPage),
	}
	it.Published = g.when(t.Time)
	it.Seen = it.Published
	it.Tags = g.tag(it.Title, it.Summary)
	x.Add(&it)
	if stream == "" {
		return fmt.Sprint(it.Story)
	}
	return fmt.Sprintf("%s:%d", stream, it.Story)
}

// when reads a time; one that is missing or cannot be read is that of the line
// before.
func (g *grouping) when(s string) time.Time {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly} {
		if t, err := time.Parse(form, s); err == nil {
			g.clock = t.UTC()
			break
		}
	}
	return g.clock
}

func (r *runner) extract() *cobra.Command {
	format := ""
	c := &cobra.Command{
		Use: "extract FILE|URL|-", Short: "Print the readable text of a page", Args: cobra.ExactArgs(1),
		RunE: r.do(func(cmd *cobra.Command, args []string) error {
			if format != "text" && format != "json" {
				return UsageError{fmt.Errorf("--format %s: want text or json", format)}
			}
			a, err := r.article(cmd, args[0])
			if err != nil {
				return fmt.Errorf("extract %s: %w", args[0], err)
			}
			if format == "json" {
				return writeJSON(cmd.OutOrStdout(), a)
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), r.app.Text(a))
			return err
		}),
	}
	c.Flags().StringVar(&format, "format", "text", "print FORMAT: text or json")
	return c
}

// article makes an article of a file, of standard input, or of a page of the
// network.
func (r *runner) article(cmd *cobra.Command, source string) (feeds.Article, error) {
	if u, err := url.Parse(source); err == nil && (u.Scheme == "http" || u.Scheme == "https") {
		return r.app.Page(cmd.Context(), r.set, source)
	}
	page, err := readAll(cmd.InOrStdin(), source)
	if err != nil {
		return feeds.Article{}, UsageError{err}
	}
	return r.app.Extract(page, "text/html", "")
}

// readAll reads a file, or standard input for "-".
func readAll(in io.Reader, name string) ([]byte, error) {
	if name != "-" {
		f, err := os.Open(name)
		if err != nil {
			return nil, err
		}
		defer f.Close()
		in = f
	}
	return io.ReadAll(io.LimitReader(in, maxPage))
}

type parsedFile struct {
	File    string        `json:"file"`
	Entries []parsedEntry `json:"entries"`
	Failure string        `json:"failure,omitempty"`
}

type parsedEntry struct {
	Title     string `json:"title"`
	Link      string `json:"link"`
	ID        string `json:"id"`
	Published string `json:"published"` // UTC, RFC 3339; empty if the feed gave none that can be true
}

func (r *runner) parse() *cobra.Command {
	return &cobra.Command{
		Use: "parse FILE...", Short: "Print the entries of feed documents as JSON Lines", Args: cobra.MinimumNArgs(1),
		RunE: r.do(func(cmd *cobra.Command, args []string) error {
			w := bufio.NewWriter(cmd.OutOrStdout())
			failed := 0
			for _, name := range args {
				body, err := readAll(cmd.InOrStdin(), name)
				if err != nil {
					return errors.Join(w.Flush(), UsageError{err})
				}
				row := parsedFile{File: filepath.Base(name), Entries: []parsedEntry{}}
				items, err := r.app.Parse(name, body)
				if err != nil {
					failed++
					row.Failure = err.Error()
				}
				for _, it := range items {
					row.Entries = append(row.Entries, entryOf(it))
				}
				if err := writeJSON(w, row); err != nil {
					return err
				}
			}
			if err := w.Flush(); err != nil {
				return err
			}
			if failed == len(args) {
				return fmt.Errorf("none of the files could be read as a feed")
			}
			return nil
		}),
	}
}

func entryOf(it feeds.Item) parsedEntry {
	e := parsedEntry{Title: it.Title, Link: it.URL, ID: it.Key}
	if it.Date == feeds.DateGiven {
		e.Published = it.Published.UTC().Format(time.RFC3339)
	}
	return e
}
