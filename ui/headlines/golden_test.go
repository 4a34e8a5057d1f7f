package headlines

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

// golden compares got with a file of testdata.
func golden(t *testing.T, name, got string) {
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
	if diff := cmp.Diff(string(want), got); diff != "" {
		t.Errorf("%s, -want +got:\n%s", file, diff)
	}
}

// bare returns a view without styles and without blanks at the ends of lines.
func bare(view string) string {
	var out strings.Builder
	for l := range strings.SplitSeq(ansi.Strip(view), "\n") {
		out.WriteString(strings.TrimRight(l, " ") + "\n")
	}
	return out.String()
}

// fits checks that a view fills its place: height lines of width cells.
func fits(t *testing.T, view string, width, height int) {
	t.Helper()
	if n := strings.Count(view, "\n") + 1; n != max(1, height) {
		t.Fatalf("%dx%d: %d lines", width, height, n)
	}
	for l := range strings.SplitSeq(view, "\n") {
		if w := pane.PaintedWidth(l); height > 0 && w != width {
			t.Fatalf("%dx%d: %q takes %d cells", width, height, l, w)
		}
	}
}

// sweep calls at with sizes from nothing to 200x60.
func sweep(at func(width, height int)) {
	for w := 0; w <= 200; w += 1 + w/15 {
		for _, h := range []int{0, 1, 2, 3, 4, 5, 8, 11, 24, 60} {
			at(w, h)
		}
	}
}
