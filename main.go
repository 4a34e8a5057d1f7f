// Dateline is a terminal dashboard for geopolitical headlines.
//
// This package wires the two wings of the house: the loader and the rooms that
// find headlines (house.go), and the screen (screen.go) and the commands
// (library.go) that show them. It alone knows all of them, and it decides
// nothing that one of them could decide.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/signal"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"syscall"

	"github.com/charmbracelet/x/term"

	"dateline/config"
	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
	"dateline/feeds/parse"
	"dateline/feeds/region"
	"dateline/feeds/retag"
	"dateline/feeds/store"
	"dateline/feeds/story"
	"dateline/ui"
	"dateline/ui/cli"
	"dateline/ui/launch"
)

// version is set by the release build.
var version = ""

// garbage is how much garbage may gather, in percent of what is in use, before it
// is collected. A program that stands open all day beside others is worth a few
// percent more work while it loads.
const garbage = 40

func main() {
	log.SetOutput(io.Discard) // net/http repeats there what servers say unasked, and that goes to the screen
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// run is the program; it returns the exit code.
func run(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM, syscall.SIGHUP)
	defer stop()
	return cli.Run(ctx, app(errs), args, in, out, errs)
}

// app gives the commands what they work with. What the reader must know of the
// store is said on errs.
func app(errs io.Writer) cli.App {
	return cli.App{
		Version:   currentVersion(),
		Atlas:     region.Atlas,
		Dashboard: dashboard,
		Library: func(ctx context.Context, s cli.Settings) (cli.Library, error) {
			h, err := open(ctx, s)
			if err != nil {
				return nil, err
			}
			if err := h.tags.CatchUp(ctx, func(feeds.Event) {}); err != nil {
				return nil, errors.Join(err, h.close())
			}
			if h.rescued != "" {
				_, _ = fmt.Fprintln(errs, h.rescued) // the store is as good as it gets, heard or not
			}
			return &library{house: h}, nil
		},
		Tagger:   func() func(feeds.Item) feeds.Tags { return region.New().TagLoose },
		Grouper:  func() cli.Grouper { return story.Loose{Index: story.New(story.Options{})} },
		Doctor:   doctor,
		Extract:  article.Extract,
		Page:     page,
		Text:     article.Text,
		Markdown: article.Markdown,
		Parse:    func(_ string, body []byte) ([]feeds.Item, error) { return parse.Document(body) },
		Template: func() string { return config.Template(bindings(region.Atlas())) },
	}
}

// house holds the rooms of the finding wing, opened.
type house struct {
	set     cli.Settings
	config  config.Config
	atlas   *feeds.Atlas
	filter  feeds.Filter // of --region
	feeds   []feeds.Feed
	store   *store.Store
	index   *story.Index
	stories *load.Stories
	tags    *retag.Retagger
	paths   config.Paths
	client  *fetch.Client
	loader  *load.Loader
	pipes   launch.Pipes
	scratch string       // folder of the demo's store, removed at the end
	shown   atomic.Int64 // the story whose text the screen asked for last
	rescued string       // what became of a damaged store, in words; empty if it was whole
}

// behind does what goes on behind the screen. What goes wrong is told, never
// thrown: the screen must live on.
func behind(ctx context.Context, emit func(feeds.Event), do func(context.Context, func(feeds.Event)) error) {
	defer func() {
		if r := recover(); r != nil {
			emit(feeds.StoreFailed{Err: fmt.Errorf("a fault of the program: %v; restart Dateline", r)})
		}
	}()
	if err := do(ctx, emit); err != nil && !errors.Is(err, context.Canceled) {
		emit(feeds.StoreFailed{Err: err})
	}
}

// dashboard shows the screen on what is stored, and loads behind it.
func dashboard(ctx context.Context, s cli.Settings) error {
	if !term.IsTerminal(os.Stdout.Fd()) || !term.IsTerminal(os.Stdin.Fd()) {
		return errors.New("the dashboard needs a terminal; for scripts use dateline list, or dateline --help")
	}
	h, err := open(ctx, s)
	if err != nil {
		return err
	}
	o, err := h.options(ctx)
	if err != nil {
		return errors.Join(err, h.close())
	}
	screen := ui.New(ctx, o, h.backend())
	ctx, stop := context.WithCancel(ctx)
	var loading sync.WaitGroup
	loading.Go(func() { behind(ctx, screen.Emit, h.tags.CatchUp) })
	loading.Go(func() { behind(ctx, screen.Emit, h.load) })
	loading.Go(func() { behind(ctx, screen.Emit, h.follow) })
	err = screen.Run()
	stop()
	loading.Wait()
	return errors.Join(err, h.close())
}

// load loads the feeds, as soon as no other copy of the program does.
func (h *house) load(ctx context.Context, emit func(feeds.Event)) error {
	if h.set.Offline {
		return h.loader.Run(ctx, emit)
	}
	waited := false
	release, err := store.Lead(ctx, h.paths.Store, func() error {
		waited = true
		emit(feeds.LoadingElsewhere{})
		return h.stories.Recall(ctx, emit)
	})
	if err != nil {
		return err
	}
	defer release()
	if waited { // else what the other has just asked would be asked again
		_, unlearned := h.loader.Learn(ctx, h.store)
		if err := errors.Join(unlearned, h.loader.Look(ctx, h.store, h.stories, emit)); err != nil {
			return err
		}
		emit(feeds.LoadingElsewhere{Over: true})
	}
	var caring sync.WaitGroup
	defer caring.Wait()
	caring.Go(func() { behind(ctx, emit, h.upkeep().Run) })
	return h.loader.Run(ctx, emit)
}

// upkeep is how the store is looked after.
func (h *house) upkeep() load.Upkeep {
	return load.Upkeep{
		Store: h.store, Stories: h.stories, Keep: store.Retention{Days: h.config.Store.KeepDays, Items: h.config.Store.KeepItems},
		Open: func(id feeds.StoryID) bool { return h.shown.Load() == int64(id) },
	}
}

// follow shows what other copies of the program store.
func (h *house) follow(ctx context.Context, emit func(feeds.Event)) error {
	return h.loader.Follow(ctx, h.store, h.stories, emit)
}

// text returns the article as far as it is stored.
func (h *house) text(ctx context.Context, it feeds.Item) (feeds.Article, error) {
	h.shown.Store(int64(it.Story))
	a, ok, err := h.store.Article(ctx, it.ID)
	if ok || err != nil {
		return a, err
	}
	text, err := h.store.Text(ctx, it.ID)
	if text == "" {
		text = it.Summary
	}
	return feeds.TextArticle(it, text), err
}

// bindings lists what a key can do, for config.toml.
func bindings(atlas *feeds.Atlas) []config.Binding {
	var out []config.Binding
	for _, b := range ui.Bindings(atlas, config.Default(atlas).Regions.Keys) {
		out = append(out, config.Binding{Name: b.Name, Where: b.Where, Help: b.Help().Desc, Keys: b.Keys()})
	}
	return out
}

// currentVersion is that of the release, or of the module as it was installed.
func currentVersion() string {
	if version != "" {
		return version
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "0.1.0-dev"
}
