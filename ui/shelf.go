package ui

import (
	"slices"
	"time"

	"dateline/feeds"
	"dateline/ui/headlines"
	"dateline/ui/theme"
)

// shelf holds the stories the screen knows. It is plain data: what is listed,
// filtered and sorted is asked of it, nothing is drawn here.
type shelf struct {
	atlas   *feeds.Atlas
	names   *feeds.Names
	feeds   map[feeds.FeedID]feeds.Feed // of names
	glyphs  theme.Glyphs
	watch   feeds.Watch // grows with each hour that is observed
	clock   func() time.Time
	order   feeds.Order // the last one that was asked for: rows say what it goes by
	stories map[feeds.StoryID]*entry
	at      map[feeds.ItemID]feeds.StoryID
	merged  map[feeds.StoryID]feeds.StoryID // stories that have become part of another one, see now
	since   time.Time                       // from then on all that is stored is on the shelf; zero if nothing is left out
	version int                             // grows with each change
}

// entry is a story and what the list needs to know of it, worked out once for
// each change.
type entry struct {
	feeds.Story
	row     headlines.Row
	lead    feeds.ItemID // whose headline is shown; it changes only when the list is filled anew
	tags    feeds.Tags
	places  places     // that it belongs to, as pulse knows them; 0 if that is to be found out
	rise    feeds.Rise // worked out for the rising order only
	loose   bool       // another headline may be better than that of lead
	version int        // grows with each change
	waiting bool       // arrived, but not brought in
	shelved bool       // found by a search only: not part of the list
}

func newShelf(o Options, g theme.Glyphs, watch feeds.Watch) *shelf {
	names := feeds.NewNames(o.Feeds, o.Outlets, o.Health)
	return &shelf{
		atlas: o.Atlas, names: names, glyphs: g, feeds: names.Directory(), watch: watch, clock: o.Now,
		stories: map[feeds.StoryID]*entry{}, at: map[feeds.ItemID]feeds.StoryID{}, merged: map[feeds.StoryID]feeds.StoryID{},
	}
}

// put adds or replaces an item and returns the entry it now belongs to, and
// whether that story is new. An item that has changed its story is moved.
func (s *shelf) put(it feeds.Item) (e *entry, fresh bool) {
	if it.Story == 0 {
		it.Story = feeds.StoryID(it.ID)
	}
	if known, ok := s.item(it.ID); ok {
		// The marks on the screen may be newer than those that were read.
		it.Read, it.Starred = known.Read, known.Starred
		if old := s.at[it.ID]; old != it.Story {
			s.drop(old, it.ID)
		}
	}
	e, ok := s.stories[it.Story]
	if !ok {
		e = &entry{Story: feeds.Story{ID: it.Story}}
		s.stories[it.Story] = e
		delete(s.merged, it.Story)
	}
	e.Put(it)
	e.loose = true
	s.at[it.ID] = it.Story
	s.refresh(e)
	return e, !ok
}

// keep shelves an item that was asked for, unless it is known. A story that
// comes to the shelf in this way is not part of the list.
func (s *shelf) keep(it feeds.Item) {
	if _, known := s.at[it.ID]; known {
		return
	}
	it.Story = s.now(it.Story) // it may have been read before its story was merged
	if e, fresh := s.put(it); fresh {
		e.shelved = true
	}
}

func (s *shelf) drop(id feeds.StoryID, item feeds.ItemID) {
	e := s.stories[id]
	if e == nil || !e.Drop(item) {
		return
	}
	if len(e.Items) == 0 {
		s.version++
		delete(s.stories, id)
		return
	}
	e.loose = true
	s.refresh(e)
}

// refresh works out anew what the list shows of a story.
func (s *shelf) refresh(e *entry) {
	lead := s.leadOf(e)
	s.version++
	e.version = s.version
	e.tags = e.Tags(s.feeds)
	e.places = 0
	c := e.Coverage(s.feeds)
	e.row.Story, e.row.Title, e.row.At, e.row.Changed = e.ID, lead.Title, e.Updated(), lead.Retitled
	e.row.Guessed = !slices.ContainsFunc(e.Items, func(it feeds.Item) bool { return it.Date == feeds.DateGiven })
	e.row.Unread, e.row.News, e.row.Starred, e.row.Sources = e.Unread(), e.News(), e.Starred(), c.Sources
	e.row.Coverage, e.row.Areas = s.coverage(e, c), s.areas(e.tags)
	s.rate(e)
	e.row.Chips = e.row.Chips[:0]
	for _, r := range s.atlas.Primaries(feeds.Codes(e.tags.Subjects())) {
		e.row.Chips = append(e.row.Chips, headlines.Chip{Code: r.Code, Hue: hue(r.Slug)})
	}
}

// leadOf returns the item whose headline stands for the story: the one that
// did so before, so that no row changes its words under the reader.
func (s *shelf) leadOf(e *entry) *feeds.Item {
	for i := range e.Items {
		if e.Items[i].ID == e.lead {
			return &e.Items[i]
		}
	}
	lead := e.Lead(s.feeds)
	e.lead = lead.ID
	return lead
}

// bringIn lists what waits.
func (s *shelf) bringIn() {
	s.version++
	for _, e := range s.stories {
		e.waiting = false
	}
}

// settle lets every story be led by its best headline again.
func (s *shelf) settle() {
	for _, e := range s.stories {
		if e.loose && e.lead != e.Lead(s.feeds).ID {
			e.lead = 0
			s.refresh(e)
		}
		e.loose = false
	}
}

// learn takes from h what its feed calls itself, and returns the stories told by
// a feed that is shown under another name than before.
func (s *shelf) learn(h feeds.Health) []*entry {
	renamed := s.names.Learn(h)
	if len(renamed) == 0 {
		return nil
	}
	var touched []*entry
	for _, e := range s.stories {
		if slices.ContainsFunc(e.Items, func(it feeds.Item) bool { return slices.Contains(renamed, it.Feed) }) {
			s.refresh(e)
			touched = append(touched, e)
		}
	}
	return touched
}

// feed returns what is known of a feed; a feed that left the list keeps its id
// as its name.
func (s *shelf) feed(id feeds.FeedID) feeds.Feed {
	if f, ok := s.feeds[id]; ok {
		return f
	}
	return feeds.Feed{ID: id, Name: string(id)}
}
