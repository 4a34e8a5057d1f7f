// Package pane says what a pane of the screen is: a plain struct that gets a
// size and keys and answers with one Action of a closed list. It also holds
// what all panes draw with: frames, exact-width text, key bindings. It is not
// a model and starts nothing; ui calls it, the panes are built on it.
package pane

import (
	tea "charm.land/bubbletea/v2"
)

// Pane is one part of the screen. It thinks that its rectangle is the whole
// terminal: View returns exactly the height of lines it was given, each at
// most the width it was given, in cells.
type Pane interface {
	// Resize gives the size of the inside of the pane, in cells. Both may be 0.
	Resize(width, height int)
	// Focus says whether keys go to this pane.
	Focus(on bool)
	// Press answers a key. nil means that the key is not the pane's.
	Press(key tea.KeyPressMsg) Action
	// View draws the pane: height lines parted by "\n".
	View() string
	// Keys lists the pane's bindings, for help, the palette and conflicts.
	Keys() []Key
}

// Clicker is a pane that answers the mouse. x and y count from the top left
// cell of its inside.
type Clicker interface {
	// Click answers a press of the left button.
	Click(x, y int) Action
	// Scroll moves the view by lines, down if positive. It changes no state
	// but the position.
	Scroll(lines int)
}
