// Dateline is a terminal dashboard for geopolitical headlines.
//
// This file wires the two wings of the house: the loader and the rooms that
// find headlines, and the screen and the commands that show them. It alone
// knows all of them, and it decides nothing that one of them could decide.
package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"io"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"time"

	"github.com/charmbracelet/x/term"

	"dateline/config"
	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/demo"
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
	"dateline/ui/picture"
	"dateline/ui/theme"
)

// version is set by the release build.
var version = ""

// garbage is how much garbage may gather, in percent of what is in use, before it
// is collected. A program that stands open all day beside others is worth a few
// percent more work while it loads.
const garbage = 30

func main() {
	settle()
	os.Exit(run(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// settle sets what holds for the whole program.
func settle() {
	log.SetOutput(io.Discard) // net/http repeats there what servers say unasked, and that goes to the screen
	if os.Getenv("GOGC") == "" {
		debug.SetGCPercent(garbage)
	}
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
	outlets []feeds.Feed // of the pack, whose names are theirs
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
	looked  atomic.Int64 // when that was, in seconds since 1970
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
	for _, do := range []func(context.Context, func(feeds.Event)) error{h.tags.CatchUp, h.load, h.follow} {
		loading.Go(func() {
			select {
			case <-screen.Sized():
				behind(ctx, screen.Emit, do)
			case <-ctx.Done():
			}
		})
	}
	loading.Go(func() { load.Note(ctx, h.store.Show, func() feeds.StoryID { return feeds.StoryID(h.shown.Load()) }) })
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
		Idle: func() bool { return time.Since(time.Unix(h.looked.Load(), 0)) > time.Hour },
	}
}

// follow shows what other copies of the program store.
func (h *house) follow(ctx context.Context, emit func(feeds.Event)) error {
	return h.loader.Follow(ctx, h.store, h.stories, emit)
}

// text returns the article as far as it is stored.
func (h *house) text(ctx context.Context, it feeds.Item) (feeds.Article, error) {
	h.shown.Store(int64(it.Story))
	h.looked.Store(time.Now().Unix())
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

// open reads what the user has decided and opens the store.
func open(ctx context.Context, s cli.Settings) (*house, error) {
	h := &house{set: s, index: story.New(story.Options{}), atlas: region.Atlas(), paths: config.DefaultPaths(s.Data, s.Config)}
	var err error
	if h.config, err = config.Load(h.paths, h.atlas, bindings(h.atlas)); err != nil {
		return nil, cli.UsageError{Err: err}
	}
	if h.filter, err = s.Filter(h.grammar()); err != nil {
		return nil, err
	}
	if s.Demo {
		h.set.Offline = false // its feeds are in the binary
		if h.scratch, err = demo.Scratch(); err != nil {
			return nil, err
		}
		h.paths.Store, h.paths.Corrections = filepath.Join(h.scratch, "demo.db"), filepath.Join(h.scratch, "corrections.tsv")
		h.paths.Addresses = filepath.Join(h.scratch, "addresses.tsv")
	}
	if h.feeds, err = feedList(s, h.paths, h.atlas); err != nil {
		return nil, errors.Join(cli.UsageError{Err: err}, h.close())
	}
	if h.outlets, err = wellKnown(h.feeds, h.atlas); err != nil {
		return nil, errors.Join(err, h.close())
	}
	corrections, err := config.Corrections(h.paths, h.atlas)
	if err != nil {
		return nil, errors.Join(cli.UsageError{Err: err}, h.close())
	}
	if h.store, h.rescued, err = store.OpenRescued(ctx, h.paths.Store, time.Now(), rescuing); err != nil {
		return nil, errors.Join(err, h.close())
	}
	h.stories = load.NewStories(h.store, h.index)
	h.tags, err = retag.New(ctx, retag.Parts{
		Store: h.store, Feeds: h.feeds, Corrections: corrections, Version: currentVersion(),
		Amend:   func(a feeds.Amendment) (feeds.Corrections, error) { return config.Amend(h.paths, h.atlas, a) },
		Changed: h.stories.Retag,
	})
	if err != nil {
		return nil, errors.Join(err, h.close())
	}
	if err := h.hire(ctx); err != nil {
		return nil, errors.Join(err, h.close())
	}
	return h, nil
}

// rescuing says why nothing is on the screen yet.
func rescuing() {
	_, _ = fmt.Fprintln(os.Stderr, "The store is damaged. What can be read of it is being rescued; this may take a minute.") // heard or not, it goes on
}

// feedList returns the feeds of the reader's list, at the addresses that the
// reader has taken for them.
func feedList(s cli.Settings, p config.Paths, atlas *feeds.Atlas) ([]feeds.Feed, error) {
	var list []feeds.Feed
	var err error
	switch {
	case s.Demo:
		list = demo.Feeds()
	case s.Feeds != "":
		list, err = config.List(s.Feeds, atlas)
	default:
		list, err = config.Feeds(p, atlas)
	}
	if err != nil {
		return nil, err
	}
	return config.Taken(p, list)
}

// wellKnown returns the outlets of the pack if a feed of the list has no name:
// then it must not pass for one of them.
func wellKnown(list []feeds.Feed, atlas *feeds.Atlas) ([]feeds.Feed, error) {
	if !slices.ContainsFunc(list, func(f feeds.Feed) bool { return f.Unnamed }) {
		return nil, nil
	}
	return config.Pack(atlas)
}

// named returns the feeds by their ids, under the names by which they are shown.
func (h *house) named() map[feeds.FeedID]feeds.Feed {
	return feeds.NewNames(h.feeds, h.outlets, h.loader.Health()).Directory()
}

// take keeps an address that the reader takes for a feed, and has it asked there.
func (h *house) take(_ context.Context, id feeds.FeedID, address string) (feeds.Feed, error) {
	f, err := config.Take(h.paths, h.feeds, id, address, time.Now())
	if err == nil {
		h.loader.Replace(f)
	}
	return f, err
}

// hire builds the loader with its parts.
func (h *house) hire(ctx context.Context) error {
	known, err := h.store.Visits(ctx)
	if err != nil {
		return err
	}
	c := h.config.Loader
	if h.set.Demo {
		c.Workers = 1 // the demo is the same each time, to the order of arrival
	}
	o := fetch.Options{
		Agent: "Dateline/" + currentVersion() + " (terminal news reader)", PerHost: c.PerHost,
		Timeout: c.Timeout, Offline: h.set.Offline, Listed: addresses(h.feeds),
	}
	if h.set.Demo {
		o.Transport = fetch.Handler(demo.Handler(time.Now()))
	}
	h.client = fetch.New(o)
	h.loader = load.New(load.Parts{
		Get:   h.client.Get,
		Parse: parse.Parse,
		Tag:   h.tag,
		Save: func(ctx context.Context, visits []store.Visit) ([][]feeds.Item, []int, error) {
			if err := h.tags.Saving(ctx); err != nil {
				return nil, nil, err
			}
			return h.store.Save(ctx, visits, h.index)
		},
		Recall: h.stories.Recall,
		Mend:   h.stories.Mend,

		Password:  launch.Password,
		Reconnect: h.client.Reconnect,
	}, load.Options{Feeds: h.feeds, Known: known, Every: c.Every, Workers: c.Workers, Offline: h.set.Offline})
	return nil
}

// addresses are those that the reader's list gives its feeds.
func addresses(list []feeds.Feed) []string {
	out := make([]string, len(list))
	for i, f := range list {
		out[i] = cmp.Or(f.Listed, f.URL)
	}
	return out
}

// ids names the feeds in use. What other feeds gave stays stored and can be
// searched, but is not listed.
func (h *house) ids() []feeds.FeedID {
	ids := make([]feeds.FeedID, len(h.feeds))
	for i, f := range h.feeds {
		ids[i] = f.ID
	}
	return ids
}

// tag says what an item is about and whose text it is.
func (h *house) tag(f feeds.Feed, it *feeds.Item) {
	story.Attribute(it, f.Agency())
	h.tags.Tag(it)
}

func (h *house) close() error {
	var err error
	h.pipes.Close()
	if h.client != nil {
		h.client.Close()
	}
	if h.store != nil {
		err = h.store.Close()
	}
	if h.scratch != "" {
		err = errors.Join(err, os.RemoveAll(h.scratch))
	}
	return err
}

// firstItems is how many stored items the first paint waits for.
const firstItems = 300

// options is what the screen starts with.
func (h *house) options(ctx context.Context) (ui.Options, error) {
	items, err := h.store.Items(ctx, store.Query{Feeds: h.ids(), Limit: firstItems})
	if err != nil {
		return ui.Options{}, err
	}
	watch, err := h.watch(ctx)
	if err != nil {
		return ui.Options{}, err
	}
	c := h.config
	start, notice, err := h.start(ctx)
	if err != nil {
		return ui.Options{}, err
	}
	return ui.Options{
		Atlas: h.atlas, Feeds: h.feeds, Outlets: h.outlets, Health: h.loader.Health(), Items: items, Watch: watch,
		Named: c.Filters, Regions: c.Regions.Keys, Start: start, Notice: strings.TrimSpace(h.rescued + " " + notice), Keys: c.Keys, Pipes: h.offered(),
		Theme: string(c.Screen.Theme), ASCII: c.Screen.ASCII, Visual: c.Screen.Bidi == config.Visual, Dense: c.Screen.Dense, Mouse: c.Screen.Mouse,
		Hyperlinks: c.Screen.Links == config.LinksOn || c.Screen.Links == config.LinksAuto && theme.TakesLinks(os.Getenv),
		PerSource:  c.Screen.PerSource, NoPictures: h.noPictures(),
		Demo: h.set.Demo, Offline: h.set.Offline, Now: time.Now, Corrections: h.paths.Corrections, Addresses: h.paths.Addresses,
	}, nil
}

// lastFilter is the key under which the store keeps the filter in force.
const lastFilter = "filter"

// start returns the filter at start: that of --region, else that of the
// settings, else the one of the last time. If that cannot be read any more, a
// notice says so.
func (h *house) start(ctx context.Context) (f feeds.Filter, notice string, err error) {
	switch {
	case len(h.set.Regions) > 0:
		return h.filter, "", nil
	case !h.config.Regions.Last:
		return h.config.Regions.Start, "", nil
	}
	text, err := h.store.State(ctx, lastFilter)
	f, fault := h.grammar().Parse(text)
	if fault != nil {
		notice = fmt.Sprintf("The filter of the last time, %s, is not in force: %v", text, fault)
	}
	return f, notice, err
}

// grammar reads filters, the reader's own by their names.
func (h *house) grammar() *feeds.Grammar { return feeds.NewGrammar(h.atlas, h.config.Filters) }

// watch returns the hours in which the news was observed.
func (h *house) watch(ctx context.Context) (feeds.Watch, error) {
	if h.set.Demo {
		return demo.Watch(time.Now()), nil
	}
	return h.store.Watch(ctx, time.Time{}, time.Now())
}

// backend is all that the screen asks of the world.
func (h *house) backend() ui.Backend {
	return ui.Backend{
		Older: func(ctx context.Context, after feeds.Item, limit int) ([]feeds.Item, error) {
			return h.store.Items(ctx, store.Query{
				Feeds: h.ids(), Before: store.Cursor{Published: after.Published, ID: after.ID}, Limit: limit,
			})
		},
		Story: func(ctx context.Context, id feeds.StoryID) ([]feeds.Item, error) {
			s, _, err := h.store.Story(ctx, id)
			return s.Items, err
		},
		Edits:        h.store.Edits,
		Search:       h.store.Search,
		Text:         h.text,
		Bookmark:     h.store.Bookmark,
		KeepBookmark: h.store.SaveBookmark,
		Fetch:        h.fetch,
		Related:      h.related,
		SetRead:      h.store.SetRead,
		SetStarred:   h.store.SetStarred,
		KeepFilter:   func(ctx context.Context, text string) error { return h.store.SetState(ctx, lastFilter, text) },
		Preview:      h.tags.Preview,
		Amend:        h.tags.Amend,
		Refresh:      h.loader.Refresh,
		Health:       h.loader.Health,
		History:      h.store.History,
		Take:         h.take,
		Pipe:         h.pipe,
		Picture:      h.picture,
		Browse: func(ctx context.Context, address string) (*exec.Cmd, error) {
			if h.set.Demo {
				return nil, errors.New("the outlets of the demo are invented, there is no page to open")
			}
			return launch.Browser{Command: h.config.Browser, Getenv: os.Getenv, System: runtime.GOOS}.Open(ctx, address)
		},
	}
}

// fetch gets the page of an item because the reader asked for it, and keeps it.
// A page that shows only its beginning does not replace one that is whole.
func (h *house) fetch(ctx context.Context, it feeds.Item, again bool) (feeds.Article, error) {
	stored, ok, err := h.store.Article(ctx, it.ID)
	if err != nil || ok && !again {
		return stored, err
	}
	a, err := article.Reader{Get: h.client.Get, Now: time.Now, From: h.source(it)}.Read(ctx, it.URL)
	if err != nil {
		return a, err
	}
	if ok && stored.Cut == "" && a.Cut != "" {
		return feeds.Article{}, &feeds.Failure{Kind: a.Cut}
	}
	a.Item = it.ID
	return a, h.store.SaveArticle(ctx, a)
}

// source is the address of the feed that named the page of an item. One that is
// listed no more has the reader's word for nothing.
func (h *house) source(it feeds.Item) string {
	return cmp.Or(feeds.Directory(h.feeds)[it.Feed].URL, "feed:"+string(it.Feed))
}

// picture gets the image of a page because the reader asked for it.
func (h *house) picture(ctx context.Context, a feeds.Article, box image.Point) (picture.Picture, error) {
	data, err := article.Reader{Get: h.client.Get, Now: time.Now, From: a.URL}.Picture(ctx, a.Picture.URL)
	if err != nil {
		return picture.Picture{}, err
	}
	return picture.Read(ctx, data, box)
}

// noPictures says why no pictures are shown.
func (h *house) noPictures() string {
	if !h.config.Screen.Pictures {
		return "pictures = true below [screen] in config.toml switches pictures on"
	}
	return picture.Hindrance(os.Getenv)
}

// pipe gives the text of an article to a command of the reader's own.
func (h *house) pipe(ctx context.Context, name string, a feeds.Article) ([]feeds.Block, error) {
	i := slices.IndexFunc(h.config.Pipes, func(p config.Pipe) bool { return p.Name == name })
	p := h.config.Pipes[i]
	return h.pipes.Run(ctx, launch.Job{
		Command: p.Command, Limit: p.Limit, Environ: launch.Environ(a), Text: a.Title + "\n\n" + article.Text(a) + "\n",
	})
}

// offered are the commands of the reader's own, as the screen offers them.
func (h *house) offered() []ui.Pipe {
	out := make([]ui.Pipe, len(h.config.Pipes))
	for i, p := range h.config.Pipes {
		out[i] = ui.Pipe{Name: p.Name, Program: feeds.Clean(filepath.Base(p.Command[0]), 100), Key: p.Key, Shown: p.Shown}
	}
	return out
}

// relatedLimit is how many entries a group of related stories has.
const relatedLimit = 5

// related puts the other versions of the story before what the index finds
// beside an item.
func (h *house) related(ctx context.Context, it feeds.Item) (feeds.Related, error) {
	if err := h.stories.Wait(ctx); err != nil {
		return feeds.Related{}, err
	}
	found := h.index.Related(it, relatedLimit)
	items, err := h.store.Items(ctx, store.Query{IDs: found.IDs()})
	if err != nil {
		return feeds.Related{}, err
	}
	s, _, err := h.store.Story(ctx, it.Story)
	return found.Fill(items).Behind(s.Versions(it.ID, feeds.Directory(h.feeds), relatedLimit)), err
}

// page gets a page for the command line.
func page(ctx context.Context, s cli.Settings, address string) (feeds.Article, error) {
	c := fetch.New(fetch.Options{
		Agent: "Dateline/" + currentVersion() + " (terminal news reader)", Offline: s.Offline, Listed: []string{address},
	})
	defer c.Close()
	return article.Reader{Get: c.Get, Now: time.Now}.Read(ctx, address)
}

// library is the house as the command line sees it.
type library struct {
	*house
	played bool // the round that fills the store of the demo
}

func (l *library) Items(ctx context.Context, q cli.Query) ([]feeds.Item, error) {
	if err := l.play(ctx); err != nil {
		return nil, err
	}
	return l.store.Items(ctx, store.Query{
		Feeds: l.ids(), Since: q.Since, Unread: q.Unread, Stories: q.Stories, Limit: q.Limit,
		Before: store.Cursor{Published: q.Before.Published, ID: q.Before.ID},
	})
}

// play fills the store of the demo before it is first read.
func (l *library) play(ctx context.Context) error {
	if !l.set.Demo || l.played {
		return nil
	}
	l.played = true
	var unsaved error
	err := l.Refresh(ctx, true, func(e feeds.Event) {
		if failed, ok := e.(feeds.StoreFailed); ok {
			unsaved = failed.Err
		}
	})
	return errors.Join(err, unsaved)
}

func (l *library) Filter() feeds.Filter { return l.filter }

func (l *library) Directory() map[feeds.FeedID]feeds.Feed {
	return l.named()
}

func (l *library) Watch(ctx context.Context) (feeds.Watch, error) { return l.watch(ctx) }

func (l *library) Refresh(ctx context.Context, all bool, emit func(feeds.Event)) error {
	release, err := store.Lead(ctx, l.paths.Store, func() error { return errLoading })
	if errors.Is(err, errLoading) {
		emit(feeds.LoadingElsewhere{})
		return nil
	}
	if err != nil {
		return err
	}
	defer release()
	if _, err := l.loader.Learn(ctx, l.store); err != nil { // who has just ended may have asked them
		return err
	}
	round := l.loader.Round
	if all {
		round = l.loader.Once
	}
	if err := round(ctx, emit); err != nil || l.set.Demo {
		return err
	}
	return l.upkeep().IfDue(ctx, emit)
}

var errLoading = errors.New("another copy loads")

func (l *library) Close() error { return l.close() }

// doctor reports how the program stands.
func doctor(ctx context.Context, s cli.Settings) (cli.Report, error) {
	p := config.DefaultPaths(s.Data, s.Config)
	r := cli.Report{
		Terminal: terminalFacts(),
		Files:    [][2]string{{"settings", p.Config}, {"feeds", cmp.Or(s.Feeds, p.Feeds)}, {"addresses", p.Addresses}, {"corrections", p.Corrections}},
	}
	for i, f := range r.Files {
		if _, err := os.Stat(f[1]); err != nil {
			r.Files[i][1] += " (not there)"
		}
	}
	h, err := open(ctx, s)
	if err != nil {
		r.Faults = strings.Split(config.Redacted(err).Error(), "\n")
		return r, ctx.Err()
	}
	if r.Store, err = h.store.Facts(ctx); err != nil {
		r.Faults = []string{err.Error()}
	}
	if r.Visits, err = h.store.History(ctx, "", time.Time{}); err != nil {
		r.Faults = append(r.Faults, err.Error())
	}
	r.Settings = h.settings()
	r.Feeds, r.Health = h.named(), h.loader.Health()
	return r, h.close()
}

// settings are those that bear on what the loader and the screen do.
func (h *house) settings() [][2]string {
	c := h.config
	off := 0
	for _, f := range h.feeds {
		if f.Off {
			off++
		}
	}
	return [][2]string{
		{"feeds", fmt.Sprintf("%d listed, %d of them switched off", len(h.feeds), off)},
		{"loader", fmt.Sprintf("every %s, timeout %s, %d workers, %d a host", feeds.Lasting(c.Loader.Every), c.Loader.Timeout, c.Loader.Workers, c.Loader.PerHost)},
		{"screen", fmt.Sprintf("theme %s, ascii %t, bidi %s, dense %t, mouse %t", c.Screen.Theme, c.Screen.ASCII, c.Screen.Bidi, c.Screen.Dense, c.Screen.Mouse)},
		{"store", fmt.Sprintf("keep_days %d, keep_items %d", c.Store.KeepDays, c.Store.KeepItems)},
		{"own", fmt.Sprintf("%d keys, %d pipes, %d filters", len(c.Keys), len(c.Pipes), len(c.Filters))},
	}
}

// terminalFacts are what can be told of the terminal without asking it.
func terminalFacts() [][2]string {
	size := "output is no terminal"
	if w, height, err := term.GetSize(os.Stdout.Fd()); err == nil {
		size = fmt.Sprintf("%dx%d", w, height)
	}
	return [][2]string{
		{"size", size},
		{"links", fmt.Sprintf("taken: %t", theme.TakesLinks(os.Getenv))},
		{"pictures", cmp.Or(picture.Hindrance(os.Getenv), "the terminal may draw them")},
	}
}
