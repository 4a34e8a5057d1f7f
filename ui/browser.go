package ui

import (
	"net/url"
	"os/exec"

	tea "charm.land/bubbletea/v2"
	"golang.org/x/net/idna"

	"dateline/feeds"
	"dateline/ui/launch"
)

// browseMsg tells how it went to open an address. A browser that draws on the
// terminal is still to be run.
type browseMsg struct {
	terminal *exec.Cmd
	back     bool // it had the terminal, and has given it back
	err      error
}

func (m *model) browsePage(address string) tea.Cmd {
	if address == "" {
		m.bar.Tell("This item has no address to open.")
		return nil
	}
	safe, ok := feeds.SafeURL(address)
	if !ok {
		m.bar.Alert("Only http and https addresses are opened.")
		return nil
	}
	m.bar.Tell("Opening in the browser: " + safe + otherSpelling(safe))
	return func() tea.Msg {
		terminal, err := m.back.Browse(m.ctx, safe)
		return browseMsg{terminal: terminal, err: err}
	}
}

// browsed gives the screen to a browser that draws on the terminal, or tells
// why none opened.
func (m *model) browsed(msg browseMsg) tea.Cmd {
	if msg.back {
		m.lostPicture()
	}
	switch {
	case msg.terminal != nil:
		return tea.ExecProcess(msg.terminal, func(err error) tea.Msg {
			return browseMsg{err: launch.Ended(msg.terminal.Path, err), back: true}
		})
	case msg.err != nil:
		m.bar.Alert("No browser: " + msg.err.Error() + ". " + m.articleKey("copy-link") + " copies the link.")
	}
	return nil
}

// articleKey returns the first key of the article pane that does what name says.
func (m *model) articleKey(name string) string {
	for _, k := range m.art.Keys() {
		if k.Name == name {
			return k.First(m.th.Glyphs)
		}
	}
	return ""
}

// otherSpelling shows the other form of a host that is not plain ASCII, or
// stands for one that is not: letters of two scripts may look the same.
func otherSpelling(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	host := u.Hostname()
	for _, convert := range []func(string) (string, error){idna.Punycode.ToASCII, idna.Punycode.ToUnicode} {
		// What cannot be converted is shown as far as it could be.
		if other, _ := convert(host); other != "" && other != host {
			return " (" + feeds.Clean(other, len(address)*4) + ")"
		}
	}
	return ""
}
