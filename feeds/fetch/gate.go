package fetch

import (
	"context"
	"strings"
	"sync"
)

// gate lets a few requests through at once, and fewer to one host. Who waits
// for a busy host holds no place that another host could use.
type gate struct {
	all     chan struct{}
	perHost int

	mu    sync.Mutex
	hosts map[string]*host
}

type host struct {
	slots chan struct{}
	users int // requests in it or waiting for it
}

func newGate(all, perHost int) *gate {
	return &gate{all: make(chan struct{}, all), perHost: perHost, hosts: map[string]*host{}}
}

// enter waits for a place at the host named name, then for one among all. The
// caller must call leave.
func (g *gate) enter(ctx context.Context, name string) (leave func(), err error) {
	name = strings.ToLower(name)
	h := g.join(name)
	if err := take(ctx, h.slots); err != nil {
		g.part(name, h)
		return nil, err
	}
	if err := take(ctx, g.all); err != nil {
		<-h.slots
		g.part(name, h)
		return nil, err
	}
	return func() {
		<-g.all
		<-h.slots
		g.part(name, h)
	}, nil
}

func take(ctx context.Context, slots chan struct{}) error {
	select {
	case slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (g *gate) join(name string) *host {
	g.mu.Lock()
	defer g.mu.Unlock()
	h := g.hosts[name]
	if h == nil {
		h = &host{slots: make(chan struct{}, g.perHost)}
		g.hosts[name] = h
	}
	h.users++
	return h
}

// part forgets the host when nobody is left in it.
func (g *gate) part(name string, h *host) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if h.users--; h.users == 0 {
		delete(g.hosts, name)
	}
}
