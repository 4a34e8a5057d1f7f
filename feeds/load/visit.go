package load

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"time"

	"dateline/feeds"
	"dateline/feeds/fetch"
	"dateline/feeds/parse"
	"dateline/feeds/store"
)

// visit asks a feed once and returns what is to be kept of it: its items and
// new validators, or its failure and the old ones. Of an answer that broke off
// the items that came whole are kept, too.
func (l *Loader) visit(ctx context.Context, f feeds.Feed, known store.Known, s *stay) store.Visit {
	v := store.Visit{Health: known.Health, ETag: known.ETag, LastModified: known.LastModified, URL: f.URL}
	began := time.Now()
	fresh, err := l.steps(ctx, f, &v, s)
	h, now := &v.Health, l.clock()
	h.LastTry = now
	var w waiting
	if err != nil {
		h.Took = time.Since(began)
		fail(h, failureOf(err), now)
		h.Moved = feeds.Relocation{} // its own address has to say it again
		w = backoff(h.Failure, h.Failures, l.every(f))
	} else {
		succeed(h, now)
		w = l.pause(f, *h, fresh, now)
		h.Every = w.long
	}
	h.Wait = w.why
	next := now.Add(jitter(w.long, l.options.Rand()))
	if h.NextTry = awake(h.Rest, next); h.NextTry.After(next) {
		h.Wait = feeds.WaitRest
	}
	return v
}

// steps takes a visit from request to tagged items, and returns for how long
// the server holds its answer good. Whatever panics on the way is a
// fault that this feed brought to light, and costs this feed only.
func (l *Loader) steps(ctx context.Context, f feeds.Feed, v *store.Visit, s *stay) (fresh time.Duration, err error) {
	defer func() {
		if p := recover(); p != nil {
			v.Items = nil
			err = fmt.Errorf("panic: %v", p)
		}
	}()
	own, err := l.headers(ctx, f)
	if err != nil {
		return 0, err
	}
	r := fetch.Request{
		URL: address(f, v.Health), Agent: f.Agent, Header: own,
		ETag: v.ETag, LastModified: v.LastModified, Partial: true, Cookies: true, Large: s.grow, Closed: l.closed,
	}
	if listed := cmp.Or(f.Listed, f.URL); r.URL != listed {
		r.From = listed // it is not on the reader's list
	}
	resp, err := l.parts.Get(ctx, r)
	if err != nil {
		l.refused(ctx, f.Login, err)
		return 0, err
	}
	v.Health.Took = resp.Took
	if resp.NotModified {
		v.Health.Moved = moved(f, v.Health.Moved, resp.Moved, l.clock())
		v.ETag, v.LastModified = cmp.Or(resp.ETag, v.ETag), cmp.Or(resp.LastModified, v.LastModified)
		return resp.Fresh, nil
	}
	result, err := l.read(ctx, f, &resp, s)
	if err != nil && resp.Cut != nil {
		return 0, resp.Cut
	}
	if err != nil {
		return 0, err
	}
	v.Items, v.Health.Title = result.Items, result.Title
	if resp.Cut != nil {
		return 0, resp.Cut // its validators would stand for what did not come
	}
	v.ETag, v.LastModified = resp.ETag, resp.LastModified
	v.Health.Wish, v.Health.Rest = result.TTL, result.Rest
	v.Health.Moved = moved(f, v.Health.Moved, resp.Moved, l.clock())
	learn(&v.Health, v.Items)
	return resp.Fresh, nil
}

// read makes tagged items of an answer, and lets go of its body.
func (l *Loader) read(ctx context.Context, f feeds.Feed, resp *fetch.Response, s *stay) (parse.Result, error) {
	turn := s.reads[s.grown]
	if err := turn.take(ctx); err != nil {
		return parse.Result{}, err
	}
	defer turn.free()
	body := resp.Body
	resp.Body = nil
	r, err := l.parts.Parse(body, parse.Source{Feed: f, URL: resp.URL, ContentType: resp.ContentType, Now: l.clock()})
	for i := range r.Items {
		l.parts.Tag(f, &r.Items[i])
	}
	return r, err
}

// failureOf returns err as a failure; one that nobody named is a feed that
// could not be read.
func failureOf(err error) *feeds.Failure {
	var f *feeds.Failure
	if errors.As(err, &f) {
		return f
	}
	return &feeds.Failure{Kind: feeds.FailMalformed, Detail: feeds.Clean(err.Error(), maxDetail)}
}
