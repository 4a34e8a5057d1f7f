package picture

import (
	"bytes"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// easel shows a picture among text and ends.
type easel struct{ lines []string }

func (easel) Init() tea.Cmd { return nil }
func (e easel) Update(msg tea.Msg) (tea.Model, tea.Cmd) {
	if _, sized := msg.(tea.WindowSizeMsg); sized {
		return e, Quit(7)
	}
	return e, nil
}

func (e easel) View() tea.View {
	v := tea.NewView("above\n│ " + strings.Join(e.lines, " │\n│ ") + " │\nbelow")
	v.AltScreen = true
	return v
}

// TestTheRendererKeepsPlaceholders runs a program and reads what it writes: the
// terminal must get each placeholder with all its diacritics and its colour,
// and the last words before the end.
func TestTheRendererKeepsPlaceholders(t *testing.T) {
	c := Cells{Cols: 30, Rows: 4}
	lines := Lines(ID(0).Next(), c)
	for name, environ := range map[string][]string{"kitty": {"TERM=xterm-kitty", "CLICOLOR_FORCE=1"}, "256 colours": {"TERM=xterm-256color", "CLICOLOR_FORCE=1"}} {
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			_, err := tea.NewProgram(
				easel{lines}, tea.WithInput(nil), tea.WithOutput(&out), tea.WithEnvironment(environ),
				tea.WithWindowSize(60, 10),
			).Run()
			if err != nil {
				t.Fatal(err)
			}
			for i, l := range lines {
				if !strings.Contains(out.String(), ansi.Strip(l)) {
					t.Errorf("line %d is broken: %q", i, out.String())
				}
			}
			if n := strings.Count(out.String(), "\x1b[38;5;16m"); n != c.Rows {
				t.Errorf("%d lines have the colour of the picture, want %d", n, c.Rows)
			}
			if end := strings.Index(out.String(), Forget(7)); end < 0 || end > strings.LastIndex(out.String(), "\x1b[?1049l") {
				t.Errorf("the picture is not taken away while the screen is there: %q", out.String())
			}
		})
	}
}
