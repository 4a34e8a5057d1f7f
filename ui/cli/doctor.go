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
	"time"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// Report is what doctor prints beside what the program knows of itself and of
// its terminal.
type Report struct {
	Files  [][2]string // what a file is for, and where it is
	Store  [][2]string // figures of the store, each with its name
	Faults []string    // what could not be opened or read, for people
	Feeds  map[feeds.FeedID]feeds.Feed
	Health []feeds.Health
}

// reportedFeed is one feed of doctor --json.
type reportedFeed struct {
	feeds.Health
	Name string `json:"name"`
	URL  string `json:"url"`
	Says string `json:"says"`
	Todo string `json:"todo,omitempty"`
	rank int
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
			"Passwords and headers of feeds are not printed; names of folders and addresses of feeds are.",
		RunE: r.do(func(cmd *cobra.Command, _ []string) error {
			report, err := r.app.Doctor(cmd.Context(), r.set)
			if err != nil {
				return err
			}
			program := append([][2]string{
				{"version", r.app.Version}, {"built with", runtime.Version()}, {"system", runtime.GOOS + "/" + runtime.GOARCH},
			}, environment(os.LookupEnv)...)
			rows := report.rows(time.Now())
			if asJSON {
				return writeJSON(cmd.OutOrStdout(), map[string]any{
					"program": keyed(program), "files": keyed(report.Files), "store": keyed(report.Store), "faults": report.Faults, "feeds": rows,
				})
			}
			w := bufio.NewWriter(cmd.OutOrStdout())
			writeFacts(w, "Program and terminal", program)
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
	out := make([]reportedFeed, len(rep.Health))
	for i, h := range rep.Health {
		f := rep.Feeds[h.Feed]
		c := feeds.ConditionOf(f, h, now)
		out[i] = reportedFeed{Health: h, Name: f.Name, URL: f.URL, Says: c.Says, Todo: c.Todo, rank: cmp.Or(c.Rank, math.MaxInt)}
	}
	slices.SortStableFunc(out, func(a, b reportedFeed) int { return cmp.Compare(a.rank, b.rank) })
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
		if !f.LastTry.IsZero() {
			_, _ = fmt.Fprintf(w, "    asked %s, answered %s, newest item %s, next try %s\n", told(f.LastTry), told(f.LastGood), told(f.Newest), told(f.NextTry))
		}
	}
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
