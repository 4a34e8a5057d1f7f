package ui

import (
	"maps"
	"slices"

	"dateline/feeds"
)

// item returns an item by its id.
func (s *shelf) item(id feeds.ItemID) (feeds.Item, bool) {
	e := s.stories[s.at[id]]
	if e == nil {
		return feeds.Item{}, false
	}
	i := slices.IndexFunc(e.Items, func(it feeds.Item) bool { return it.ID == id })
	if i < 0 {
		return feeds.Item{}, false
	}
	return e.Items[i], true
}

// retag gives items their new tags and returns the entries it touched.
func (s *shelf) retag(tags map[feeds.ItemID]feeds.Tags) []*entry {
	touched := map[feeds.StoryID]*entry{}
	for id, t := range tags {
		e := s.stories[s.at[id]]
		if e == nil {
			continue
		}
		i := slices.IndexFunc(e.Items, func(it feeds.Item) bool { return it.ID == id })
		e.Items[i].Tags = t
		touched[e.ID] = e
	}
	for _, e := range touched {
		s.refresh(e)
	}
	return slices.Collect(maps.Values(touched))
}

// change edits stored items in place and returns the entries it touched.
func (s *shelf) change(ids []feeds.ItemID, edit func(*feeds.Item)) []*entry {
	var touched []*entry
	for _, id := range ids {
		e := s.stories[s.at[id]]
		if e == nil {
			continue
		}
		for i := range e.Items {
			if e.Items[i].ID == id {
				edit(&e.Items[i])
			}
		}
		if !slices.Contains(touched, e) {
			touched = append(touched, e)
		}
	}
	for _, e := range touched {
		s.refresh(e)
	}
	return touched
}
