package main

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"image"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"time"

	"dateline/config"
	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/demo"
	"dateline/feeds/store"
	"dateline/ui"
	"dateline/ui/launch"
	"dateline/ui/picture"
	"dateline/ui/theme"
)

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
		Atlas: h.atlas, Feeds: h.feeds, Items: items, Watch: watch,
		Named: c.Filters, Regions: c.Regions.Keys, Start: start, Notice: strings.TrimSpace(h.rescued + " " + notice), Keys: c.Keys, Pipes: h.offered(),
		Theme: string(c.Screen.Theme), ASCII: c.Screen.ASCII, Visual: c.Screen.Bidi == config.Visual, Dense: c.Screen.Dense, Mouse: c.Screen.Mouse,
		Hyperlinks: c.Screen.Links == config.LinksOn || c.Screen.Links == config.LinksAuto && theme.TakesLinks(os.Getenv),
		PerSource:  c.Screen.PerSource, NoPictures: h.noPictures(),
		Demo: h.set.Demo, Offline: h.set.Offline, Now: time.Now, Corrections: h.paths.Corrections,
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
