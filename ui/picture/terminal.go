package picture

import (
	"image"
	"strings"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// Terminal is what a terminal has said of itself. The zero value has said
// nothing, and draws nothing.
type Terminal struct {
	draws bool // it has the protocol
	named bool // it is one of those that know placeholders
	cell  image.Point
}

// queryID is the name of the image of one pixel that is asked for and not kept.
const queryID = 31

// Query returns the sequence that asks a terminal what Take wants to know.
func Query() string {
	return ansi.KittyGraphics([]byte("AAAA"), "i=31,s=1,v=1,a=q,t=d,f=24") + ansi.RequestNameVersion + ansi.WindowOp(16)
}

// terminals are those that draw pictures over placeholders, as they name
// themselves. Others have the protocol without placeholders, and would show
// signs without meaning.
var terminals = []string{"kitty", "ghostty"}

// Take takes an answer of the terminal and says whether it was one.
func (t *Terminal) Take(msg tea.Msg) bool {
	switch msg := msg.(type) {
	case uv.KittyGraphicsEvent:
		t.draws = t.draws || msg.Options.ID == queryID && string(msg.Payload) == "OK"
	case tea.TerminalVersionMsg:
		for _, name := range terminals {
			t.named = t.named || strings.HasPrefix(strings.ToLower(msg.Name), name)
		}
	case uv.CellSizeEvent:
		if msg.Width > 0 && msg.Height > 0 {
			t.cell = image.Pt(msg.Width, msg.Height)
		}
	default:
		return false
	}
	return true
}

// Draws says whether the terminal has said that it draws pictures.
func (t *Terminal) Draws() bool { return t.draws && t.named }

// maxCell is the largest cell that is believed, in pixels.
const maxCell = 64

// Cell returns the size of a cell in pixels, or a usual one.
func (t *Terminal) Cell() image.Point {
	if t.cell == (image.Point{}) {
		return image.Pt(10, 20)
	}
	return image.Pt(min(t.cell.X, maxCell), min(t.cell.Y, maxCell))
}

// hindrances say by the environment why a terminal is not even asked.
var hindrances = []struct{ variable, prefix, says string }{
	{"TMUX", "", "tmux hands no pictures on"},
	{"STY", "", "screen hands no pictures on"},
	{"ZELLIJ", "", "zellij hands no pictures on"},
	{"TERM", "tmux", "tmux hands no pictures on"},
	{"TERM", "screen", "a terminal within a terminal hands no pictures on"},
	{"TERM", "linux", "the console draws no pictures"},
	{"TERM", "dumb", "this terminal draws no pictures"},
	{"NO_COLOR", "", "pictures need colours, and NO_COLOR is set"},
}

// Hindrance returns why a terminal in this environment draws no pictures; it is
// empty if it may be asked.
func Hindrance(getenv func(string) string) string {
	for _, h := range hindrances {
		if value := getenv(h.variable); value != "" && strings.HasPrefix(value, h.prefix) {
			return h.says
		}
	}
	return ""
}
