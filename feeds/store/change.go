package store

import (
	"cmp"
	"context"

	"dateline/feeds"
)

// amend makes of a piece that says something new of the stored item was, of
// which ID and Text are known, what is to be stored of it.
func (sv *saver) amend(ctx context.Context, p *piece, was *feeds.Item) error {
	old := &feeds.Item{}
	if err := sv.ask(ctx, readItem, []any{was.ID}, fields(old)...); err != nil {
		return err
	}
	old.Text = was.Text
	at := kept(p.Seen)
	p.old, p.ID, p.Updated, p.Retitled, p.Seen = old, old.ID, old.Updated, old.Retitled, old.Seen
	if p.told {
		p.Updated = at
		sv.changed = append(sv.changed, *old)
	}
	if p.retitled() {
		p.Retitled = at
	}
	p.Published, p.Date = old.Published, old.Date
	p.Story, p.Join, p.Read, p.Starred = old.Story, old.Join, old.Read, old.Starred
	return nil
}

// retitled says whether the headline says something new.
func (p *piece) retitled() bool { return retitled(p.old.Title, p.Title) }

// reread has the grouper read a changed item anew. What it finds now of whose
// text the item is counts. The story of old stays, and why it is in it, whatever
// the grouper still knows of that.
func (sv *saver) reread(p *piece) {
	if !p.told {
		p.Wire, p.Sketch, p.Copy = cmp.Or(p.Wire, p.old.Wire), p.old.Sketch, p.old.Copy
		return
	}
	again := p.Item
	sv.grouper.Add(&again)
	p.Wire, p.Sketch, p.Copy = again.Wire, again.Sketch, again.Copy
	if p.old.Story == 0 {
		p.Story, p.Join = again.Story, again.Join
	}
}

// update brings the stored item up to date.
func (sv *saver) update(ctx context.Context, p *piece) error {
	if p.retitled() {
		if err := sv.do(ctx, addEdit, p.ID, stamp(p.Retitled), p.old.Title); err != nil {
			return err
		}
	}
	if err := sv.do(ctx, setText, p.ID, p.Text); err != nil {
		return err
	}
	return sv.do(ctx, setItem, append(fields(&p.Item), p.ID)...)
}
