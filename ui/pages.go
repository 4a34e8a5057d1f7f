package ui

import (
	"context"
	"errors"
	"fmt"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// pages is what is known of the pages that the reader asked for in this
// session, beside their text. One that is on its way stays so when the reader
// goes on to another story: it is stored, and there when they come back.
type pages struct {
	coming map[feeds.ItemID]*errand
	failed map[feeds.ItemID]failedPage // by the last try
}

// errand is one fetch of a page.
type errand struct{ cancel context.CancelFunc }

type failedPage struct {
	err error
	at  time.Time
}

// pageMsg is the answer of an errand.
type pageMsg struct {
	errand  *errand
	item    feeds.ItemID
	article feeds.Article
	err     error
}

func newPages() pages {
	return pages{coming: map[feeds.ItemID]*errand{}, failed: map[feeds.ItemID]failedPage{}}
}

// fetchPage asks for the page of an item, once however often it is asked for.
func (m *model) fetchPage(a pane.Fetch) tea.Cmd {
	it, ok := m.shelf.item(a.Item)
	switch {
	case !ok:
		return nil
	case it.URL == "":
		m.bar.Tell("This item has no address to fetch.")
		return nil
	case m.pages.coming[a.Item] != nil:
		m.bar.Wait("The page is on its way already; " + m.key("back") + " gives it up.")
		return nil
	}
	if !m.o.Offline {
		m.bar.Wait("Fetching the page; " + m.key("back") + " gives it up.")
	}
	return m.fetch(it, a.Again)
}

// fetch gets the page of an item.
func (m *model) fetch(it feeds.Item, again bool) tea.Cmd {
	ctx, cancel := context.WithCancel(m.ctx)
	e := &errand{cancel}
	m.pages.coming[it.ID] = e
	m.tellOfPage(it.ID)
	return func() tea.Msg {
		defer cancel()
		a, err := m.back.Fetch(ctx, it, again)
		return pageMsg{e, it.ID, a, err}
	}
}

// fetchOpened gets the page of the item that was just opened if its feed is
// marked so, and it did not fail before in this session.
func (m *model) fetchOpened() tea.Cmd {
	it, ok := m.shelf.item(m.open.item)
	_, failed := m.pages.failed[it.ID]
	if !ok || failed || it.URL == "" || m.o.Offline || m.pages.coming[it.ID] != nil || !m.shelf.feed(it.Feed).FullText {
		return nil
	}
	return m.fetch(it, false)
}

// giveUp ends the fetch of the open item's page and says whether there was one.
func (m *model) giveUp() bool {
	e := m.pages.coming[m.open.item]
	if e == nil {
		return false
	}
	e.cancel()
	delete(m.pages.coming, m.open.item)
	m.tellOfPage(m.open.item)
	m.bar.Tell("The page was given up.")
	return true
}

// page takes what an errand brought, unless it was given up.
func (m *model) page(msg pageMsg) {
	if m.pages.coming[msg.item] != msg.errand {
		return
	}
	delete(m.pages.coming, msg.item)
	delete(m.pages.failed, msg.item)
	if msg.item == m.open.item {
		m.bar.Done()
	}
	switch {
	case msg.err == nil:
		m.art.SetArticle(msg.article)
	case len(msg.article.Blocks) > 0:
		m.art.SetArticle(msg.article)
		m.bar.Alert(fmt.Sprintf("The page came, but could not be kept: %v", msg.err))
	case !errors.Is(msg.err, context.Canceled):
		m.pages.failed[msg.item] = failedPage{msg.err, m.clock()}
	}
	m.tellOfPage(msg.item)
}

// tellOfPage tells the article pane how it stands with the page of an item.
func (m *model) tellOfPage(id feeds.ItemID) {
	f := m.pages.failed[id]
	if m.pages.coming[id] != nil {
		m.art.Fetching(id)
		return
	}
	m.art.Failed(id, f.err, f.at)
}
