package main

import (
	"slices"
	"testing"

	"dateline/feeds"
	"dateline/feeds/demo"
	"dateline/feeds/store"
	"dateline/ui"
)

// stored returns all items of the store by their addresses.
func (l *looker) stored() map[string]feeds.Item {
	l.t.Helper()
	items, err := l.house.store.Items(l.t.Context(), store.Query{})
	if err != nil {
		l.t.Fatal(err)
	}
	out := map[string]feeds.Item{}
	for _, it := range items {
		if it.URL != "" {
			out[it.URL] = it
		}
	}
	return out
}

// again asks all feeds once more, shows what comes of it and returns what is
// stored before and after.
func (l *looker) again() (before, after map[string]feeds.Item) {
	l.t.Helper()
	before = l.stored()
	if err := l.house.loader.Once(l.t.Context(), func(e feeds.Event) { l.send(ui.News(e)) }); err != nil {
		l.t.Fatal(err)
	}
	return before, l.stored()
}

func TestTheSecondEditionChangesHeadlines(t *testing.T) {
	onDemo(t, func(l *looker) {
		before, after := l.again()
		changed := 0
		for url, old := range before {
			now := after[url]
			if now.Retitled.IsZero() != (now.Title == old.Title) {
				t.Errorf("%q became %q, retitled at %v", old.Title, now.Title, now.Retitled)
			}
			if now.Title == old.Title {
				continue
			}
			changed++
			edits, err := l.house.store.Edits(l.t.Context(), []feeds.ItemID{now.ID})
			if err != nil || !slices.ContainsFunc(edits[now.ID], func(e feeds.Edit) bool { return e.Title == old.Title }) {
				t.Errorf("%q: the old wording %q is not kept: %v, %v", now.Title, old.Title, edits, err)
			}
		}
		if changed < 4 {
			t.Errorf("%d headlines changed", changed)
		}
		if _, third := l.again(); len(third) != len(after) {
			t.Errorf("the third visit brought %d items", len(third)-len(after))
		}
	})
}

// TestTheSecondEditionTellsStoriesFurther: what is new joins the story of its
// event, and no other.
func TestTheSecondEditionTellsStoriesFurther(t *testing.T) {
	onDemo(t, func(l *looker) {
		before, after := l.again()
		events, joined := demo.Events(), 0
		for url, it := range after {
			if _, old := before[url]; old || events[url] == "" {
				continue
			}
			same, other := 0, 0
			for u, o := range after {
				switch {
				case u == url || o.Story != it.Story:
				case events[u] == events[url]:
					same++
				default:
					other++
				}
			}
			if same > 0 {
				joined++
			}
			if same < other {
				t.Errorf("%q stands among %d reports of other events and %d of its own", it.Title, other, same)
			}
		}
		if joined < 6 {
			t.Errorf("%d reports of the second edition joined their stories", joined)
		}
	})
}

// TestTheSecondEditionMakesTwoStoriesOne: what was told apart and turns out to
// be one event is one story then.
func TestTheSecondEditionMakesTwoStoriesOne(t *testing.T) {
	onDemo(t, func(l *looker) {
		before, after := l.again()
		events, moved := demo.Events(), 0
		for url, old := range before {
			now := after[url]
			if now.Story == old.Story {
				continue
			}
			moved++
			for u, o := range after {
				if o.Story == now.Story && events[u] != events[url] {
					t.Errorf("%q was put beside %q", now.Title, o.Title)
				}
			}
			if s, named, err := l.house.store.Story(l.t.Context(), old.Story); err != nil || !named || s.ID != now.Story {
				t.Errorf("story %d leads to %d, want %d: %v", old.Story, s.ID, now.Story, err)
			}
		}
		if moved == 0 {
			t.Error("no story was merged")
		}
	})
}
