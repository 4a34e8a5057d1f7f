package cli

import (
	"bufio"
	"errors"
	"fmt"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"
)

// listLimit is how many rows list prints unless told.
const listLimit = 50

type listFlags struct {
	items, unread, json bool
	since               string
	limit               int
}

func (r *runner) list() *cobra.Command {
	var f listFlags
	c := &cobra.Command{
		Use: "list", Short: "Print stored stories, newest first", Args: cobra.NoArgs,
		Example: "  dateline list --region middle-east --since 6h\n  dateline list --items --unread --limit 0 --json",
		RunE: r.do(func(cmd *cobra.Command, _ []string) (err error) {
			since, err := parseSince(f.since)
			if err != nil {
				return err
			}
			if f.limit < 0 {
				return UsageError{fmt.Errorf("--limit %d: want 0 for all, or a number of rows", f.limit)}
			}
			lib, err := r.app.Library(cmd.Context(), r.set)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, lib.Close()) }()
			l := listing{flags: f, lib: lib, filter: lib.Filter(), feeds: lib.Directory()}
			if since > 0 {
				l.since = time.Now().Add(-since)
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			p := &printer{w: w, json: f.json, atlas: r.app.Atlas(), feeds: l.feeds, now: time.Now()}
			if f.items {
				err = show(l.items(cmd.Context()), f.limit, p.item)
			} else {
				err = show(l.stories(cmd.Context()), f.limit, p.story)
			}
			if err = errors.Join(err, w.Flush()); err == nil && p.rows == 0 && !f.json {
				_, err = fmt.Fprintln(cmd.ErrOrStderr(), "dateline: nothing that is stored for these feeds matches; dateline refresh asks them")
			}
			return err
		}),
	}
	c.Flags().BoolVar(&f.items, "items", false, "print single items instead of stories")
	c.Flags().BoolVar(&f.unread, "unread", false, "print only what was not read")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON Lines")
	c.Flags().StringVar(&f.since, "since", "", "print only what was published in this TIME, such as 6h or 2d")
	c.Flags().IntVar(&f.limit, "limit", listLimit, "print at most N rows; 0 prints all")
	return c
}

// parseSince reads a duration that may also be given in days or weeks.
func parseSince(s string) (time.Duration, error) {
	if s == "" {
		return 0, nil
	}
	for unit, hours := range map[string]int{"d": 24, "w": 7 * 24} {
		if n, ok := strings.CutSuffix(s, unit); ok {
			if v, err := strconv.Atoi(n); err == nil && v > 0 && v < 10000 {
				return time.Duration(v*hours) * time.Hour, nil
			}
		}
	}
	d, err := time.ParseDuration(s)
	if err != nil || d <= 0 {
		return 0, UsageError{fmt.Errorf("--since %s: want a time such as 30m, 6h or 2d", s)}
	}
	return d, nil
}
