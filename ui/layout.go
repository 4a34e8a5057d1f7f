package ui

import "dateline/ui/pane"

// The widths in cells and the rows at which the screen changes its layout, and
// the shares of the panes.
const (
	wideFrom   = 100
	mediumFrom = 60
	listShare  = 48 // per cent of a wide screen
	textShare  = 62 // per cent of the right column of a wide screen
	topShare   = 42 // per cent of a medium screen, for the list
	readShare  = 32 // per cent of it while the reader is below the list
	leastTop   = 4  // rows that the list keeps then
	leastUnder = 6  // rows that related keeps on a wide screen while the text is read
	readRows   = 20 // that the text takes of it then, if its share is less
	wideRows   = 9  // of the body, from which a wide screen shows all panes
	mediumRows = 14 // and a medium one two of them
)

// spot names a pane of the screen.
type spot int

const (
	onList spot = iota
	onArticle
	onRelated
	spots // how many there are
)

// frame is where everything stands. A pane with an empty Box is not shown.
type frame struct {
	framed bool // panes have borders
	strip  bool // related is folded into one line above the footer
	boxes  [spots]pane.Box
}

// layout places the panes between the header line and the footer line of a
// screen of w by h cells. It is pure: the same input gives the same frame.
func layout(w, h int, focus spot, zen bool) frame {
	body := pane.Box{X: 0, Y: 1, W: w, H: max(0, h-2)}
	if h < 3 {
		body = pane.Box{X: 0, Y: 0, W: w, H: max(0, h)}
	}
	f := frame{framed: w >= mediumFrom && body.H >= 6}
	switch {
	case zen || w < mediumFrom || body.H < wideRows || w < wideFrom && body.H < mediumRows:
		f.boxes[focus] = body
	case w >= wideFrom:
		f.abreast(body, focus)
	default:
		f.stacked(body, focus)
	}
	return f
}

// abreast places the list beside the text, and related below that.
func (f *frame) abreast(body pane.Box, focus spot) {
	left := body.W * listShare / 100
	text := body.H * textShare / 100
	if focus == onArticle {
		text = max(text, min(readRows, body.H-leastUnder))
	}
	f.boxes[onList] = pane.Box{X: 0, Y: body.Y, W: left, H: body.H}
	f.boxes[onArticle] = pane.Box{X: left, Y: body.Y, W: body.W - left, H: text}
	f.boxes[onRelated] = pane.Box{X: left, Y: body.Y + text, W: body.W - left, H: body.H - text}
}

// stacked places the list above the text, or above related if that is focused.
func (f *frame) stacked(body pane.Box, focus spot) {
	top := body.H * topShare / 100
	if focus != onList {
		top = min(top, max(leastTop, body.H*readShare/100))
	}
	f.boxes[onList] = pane.Box{X: 0, Y: body.Y, W: body.W, H: top}
	lower := pane.Box{X: 0, Y: body.Y + top, W: body.W, H: body.H - top}
	if focus == onRelated {
		f.boxes[onRelated] = lower
		return
	}
	f.strip = true
	lower.H--
	f.boxes[onArticle] = lower
}

// inside returns what a pane may draw on.
func (f frame) inside(s spot) pane.Box {
	b := f.boxes[s]
	if !f.framed || b.W == 0 || b.H == 0 {
		return b
	}
	return b.Inside()
}

// overlayWidth is the most cells an overlay takes: wider is not pleasant to
// read.
const overlayWidth = 130

// overlay returns the box of an overlay: the body of the screen, centred if it
// is very wide.
func overlay(w, h int) pane.Box {
	b := pane.Box{X: max(0, w-overlayWidth) / 2, Y: 1, W: min(w, overlayWidth), H: max(0, h-2)}
	if h < 3 {
		b.Y, b.H = 0, max(0, h)
	}
	return b
}

// overlayFramed says whether an overlay has room for a border.
func overlayFramed(b pane.Box) bool { return b.H >= 7 && b.W >= 30 }

// overlayInside returns what an overlay may draw on.
func overlayInside(w, h int) pane.Box {
	b := overlay(w, h)
	if !overlayFramed(b) {
		return b
	}
	return b.Inside()
}
