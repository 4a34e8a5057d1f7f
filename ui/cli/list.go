package cli

import (
	"bufio"
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// listLimit is how many rows list prints unless told.
const listLimit = 50

type listFlags struct {
	items, unread, json bool
	since               string
	sort                string
	limit, perSource    int
}

// order reads --sort.
func (f listFlags) order() (feeds.Order, error) {
	if i := slices.Index(feeds.Orders(), feeds.Order(f.sort)); i >= 0 {
		return feeds.Orders()[i], nil
	}
	var words []string
	for _, o := range feeds.Orders() {
		words = append(words, string(o))
	}
	return "", UsageError{fmt.Errorf("--sort %s: want %s", f.sort, strings.Join(words, ", "))}
}

// fault says what is wrong with the flags.
func (f listFlags) fault() error {
	switch {
	case f.limit < 0:
		return UsageError{fmt.Errorf("--limit %d: want 0 for all, or a number of rows", f.limit)}
	case f.perSource < 0:
		return UsageError{fmt.Errorf("--per-source %d: want 0 for all, or a number of stories", f.perSource)}
	case f.items && (f.sort != string(feeds.Newest) || f.perSource > 0):
		return UsageError{errors.New("--sort and --per-source are for stories: leave out --items")}
	}
	return nil
}

func (r *runner) list() *cobra.Command {
	var f listFlags
	c := &cobra.Command{
		Use: "list", Short: "Print stored stories", Args: cobra.NoArgs,
		Example: "  dateline list --region middle-east --since 6h\n  dateline list --sort rising --limit 10\n  dateline list --items --unread --limit 0 --json",
		RunE: r.do(func(cmd *cobra.Command, _ []string) (err error) {
			since, err := parseSince(f.since)
			if err != nil {
				return err
			}
			order, err := f.order()
			if err = errors.Join(err, f.fault()); err != nil {
				return err
			}
			lib, err := r.app.Library(cmd.Context(), r.set)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, lib.Close()) }()
			now := time.Now()
			l := listing{
				flags: f, lib: lib, filter: lib.Filter(), feeds: lib.Directory(), now: now,
				order: order, quota: feeds.Quota{Each: f.perSource}, held: map[string]int{},
			}
			if since > 0 {
				l.since = now.Add(-since)
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			p := &printer{w: w, json: f.json, atlas: r.app.Atlas(), feeds: l.feeds, now: now}
			if f.items {
				err = show(l.items(cmd.Context()), f.limit, p.item)
			} else {
				err = show(l.listed(cmd.Context()), f.limit, p.story)
			}
			if err = errors.Join(err, w.Flush()); err == nil && p.rows == 0 && !f.json {
				_, err = fmt.Fprintln(cmd.ErrOrStderr(), "dateline: nothing that is stored for these feeds matches; dateline refresh asks them")
			}
			if words := l.heldBack(); err == nil && words != "" {
				_, err = fmt.Fprintln(cmd.ErrOrStderr(), "dateline: "+words)
			}
			return err
		}),
	}
	c.Flags().BoolVar(&f.items, "items", false, "print single items instead of stories")
	c.Flags().BoolVar(&f.unread, "unread", false, "print only what was not read, and stories with news since they were")
	c.Flags().BoolVar(&f.json, "json", false, "print JSON Lines")
	c.Flags().StringVar(&f.since, "since", "", "print only what was published in this TIME, such as 6h or 2d")
	c.Flags().StringVar(&f.sort, "sort", string(feeds.Newest), "print in this order: newest, covered (by most sources) or rising (gaining sources faster than before)")
	c.Flags().IntVar(&f.perSource, "per-source", 0, "print at most N stories of a day that one publisher tells alone; 0 prints all")
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
