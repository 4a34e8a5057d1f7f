package picture

import (
	"encoding/base64"
	"fmt"
	"image"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
)

// ID names an image of ours in the terminal.
type ID uint32

// Names are four bytes: the highest stands in the third diacritic of a
// placeholder, the lowest is its colour. Those of other programs are small or
// random, ours have a byte of their own.
const (
	highByte = 0xd1
	colours  = 240 // behind the sixteen that a terminal may replace
	colour0  = 16
)

// Next returns the name of the next image, after the zero ID the first.
func (id ID) Next() ID {
	if id == 0 {
		return highByte<<24 | colour0
	}
	return highByte<<24 | ID(colour0+(id.colour()-colour0+1)%colours)
}

func (id ID) colour() int { return int(id & 0xff) }

// Cells is a size in cells.
type Cells struct{ Cols, Rows int }

// maxCells is how many rows and columns a placeholder can name.
const maxCells = 200

// Fit returns the cells that a picture takes of room, one of which has the size
// cell in pixels. Nothing is made larger than it is.
func (p Picture) Fit(room Cells, cell image.Point) Cells {
	room.Cols, room.Rows = min(room.Cols, maxCells), min(room.Rows, maxCells)
	if room.Cols < 1 || room.Rows < 1 || p.Size.X < 1 || p.Size.Y < 1 {
		return Cells{}
	}
	size := fit(p.Size, image.Pt(room.Cols*cell.X, room.Rows*cell.Y))
	up := func(n, by int) int { return (n + by - 1) / by }
	return Cells{Cols: up(size.X, cell.X), Rows: up(size.Y, cell.Y)}
}

// Show returns the sequence that hands the terminal a picture and has it drawn
// over the placeholders of its name. The terminal answers nothing.
func (p Picture) Show(id ID, c Cells) string {
	data := base64.StdEncoding.EncodeToString(p.PNG)
	var out strings.Builder
	options := fmt.Sprintf("a=T,q=2,U=1,f=100,i=%d,c=%d,r=%d,", id, c.Cols, c.Rows)
	for {
		n, more := len(data), 0
		if n > kitty.MaxChunkSize {
			n, more = kitty.MaxChunkSize, 1
		}
		out.WriteString(ansi.KittyGraphics([]byte(data[:n]), options+fmt.Sprintf("m=%d", more)))
		if data = data[n:]; data == "" {
			return out.String()
		}
		options = "q=2,"
	}
}

// Place returns the sequence that draws a picture, which the terminal has, in
// another size.
func Place(id ID, c Cells) string {
	return ansi.KittyGraphics(nil, fmt.Sprintf("a=p,q=2,U=1,i=%d,c=%d,r=%d", id, c.Cols, c.Rows))
}

// Forget returns the sequence that takes a picture from the terminal.
func Forget(id ID) string { return ansi.KittyGraphics(nil, fmt.Sprintf("a=d,q=2,d=I,i=%d", id)) }

// written is how long a sequence may wait before it is written, at the least
// that the screen draws in a second.
const written = 50 * time.Millisecond

// Quit returns the command that ends the program when the terminal has
// forgotten a picture. That must be said before the screen is left, which has
// pictures of its own.
func Quit(id ID) tea.Cmd {
	wait := tea.Tick(written, func(time.Time) tea.Msg { return nil })
	return tea.Sequence(tea.Raw(Forget(id)), wait, tea.Quit)
}

// Lines returns the painted lines of placeholders over which a picture is
// drawn. Each one says by itself which part of the picture it is, so that any
// of them may be drawn alone.
func Lines(id ID, c Cells) []string {
	lines := make([]string, c.Rows)
	for row := range lines {
		var b strings.Builder
		fmt.Fprintf(&b, "\x1b[38;5;%dm", id.colour())
		for col := range c.Cols {
			b.WriteRune(kitty.Placeholder)
			b.WriteRune(kitty.Diacritic(row))
			b.WriteRune(kitty.Diacritic(col))
			b.WriteRune(kitty.Diacritic(int(id >> 24)))
		}
		b.WriteString("\x1b[m")
		lines[row] = b.String()
	}
	return lines
}
