package feeds

// Event is what the loader tells while it works. The set is closed.
//
//sumtype:decl
type Event interface{ event() }

// LoadStarted opens a round: Feeds feeds are due.
type LoadStarted struct{ Feeds int }

// LoadingElsewhere tells that another copy of the program loads into the same
// store, and when it is Over that this one does now.
type LoadingElsewhere struct{ Over bool }

// ItemsLoaded tells that one visit ended well. Items holds what was stored by
// it: new items, and known ones whose text changed. It is empty when the feed
// had nothing new. Without a Feed it tells of items of earlier visits that were
// put into stories only now.
type ItemsLoaded struct {
	Feed   FeedID
	Items  []Item
	New    int // how many of Items were never seen before
	Health Health
}

// TagsChanged tells that stored items have other tags than before.
type TagsChanged struct{ Tags map[ItemID]Tags }

// StoriesChanged tells that stored items stand in other stories than before,
// because better evidence came. A story that has lost all its items is one with
// the story in which they are now.
type StoriesChanged struct{ Moves []Move }

// StoreChanged tells what others than this loader have done to the store,
// another copy of the program for instance: Items with their marks, as they are
// stored now, how its visits went, and which items are gone.
type StoreChanged struct {
	Items  []Item
	Health []Health
	Gone   []ItemID
}

// FeedFailed tells that one visit failed. What the feed gave before stays. Of an
// answer that broke off Items holds what came whole and was stored.
type FeedFailed struct {
	Feed   FeedID
	Items  []Item
	New    int // how many of Items were never seen before
	Health Health
}

// LoadFinished closes a round: Visited feeds were asked, Failed of them
// failed, New items came.
type LoadFinished struct{ Visited, Failed, New int }

// NetworkChanged tells that the reader's own network has gone away, or that it is
// back. While it is away no feed fails by it. Stranger names who answers in the
// place of all servers, as a network does that wants its guests to sign in: a
// host, or the title of its page; it is empty if nobody answers.
type NetworkChanged struct {
	Away     bool
	Stranger string
}

// StoreFailed tells that something found could not be kept, worded for
// people. The loader goes on and tries again at the next visit.
type StoreFailed struct{ Err error }

func (LoadingElsewhere) event() {}
func (LoadStarted) event()      {}
func (ItemsLoaded) event()      {}
func (TagsChanged) event()      {}
func (StoriesChanged) event()   {}
func (StoreChanged) event()     {}
func (FeedFailed) event()       {}
func (NetworkChanged) event()   {}
func (LoadFinished) event()     {}
func (StoreFailed) event()      {}
