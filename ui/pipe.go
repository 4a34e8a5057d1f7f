package ui

import (
	"context"
	"errors"
	"slices"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/article"
	"dateline/ui/pane"
	"dateline/ui/picker"
)

// Pipe is a command of the reader's own that is given the text of an article.
type Pipe struct {
	Name    string
	Program string // as it is shown
	Key     string // runs it at once; empty if none
	Shown   bool   // what it prints is shown in place of the text
}

// piping is a Pipe that runs.
type piping struct {
	Pipe
	item   feeds.ItemID
	page   bool // the text is that of the page
	cancel context.CancelFunc
}

// pipedMsg brings what a command printed.
type pipedMsg struct {
	*piping
	blocks []feeds.Block
	err    error
}

// pickPipe asks which command gets the text of the open article; of one alone
// there is nothing to ask.
func (m *model) pickPipe() tea.Cmd {
	switch len(m.o.Pipes) {
	case 0:
		m.bar.Tell("No command of yours is set: [[pipe]] in config.toml holds them.")
		return nil
	case 1:
		return m.pipe(m.o.Pipes[0].Name)
	}
	entries := make([]picker.Entry, len(m.o.Pipes))
	for i, p := range m.o.Pipes {
		entries[i] = picker.Entry{ID: p.Name, Label: p.Name, Note: p.Program}
	}
	m.openOverlay(picker.New(m.th, m.o.Keys, picker.Options{
		Title: "Give the text to a command", Digits: true, Empty: "No command has this name.",
		Done: func(ids []string) pane.Action { return pane.Pipe{Name: ids[0]} },
	}, entries))
	return nil
}

// pipe gives the text of the open article to the command of that name; one
// that runs is ended.
func (m *model) pipe(name string) tea.Cmd {
	a, ok := m.art.Article()
	i := slices.IndexFunc(m.o.Pipes, func(p Pipe) bool { return p.Name == name })
	if !ok || i < 0 {
		return m.noStory()
	}
	kept := m.keepNow()
	m.endPipe()
	ctx, cancel := context.WithCancel(m.ctx)
	run := &piping{Pipe: m.o.Pipes[i], item: a.Item, page: !a.Fetched.IsZero(), cancel: cancel}
	m.piping = run
	if run.Shown {
		m.art.SetOutput(a.Item, run.output(article.Output{Running: true}))
	} else {
		m.bar.Wait(name + " is running. " + m.key("back") + " ends it.")
	}
	return tea.Batch(kept, func() tea.Msg {
		defer cancel()
		blocks, err := m.back.Pipe(ctx, name, a)
		return pipedMsg{run, blocks, err}
	})
}

// output completes what the article pane shows of a command.
func (p *piping) output(o article.Output) *article.Output {
	o.Name, o.Program, o.Page = p.Name, p.Program, p.page
	return &o
}

// piped takes what a command printed, unless it was ended before.
func (m *model) piped(msg pipedMsg) {
	if msg.piping != m.piping {
		return
	}
	m.piping = nil
	m.art.SetOutput(msg.item, nil)
	switch {
	case errors.Is(msg.err, context.Canceled):
	case msg.Shown && len(msg.blocks) > 0:
		m.art.SetOutput(msg.item, msg.output(article.Output{Blocks: msg.blocks, Failure: msg.err}))
	case msg.err != nil:
		m.bar.Alert(msg.Name + " failed: " + msg.err.Error() + ".")
	case msg.Shown:
		m.bar.Tell(msg.Name + " has ended and printed no text.")
	default:
		m.bar.Tell(msg.Name + " has ended.")
	}
}

// endPipe ends the command that runs, if one does.
func (m *model) endPipe() {
	if m.piping != nil {
		m.piping.cancel()
		m.art.SetOutput(m.piping.item, nil)
		m.piping = nil
	}
}

// leavePipe ends a command whose output would be shown on an item that is no
// longer the open one.
func (m *model) leavePipe() {
	if m.piping != nil && m.piping.Shown && m.piping.item != m.open.item {
		m.endPipe()
	}
}

// stepBack ends what runs unseen, or gives up the page that is fetched, else
// goes one step back.
func (m *model) stepBack() tea.Cmd {
	if m.piping != nil && !m.piping.Shown && m.over == nil {
		m.bar.Tell(m.piping.Name + " was ended.")
		m.endPipe()
		return nil
	}
	if m.over == nil && m.giveUp() {
		return nil
	}
	return m.goBack()
}

// showText puts the text of the article back in the place of a command's
// output.
func (m *model) showText() tea.Cmd {
	m.endPipe()
	m.art.SetOutput(m.open.item, nil)
	return nil
}
