// Package cli is the command line: the flags of the dashboard, and the same
// data for scripts as text or JSON Lines. It knows cobra and the words of
// feeds; what it works with it declares as an App. It draws no screen and opens
// no file by itself but those that are named to it. main fills the App, calls
// Run with the command line and ends with the code that comes back.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"

	"charm.land/fang/v2"
	"github.com/spf13/cobra"

	"dateline/feeds"
)

// Settings are the flags that every command knows.
type Settings struct {
	Config  string   // --config: config.toml; empty for the usual place
	Data    string   // --data: folder of the store; empty for the usual place
	Feeds   string   // --feeds: used instead of the pack; empty for the pack
	Regions []string // --region: each is the text of a filter, or of a part of one
	Offline bool
	Demo    bool
}

// Filter reads what --region says.
func (s Settings) Filter(g *feeds.Grammar) (feeds.Filter, error) {
	for _, text := range s.Regions {
		if strings.TrimSpace(text) == "" {
			return feeds.Filter{}, UsageError{errors.New(`--region "": want a filter such as sahel; all lets everything pass`)}
		}
	}
	f, err := g.Parse(s.Regions...)
	var fault *feeds.FilterFault
	if errors.As(err, &fault) {
		return feeds.Filter{}, UsageError{fmt.Errorf("--region %q: %w", fault.Text, err)}
	}
	return f, err
}

// App is what the commands work with.
type App struct {
	Version string
	Atlas   func() *feeds.Atlas
	// Dashboard shows the screen until the reader leaves it.
	Dashboard func(context.Context, Settings) error
	// Library opens the store and the feeds.
	Library func(context.Context, Settings) (Library, error)
	// Doctor reports how files, store and feeds stand. What cannot be opened is
	// part of the report.
	Doctor func(context.Context, Settings) (Report, error)
	// Tagger returns the function that tags an item by its title, its summary,
	// its address and its day, which may be unknown.
	Tagger func() func(feeds.Item) feeds.Tags
	// Grouper returns an empty index of stories.
	Grouper func() Grouper
	// Extract makes an article of a page.
	Extract func(page []byte, contentType, address string) (feeds.Article, error)
	// Page gets a page from the network.
	Page func(ctx context.Context, s Settings, address string) (feeds.Article, error)
	// Text returns the plain text of an article.
	Text func(feeds.Article) string
	// Markdown returns an article as a Markdown document.
	Markdown func(feeds.Article) string
	// Parse reads a feed document.
	Parse func(name string, body []byte) ([]feeds.Item, error)
	// Template returns the commented default config.toml.
	Template func() string
}

// Library is the store and the feeds as commands see them.
type Library interface {
	// Items returns stored items, newest first: by falling Published, then ID.
	Items(ctx context.Context, q Query) ([]feeds.Item, error)
	// Filter returns what --region wants.
	Filter() feeds.Filter
	// Directory returns all feeds by id.
	Directory() map[feeds.FeedID]feeds.Feed
	// Watch returns the hours in which the news was observed.
	Watch(ctx context.Context) (feeds.Watch, error)
	// Refresh asks once the feeds that are due, or all, and tells how it goes.
	// While another copy of the program loads it asks none and tells that.
	Refresh(ctx context.Context, all bool, emit func(feeds.Event)) error
	Close() error
}

// Grouper puts items into stories, and into others when better evidence came:
// Moves says which, Move does it.
type Grouper interface {
	Add(*feeds.Item)
	Moves() []feeds.Move
	Move([]feeds.Move)
}

// Query says which stored items a command wants. The zero Query wants all.
type Query struct {
	Since   time.Time       // published since then; zero: no bound
	Unread  bool            // only what was not read
	Stories []feeds.StoryID // only what is in these stories; nil: any
	Before  feeds.Item      // only what comes after this item in the order, by its Published and ID; without ID: from the newest
	Limit   int             // at most so many; zero: no bound
}

// Exit codes.
const (
	exitFailed  = 1
	exitUsage   = 2
	exitStopped = 130 // by ctrl+c, as shells count it
)

// A UsageError is a fault in what the user wrote, on the command line or in a
// file of theirs. The program ends with exit code 2.
type UsageError struct{ Err error }

// Error returns the sentence for people.
func (e UsageError) Error() string { return e.Err.Error() }

// Unwrap returns the fault.
func (e UsageError) Unwrap() error { return e.Err }

// Run carries out a command line and returns the exit code.
func Run(ctx context.Context, app App, args []string, in io.Reader, out, errs io.Writer) int {
	r := &runner{app: app, errs: errs}
	root := r.root()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	err := fang.Execute(ctx, root, fang.WithVersion(app.Version), fang.WithErrorHandler(func(_ io.Writer, _ fang.Styles, err error) {
		r.fail(UsageError{fmt.Errorf("%w; see dateline --help", err)})
	}))
	if err != nil && r.code == 0 {
		return exitUsage
	}
	return r.code
}

func (r *runner) root() *cobra.Command {
	root := &cobra.Command{
		Use:   "dateline",
		Short: "A terminal dashboard for geopolitical headlines",
		Long: "Dateline watches news feeds in the background, says which countries and regions each headline is about and why, " +
			"folds the versions of one event into one row, and puts the article and everything related beside it.",
		Example: "  dateline\n  dateline --demo\n  dateline --region sahel\n  dateline list --since 6h --json",
		Args:    cobra.NoArgs,
		RunE: r.do(func(cmd *cobra.Command, _ []string) error {
			return r.app.Dashboard(cmd.Context(), r.set)
		}),
	}
	f := root.PersistentFlags()
	f.StringVar(&r.set.Config, "config", "", "read settings from FILE instead of config.toml")
	f.StringVar(&r.set.Data, "data", "", "keep the store in DIR")
	f.StringVar(&r.set.Feeds, "feeds", "", "use the feeds of FILE (feeds.toml, OPML, or one address a line) instead of the pack")
	f.StringArrayVar(&r.set.Regions, "region", nil, "show only FILTER, such as sahel or 'region:middle-east -country:il'; may be repeated; see dateline help filters")
	f.BoolVar(&r.set.Offline, "offline", false, "ask no feed; show what is stored")
	f.BoolVar(&r.set.Demo, "demo", false, "show recorded feeds of invented outlets, without a network")
	root.AddCommand(r.list(), r.refresh(), r.tag(), r.group(), r.extract(), r.parse(), r.doctor(), r.config(), filters())
	return root
}

func (r *runner) config() *cobra.Command {
	c := &cobra.Command{Use: "config", Short: "The configuration file"}
	c.AddCommand(&cobra.Command{
		Use: "init", Short: "Print a commented config.toml with every default", Args: cobra.NoArgs,
		RunE: r.do(func(cmd *cobra.Command, _ []string) error {
			_, err := fmt.Fprint(cmd.OutOrStdout(), r.app.Template())
			return err
		}),
	})
	return c
}
