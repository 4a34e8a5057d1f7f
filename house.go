package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"time"

	"dateline/config"
	"dateline/feeds"
	"dateline/feeds/demo"
	"dateline/feeds/fetch"
	"dateline/feeds/load"
	"dateline/feeds/parse"
	"dateline/feeds/region"
	"dateline/feeds/retag"
	"dateline/feeds/store"
	"dateline/feeds/story"
	"dateline/ui/cli"
	"dateline/ui/launch"
)

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
	}
	if h.feeds, err = feedList(s, h.paths, h.atlas); err != nil {
		return nil, errors.Join(cli.UsageError{Err: err}, h.close())
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

func feedList(s cli.Settings, p config.Paths, atlas *feeds.Atlas) ([]feeds.Feed, error) {
	switch {
	case s.Demo:
		return demo.Feeds(), nil
	case s.Feeds != "":
		return config.List(s.Feeds, atlas)
	default:
		return config.Feeds(p, atlas)
	}
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
		Agent: "Dateline/" + currentVersion() + " (terminal news reader)", Workers: c.Workers, PerHost: c.PerHost,
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

		Password: launch.Password,
	}, load.Options{Feeds: h.feeds, Known: known, Every: c.Every, Workers: c.Workers, Offline: h.set.Offline})
	return nil
}

// addresses are those of the feeds of the reader's list.
func addresses(list []feeds.Feed) []string {
	out := make([]string, len(list))
	for i, f := range list {
		out[i] = f.URL
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
