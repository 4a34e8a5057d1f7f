package story_test

import (
	"testing"

	"dateline/feeds"
	"dateline/feeds/story"
)

func TestAttribute(t *testing.T) {
	for _, c := range []struct {
		name, summary, own, place, wire string
	}{
		{"what the text says", "Beijing (AFP) Feb 1, 2026 - Ministers met.", "", "Beijing", "AFP"},
		{"also in the feed of another agency", "Beijing (AFP) Feb 1, 2026 - Ministers met.", "Xinhua", "Beijing", "AFP"},
		{"an agency's own feed", "Ministers met.", "Xinhua", "", "Xinhua"},
		{"nobody's", "Ministers met.", "", "", ""},
	} {
		it := feeds.Item{Title: "Ministers meet", Summary: c.summary}
		if story.Attribute(&it, c.own); it.Place != c.place || it.Wire != c.wire {
			t.Errorf("%s: from %q of %q, want %q of %q", c.name, it.Place, it.Wire, c.place, c.wire)
		}
	}
}

func TestLooseItemsAreAttributed(t *testing.T) {
	it := feeds.Item{ID: 1, Title: "Ministers meet", Summary: "Beijing (AFP) Feb 1, 2026 - Ministers met."}
	x := story.Loose{Index: story.New(story.Options{})}
	if x.Add(&it); it.Story != 1 || it.Wire != "AFP" {
		t.Errorf("story %d of %q", it.Story, it.Wire)
	}
}
