package story_test

import (
	"testing"

	"dateline/feeds/story"
)

// TestAnItemThatLeftStaysInItsStory is of a text that changes after its item
// left the index.
func TestAnItemThatLeftStaysInItsStory(t *testing.T) {
	x := story.New(story.Options{Most: 3})
	told := tell(1, 0, dam)
	addAll(x, told)
	addAll(x, tell(10, 1, treaty))
	old := told[1]
	if old.Story != told[0].Story {
		t.Fatal("the story is not one")
	}
	want := *old
	old.Title += ", report says"
	x.Add(old)
	if old.Story != want.Story || old.Join.With != want.Join.With {
		t.Errorf("it is now in story %d because of %d", old.Story, old.Join.With)
	}
	next := tell(20, 3, dam)[2]
	x.Add(next)
	if next.Story != want.Story {
		t.Errorf("the next one is in story %d, want %d", next.Story, want.Story)
	}
}

// TestItemsOfAMonthAgo is of a feed that publishes what others told long ago:
// they make stories of their own, with new names.
func TestItemsOfAMonthAgo(t *testing.T) {
	const month = 30 * 24
	x := story.New(story.Options{})
	now := tell(1, month, dam, treaty)
	addAll(x, now)
	late := tell(10, 0, dam, strike)
	addAll(x, late)
	for _, it := range late {
		if it.Story < 10 {
			t.Errorf("item %d of a month ago is in today's story %d", it.ID, it.Story)
		}
	}
	if got := len(groups(late)); got != 2 {
		t.Errorf("%d stories of a month ago, want 2", got)
	}
	next := tell(20, month+4, dam)[0]
	x.Add(next)
	if next.Story != now[0].Story {
		t.Errorf("the next item of today is in story %d, want %d", next.Story, now[0].Story)
	}
}
