package article

import (
	"dateline/feeds"
	"dateline/ui/typeset"
)

// Picture is what stands below the headline for the lead image.
type Picture struct {
	Lines  []string // painted, over which the terminal draws it
	Says   string   // what is going on, or went wrong; empty if it is there
	Failed bool
}

// The most room that a picture may take.
const (
	MaxPictureCols = 80
	MaxPictureRows = 16
	pictureShare   = 40 // per cent of the pane's height
)

// SetPicture shows a picture of an item, or what became of it; the zero Picture
// shows none. It is dropped if another item is on show, and gone with the next
// one.
func (p *Pane) SetPicture(item feeds.ItemID, pic Picture) {
	if p.shows(item) {
		p.picture = pic
		p.set()
	}
}

// PictureRoom returns the columns and rows that a picture may take now.
func (p *Pane) PictureRoom() (cols, rows int) {
	_, cols = typeset.Measure(p.width, p.text())
	return min(cols, MaxPictureCols), min(p.height*pictureShare/100, MaxPictureRows)
}

// illustrate sets the picture.
func (p *Pane) illustrate(pg *typeset.Page) {
	paint := p.th.Accent
	if p.picture.Failed {
		paint = p.th.Alert
	}
	if p.picture.Says == "" && len(p.picture.Lines) == 0 {
		return
	}
	pg.Blank()
	pg.Say(p.picture.Says, paint)
	for _, l := range p.picture.Lines {
		pg.Add(l)
	}
}
