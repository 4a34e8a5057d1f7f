package cli

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"time"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// textIn is one line of the input of tag and group.
type textIn struct {
	ID     identifier `json:"id"`
	Title  string     `json:"title"`
	Body   string     `json:"body"`
	URL    string     `json:"url"`
	Time   string     `json:"time"`
	Date   string     `json:"date"` // in place of time
	Source string     `json:"source"`
	Stream string     `json:"stream"`
}

// maxLine is the longest line of the input, in bytes.
const maxLine = 16 << 20

// eachLine decodes JSON Lines, blank ones between them left out; a line that
// is no object of this kind is named by its number.
func eachLine(in io.Reader, do func(textIn) error) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, maxLine)
	n := 0
	for lines.Scan() {
		n++
		line := bytes.TrimSpace(lines.Bytes())
		if len(line) == 0 {
			continue
		}
		var t textIn
		if err := json.Unmarshal(line, &t); err != nil {
			if lines.Err() != nil {
				break // the line is only what could be read of it
			}
			return UsageError{fmt.Errorf("line %d of the input is not a JSON object with id, title and body: %w", n, plainly(err))}
		}
		if err := do(t); err != nil {
			return err
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return UsageError{fmt.Errorf("line %d of the input is longer than %d MB: want one JSON object a line", n+1, maxLine>>20)}
	case err != nil:
		return fmt.Errorf("read the input: %w", err)
	}
	return nil
}

// plainly says a fault of JSON without the words of the program.
func plainly(err error) error {
	var kind *json.UnmarshalTypeError
	if errors.As(err, &kind) {
		return fmt.Errorf("%s is of the type %s", cmp.Or(kind.Field, "it"), kind.Value)
	}
	return err
}

// item is the line as an item of a feed, without its time.
func (t textIn) item() feeds.Item {
	url, _ := feeds.SafeURL(t.URL)
	return feeds.Item{
		Feed: feeds.FeedID(t.Source), Title: feeds.Clean(t.Title, maxPage), Summary: feeds.CleanText(t.Body, maxPage), URL: url,
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
		Use: "tag", Short: "Tag JSON Lines {id,title,body,url,time} from standard input", Args: cobra.NoArgs,
		Long: "Reads JSON Lines {id,title,body,url?,time?} and writes {id,countries,regions,areas,why}.\n" +
			"The time (or date) says who was in office; without it, who is now.\n" +
			"The tags are those of the tables alone: corrections.tsv is left out.",
		RunE: r.do(func(cmd *cobra.Command, _ []string) error {
			w := bufio.NewWriter(cmd.OutOrStdout())
			tag, atlas := r.app.Tagger(), r.app.Atlas()
			in := input(cmd)
			defer func() { _ = in.Close() }() // nothing was written
			err := eachLine(in, func(t textIn) error {
				it := t.item()
				it.Published, _ = parseTime(cmp.Or(t.Time, t.Date))
				tags := tag(it)
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
		Long: "Reads JSON Lines {id,title,body?,url?,time,source,stream?} in the order of arrival and writes {id,group},\n" +
			"when all lines are read: a later line can show that earlier ones belong together.\n" +
			"With --by stream, each stream is grouped on its own.",
		RunE: r.do(func(cmd *cobra.Command, _ []string) error {
			if by != "" && by != "stream" {
				return UsageError{fmt.Errorf("--by %s: want stream, or leave it out", by)}
			}
			g := &grouping{app: r.app, tag: r.app.Tagger(), indexes: map[string]Grouper{}}
			in := input(cmd)
			defer func() { _ = in.Close() }() // nothing was written
			err := eachLine(in, func(t textIn) error {
				if by == "" {
					t.Stream = ""
				}
				g.add(t)
				return nil
			})
			w := bufio.NewWriter(cmd.OutOrStdout())
			return errors.Join(err, g.write(w), w.Flush())
		}),
	}
	c.Flags().StringVar(&by, "by", "", "group each FIELD on its own; the one field is stream")
	return c
}

// grouping groups lines, one index a stream.
type grouping struct {
	app     App
	tag     func(feeds.Item) feeds.Tags
	indexes map[string]Grouper
	lines   []grouped // that of the item n stands at n-1
	clock   time.Time
}

// grouped is a line and the story in which it stands by now.
type grouped struct {
	id     identifier
	stream string
	story  feeds.StoryID
}

// add puts t into its group, and lines before it into others if t has shown
// that they belong there.
func (g *grouping) add(t textIn) {
	x := g.indexes[t.Stream]
	if x == nil {
		x = g.app.Grouper()
		g.indexes[t.Stream] = x
	}
	it := t.item()
	it.ID = feeds.ItemID(len(g.lines) + 1)
	it.Published, it.Date = g.when(cmp.Or(t.Time, t.Date))
	it.Seen = it.Published
	it.Tags = g.tag(it)
	x.Add(&it)
	g.lines = append(g.lines, grouped{t.ID, t.Stream, it.Story})
	moves := x.Moves()
	for _, m := range moves {
		g.lines[m.Item-1].story = m.Story
	}
	x.Move(moves)
}

// write writes the lines in the order of the input.
func (g *grouping) write(w io.Writer) error {
	for _, l := range g.lines {
		name := fmt.Sprint(l.story)
		if l.stream != "" {
			name = l.stream + ":" + name
		}
		if err := writeJSON(w, groupRow{l.id, name}); err != nil {
			return err
		}
	}
	return nil
}

// when reads a time; one that is missing or cannot be read is that of the line
// before.
func (g *grouping) when(s string) (time.Time, feeds.DateMark) {
	t, ok := parseTime(s)
	if !ok {
		return g.clock, feeds.DateMissing
	}
	g.clock = t
	return t, feeds.DateGiven
}

// parseTime reads a time in one of the usual forms, in UTC.
func parseTime(s string) (time.Time, bool) {
	for _, form := range []string{time.RFC3339, "2006-01-02T15:04:05", "2006-01-02 15:04:05", time.DateOnly} {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC(), true
		}
	}
	return time.Time{}, false
}
