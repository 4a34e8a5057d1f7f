package store

import "sync/atomic"

// grouping is the work of a grouper beside the transaction.
type grouping struct {
	grouped chan struct{} // a visit is; closed when no more will be
	stopped atomic.Bool
	fault   any // why it broke off
}

// group has the grouper put what was found into stories, one visit after the
// other.
func (sv *saver) group(all []found) *grouping {
	g := &grouping{grouped: make(chan struct{}, len(all))}
	go func() {
		defer close(g.grouped)
		defer func() { g.fault = recover() }()
		for _, f := range all {
			for _, p := range f.pieces {
				if g.stopped.Load() {
					return
				}
				sv.place(p)
			}
			g.grouped <- struct{}{}
		}
	}()
	return g
}

// place has the grouper say where p belongs.
func (sv *saver) place(p *piece) {
	if p.old == nil {
		sv.grouper.Add(&p.Item)
	} else {
		sv.reread(p)
	}
}

// wait waits until the next visit is grouped. Where the grouper panics, so does
// wait.
func (g *grouping) wait() {
	if _, more := <-g.grouped; !more {
		panic(g.fault)
	}
}

// end ends the work, and returns when it has.
func (g *grouping) end() {
	g.stopped.Store(true)
	for range g.grouped {
		continue
	}
}
