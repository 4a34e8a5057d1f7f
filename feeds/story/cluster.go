package story

import (
	"cmp"
	"slices"
	"time"

	"dateline/feeds"
)

// cluster is one story: its items that are in the index, in the order in which
// they first arrived, which is that of their IDs.
type cluster struct {
	id    feeds.StoryID
	items []*entry
	span  span // of the items
}

// position is where the item of that ID stands or would stand among the items.
func (c *cluster) position(id feeds.ItemID) int {
	i, _ := slices.BinarySearchFunc(c.items, id, func(o *entry, id feeds.ItemID) int { return cmp.Compare(o.id, id) })
	return i
}

// enter puts e among the items.
func (c *cluster) enter(e *entry) {
	if len(c.items) == 0 {
		c.span = spanOf(e.at)
	}
	c.items = slices.Insert(c.items, c.position(e.id), e)
	c.span = c.span.with(spanOf(e.at))
	e.in = c
}

// leave takes e from the items.
func (c *cluster) leave(e *entry) {
	i := c.position(e.id)
	c.items = slices.Delete(c.items, i, i+1)
	e.in = nil
	for i, o := range c.items {
		if i == 0 {
			c.span = spanOf(o.at)
		}
		c.span = c.span.with(spanOf(o.at))
	}
}

// within says whether the times of c and e lie within window.
func (c *cluster) within(window time.Duration, e *entry) bool {
	return c.span.with(spanOf(e.at)).within(window)
}

// around returns the members of c that arrived next to e.
func (c *cluster) around(e *entry) []*entry {
	from := max(0, min(c.position(e.id)-mostPeers/2, len(c.items)-mostPeers))
	return c.items[from:min(from+mostPeers, len(c.items))]
}

// newest returns the members that arrived last.
func (c *cluster) newest() []*entry { return c.items[max(0, len(c.items)-mostPeers):] }

// opened says whether the item that opened c is still there.
func (c *cluster) opened() bool {
	i := c.position(feeds.ItemID(c.id))
	return i < len(c.items) && c.openedBy(c.items[i])
}

func (c *cluster) openedBy(e *entry) bool { return feeds.StoryID(e.id) == c.id }
