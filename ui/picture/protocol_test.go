package picture

import (
	"encoding/base64"
	"image"
	"regexp"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/clipperhouse/displaywidth"
)

var sequence = regexp.MustCompile("\x1b_G([^;\x1b]*)(?:;([^\x1b]*))?\x1b\\\\")

func TestShowIsOnePictureInChunks(t *testing.T) {
	data := strings.Repeat("a picture ", 1000)
	said := Picture{PNG: []byte(data)}.Show(ID(0).Next(), Cells{Cols: 20, Rows: 5})
	var sent string
	parts := sequence.FindAllStringSubmatch(said, -1)
	for i, p := range parts {
		want := "q=2,m=1"
		switch i {
		case 0:
			want = "a=T,q=2,U=1,f=100,i=3506438160,c=20,r=5,m=1"
		case len(parts) - 1:
			want = "q=2,m=0"
		}
		if p[1] != want || len(p[2]) > kitty.MaxChunkSize {
			t.Errorf("part %d: %s with %d bytes, want %s", i, p[1], len(p[2]), want)
		}
		sent += p[2]
	}
	got, err := base64.StdEncoding.DecodeString(sent)
	if err != nil || string(got) != data || sequence.ReplaceAllString(said, "") != "" {
		t.Errorf("%d bytes came of %d, %v", len(got), len(data), err)
	}
}

func TestNames(t *testing.T) {
	var id ID
	seen := map[ID]bool{}
	for range colours {
		if id = id.Next(); seen[id] || id.colour() < colour0 || id.colour() > 255 || id>>24 != highByte {
			t.Fatalf("the name %d", id)
		}
		seen[id] = true
	}
	if !seen[id.Next()] {
		t.Error("names never end")
	}
}

func TestPlaceholdersAreOneCellEach(t *testing.T) {
	c := Cells{Cols: 80, Rows: 16}
	lines := Lines(ID(0).Next(), c)
	if len(lines) != c.Rows {
		t.Fatalf("%d lines", len(lines))
	}
	for _, l := range lines {
		plain := ansi.Strip(l)
		if a, b := displaywidth.String(plain), ansi.StringWidthWc(plain); a != c.Cols || b != c.Cols {
			t.Errorf("a line of %d cells takes %d, or %d", c.Cols, a, b)
		}
		if strings.Count(plain, string(kitty.Placeholder)) != c.Cols || !strings.HasPrefix(l, "\x1b[38;5;16m") {
			t.Errorf("the line %q", l)
		}
	}
}

func TestFit(t *testing.T) {
	cell := image.Pt(10, 20)
	for _, tt := range []struct {
		size image.Point
		room Cells
		want Cells
	}{
		{image.Pt(800, 320), Cells{80, 16}, Cells{80, 16}},
		{image.Pt(800, 320), Cells{40, 16}, Cells{40, 8}},
		{image.Pt(800, 320), Cells{80, 4}, Cells{20, 4}},
		{image.Pt(15, 21), Cells{80, 16}, Cells{2, 2}},
		{image.Pt(800, 320), Cells{0, 16}, Cells{}},
		{image.Pt(800, 320), Cells{20, 0}, Cells{}},
		{image.Point{}, Cells{80, 16}, Cells{}},
	} {
		if got := (Picture{Size: tt.size}).Fit(tt.room, cell); got != tt.want {
			t.Errorf("%v in %v takes %v, want %v", tt.size, tt.room, got, tt.want)
		}
	}
}

func TestTerminal(t *testing.T) {
	yes := uv.KittyGraphicsEvent{Options: kitty.Options{ID: queryID}, Payload: []byte("OK")}
	no := uv.KittyGraphicsEvent{Options: kitty.Options{ID: queryID}, Payload: []byte("EINVAL:no")}
	name := func(s string) tea.Msg { return tea.TerminalVersionMsg{Name: s} }
	for says, tt := range map[string]struct {
		answers []tea.Msg
		want    bool
	}{
		"nothing":                      {nil, false},
		"its name only":                {[]tea.Msg{name("kitty(0.36.4)")}, false},
		"yes, without a name":          {[]tea.Msg{yes}, false},
		"yes, but has no placeholders": {[]tea.Msg{yes, name("WezTerm 20240203")}, false},
		"no":                           {[]tea.Msg{no, name("kitty(0.36.4)")}, false},
		"yes, as kitty":                {[]tea.Msg{yes, name("kitty(0.36.4)")}, true},
		"yes, as Ghostty":              {[]tea.Msg{name("ghostty 1.2.0"), yes}, true},
	} {
		var x Terminal
		for _, a := range tt.answers {
			if !x.Take(a) {
				t.Errorf("%v is no answer", a)
			}
		}
		if x.Draws() != tt.want {
			t.Errorf("a terminal that says %s draws: %v", says, x.Draws())
		}
	}
}

func TestCell(t *testing.T) {
	var x Terminal
	for _, tt := range []struct{ answer, want image.Point }{
		{image.Point{}, image.Pt(10, 20)},
		{image.Pt(-4, 9), image.Pt(10, 20)},
		{image.Pt(9, 18), image.Pt(9, 18)},
		{image.Pt(9000, 30000), image.Pt(64, 64)},
	} {
		x.Take(uv.CellSizeEvent{Width: tt.answer.X, Height: tt.answer.Y})
		if got := x.Cell(); got != tt.want {
			t.Errorf("%v is taken for %v, want %v", tt.answer, got, tt.want)
		}
	}
}

func TestHindrance(t *testing.T) {
	for environ, want := range map[string]string{
		"TERM=xterm-kitty":     "",
		"TERM=xterm-256color":  "",
		"TMUX=/tmp/tmux":       "tmux hands",
		"TERM=tmux-256color":   "tmux hands",
		"TERM=screen.xterm":    "a terminal within",
		"STY=1.pts":            "screen hands",
		"NO_COLOR=1":           "NO_COLOR is set",
		"TERM=linux":           "the console",
		"KITTY_WINDOW_ID=1":    "",
		"TERM_PROGRAM=ghostty": "",
	} {
		name, value, _ := strings.Cut(environ, "=")
		got := Hindrance(func(n string) string {
			if n == name {
				return value
			}
			return ""
		})
		if want == "" && got != "" || !strings.Contains(got, want) {
			t.Errorf("%s: %q, want %q", environ, got, want)
		}
	}
}
