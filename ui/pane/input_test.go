package pane

import (
	"strings"
	"testing"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/ui/theme"
)

// enter types what is written in single letters and <named keys>.
func enter(in *Input, keys string) {
	for keys != "" {
		name, rest, named := "", "", false
		if strings.HasPrefix(keys, "<") {
			name, rest, named = strings.Cut(keys[1:], ">")
		}
		if !named {
			_, n := utf8.DecodeRuneInString(keys)
			name, rest = keys[:n], keys[n:]
		}
		in.Type(Keystroke(name))
		keys = rest
	}
}

func TestTyping(t *testing.T) {
	tests := []struct {
		keys, text, view string // the cursor stands in [ ]
		width            int
	}{
		{"", "", "[ ]", 10},
		{"mali", "mali", "mali[ ]", 10},
		{"mali<space>x", "mali x", "mali x[ ]", 10},
		{"mali<left>", "mali", "mal[i]", 10},
		{"mali<left><left>r", "marli", "mar[l]i", 10},
		{"mali<home><delete>", "ali", "[a]li", 10},
		{"mali<backspace><backspace>", "ma", "ma[ ]", 10},
		{"mali<ctrl+u>", "", "[ ]", 10},
		{"niger mali<ctrl+w>", "niger", "niger [ ]", 10},
		{"west africa", "west africa", "rica[ ]", 5},
		{"west africa<home>", "west africa", "[w]est ", 5},
		{"west africa<left>", "west africa", "fric[a]", 5},
		{"東京会談", "東京会談", "会談[ ]", 5},
		{"東京会談<left><left>", "東京会談", "京[会]", 5},
		{"東京<left>", "東京", "[ ]", 1},
		{"e\u0301", "é", "e\u0301[ ]", 10},
		{"e\u0301<left>", "é", "[e\u0301]", 10},
		{"x", "x", "", 0},
		{"x", "x", "", -4},
	}
	for _, tt := range tests {
		in := NewInput()
		enter(in, tt.keys)
		if got := in.Text(); got != tt.text {
			t.Errorf("%q types %q, want %q", tt.keys, got, tt.text)
		}
		if got := boxed(in.View(theme.New(true, false), tt.width)); got != tt.view {
			t.Errorf("%q in %d cells looks like %q, want %q", tt.keys, tt.width, got, tt.view)
		}
	}
}

// boxed writes the cursor of a view as [ ].
func boxed(view string) string {
	before, rest, found := strings.Cut(view, "\x1b[7m")
	under, after, closed := strings.Cut(rest, "\x1b[m")
	if !found || !closed {
		return view
	}
	return before + "[" + under + "]" + after
}

func TestTypeSaysWhetherTheTextChanged(t *testing.T) {
	in := NewInput()
	tests := []struct {
		msg  tea.Msg
		want bool
	}{
		{Keystroke("a"), true},
		{Keystroke("left"), false},
		{Keystroke("tab"), false},
		{Keystroke("backspace"), false},
		{tea.KeyPressMsg{Text: "\u202e"}, false},
		{tea.PasteMsg{Content: "b"}, true},
		{tea.PasteMsg{Content: "\x1b[31m"}, false},
		{tea.PasteMsg{}, false},
		{tea.WindowSizeMsg{}, false},
	}
	for _, tt := range tests {
		if got := in.Type(tt.msg); got != tt.want {
			t.Errorf("%#v changed the text: %v", tt.msg, got)
		}
	}
}

func TestEmpty(t *testing.T) {
	in := NewInput()
	if !in.Empty() {
		t.Error("a new line is not empty")
	}
	in.Type(Keystroke("space"))
	if in.Empty() || in.Text() != "" {
		t.Errorf("after a space: empty %v, text %q", in.Empty(), in.Text())
	}
}

func TestPastedTextIsOneCleanLine(t *testing.T) {
	tests := []struct{ pasted, want string }{
		{"  Burkina\n\tFaso \r\n", "Burkina Faso"},
		{"a\x1b]0;title\x07b", "ab"},
		{"\x1b[31mred\x1b[m", "red"},
		{"a\u202eb\u2066c", "abc"},
		{"bad \xff byte", "bad byte"},
		{strings.Repeat("x", 5000), strings.Repeat("x", inputLimit)},
	}
	for _, tt := range tests {
		in := NewInput()
		in.Type(tea.PasteMsg{Content: tt.pasted})
		if got := in.Text(); got != tt.want {
			t.Errorf("%.20q pastes %q, want %q", tt.pasted, got, tt.want)
		}
		in.Set(tt.pasted)
		if got := in.Text(); got != tt.want {
			t.Errorf("%.20q sets %q, want %q", tt.pasted, got, tt.want)
		}
		enter(in, "<backspace>")
		if got := in.Text(); len(got) >= len(tt.want) {
			t.Errorf("the cursor is not behind %q", tt.want)
		}
	}
}

func FuzzInput(f *testing.F) {
	for _, s := range awkward {
		f.Add(s, "x"+s, 3, 9)
	}
	th := theme.New(true, false)
	f.Fuzz(func(t *testing.T, pasted, typed string, left, width int) {
		width %= 300
		in := NewInput()
		in.Type(tea.PasteMsg{Content: pasted})
		for range left % 20 {
			in.Type(Keystroke("left"))
		}
		in.Type(tea.KeyPressMsg{Text: typed})
		view := in.View(th, width)
		if w := PaintedWidth(view); w > max(0, width) {
			t.Errorf("%q takes %d of %d cells", view, w, width)
		}
		if cursors := strings.Count(view, "\x1b[7m"); width > 0 && cursors != 1 {
			t.Errorf("%d cursors in %q", cursors, view)
		}
		if strings.ContainsFunc(ansi.Strip(view)+in.Text(), func(r rune) bool { return r < ' ' || printable(r) < 0 }) {
			t.Errorf("%q and %q are not safe to print", view, in.Text())
		}
	})
}
