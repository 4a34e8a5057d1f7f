package ui

import (
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/headlines"
)

// now returns the story of which a story is a part by now: itself, unless it was
// merged into another one.
func (s *shelf) now(id feeds.StoryID) feeds.StoryID {
	for {
		to, ok := s.merged[id]
		if !ok {
			return id
		}
		id = to
	}
}

// story returns the entry of a story, or of the one into which it was merged;
// nil if that is not on the shelf.
func (s *shelf) story(id feeds.StoryID) *entry { return s.stories[s.now(id)] }

// moved lists those of the items that are on the shelf in another story.
func (s *shelf) moved(items []feeds.Item) []feeds.Move {
	var out []feeds.Move
	for _, it := range items {
		if at, known := s.at[it.ID]; known && it.Story != 0 && at != it.Story {
			out = append(out, feeds.Move{Item: it.ID, Story: it.Story, Join: it.Join})
		}
	}
	return out
}

// regrouped is what has become of the stories whose items were moved.
type regrouped struct {
	touched []*entry                // lost or gained items; some are gone
	ended   []*entry                // lost all their items to another one
	partial []feeds.StoryID         // came to the shelf with what was moved only
	led     map[*entry]feeds.ItemID // by which item each of touched was led before
}

// regroup moves items that are on the shelf to the stories in which they now
// are.
func (s *shelf) regroup(moves []feeds.Move) regrouped {
	r := regrouped{led: map[*entry]feeds.ItemID{}}
	for _, v := range moves {
		it, ok := s.item(v.Item)
		if !ok || s.at[v.Item] == v.Story {
			continue
		}
		from := s.stories[s.at[v.Item]]
		r.touch(from)
		it.Story, it.Join = v.Story, v.Join
		to, fresh := s.put(it)
		r.touch(to)
		if fresh {
			to.waiting, to.shelved = from.waiting, from.shelved
			r.partial = append(r.partial, to.ID)
		}
		if len(from.Items) == 0 {
			s.end(from, to, &r)
		}
	}
	return r
}

func (r *regrouped) touch(e *entry) {
	if _, known := r.led[e]; !known {
		r.led[e] = e.lead
		r.touched = append(r.touched, e)
	}
}

// end merges a story that has lost all its items into the one that has got the
// last of them. What was listed stays listed.
func (s *shelf) end(from, to *entry, r *regrouped) {
	s.merged[from.ID] = to.ID
	r.ended = append(r.ended, from)
	if !from.waiting && !from.shelved {
		to.waiting, to.shelved = false, false
	}
}

// regroup shows items in the stories in which they now are. Nothing moves under
// the reader: rows stay where they are until the list is filled anew, and what
// is open stays open. It says whether any of the items is on the shelf.
func (m *model) regroup(moves []feeds.Move) (cmd tea.Cmd, moved bool) {
	r := m.shelf.regroup(moves)
	for _, e := range r.ended {
		m.signpost(e, r.led[e])
	}
	m.renamed(&m.open)
	for i := range m.past {
		m.renamed(&m.past[i].opened)
	}
	m.touch(r.touched)
	if slices.ContainsFunc(r.touched, func(e *entry) bool { return e.ID == m.open.story }) {
		m.reopen()
	}
	var cmds []tea.Cmd
	for _, id := range r.partial {
		cmds = append(cmds, m.whole(id))
	}
	return tea.Batch(cmds...), len(r.touched) > 0
}

// signpost has the row of a story that was merged lead to the one of which it
// is now a part. If that one is not listed, its row stands there instead, with
// the headline of lead.
func (m *model) signpost(e *entry, lead feeds.ItemID) {
	to := m.shelf.story(e.ID)
	if to == nil {
		return
	}
	if rows := m.list.Rows(); slices.Contains(rows, &e.row) && !slices.Contains(rows, &to.row) {
		to.lead = lead
		m.shelf.refresh(to)
		m.list.Replace(&e.row, &to.row)
	}
	for _, r := range m.list.Rows() {
		if r == &e.row || r.Moved && r.Story == e.ID {
			*r = headlines.Row{
				Story: to.ID, Title: r.Title, At: r.At, Guessed: r.Guessed, Chips: r.Chips, Below: r.Below, Moved: true,
				Coverage: []headlines.Part{{"now told with: " + to.row.Title}},
			}
			m.list.Touch(r)
		}
	}
}

// renamed has o name the story in which its item is now.
func (m *model) renamed(o *opened) {
	if id, known := m.shelf.at[o.item]; known {
		o.story = id
	}
}
