package main

import (
	"cmp"
	"context"
	"errors"
	"time"

	"dateline/config"
	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/fetch"
	"dateline/feeds/store"
	"dateline/ui/cli"
)

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
	err := l.Refresh(ctx, func(e feeds.Event) {
		if failed, ok := e.(feeds.StoreFailed); ok {
			unsaved = failed.Err
		}
	})
	return errors.Join(err, unsaved)
}

func (l *library) Filter() feeds.Filter { return l.filter }

func (l *library) Directory() map[feeds.FeedID]feeds.Feed {
	return feeds.Directory(l.feeds)
}

func (l *library) Watch(ctx context.Context) (feeds.Watch, error) { return l.watch(ctx) }

func (l *library) Refresh(ctx context.Context, emit func(feeds.Event)) error {
	return l.loader.Once(ctx, emit)
}

func (l *library) Close() error { return l.close() }

// doctor reports how the program stands.
func doctor(ctx context.Context, s cli.Settings) (cli.Report, error) {
	p := config.DefaultPaths(s.Data, s.Config)
	r := cli.Report{Files: [][2]string{{"settings", p.Config}, {"feeds", cmp.Or(s.Feeds, p.Feeds)}, {"corrections", p.Corrections}}}
	h, err := open(ctx, s)
	if err != nil {
		r.Faults = []string{err.Error()}
		return r, ctx.Err()
	}
	if r.Store, err = h.store.Facts(ctx); err != nil {
		r.Faults = []string{err.Error()}
	}
	r.Feeds, r.Health = feeds.Directory(h.feeds), h.loader.Health()
	return r, h.close()
}
