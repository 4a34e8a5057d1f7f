package ui

import (
	"context"
	"errors"
	"image"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/article"
	"dateline/ui/picture"
)

// gallery is the picture that the reader wants to see, and what the terminal
// has of it.
type gallery struct {
	terminal picture.Terminal
	wanted   feeds.ItemID // whose picture is shown or fetched; 0 if none is
	cancel   context.CancelFunc
	picture  picture.Picture // of wanted, once it has come
	id       picture.ID      // of the last picture that the terminal was given
	cells    picture.Cells   // that it takes there; zero if the terminal has none
}

// pictureMsg brings the picture of an item.
type pictureMsg struct {
	item    feeds.ItemID
	picture picture.Picture
	err     error
}

// askPictures asks the terminal whether it draws pictures, if any are wanted.
func (m *model) askPictures() tea.Cmd {
	if m.o.NoPictures != "" {
		return nil
	}
	return tea.Raw(picture.Query())
}

// togglePicture shows the lead image of the open article, or hides it.
func (m *model) togglePicture() tea.Cmd {
	a, ok := m.art.Article()
	switch why := m.noPicture(a); {
	case !ok:
		return m.noStory()
	case m.gallery.wanted == a.Item:
		m.hidePicture()
		return nil
	case why != "":
		m.bar.Tell(why)
		return nil
	}
	return m.fetchPicture(a)
}

// noPicture says why the picture of an article cannot be shown.
func (m *model) noPicture(a feeds.Article) string {
	opens := " " + m.articleKey("open-browser") + " opens the page."
	switch {
	case m.o.NoPictures != "":
		return "No picture: " + m.o.NoPictures + "." + opens
	case !m.gallery.terminal.Draws():
		return "This terminal draws no pictures." + opens
	case a.Picture.URL == "" && a.Fetched.IsZero():
		return "The feed gave no picture. " + m.articleKey("full-text") + " fetches the page."
	case a.Picture.URL == "":
		return "The page has no picture above its text." + opens
	}
	return ""
}

// fetchPicture gets the picture of an article because the reader asked for it.
func (m *model) fetchPicture(a feeds.Article) tea.Cmd {
	m.hidePicture()
	ctx, cancel := context.WithCancel(m.ctx)
	m.gallery.wanted, m.gallery.cancel = a.Item, cancel
	m.art.SetPicture(a.Item, article.Picture{Says: "Fetching the picture" + m.th.Glyphs.Ellipsis})
	cell := m.gallery.terminal.Cell()
	box := image.Pt(article.MaxPictureCols*cell.X, article.MaxPictureRows*cell.Y)
	return func() tea.Msg {
		defer cancel()
		p, err := m.back.Picture(ctx, a, box)
		return pictureMsg{a.Item, p, err}
	}
}

// takePicture takes the picture of an item, unless it is no longer wanted.
func (m *model) takePicture(msg pictureMsg) {
	switch {
	case msg.item != m.gallery.wanted || errors.Is(msg.err, context.Canceled):
	case msg.err != nil:
		m.hidePicture()
		m.art.SetPicture(msg.item, article.Picture{Says: "No picture: " + msg.err.Error() + ".", Failed: true})
	default:
		m.gallery.picture = msg.picture
	}
}

// hidePicture takes the picture from the pane; drawPicture takes it from the
// terminal.
func (m *model) hidePicture() {
	g := &m.gallery
	if g.wanted != 0 {
		g.cancel()
		m.art.SetPicture(g.wanted, article.Picture{})
		g.wanted, g.picture = 0, picture.Picture{}
	}
}

// drawPicture brings the pane and the terminal in line with what is wanted: a
// picture of another item goes, one whose room has changed gets another size.
func (m *model) drawPicture() tea.Cmd {
	g := &m.gallery
	if g.wanted != m.open.item {
		m.hidePicture()
	}
	cells := picture.Cells{}
	if len(g.picture.PNG) > 0 {
		cells = g.picture.Fit(m.pictureRoom(), g.terminal.Cell())
	}
	was := g.cells
	if cells == was {
		return nil
	}
	g.cells = cells
	switch none := (picture.Cells{}); {
	case cells == none:
		return tea.Raw(picture.Forget(g.id))
	case was == none:
		g.id = g.id.Next()
		m.art.SetPicture(g.wanted, article.Picture{Lines: picture.Lines(g.id, cells)})
		return tea.Raw(g.picture.Show(g.id, cells))
	}
	m.art.SetPicture(g.wanted, article.Picture{Lines: picture.Lines(g.id, cells)})
	return tea.Raw(picture.Place(g.id, cells))
}

// pictureRoom returns the cells that a picture may take.
func (m *model) pictureRoom() picture.Cells {
	cols, rows := m.art.PictureRoom()
	return picture.Cells{Cols: cols, Rows: rows}
}

// lostPicture notes that the terminal has forgotten its pictures: they do not
// outlive the screen that another program had meanwhile.
func (m *model) lostPicture() { m.gallery.cells = picture.Cells{} }

// quit ends the program; the terminal keeps no picture of ours.
func (m *model) quit() tea.Cmd {
	if m.gallery.cells == (picture.Cells{}) {
		return tea.Quit
	}
	return picture.Quit(m.gallery.id)
}
