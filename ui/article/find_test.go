package article

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
)

// found opens a long text of the focused pane and types what to look for.
func found(words string) *Pane {
	p := opened(item(1, "Talks break off"), 60, 12)
	p.Focus(true)
	p.SetArticle(long(20))
	p.Press(pane.Keystroke("ctrl+f"))
	typed(p, words)
	return p
}

func typed(p *Pane, words string) {
	for _, r := range words {
		p.Press(tea.KeyPressMsg{Code: r, Text: string(r)})
	}
}

// lastLine returns what stands in the last line of the pane.
func lastLine(p *Pane) string {
	lines := strings.Split(strings.TrimSpace(panetest.Bare(p.View())), "\n")
	return strings.TrimSpace(lines[len(lines)-1])
}

func TestFindingSaysHowOften(t *testing.T) {
	tests := []struct{ words, keys, want string }{
		{"", "", "Find"},
		{"paragraph", "", "1 of 20"},
		{"PARAGRAPH 7", "", "1 of 1"},
		{"paragraph", "down down up", "2 of 20"},
		{"paragraph", "enter n n N", "2 of 20 · n next · N previous · esc end"},
		{"paragraph", "enter N", "20 of 20"},
		{"paragraph", "enter N n", "1 of 20"},
		{"paragraph 7", "backspace", "1 of 20"},
		{"no such words", "", "not in this text"},
		{"no such words", "enter n N", "not in this text"},
	}
	for _, tt := range tests {
		p := found(tt.words)
		for k := range strings.FieldsSeq(tt.keys) {
			if p.Press(pane.Keystroke(k)) == nil {
				t.Errorf("%q %s: %s is not answered", tt.words, tt.keys, k)
			}
		}
		if got := lastLine(p); !strings.Contains(got, tt.want) || !strings.HasPrefix(got, "Find") {
			t.Errorf("%q %s: %q, want %q", tt.words, tt.keys, got, tt.want)
		}
	}
}

func TestFindingScrollsOnlyToWhatIsOutOfSight(t *testing.T) {
	p := found("paragraph 0")
	if p.top != 0 {
		t.Errorf("a match in sight moved the text to line %d", p.top)
	}
	p = found("paragraph 15")
	if got := panetest.Bare(p.View()); !strings.Contains(got, "Paragraph 15.") {
		t.Errorf("the match is out of sight:\n%s", got)
	}
	at := p.top
	typed(p, " and more")
	if p.top != 0 || lastLine(p) == "" {
		t.Errorf("without a match the reader is at line %d, not where they began", p.top)
	}
	for range " and more" {
		p.Press(pane.Keystroke("backspace"))
	}
	p.Press(pane.Keystroke("esc"))
	if p.top != at || strings.Contains(panetest.Bare(p.View()), "Find") {
		t.Errorf("after esc the reader is at line %d, not %d", p.top, at)
	}
	if b, read := p.TakeBookmark(); !read || b.Block < 13 {
		t.Errorf("the place of the match is kept as %v %+v", read, b)
	}
}

func TestTheHeadlineIsLookedThrough(t *testing.T) {
	for _, height := range []int{12, 40} {
		p := opened(item(1, "Talks break off over the *bridge* at Lunde"), 60, height)
		p.Focus(true)
		p.SetArticle(long(20))
		readTo(t, p, "Paragraph 6.")
		p.Press(pane.Keystroke("ctrl+f"))
		typed(p, "bridge* at lunde")
		if got := reversed(strings.Join(strings.Split(p.View(), "\n")[:height-1], "\n")); got != "bridge* at Lunde" || p.top != 0 {
			t.Errorf("height %d: marked is %q, line %d is on top", height, got, p.top)
		}
		if got := lastLine(p); !strings.Contains(got, "1 of 1") {
			t.Errorf("height %d: %q", height, got)
		}
	}
}

func TestFindingSetsNothingAnew(t *testing.T) {
	p := found("")
	first := &p.lines[0]
	typed(p, "paragraph 15")
	for _, k := range []string{"enter", "n", "N", "esc"} {
		p.Press(pane.Keystroke(k))
	}
	if &p.lines[0] != first {
		t.Error("the whole text was set anew")
	}
}

func TestFindingStartsWhereTheReaderIs(t *testing.T) {
	p := opened(item(1, "Talks break off"), 60, 12)
	p.Focus(true)
	p.SetArticle(long(20))
	readTo(t, p, "Paragraph 6.")
	p.Press(pane.Keystroke("ctrl+f"))
	typed(p, "paragraph")
	if got := lastLine(p); !strings.Contains(got, "7 of 20") {
		t.Errorf("the first match from here on is %q", got)
	}
}

func TestFindingEnds(t *testing.T) {
	for name, end := range map[string]func(p *Pane){
		"esc while typing":      func(p *Pane) { p.Press(pane.Keystroke("esc")) },
		"esc afterwards":        func(p *Pane) { p.Press(pane.Keystroke("enter")); p.Press(pane.Keystroke("esc")) },
		"backspace afterwards":  func(p *Pane) { p.Press(pane.Keystroke("enter")); p.Press(pane.Keystroke("backspace")) },
		"the focus goes first":  func(p *Pane) { p.Press(pane.Keystroke("ctrl+u")); p.Focus(false) },
		"another item":          func(p *Pane) { p.Open([]Version{{item(2, "Other"), northPost}}, 2, feeds.Tags{}, "") },
		"nothing left to erase": func(p *Pane) { p.Press(pane.Keystroke("ctrl+u")); p.Press(pane.Keystroke("backspace")) },
	} {
		p := found("talks")
		end(p)
		if got := panetest.Bare(p.View()); strings.Contains(got, " Find ") || p.Press(pane.Keystroke("n")) != nil {
			t.Errorf("%s: it goes on:\n%s", name, got)
		}
	}
}

func TestFindingGoesOnWhenTheFocusComesBack(t *testing.T) {
	p := found("paragraph")
	p.Focus(false)
	if got := lastLine(p); !strings.Contains(got, "1 of 20") || strings.Contains(got, "next") || p.Typing() {
		t.Errorf("without the focus there is %q", got)
	}
	if got := reversed(p.View()); !strings.HasPrefix(got, "Paragraph") {
		t.Errorf("without the focus %q is marked", got)
	}
	p.Focus(true)
	p.Press(pane.Keystroke("n"))
	if got := lastLine(p); !strings.Contains(got, "2 of 20 · n next") {
		t.Errorf("with the focus again there is %q", got)
	}
}

func TestLettersAreTypedWhileFinding(t *testing.T) {
	p := found("")
	typed(p, "qjox?")
	if got := lastLine(p); !strings.HasPrefix(got, "Find  qjox?") {
		t.Errorf("typed was %q", got)
	}
	p = found("pa")
	p.Paste(tea.PasteMsg{Content: "ragraph\n7"})
	if !strings.Contains(lastLine(p), "1 of 1") {
		t.Errorf("pasted: %q", lastLine(p))
	}
	p.Press(pane.Keystroke("enter"))
	if p.Paste(tea.PasteMsg{Content: "x"}); !strings.Contains(lastLine(p), "1 of 1") {
		t.Error("text is pasted where none is typed")
	}
	if p.Press(pane.Keystroke("j")) != (pane.Handled{}) || p.Press(pane.Keystroke("X")) != (pane.Fetch{Item: 1, Again: true}) {
		t.Error("the keys of the pane do not work beside a search")
	}
}

func TestATextThatComesMeanwhileIsLookedThrough(t *testing.T) {
	p := found("paragraph 19")
	p.SetArticle(long(5))
	if got := lastLine(p); !strings.Contains(got, "not in this text") {
		t.Errorf("of the text that is gone there is still %q", got)
	}
	p.SetArticle(long(21))
	if got := lastLine(p); !strings.Contains(got, "1 of 1") {
		t.Errorf("in the new text there is %q", got)
	}
}

func TestAnEmptyTextIsNotLookedThrough(t *testing.T) {
	it := item(1, "Talks break off")
	it.Summary = ""
	p := opened(it, 60, 12)
	if _, said := p.Press(pane.Keystroke("ctrl+f")).(pane.Tell); !said {
		t.Error("nothing is said")
	}
}

func TestFindingFitsEverySize(t *testing.T) {
	for words, key := range map[string]string{"paragraph": "enter", strings.Repeat("外交部长", 40): "left"} {
		p := found(words)
		p.SetArticle(long(4))
		p.Press(pane.Keystroke(key))
		panetest.Sweep(t, p, panetest.Fits, func(int, int) { p.Scroll(3) })
	}
}

// reversed returns the words of a view that are drawn in reverse, the ends of
// lines as spaces.
func reversed(view string) string {
	var out strings.Builder
	on := false
	for line := range strings.SplitSeq(view, "\n") {
		for i, part := range strings.Split(line, "\x1b[") {
			if i > 0 {
				code, text, _ := strings.Cut(part, "m")
				on, part = on && code != "" || code == "7", text
			}
			if on {
				out.WriteString(part)
			}
		}
		out.WriteByte(' ')
	}
	return strings.Join(strings.Fields(out.String()), " ")
}

func TestWhatIsFoundIsMarkedAcrossStylesAndLines(t *testing.T) {
	for width := 20; width < 100; width += 7 {
		p := opened(item(1, "Talks break off"), width, 60)
		p.Focus(true)
		p.SetArticle(fetched(1, everyKind()...))
		p.Press(pane.Keystroke("ctrl+f"))
		typed(p, "of talks, broke off in the night without a common statement, as an observer")
		lines := strings.Split(p.View(), "\n")
		got := reversed(strings.Join(lines[:len(lines)-1], "\n"))
		if got != "of talks, broke off in the night without a common statement, as an observer" {
			t.Errorf("%d columns: marked is %q", width, got)
		}
	}
}
