// Package panetest is what the tests of the panes share: golden files, views
// without styles, presses of keys, and a sweep over sizes. It knows a pane only
// as a pane.Pane, holds no fixtures and judges no words: those are the room's.
// Tests of the rooms below ui call it. The program never does, so it is not
// part of the binary.
package panetest

import (
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"dateline/ui/pane"
)

var update = flag.Bool("update", false, "write the golden files anew")

// Golden compares got with the file of that name in testdata, which -update
// writes anew.
func Golden(t testing.TB, name, got string) {
	t.Helper()
	file := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), got); diff != "" {
		t.Errorf("%s, -want +got:\n%s", file, diff)
	}
}

// Bare returns a view without styles and without blanks at the ends of lines.
func Bare(view string) string {
	var out strings.Builder
	for l := range strings.SplitSeq(ansi.Strip(view), "\n") {
		out.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	return out.String()
}

// ASCII checks that a bare view can be shown by every terminal.
func ASCII(t testing.TB, view string) {
	t.Helper()
	if i := strings.IndexFunc(view, func(r rune) bool { return r > '~' }); i >= 0 {
		t.Errorf("%.20q is not ASCII", view[i:])
	}
}

// Press presses keys, parted by blanks, and returns the last answer.
func Press(p pane.Pane, keys string) pane.Action {
	var last pane.Action
	for k := range strings.FieldsSeq(keys) {
		last = p.Press(pane.Keystroke(k))
	}
	return last
}

// Fits checks what every pane promises: a view of height lines, each of at
// most width cells.
func Fits(t testing.TB, view string, width, height int) {
	t.Helper()
	measure(t, view, width, height, func(cells int) bool { return cells <= width })
}

// Fills checks that a view fills its place: height lines of width cells.
func Fills(t testing.TB, view string, width, height int) {
	t.Helper()
	measure(t, view, width, height, func(cells int) bool { return cells == width || height == 0 })
}

func measure(t testing.TB, view string, width, height int, right func(cells int) bool) {
	t.Helper()
	if n := strings.Count(view, "\n") + 1; n != max(1, height) {
		t.Fatalf("%dx%d: %d lines", width, height, n)
	}
	for l := range strings.SplitSeq(view, "\n") {
		if w := pane.PaintedWidth(l); !right(w) {
			t.Fatalf("%dx%d: %q takes %d cells", width, height, l, w)
		}
	}
}

// Sweep gives a pane sizes from nothing to 200x60. Its view must pass check,
// which is Fits or Fills, in each size: at once, and after play.
func Sweep(t testing.TB, p pane.Pane, check func(t testing.TB, view string, width, height int), play func(width, height int)) {
	t.Helper()
	for w := 0; w <= 200; w += 1 + w/15 {
		for _, h := range []int{0, 1, 2, 3, 4, 5, 8, 11, 24, 60} {
			p.Resize(w, h)
			check(t, p.View(), w, h)
			play(w, h)
			check(t, p.View(), w, h)
		}
	}
}
