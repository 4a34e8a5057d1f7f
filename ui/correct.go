package ui

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/picker"
	"dateline/ui/why"
)

// A correction goes in three steps: the reader says what is wrong; the store
// says what each way to put it right would change; the reader chooses one.

// reach is one way to keep a correction: how far it reaches.
type reach struct {
	label string
	rows  []feeds.Correction
}

// question is a correction for which the reader is to choose the reach.
type question struct {
	pane.Correct
	story   feeds.StoryID
	reaches []reach
}

// correct finds out how far a correction of the explained story may reach, and
// asks what that would change.
func (m *model) correct(c pane.Correct) tea.Cmd {
	e := m.shelf.story(m.open.story)
	if e == nil {
		return m.noStory()
	}
	q := question{Correct: c, story: e.ID}
	if c.Words == "" {
		q.reaches = append(q.reaches, m.thisStory(e, c)...)
	}
	q.reaches = append(q.reaches, m.theWords(e, c)...)
	if c.Words == "" {
		q.reaches = append(q.reaches, m.itsFeeds(e, c)...)
	}
	m.asked = q
	m.bar.Tell("Counting what this would change.")
	return m.preview(q)
}

// row makes a correction of c.
func (m *model) row(c pane.Correct, scope feeds.Scope, subject, note string) feeds.Correction {
	return feeds.Correction{Scope: scope, Subject: subject, Country: c.Country, Add: c.Add, Made: m.clock(), Note: note}
}

// wrong returns the items of e that a correction is about.
func wrong(e *entry, c pane.Correct) []feeds.Item {
	return slices.DeleteFunc(slices.Clone(e.Items), func(it feeds.Item) bool {
		i := slices.IndexFunc(it.Tags.Countries, func(t feeds.Tag) bool { return t.Code == c.Country })
		if c.Add {
			return i >= 0 && it.Tags.Countries[i].About
		}
		return i < 0
	})
}

func (m *model) thisStory(e *entry, c pane.Correct) []reach {
	items := wrong(e, c)
	if len(items) == 0 {
		return nil
	}
	r := reach{label: fmt.Sprintf("%s this story (%d %s)", toOrFrom(c), len(items), pane.Plural(len(items), "item", "items"))}
	for _, it := range items {
		if row := m.row(c, feeds.ScopeStory, feeds.SubjectOf(it), it.Title); !feeds.Corrections(r.rows).Has(row) {
			r.rows = append(r.rows, row)
		}
	}
	return []reach{r}
}

// theWords returns a reach for each of the words that gave the tag or, of a
// country to be added, that might have given it.
func (m *model) theWords(e *entry, c pane.Correct) []reach {
	var words []string
	switch {
	case c.Words != "":
		words = []string{c.Words}
	case c.Add:
		words = untold(e.Items)
	default:
		words = tellers(e.tags, c.Country)
	}
	var out []reach
	for _, w := range words {
		out = append(out, reach{
			wherever(w),
			[]feeds.Correction{m.row(c, feeds.ScopeAlias, w, m.shelf.leadOf(e).Title)},
		})
	}
	return out
}

func (m *model) itsFeeds(e *entry, c pane.Correct) []reach {
	items := wrong(e, c)
	if len(items) == 0 {
		items = e.Items
	}
	var out []reach
	known := map[feeds.FeedID]bool{}
	for _, it := range items {
		if !known[it.Feed] {
			known[it.Feed] = true
			out = append(out, reach{
				fmt.Sprintf("%s all of %s", toOrFrom(c), m.shelf.feed(it.Feed).Outlet()),
				[]feeds.Correction{m.row(c, feeds.ScopeFeed, string(it.Feed), it.Title)},
			})
		}
	}
	return out
}

func toOrFrom(c pane.Correct) string {
	if c.Add {
		return "to"
	}
	return "from"
}

// pickReach lets the reader choose among the reaches, once it is known what
// each would change. An answer that comes when the explanation is gone, or when
// something else was asked since, is dropped.
func (m *model) pickReach(msg forecastMsg) {
	late := msg.story != m.asked.story || msg.Correct != m.asked.Correct
	if _, open := m.over.(*why.Pane); !open || late || m.shelf.now(msg.story) != m.open.story {
		return
	}
	m.bar.Clear()
	if msg.err != nil {
		m.bar.Alert(fmt.Sprintf("What this would change could not be counted: %v", msg.err))
		return
	}
	entries := make([]picker.Entry, len(msg.reaches))
	for i, r := range msg.reaches {
		entries[i] = picker.Entry{ID: strconv.Itoa(i), Label: r.label, Note: "changes " + storedItems(msg.forecasts[i].Items)}
	}
	o := picker.Options{
		Title: m.proposal(msg.Correct), Notes: pane.Width("changes 999"), Empty: "Nothing to choose has these words.",
		Done: func(ids []string) pane.Action {
			i, err := strconv.Atoi(ids[0])
			if err != nil {
				c := msg.Correct
				c.Words = strings.TrimPrefix(ids[0], typedID)
				return c
			}
			return pane.Amend{Step: msg.forecasts[i].Amendment, What: m.decided(msg.Correct) + " " + msg.reaches[i].label}
		},
	}
	if msg.Add {
		o.Hint = "type the words that tell it"
		o.Typed = func(text string) picker.Reading {
			if text == "" {
				return picker.Reading{}
			}
			return picker.Reading{Entry: &picker.Entry{ID: typedID + text, Label: wherever(text)}}
		}
	}
	m.beneath = m.over
	m.openOverlay(picker.New(m.th, m.o.Keys, o, entries))
}

// typedID begins the ID of an entry that stands for typed words.
const typedID = "words "

func wherever(words string) string {
	return fmt.Sprintf("wherever %s stands", pane.Quote(words))
}

func storedItems(n int) string {
	if n == 0 {
		return "no stored item"
	}
	return fmt.Sprintf("%d stored %s", n, pane.Plural(n, "item", "items"))
}

// proposal words a correction as a question does, decided as an answer.
func (m *model) proposal(c pane.Correct) string {
	name := fmt.Sprintf("%s (%s)", placeName(m.o.Atlas, c.Country), c.Country)
	if c.Add {
		return "Add " + name
	}
	return "Take " + name + " away"
}

func (m *model) decided(c pane.Correct) string {
	if c.Add {
		return placeName(m.o.Atlas, c.Country) + " added"
	}
	return placeName(m.o.Atlas, c.Country) + " taken away"
}

// step is an amendment of the corrections; run makes it once, however often it is
// called.
type step struct{ run func() amendedMsg }

// amend keeps corrections, or takes them back.
func (m *model) amend(a pane.Amend) tea.Cmd {
	if a.Undo {
		m.bar.Tell("Taking the correction back.")
	} else {
		m.bar.Tell("Keeping the correction.")
	}
	return m.keepCorrections(a)
}

// late says whether stored items do not follow yet.
func (a amendedMsg) late() bool {
	var late *feeds.LateError
	return errors.As(a.err, &late)
}

// amended shows the tags that a correction has changed.
func (m *model) amended(msg amendedMsg) {
	m.steps = slices.DeleteFunc(m.steps, func(s *step) bool { return s == msg.step })
	m.retag(msg.tags)
	m.relist() // the reader wants to see it in the filter, too
	made := msg.err == nil || msg.late()
	switch {
	case made && !msg.Undo:
		m.remember(msg.What, pane.Amend{Step: msg.Step.Inverse(), What: msg.What, Undo: true})
	case !made && msg.Undo:
		m.remember(msg.What, msg.Amend) // to be tried again
	}
	m.tellAmended(msg)
}

// tellAmended says what has become of a correction.
func (m *model) tellAmended(msg amendedMsg) {
	switch {
	case msg.late():
		m.bar.Alert(fmt.Sprintf("%s: %v", msg.What, msg.err))
	case msg.err != nil && msg.Undo:
		m.bar.Alert(fmt.Sprintf("The correction could not be taken back: %v", msg.err))
	case msg.err != nil:
		m.bar.Alert(fmt.Sprintf("The correction could not be made: %v", msg.err))
	case msg.Undo:
		m.bar.Tell("Undone: " + msg.What + ".")
	default:
		where := "Kept in"
		if len(msg.Step.Added) == 0 {
			where = "Taken out of"
		}
		m.bar.Tell(fmt.Sprintf("%s. %s takes it back. %s %s", msg.What, m.key("undo"), where, m.o.Corrections))
	}
}

// retag shows stored items by their new tags.
func (m *model) retag(tags map[feeds.ItemID]feeds.Tags) {
	touched := m.shelf.retag(tags)
	m.touch(touched)
	if slices.ContainsFunc(touched, func(e *entry) bool { return e.ID == m.open.story }) {
		m.reopen()
	}
}
