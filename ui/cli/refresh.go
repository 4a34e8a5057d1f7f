package cli

import (
	"errors"
	"fmt"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// visitRow is one line of refresh --json.
type visitRow struct {
	Feed    feeds.FeedID   `json:"feed"`
	OK      bool           `json:"ok"`
	New     int            `json:"new"`
	Changed int            `json:"changed"`
	Failure *feeds.Failure `json:"failure,omitempty"`
	Says    string         `json:"says,omitempty"`
}

func (r *runner) refresh() *cobra.Command {
	asJSON, all := false, false
	c := &cobra.Command{
		Use: "refresh", Short: "Ask the feeds that are due, store what is new, and end", Args: cobra.NoArgs,
		Long: "Asks the feeds that are due, stores what is new, and ends. A feed is due when the time that it, its server and\n" +
			"the settings want between two visits has passed; --all asks the others, too. Once a day it then looks after the store,\n" +
			"which may take some seconds.\n\n" +
			"While a dashboard is open on the same store it loads the feeds: then nothing is asked, and the exit code is 0.",
		RunE: r.do(func(cmd *cobra.Command, _ []string) (err error) {
			if r.set.Offline {
				return UsageError{fmt.Errorf("refresh asks the feeds, --offline forbids it: leave one of them out")}
			}
			lib, err := r.app.Library(cmd.Context(), r.set)
			if err != nil {
				return err
			}
			defer func() { err = errors.Join(err, lib.Close()) }()
			t := tally{cmd: cmd, json: asJSON, all: all, feeds: lib.Directory()}
			if err = lib.Refresh(cmd.Context(), all, t.take); err != nil {
				return err
			}
			return t.end()
		}),
	}
	c.Flags().BoolVar(&all, "all", false, "ask all feeds, also those that are not due")
	c.Flags().BoolVar(&asJSON, "json", false, "print JSON Lines, one for each feed that was asked")
	return c
}

// tally prints visits as they end and counts them.
type tally struct {
	cmd                  *cobra.Command
	json, all            bool
	feeds                map[feeds.FeedID]feeds.Feed
	visited, failed, new int
	network              feeds.NetworkChanged // whether it is away
	due                  int                  // asked or to be asked
	elsewhere            bool                 // another copy of the program loads
	err                  error
}

func (t *tally) take(e feeds.Event) {
	switch e := e.(type) {
	case feeds.ItemsLoaded:
		if e.Feed == "" {
			return // of earlier visits
		}
		t.visited++
		t.new += e.New
		t.print(visitRow{Feed: e.Feed, OK: true, New: e.New, Changed: len(e.Items) - e.New})
	case feeds.FeedFailed:
		t.visited++
		t.failed++
		t.new += e.New
		row := visitRow{Feed: e.Feed, New: e.New, Changed: len(e.Items) - e.New, Failure: e.Health.Failure}
		if row.Failure != nil {
			row.Says = row.Failure.Error()
		}
		t.print(row)
	case feeds.NetworkChanged:
		t.network = e
	case feeds.LoadStarted:
		t.due = e.Feeds
	case feeds.LoadingElsewhere:
		t.elsewhere = true
	case feeds.StoreFailed:
		t.err = e.Err
	case feeds.LoadFinished, feeds.TagsChanged, feeds.StoriesChanged, feeds.StoreChanged:
	}
}

func (t *tally) print(row visitRow) {
	if t.json {
		if err := writeJSON(t.cmd.OutOrStdout(), row); err != nil {
			t.err = err
		}
		return
	}
	if row.Failure != nil {
		t.say("%s: %s: %s\n", outletOf(t.feeds, row.Feed), row.Says, row.Failure.Todo())
	}
}

// say prints a line; that it cannot be written is told at the end.
func (t *tally) say(form string, args ...any) {
	if _, err := fmt.Fprintf(t.cmd.OutOrStdout(), form, args...); err != nil {
		t.err = fmt.Errorf("write the output: %w", err)
	}
}

// end prints the sum. A round in which no feed answered is a failure.
func (t *tally) end() error {
	if t.err != nil {
		return t.err
	}
	switch {
	case t.elsewhere:
		_, _ = fmt.Fprintln(t.cmd.ErrOrStderr(), "Another Dateline has this store open and loads the feeds; nothing was asked a second time.") // heard or not
		return nil
	case !t.json:
		t.sum()
	}
	if t.err != nil {
		return t.err
	}
	if t.network.Stranger != "" {
		return fmt.Errorf("sign in to your network with the browser: it answers with a page of its own (%s); what was stored before is kept", t.network.Stranger)
	}
	if t.network.Away {
		return fmt.Errorf("no server can be reached: check your network; what was stored before is kept")
	}
	if t.visited > 0 && t.failed == t.visited {
		return fmt.Errorf("no feed could be reached; what was stored before is kept")
	}
	return nil
}

// sum says in a line what was asked and what came.
func (t *tally) sum() {
	resting := -t.due
	for _, f := range t.feeds {
		if !f.Off {
			resting++
		}
	}
	t.say("%d feeds asked, %d failed, %d new items", t.visited, t.failed, t.new)
	switch {
	case resting > 0 && t.all:
		t.say("; %d were left alone, as their servers want", resting)
	case resting > 0:
		t.say("; %d were not due (--all asks them, too)", resting)
	}
	t.say("\n")
}
