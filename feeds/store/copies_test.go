package store_test

import (
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

// copying says of every item that it has the text of another one.
type copying struct {
	of   feeds.ItemID
	wire string
}

func (c copying) Add(it *feeds.Item)   { it.Copy, it.Wire = c.of, c.wire }
func (copying) Remove(id feeds.ItemID) {}

func TestAChangedTextIsACopyOfAnother(t *testing.T) {
	s := open(t)
	it := filled[feeds.Item](t)
	save(t, s, copying{3, "AFP"}, it)
	it.Summary = "another text"
	save(t, s, copying{5, "Reuters"}, it)
	got := items(t, s, store.Query{})[0]
	if got.Copy != 5 || got.Wire != "Reuters" {
		t.Errorf("copy of %d by %q, want 5 by Reuters", got.Copy, got.Wire)
	}
}
