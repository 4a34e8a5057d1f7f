package ui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/health"
	"dateline/ui/overview"
)

// denied returns the countries that corrections took away from items of e, and
// that it is not tagged with by others.
func denied(e *entry) []feeds.Tag {
	var out []feeds.Tag
	has := func(tags []feeds.Tag, code string) int {
		return slices.IndexFunc(tags, func(t feeds.Tag) bool { return t.Code == code })
	}
	for _, it := range e.Items {
		for _, d := range it.Tags.Denied {
			if i := has(out, d.Code); i >= 0 {
				out[i].Why = slices.Concat(out[i].Why, d.Why)
			} else if has(e.tags.Countries, d.Code) < 0 {
				out = append(out, d)
			}
		}
	}
	return out
}

func (m *model) showHealth() tea.Cmd {
	m.openOverlay(health.New(m.th, m.o.Keys, m.o.Now, m.shelf.feed))
	m.beat()
	return m.askHealth()
}

// showOverview counts the last day by primary region.
func (m *model) showOverview() tea.Cmd {
	now := m.clock()
	recent := m.shelf.recent(now.Add(-24 * time.Hour))
	slices.SortFunc(recent, func(a, b *entry) int { return feeds.MostCovered.Compare(a.rank(), b.rank()) })
	var rows []overview.Row
	for _, r := range m.o.Atlas.Regions {
		if r.Kind != feeds.Primary {
			continue
		}
		row := overview.Row{Slug: r.Slug, Label: r.Label, Hue: hue(r.Slug)}
		only := m.o.Atlas.Only(r.Slug)
		row.Hours = m.pulse.at(only).hours.Cells(24, 1)
		for _, e := range recent {
			if !only.Match(e.tags) {
				continue
			}
			if row.Top == 0 {
				row.Top, row.Title, row.Sources = e.ID, e.row.Title, e.row.Sources
			}
			row.Stories++
			if e.row.Unread {
				row.Unread++
			}
		}
		rows = append(rows, row)
	}
	m.openOverlay(overview.New(m.th, m.o.Keys, rows))
	return nil
}
