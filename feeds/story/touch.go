package story

import "slices"

// touch is an entry that was added or read anew, with the stories near to it
// that are not its own.
type touch struct {
	*entry
	rivals []near
	across []*cluster // of other languages
	reread bool
}

// touch notes e for Moves if there is anything to look at.
func (x *Index) touch(e *entry, all []near, reread bool) {
	if e.in == nil {
		return // it is too old to be held
	}
	rivals := slices.DeleteFunc(all, func(n near) bool { return n.cluster == e.in })
	across := x.rivalsAcross(e)
	if len(rivals) == 0 && len(across) == 0 && !reread {
		return
	}
	rivals = slices.Clone(rivals[:min(mostRivals, len(rivals))])
	for i, r := range rivals {
		rivals[i].known = slices.Clone(r.known)
	}
	x.touched = append(x.touched, touch{e, rivals, across, reread})
	x.touched = x.touched[max(0, len(x.touched)-mostTouched):]
}

// rivalsAcross returns the stories that an item of another language says may be
// one with that of e. A story that e has opened has none: e would have joined it.
func (x *Index) rivalsAcross(e *entry) []*cluster {
	if len(e.in.items) == 1 {
		return nil
	}
	var out []*cluster
	for _, m := range x.firmAcross(e) {
		if m.with.in != e.in && len(out) < mostRivals {
			out = append(out, m.with.in)
		}
	}
	return out
}

// refresh leaves out what is no longer so since t was noted.
func (x *Index) refresh(t *touch) {
	for i, n := range t.rivals {
		t.rivals[i].known = slices.DeleteFunc(n.known, func(m match) bool { return m.with.in != n.cluster })
	}
	t.rivals = slices.DeleteFunc(t.rivals, func(n near) bool {
		return n.cluster == t.in || len(n.known) == 0 || !n.within(x.options.Window, t.entry)
	})
	t.across = slices.DeleteFunc(t.across, func(c *cluster) bool { return c == t.in || len(c.items) == 0 })
}
