package feeds

import (
	"slices"
	"strings"
)

// namedWords is how many words of a name are looked at together, each of which may
// be a single letter.
const namedWords = 24

// Names says under which names feeds are shown. A name that the reader's list or
// the pack gives always holds; a feed without one is shown as it calls itself. It
// cannot pass for another outlet: where what it calls itself may be the name of
// another, its host stands before that. And it is only shown: whose text a feed
// carries and for whom it counts go by its Name and its Family, as without it.
// A Names is for one goroutine.
type Names struct {
	feeds  map[FeedID]Feed
	owners map[string][]string // addresses of the feeds that have a name, by its key without spaces; empty ones of agencies
	claims map[FeedID]claim    // of feeds without a name
	alike  map[string][]FeedID // those that call themselves the same, by the key of that
}

// claim is what a feed calls itself.
type claim struct {
	title string // as it gives it
	name  string // the same, not too long, if it is a name, else empty
	key   string // of the name
	apart bool   // the host has to stand before it
}

// NewNames returns the names of the feeds of a list, of which health is known.
// The names of outlets are theirs whether they stand in the list or not.
func NewNames(list, outlets []Feed, health []Health) *Names {
	n := &Names{feeds: Directory(list), owners: map[string][]string{}, claims: map[FeedID]claim{}, alike: map[string][]FeedID{}}
	for _, f := range slices.Concat(list, outlets) {
		if !f.Unnamed {
			n.own(f.Name, f.URL)
			n.own(f.Family, f.URL) // what many are known by in short: "BBC"
		}
	}
	for _, a := range agencies {
		for _, form := range a.Forms {
			n.own(form, "")
		}
	}
	for _, h := range health {
		n.Learn(h)
	}
	return n
}

func (n *Names) own(name, url string) {
	key := joined(nameKey(name))
	if key != "" {
		n.owners[key] = append(n.owners[key], url)
	}
}

// Directory returns the feeds by their ids. It is the map of n itself: it changes
// with n and is not to be written to.
func (n *Names) Directory() map[FeedID]Feed { return n.feeds }

// Put replaces the feed of f's ID by f. What it calls itself is to be learned
// again.
func (n *Names) Put(f Feed) {
	n.Learn(Health{Feed: f.ID})
	n.feeds[f.ID] = f
}

// Learn takes from h what its feed calls itself, and returns the feeds that are
// shown under another name than before.
func (n *Names) Learn(h Health) []FeedID {
	was := n.claims[h.Feed]
	if was.title == h.Title || !n.feeds[h.Feed].Unnamed {
		return nil
	}
	now := n.claim(n.feeds[h.Feed], h.Title)
	n.claims[h.Feed] = now
	touched := []FeedID{h.Feed}
	touched = append(touched, n.regroup(was.key, func(ids []FeedID) []FeedID {
		return slices.DeleteFunc(ids, func(id FeedID) bool { return id == h.Feed })
	})...)
	touched = append(touched, n.regroup(now.key, func(ids []FeedID) []FeedID { return append(ids, h.Feed) })...)
	return slices.DeleteFunc(touched, func(id FeedID) bool { return !n.settle(id) })
}

// regroup changes which feeds call themselves the same, and returns them if by
// that they stand on several hosts now, or on one again.
func (n *Names) regroup(key string, change func([]FeedID) []FeedID) []FeedID {
	if key == "" {
		return nil
	}
	before := n.several(key)
	if n.alike[key] = change(n.alike[key]); n.several(key) == before {
		return nil
	}
	return n.alike[key]
}

// several says whether feeds of several hosts call themselves the same.
func (n *Names) several(key string) bool {
	ids := n.alike[key]
	return slices.ContainsFunc(ids, func(id FeedID) bool { return n.feeds[id].Name != n.feeds[ids[0]].Name })
}

// settle words how a feed is shown, and says whether that is new.
func (n *Names) settle(id FeedID) bool {
	f, c := n.feeds[id], n.claims[id]
	called := c.name
	if called != "" && (c.apart || n.several(c.key)) {
		called = f.Name + ": " + called // in front, where no narrow pane cuts it off
	}
	if called == f.Called {
		return false
	}
	f.Called = called
	n.feeds[id] = f
	return true
}

// claim judges what a feed calls itself.
func (n *Names) claim(f Feed, title string) claim {
	words := nameKey(title)
	c := claim{title: title}
	if allIn(words, noNames) || isAddress(title) {
		return c
	}
	c.name = brief(title)
	c.key = strings.Join(nameKey(c.name), " ")
	c.apart = allIn(words, partNames) || holdsAddress(title) || mixesScripts(title) || n.ofAnother(words, f.URL)
	return c
}

// ofAnother says whether a name holds one that belongs to another host, however
// its words are parted.
func (n *Names) ofAnother(words []string, url string) bool {
	for i := range words {
		for end := i + 1; end <= min(i+namedWords, len(words)); end++ {
			if n.isAnothers(joined(words[i:end]), url) {
				return true
			}
		}
	}
	all := joined(words)
	if !strings.ContainsFunc(all, unspaced) {
		return false
	}
	for name := range n.owners { // in such a script it may begin and end anywhere
		if strings.ContainsFunc(name, unspaced) && strings.Contains(all, name) && n.isAnothers(name, url) {
			return true
		}
	}
	return false
}

func (n *Names) isAnothers(name, url string) bool {
	return slices.ContainsFunc(n.owners[name], func(of string) bool { return of == "" || !sameHost(of, url) })
}
