package cli

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// maxPage is the most bytes read of one page or document.
const maxPage = 10 << 20

// readAll reads a file, or standard input for "-". That it cannot is a
// UsageError that names it.
func readAll(cmd *cobra.Command, name string) ([]byte, error) {
	in, err := open(cmd, name)
	if err != nil {
		return nil, unread(name, err)
	}
	defer func() { _ = in.Close() }() // nothing was written
	b, err := io.ReadAll(io.LimitReader(in, maxPage+1))
	if err != nil {
		return nil, unread(name, err)
	}
	if len(b) > maxPage {
		return nil, UsageError{fmt.Errorf("%s is larger than %d MB", name, maxPage>>20)}
	}
	return b, nil
}

func open(cmd *cobra.Command, name string) (io.ReadCloser, error) {
	if name == "-" {
		return input(cmd), nil
	}
	return os.Open(name)
}

// unread says that a file cannot be read, with its name but once.
func unread(name string, err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return UsageError{fmt.Errorf("there is no file %s", name)}
	}
	var path *fs.PathError
	if errors.As(err, &path) {
		err = path.Err
	}
	return UsageError{fmt.Errorf("%s cannot be read: %w", name, err)}
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
			return errors.Join(r.parseAll(cmd, w, args), w.Flush())
		}),
	}
}

// parseAll writes a row for each file, also for one that is missing or no
// feed, and says at the end what could not be read.
func (r *runner) parseAll(cmd *cobra.Command, w io.Writer, files []string) error {
	var missing []error
	failed := 0
	for i, label := range labels(files) {
		row := parsedFile{File: label, Entries: []parsedEntry{}}
		body, err := readAll(cmd, files[i])
		if stopped := cmd.Context().Err(); stopped != nil {
			return stopped
		}
		if err != nil {
			missing = append(missing, err)
		} else {
			row.Entries, err = r.entries(files[i], body)
		}
		if err != nil {
			failed++
			row.Failure = err.Error()
		}
		if err := writeJSON(w, row); err != nil {
			return err
		}
	}
	switch {
	case len(missing) > 0:
		return errors.Join(missing...)
	case failed == len(files):
		return errors.New("none of the files could be read as a feed")
	}
	return nil
}

// labels names files by the last part of their paths, or by all of it where
// two would be called the same.
func labels(files []string) []string {
	count := map[string]int{}
	for _, f := range files {
		count[filepath.Base(f)]++
	}
	out := make([]string, len(files))
	for i, f := range files {
		if out[i] = filepath.Base(f); count[out[i]] > 1 {
			out[i] = f
		}
	}
	return out
}

func (r *runner) entries(name string, body []byte) ([]parsedEntry, error) {
	items, err := r.app.Parse(name, body)
	out := make([]parsedEntry, len(items))
	for i, it := range items {
		out[i] = entryOf(it)
	}
	return out, err
}

func entryOf(it feeds.Item) parsedEntry {
	e := parsedEntry{Title: it.Title, Link: it.URL, ID: it.Key}
	if it.Date == feeds.DateGiven {
		e.Published = it.Published.UTC().Format(time.RFC3339)
	}
	return e
}
