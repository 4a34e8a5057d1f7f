package fetch

import (
	"context"
	"sync"
)

// gate lets a few requests at once through to one server.
type gate struct {
	perHost int

	mu    sync.Mutex
	hosts map[string]*host
}

type host struct {
	slots chan struct{}
	users int // requests in it or waiting for it
}

func newGate(perHost int) *gate {
	return &gate{perHost: perHost, hosts: map[string]*host{}}
}

// enter waits for a place at the server named name. The caller must call leave.
func (g *gate) enter(ctx context.Context, name string) (leave func(), err error) {
	h := g.join(name)
	select {
	case h.slots <- struct{}{}:
	case <-ctx.Done():
		g.part(name, h)
		return nil, ctx.Err()
	}
	return func() {
		<-h.slots
		g.part(name, h)
	}, nil
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
