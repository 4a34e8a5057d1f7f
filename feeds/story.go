package feeds

import (
	"cmp"
	"slices"
	"time"
)

// Story is one event as several outlets tell it. Items are in the order in
// which they were first seen, so the first one stays the first.
type Story struct {
	ID    StoryID
	Items []Item
}

// Reach says which items the index of stories holds: the newest, at most Most of
// them, and beyond the newest Least none Published more than Back before the
// newest of all.
type Reach struct {
	Back        time.Duration
	Least, Most int
}

// Put adds it to the story, or replaces the item of the same ID.
func (s *Story) Put(it Item) {
	i, found := slices.BinarySearchFunc(s.Items, it, func(a, b Item) int {
		return cmp.Or(a.Seen.Compare(b.Seen), cmp.Compare(a.ID, b.ID))
	})
	if j := slices.IndexFunc(s.Items, func(o Item) bool { return o.ID == it.ID }); j >= 0 {
		s.Items = slices.Delete(s.Items, j, j+1)
		if j < i {
			i--
		}
	} else if found {
		return
	}
	s.Items = slices.Insert(s.Items, i, it)
}

// Drop takes the item out and says whether it was there.
func (s *Story) Drop(id ItemID) bool {
	n := len(s.Items)
	s.Items = slices.DeleteFunc(s.Items, func(o Item) bool { return o.ID == id })
	return len(s.Items) < n
}

// Updated returns the Published time of the newest item.
func (s *Story) Updated() time.Time {
	var t time.Time
	for i := range s.Items {
		if s.Items[i].Published.After(t) {
			t = s.Items[i].Published
		}
	}
	return t
}

// Unread says whether nothing of the story was read yet.
func (s *Story) Unread() bool {
	return !slices.ContainsFunc(s.Items, func(o Item) bool { return o.Read })
}

// News counts what came after the story was read: the unread items that bring a
// text of their own. A copy of a text that was read, the page of one in another
// feed, or another text of an agency of which one was read, brings none, and
// what several items carry counts once. It is zero as long as nothing of the story was read.
func (s *Story) News() int {
	unread := func(o Item) bool { return !o.Read }
	if s.Unread() || !slices.ContainsFunc(s.Items, unread) {
		return 0
	}
	texts, wires, pages := map[ItemID]bool{}, map[string]bool{}, map[string]bool{}
	n := 0
	for _, reading := range []bool{true, false} {
		for i := range s.Items {
			it := &s.Items[i]
			if it.Read != reading {
				continue
			}
			if !reading && !texts[it.root()] && !wires[it.Wire] && !pages[it.URL] {
				n++
			}
			texts[it.root()], wires[it.Wire], pages[it.URL] = true, it.Wire != "", it.URL != ""
		}
	}
	return n
}

// Starred says whether any item of the story is starred.
func (s *Story) Starred() bool {
	return slices.ContainsFunc(s.Items, func(o Item) bool { return o.Starred })
}
