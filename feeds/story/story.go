// Package story says which items tell one event, what else belongs beside an
// item, and whose text an item is. It works on words in memory, in the order
// in which items arrive; it reads no feed, asks no network and stores nothing:
// the loader adds what it stored, and the screen's answers come from the same
// index.
//
// An item joins the story whose best fitting members it resembles, else it
// opens one. To join wrongly is to claim that two newsrooms confirmed each
// other, so in doubt an item stays alone.
package story

import (
	"cmp"
	"slices"
	"sync"
	"time"

	"dateline/feeds"
)

// Options set the bounds of an Index. The zero value means the defaults.
type Options struct {
	// Window is the longest time between two items of one story; default
	// five days. Items that are three windows older than the newest leave.
	Window time.Duration
	// Least is how many items stay however old they are, so that what arrives
	// in no order of time is grouped as well; default 20,000.
	Least int
	// Most is how many items the index holds; default 100,000. When it is
	// full, the oldest leaves.
	Most int
}

const (
	defaultWindow = 5 * 24 * time.Hour
	defaultLeast  = 20_000
	defaultMost   = 100_000
	windowsKept   = 3
)

// Index groups items into stories as they arrive. It is safe for concurrent
// use.
type Index struct {
	mu       sync.Mutex
	options  Options
	model    *model
	lexicon  *lexicon  // nil before the first item, ...
	crossing *crossing // ... as this is
	entries  map[feeds.ItemID]*entry
	stories  map[feeds.StoryID]*cluster
	seats    seats
	search   search
	probe    probe
	room
	copies  copies
	ages    []*entry // all, the oldest first
	touched []touch  // waits to be looked at by Moves
}

// room is what a call needs for a while, kept for the next one.
type room struct {
	matches, known, peers []match
	near                  []near
	logits                []float64
}

// New returns an empty index.
func New(o Options) *Index {
	if o.Window <= 0 {
		o.Window = defaultWindow
	}
	if o.Least <= 0 {
		o.Least = defaultLeast
	}
	if o.Most <= 0 {
		o.Most = defaultMost
	}
	return &Index{
		options: o, model: &fitted,
		entries: map[feeds.ItemID]*entry{}, stories: map[feeds.StoryID]*cluster{},
	}
}

// Reach says which items x holds, so that it can be filled with the same again.
func (x *Index) Reach() feeds.Reach {
	return feeds.Reach{Back: windowsKept * x.options.Window, Least: x.options.Least, Most: x.options.Most}
}

// Add finds the story of it and sets Story and Join. An item that no story
// fits opens its own: Story is its ID and Join is empty. An item that has its
// story, or is held already, is read anew and stays there, with Join as it was,
// also when it had left the index; whether it should go elsewhere is for Moves
// to say. If the text of it was seen before in other hands, Add says so in
// Copy, and whose it is in Wire if it was not known. The item needs an ID.
func (x *Index) Add(it *feeds.Item) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if old := x.entries[it.ID]; old != nil {
		it.Story = cmp.Or(it.Story, old.in.id)
		x.forget(old)
	}
	e := x.read(it)
	o, copied := x.original(e, it)
	near, reread := x.nearby(e), it.Story != 0
	if !reread {
		it.Story, it.Join = x.place(e, near, o, copied)
	}
	x.keep(e, it)
	x.touch(e, near, reread)
}

// place returns the story of e and why it belongs there: with the item whose
// text it has too, if it is a copy and the story is not too old, else where its
// words fit best of the stories near to it, else alone.
func (x *Index) place(e *entry, all []near, o likeness, copied bool) (feeds.StoryID, feeds.Join) {
	if copied && o.of.in.within(x.options.Window, e) {
		words := x.lexicon.sharedWords(e, o.of, joinWords)
		return o.of.in.id, feeds.Join{With: o.of.id, Score: o.part, Words: words, Kind: feeds.JoinCopy}
	}
	if m, ok := x.find(e, all); ok {
		return m.with.in.id, x.join(e, m)
	}
	if m, ok := x.findAcross(e); ok {
		return m.with.in.id, x.crossJoin(e, m)
	}
	return feeds.StoryID(e.id), feeds.Join{}
}

// join words why e belongs to the story of m.
func (x *Index) join(e *entry, m match) feeds.Join {
	return feeds.Join{With: m.with.id, Score: likelihood(m.logit), Words: x.lexicon.sharedWords(e, m.with, joinWords)}
}

// Restore puts an item back whose story is known. An item without a story
// opens its own.
func (x *Index) Restore(it feeds.Item) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if old := x.entries[it.ID]; old != nil {
		x.forget(old)
	}
	if it.Story == 0 {
		it.Story = feeds.StoryID(it.ID)
	}
	x.keep(x.read(&it), &it)
}

// read makes an entry of an item. The first one waits for the tables of words:
// the screen, which wants an index at once, does not.
func (x *Index) read(it *feeds.Item) *entry {
	if x.lexicon == nil {
		x.lexicon, x.crossing = newLexicon(), newCrossing()
	}
	return x.lexicon.entry(it)
}

// Remove takes an item out. Its story lives on while it has other items.
func (x *Index) Remove(id feeds.ItemID) {
	x.mu.Lock()
	defer x.mu.Unlock()
	if e := x.entries[id]; e != nil {
		x.forget(e)
	}
}

// keep makes e findable as the entry of it, an item of its story.
func (x *Index) keep(e *entry, it *feeds.Item) {
	x.enter(e, it.Story)
	x.entries[e.id] = e
	x.ages = slices.Insert(x.ages, x.rank(e), e)
	x.seats.take(e)
	x.lexicon.post(e, &x.seats)
	x.crossing.post(e, &x.seats)
	x.copies.add(e, it.Sketch, it.Copy)
	x.expire()
}

// forget undoes keep.
func (x *Index) forget(e *entry) {
	x.lexicon.drop(e)
	x.crossing.drop(e)
	x.copies.drop(e)
	x.seats.leave(e)
	if i := x.rank(e); i > 0 {
		x.ages = slices.Delete(x.ages, i, i+1)
	} else {
		x.ages[0], x.ages = nil, x.ages[1:] // nearly always, and nothing need move
	}
	delete(x.entries, e.id)
	x.leave(e)
}

// enter puts e into a story, opened if there is none of that name.
func (x *Index) enter(e *entry, story feeds.StoryID) {
	c := x.stories[story]
	if c == nil {
		c = &cluster{id: story}
		x.stories[story] = c
	}
	c.enter(e)
}

// leave takes e out of its story, which ends with its last item.
func (x *Index) leave(e *entry) {
	c := e.in
	if c.leave(e); len(c.items) == 0 {
		delete(x.stories, c.id)
	}
}

// rank is how many entries are older than e.
func (x *Index) rank(e *entry) int {
	if last := len(x.ages) - 1; last < 0 || byAge(x.ages[last], e) < 0 {
		return last + 1
	}
	i, _ := slices.BinarySearchFunc(x.ages, e, byAge)
	return i
}

// expire lets go of the oldest while the index is too full or they are too old.
func (x *Index) expire() {
	r := x.Reach()
	limit := x.ages[len(x.ages)-1].at - instant(r.Back.Microseconds())
	for len(x.ages) > r.Most || len(x.ages) > r.Least && x.ages[0].at < limit {
		x.forget(x.ages[0])
	}
}
