package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/vt"

	"dateline/feeds"
	"dateline/ui/pane/panetest"
)

// fromRight are stories in scripts that run from right to left, and one about
// such words.
func fromRight() []feeds.Item {
	items := []feeds.Item{
		item(1, "السودان: الجيش والدعم السريع يوقعان هدنة لمدة 45 يومًا (تحديث)", "ML"),
		item(2, "ראש הממשלה אמר כי NATO תשלח 3.5% מהכוח עד ה-12 בחודש", "CN"),
		item(3, "The word שלום means peace", "JP"),
	}
	items[0].Summary = "قال الوزير إن المحادثات \"انتهت\" يوم الثلاثاء؛ وأضاف أن UN أرسلت 45 مراقبًا (منهم 12 طبيبًا)."
	return items
}

func TestTextFromRightToLeftInBothOrders(t *testing.T) {
	for name, visual := range map[string]bool{"logical": false, "visual": true} {
		t.Run(name, func(t *testing.T) {
			playOn(t, fromRight(), func(o *Options) { o.Visual = visual }, func(w *world) {
				panetest.Golden(t, "bidi "+name, panetest.Bare(w.m.View().Content))
			})
		})
	}
}

// What is turned stands in the same cells, so that no frame moves.
func TestTurnedTextMovesNoFrame(t *testing.T) {
	frames := map[bool][]string{}
	for _, visual := range []bool{false, true} {
		playOn(t, fromRight(), func(o *Options) { o.Visual = visual }, func(w *world) {
			term := vt.NewEmulator(120, 40)
			if _, err := term.WriteString(strings.ReplaceAll(w.m.View().Content, "\n", "\r\n")); err != nil {
				t.Fatal(err)
			}
			for y := range 40 {
				var row strings.Builder
				for x := range 120 {
					if c := term.CellAt(x, y); c != nil && strings.ContainsAny(c.Content, "│╭╮╰╯─▌●") {
						row.WriteString(c.Content)
					} else {
						row.WriteByte(' ')
					}
				}
				frames[visual] = append(frames[visual], row.String())
			}
			if visual && !strings.Contains(term.String(), "םולש") {
				t.Errorf("nothing is turned:\n%s", term)
			}
		})
	}
	for y, row := range frames[false] {
		if frames[true][y] != row {
			t.Errorf("row %d has its frames elsewhere:\n%s\n%s", y, row, frames[true][y])
		}
	}
	if !slices.ContainsFunc(frames[false], func(row string) bool { return strings.Contains(row, "│") }) {
		t.Error("no frame was seen")
	}
}
