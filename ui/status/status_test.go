package status

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/ansi"

	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
)

func bar() *Bar { return New(theme.New(true, false)) }

// busy is everything the header can say at once.
func busy() Facts {
	return Facts{
		Filter: "Middle East + China", Filtered: true, Search: "strait", Sort: "most covered", Stories: 412, Unread: 57,
		Done: 83, Total: 120, Failing: 2, Demo: true, Offline: true, Clock: time.Date(2026, 11, 14, 11, 42, 0, 0, time.UTC),
	}
}

func calm() Facts {
	return Facts{Filter: "All regions", Stories: 1, Clock: time.Date(2026, 11, 14, 11, 42, 0, 0, time.UTC)}
}

// exact checks a line for its width and returns it without styles.
func exact(t *testing.T, line string, width int) string {
	t.Helper()
	if got := pane.PaintedWidth(line); got != width || strings.Contains(line, "\n") {
		t.Fatalf("%q takes %d of %d cells", line, got, width)
	}
	return ansi.Strip(line)
}

func TestHeaders(t *testing.T) {
	long := busy()
	long.Filter = "Middle East + East Asia + South-East Asia + West Africa + Central and Southern Africa"
	long.Search = "a search for rather many words at once"
	var out strings.Builder
	brief := busy()
	brief.Filter, brief.Brief = "Middle East or East Asia or West Africa without Israel, Iran", "Middle East +2 without Israel +1"
	for _, f := range []Facts{calm(), busy(), long, brief} {
		for _, w := range []int{160, 120, 100, 80, 60, 40, 20} {
			fmt.Fprintf(&out, "%4d %s|\n", w, exact(t, bar().Header(f, w), w))
		}
	}
	panetest.Golden(t, "headers", out.String())
}

func TestTheHeaderAtEveryWidth(t *testing.T) {
	for _, tt := range []struct {
		facts Facts
		parts []string // the most important first
	}{
		{busy(), []string{
			"Middle East + China ▾", "DEMO", "/strait", "OFFLINE", "2 failing", "⟳ 83/120", "most covered", "412 stories · 57 unread", "dateline", "11:42",
		}},
		{calm(), []string{"1 story · 0 unread", "All regions ▾", "dateline", "11:42"}},
	} {
		for w := range 201 {
			got := exact(t, bar().Header(tt.facts, w), w)
			room := w
			for _, p := range tt.parts {
				gap := 2
				if strings.Contains("2 failing ⟳ 83/120 11:42", p) { // at the right end
					gap = 3
				}
				fits := pane.Width(p)+gap <= room
				if fits {
					room -= pane.Width(p) + gap
				}
				if has := strings.Contains(got, p); has != fits && w > 26 {
					t.Errorf("%d cells, %q: shown %v, fits %v: %q", w, p, has, fits, got)
				}
			}
		}
	}
}

func TestTheFilterInForceIsCutLast(t *testing.T) {
	f := busy()
	for w := 26; w < 200; w++ {
		if got := exact(t, bar().Header(f, w), w); !strings.Contains(got, "Middle East + China ▾") {
			t.Errorf("%d cells: the filter is cut: %q", w, got)
		}
	}
	f.Filter = strings.Repeat("東京 + ", 40)
	for w := 8; w < 200; w++ {
		if got := exact(t, bar().Header(f, w), w); !strings.Contains(got, "… ▾") {
			t.Errorf("%d cells: a long filter is %q", w, got)
		}
	}
}

func TestFooterShowsKeysThatFit(t *testing.T) {
	r := pane.Remap{"gone": {}}
	keys := []pane.Key{
		r.Bind("down", "move", "j", "down"), r.Bind("open", "open", "enter"), r.Bind("gone", "never shown", "x"), r.Bind("help", "help", "?"),
	}
	tests := []struct {
		width int
		want  string
	}{
		{40, " j move  ⏎ open  ? help"},
		{24, " j move  ⏎ open  ? help"},
		{23, " j move  ? help"},
		{8, " ? help"},
		{7, " ? help"},
		{0, ""},
	}
	for _, tt := range tests {
		if got := strings.TrimRight(exact(t, bar().Footer(keys, tt.width), tt.width), " "); got != tt.want {
			t.Errorf("%d cells: %q, want %q", tt.width, got, tt.want)
		}
	}
	plain := New(theme.New(true, true))
	if got := strings.TrimRight(exact(t, plain.Footer(keys, 40), 40), " "); got != " j move  enter open  ? help" {
		t.Errorf("in ASCII: %q", got)
	}
}

func TestMessages(t *testing.T) {
	b := bar()
	steps := []struct {
		name string
		do   func()
		want string
	}{
		{"told", func() { b.Tell("3 stories marked as read. U takes it back.") }, " 3 stories marked as read. U takes it back."},
		{"failed", func() { b.Alert("The search failed: \x1b[31mdisk\nfull\u202e") }, " The search failed: disk full"},
		{"cut", func() { b.Tell(strings.Repeat("long ", 30)) }, " long long long long long long long long long lo…"},
		{"other look", func() { b.Tell("東京"); b.SetTheme(theme.New(false, true)) }, " 東京"},
		{"gone", b.Clear, ""},
		{"goes on", func() { b.Wait("asking") }, " asking"},
		{"is over", b.Done, ""},
		{"something else since", func() { b.Wait("asking"); b.Tell("starred"); b.Done() }, " starred"},
		{"a failure since", func() { b.Wait("asking"); b.Alert("failed"); b.Done() }, " failed"},
	}
	for _, s := range steps {
		s.do()
		if got := strings.TrimRight(exact(t, b.Footer(nil, 50), 50), " "); got != s.want {
			t.Errorf("%s: %q, want %q", s.name, got, s.want)
		}
	}
}

func TestAFailureLooksUnlikeAMessage(t *testing.T) {
	b := bar()
	b.Tell("done")
	told := b.Footer(nil, 20)
	b.Alert("done")
	if b.Footer(nil, 20) == told {
		t.Error("a failure looks like a message")
	}
}

func TestPrompt(t *testing.T) {
	tests := []struct {
		typed, found string
		width        int
		want         string
	}{
		{"", "", 20, " /                  "},
		{"mali", "3 stories", 30, " /mali              3 stories "},
		{"a long search for words", "3 stories", 30, " /search for words  3 stories "},
		{"a long search for words", "3 stories", 20, " / search for words "},
		{"mali", "東京", 20, " /mali         東京 "},
		{"mali", "3 stories", 4, " /i "},
		{"mali", "3 stories", 1, " "},
		{"mali", "3 stories", 0, ""},
	}
	for _, tt := range tests {
		in := pane.NewInput()
		in.Set(tt.typed)
		got := exact(t, bar().Prompt(in, tt.found, tt.width), tt.width)
		if got != tt.want {
			t.Errorf("%q in %d cells: %q, want %q", tt.typed, tt.width, got, tt.want)
		}
	}
}
