package cli

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"math"
	"os"
	"runtime"
	"slices"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// Report is what doctor prints beside what the program knows of itself and of
// its environment.
type Report struct {
	Terminal [][2]string // what the terminal is and does
	Settings [][2]string // what the reader has decided, as far as it matters for a fault
	Files    [][2]string // what a file is for, and where it is
	Store    [][2]string // figures of the store, each with its name
	Faults   []string    // what could not be opened or read, for people
	Feeds    map[feeds.FeedID]feeds.Feed
	Health   []feeds.Health
	Visits   []feeds.Visited // of all feeds, as far back as is kept
}

// reportedFeed is one feed of doctor --json.
type reportedFeed struct {
	feeds.Health
	Name   string `json:"name"`
	URL    string `json:"url"`
	Listed string `json:"listed,omitempty"` // the address in the list, if another was taken
	Says   string `json:"says"`
	Todo   string `json:"todo,omitempty"`
	Past   string `json:"past,omitempty"`
	Days   []day  `json:"days,omitempty"`
	rank   int
}

// day is a day on which a feed was asked.
type day struct {
	Date   string `json:"date"`
	Visits int    `json:"visits"`
	Failed int    `json:"failed,omitempty"`
	New    int    `json:"new,omitempty"`
	Why    string `json:"why,omitempty"`
}

// terminalFacts are the variables that decide how the screen is drawn and how
// addresses are reached. Those of the second row may hold a password: it is
// only told whether they are set.
var terminalFacts = [2][]string{
	{"TERM", "COLORTERM", "TERM_PROGRAM", "LANG", "LC_ALL", "LC_CTYPE", "NO_COLOR", "TMUX", "STY", "SSH_TTY", "BROWSER", "TZ"},
	{"HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "http_proxy", "https_proxy", "all_proxy"},
}

func (r *runner) doctor() *cobra.Command {
	asJSON := false
	c := &cobra.Command{
		Use: "doctor", Short: "Say how feeds, files, store and terminal stand, for a report of a fault", Args: cobra.NoArgs,
		Long: "Say how feeds, files, store and terminal stand, for a report of a fault. Nothing is asked of the network.\n" +
			"Passwords and headers of feeds are not printed, nor what looks like a secret in an address; names of folders and the\n" +
			"rest of the addresses are.",
		RunE: r.do(func(cmd *cobra.Command, _ []string) error {
			report, err := r.app.Doctor(cmd.Context(), r.set)
			if err != nil {
				return err
			}
			program := append([][2]string{
				{"version", r.app.Version}, {"built with", runtime.Version()}, {"system", runtime.GOOS + "/" + runtime.GOARCH},
			}, environment(os.LookupEnv)...)
			report.mask()
			rows := report.rows(time.Now().UTC())
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), map[string]any{
					"program": keyed(program), "terminal": keyed(report.Terminal), "settings": keyed(report.Settings),
					"files": keyed(report.Files), "store": keyed(report.Store), "faults": report.Faults, "feeds": rows,
				})
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			writeFacts(w, "Program and environment", program)
			writeFacts(w, "Terminal", report.Terminal)
			writeFacts(w, "Settings", report.Settings)
			writeFacts(w, "Files", report.Files)
			writeFacts(w, "Store", report.Store)
			for _, f := range report.Faults {
				writeFacts(w, "Fault", [][2]string{{"fault", f}})
			}
			writeFeeds(w, rows)
			return w.Flush()
		}),
	}
	c.Flags().BoolVar(&asJSON, "json", false, "print one JSON object")
	return c
}

// environment returns what of the environment matters and is set.
func environment(lookup func(string) (string, bool)) [][2]string {
	var out [][2]string
	for i, names := range terminalFacts {
		for _, name := range names {
			value, ok := lookup(name)
			switch {
			case !ok:
			case i == 0:
				out = append(out, [2]string{name, value})
			default:
				out = append(out, [2]string{name, "set"})
			}
		}
	}
	return out
}

// rows returns the feeds, what matters most first.
func (rep Report) rows(now time.Time) []reportedFeed {
	visits := map[feeds.FeedID][]feeds.Visited{}
	for _, v := range rep.Visits {
		visits[v.Feed] = append(visits[v.Feed], v)
	}
	out := make([]reportedFeed, len(rep.Health))
	for i, h := range rep.Health {
		f := rep.Feeds[h.Feed]
		c := feeds.ConditionOf(f, h, now)
		past := feeds.PastOf(visits[h.Feed], now)
		out[i] = reportedFeed{
			Health: h, Name: f.Outlet(), URL: feeds.Spelled(f.URL), Listed: feeds.Spelled(f.Listed), Says: c.Says, Todo: todo(f, c), Past: past.Words(), Days: daysOf(past),
			rank: cmp.Or(c.Rank, math.MaxInt),
		}
	}
	slices.SortStableFunc(out, func(a, b reportedFeed) int { return cmp.Compare(a.rank, b.rank) })
	return out
}

// todo says what the reader can do, and how an address is taken that was found.
func todo(f feeds.Feed, c feeds.Condition) string {
	out := c.Todo
	switch {
	case c.Offer != "":
		out += fmt.Sprintf("; to ask at %s from now on, press e in the dashboard and there a, or write %s, a tab and that address into addresses.tsv", feeds.Spelled(c.Offer), f.ID)
	case c.Other != "":
		out += fmt.Sprintf("; write %s into your list of feeds, if you trust it", feeds.Spelled(c.Other))
	}
	return strings.TrimPrefix(out, "; ")
}

// daysOf returns the days on which a feed was asked, the oldest first.
func daysOf(past feeds.Past) []day {
	var out []day
	for _, d := range past {
		if d.Visits > 0 {
			out = append(out, day{Date: d.Date.Format(time.DateOnly), Visits: d.Visits, Failed: d.Failed, New: d.New, Why: d.Why()})
		}
	}
	return out
}

// maxFact is the bytes of one line of the report.
const maxFact = 1000

func writeFacts(w io.Writer, title string, facts [][2]string) {
	if len(facts) == 0 {
		return
	}
	_, _ = fmt.Fprintf(w, "%s\n", title) // the buffer keeps the first error
	for _, f := range facts {
		_, _ = fmt.Fprintf(w, "  %-14s %s\n", f[0], feeds.Clean(f[1], maxFact))
	}
}

func writeFeeds(w io.Writer, rows []reportedFeed) {
	_, _ = fmt.Fprintf(w, "Feeds\n")
	for _, f := range rows {
		line := cmp.Or(f.Name, string(f.Feed)) + ": " + f.Says
		if f.Todo != "" {
			line += "; " + f.Todo
		}
		_, _ = fmt.Fprintf(w, "  %s\n", feeds.Clean(line, maxFact))
		at := f.URL
		if f.Failure != nil && f.Failure.Aside() != "" {
			at += " (" + f.Failure.Aside() + ")"
		}
		_, _ = fmt.Fprintf(w, "    %s\n", feeds.Clean(at, maxFact))
		if !f.LastTry.IsZero() {
			_, _ = fmt.Fprintf(w, "    asked %s, answered %s, newest item %s, next try %s\n", told(f.LastTry), answered(f.Health), told(f.Newest), told(f.NextTry))
		}
		if f.Past != "" {
			_, _ = fmt.Fprintf(w, "    %s\n", feeds.Clean(f.Past, maxFact))
		}
	}
}

// answered says when a feed last answered as a whole.
func answered(h feeds.Health) string {
	if h.LastGood.IsZero() && h.Items > 0 {
		return "in part"
	}
	return told(h.LastGood)
}

// told writes a time in UTC to the minute.
func told(t time.Time) string {
	if t.IsZero() {
		return "never"
	}
	return t.UTC().Format("2006-01-02T15:04Z")
}

func keyed(facts [][2]string) map[string]string {
	out := map[string]string{}
	for _, f := range facts {
		out[f[0]] = f[1]
	}
	return out
}
