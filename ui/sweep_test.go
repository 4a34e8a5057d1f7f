package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/ui/pane"
)

// awkward is a list of stories that break columns if anything does.
func awkward() []feeds.Item {
	long := "A headline that goes on and on, far beyond what any column can hold, with 中文字符 and ไทย and हिन्दी and العربية in it, and a word of " +
		"Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüssel length"
	items := []feeds.Item{
		item(1, long, "CN", "RU", "ML", "JP"),
		item(2, "北京与东京恢复会谈并讨论边境问题以及贸易协定的下一步安排", "CN"),
		item(3, "المحادثات تستأنف في العاصمة بعد أسبوع من الصمت", "ML"),
		item(4, "👩‍👩‍👧‍👦🇯🇵 e\u0301\u0302 ❤️ 1️⃣ signs", "JP"),
		item(5, "x"),
	}
	items[0].Starred, items[1].Read, items[2].Date = true, true, feeds.DateMissing
	return items
}

func TestNoSizeSpillsOrPanics(t *testing.T) {
	if testing.Short() {
		t.Skip("the sweep over all sizes takes seconds")
	}
	states := map[string][]string{
		"list": {}, "article": {"enter"}, "related": {"tab", "tab"}, "zen": {"z"}, "zen article": {"enter", "z"}, "dense": {"D"},
		"help": {"?"}, "picker": {"f"}, "palette": {":"}, "health": {"e"}, "why": {"w"}, "overview": {"v"}, "search": {"/", "x"},
		"country": {"w", "+"}, "reach": {"w", "-"}, "words": {"w", "+", "enter", "x"}, "message": {"A"},
	}
	for name, keys := range states {
		t.Run(name, func(t *testing.T) {
			play(t, awkward(), func(w *world) {
				w.health = []feeds.Health{{Feed: "ledger", Failure: &feeds.Failure{Kind: feeds.FailTimeout}}, {Feed: "courier"}}
				w.press(keys...)
				w.send(loaded(item(6, "Waits", "CN")))
				for _, asOne := range []bool{false, true} {
					if asOne {
						w.send(tea.ModeReportMsg{Mode: ansi.ModeUnicodeCore, Value: ansi.ModeReset})
					}
					sweep(t, w, asOne)
				}
			})
		})
	}
}

// sweep draws the screen in many sizes.
func sweep(t *testing.T, w *world, asOne bool) {
	t.Helper()
	for _, width := range []int{1, 2, 3, 5, 8, 12, 20, 33, 40, 55, 59, 60, 61, 79, 80, 99, 100, 101, 120, 159, 200, 400} {
		for _, height := range []int{1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12, 24, 40, 50, 120} {
			w.send(tea.WindowSizeMsg{Width: width, Height: height})
			checkSize(t, w.m.lines(), width, height, asOne)
		}
	}
}

func checkSize(t *testing.T, lines []string, width, height int, asOne bool) {
	t.Helper()
	if len(lines) != height {
		t.Fatalf("%dx%d: %d lines", width, height, len(lines))
	}
	for i, l := range lines {
		if got := pane.ShownWidth(l, asOne); got != width {
			t.Fatalf("%dx%d: line %d is %d cells wide: %q", width, height, i, got, l)
		}
	}
}

func TestLayoutFillsTheBodyOnce(t *testing.T) {
	for w := range 401 {
		for _, h := range []int{0, 1, 2, 3, 8, 10, 11, 12, 24, 50, 120} {
			for focus := range spots {
				for _, zen := range []bool{false, true} {
					f := layout(w, h, focus, zen)
					area := 0
					for _, b := range f.boxes {
						if b.X < 0 || b.Y < 0 || b.X+b.W > w || b.Y+b.H > h {
							t.Fatalf("%dx%d focus %d: %+v leaves the screen", w, h, focus, b)
						}
						area += b.W * b.H
					}
					body := h - 2
					if h < 3 {
						body = h
					}
					if f.strip {
						body--
					}
					if area != w*body {
						t.Fatalf("%dx%d focus %d zen %v: panes cover %d of %d cells", w, h, focus, zen, area, w*body)
					}
					if f.boxes[focus].H == 0 && w*h > 0 {
						t.Fatalf("%dx%d: the focused pane is not shown", w, h)
					}
				}
			}
		}
	}
}

// TestTheFocusTakesRows: on a medium screen what is below the list grows when the
// reader goes there, on a low wide one the text; what gives rows keeps some.
func TestTheFocusTakesRows(t *testing.T) {
	for _, tt := range []struct{ height, list, text int }{{11, 5, 5}, {24, 13, 16}, {30, 17, 20}, {34, 19, 20}, {40, 23, 23}} {
		list, text := layout(120, tt.height, onList, false), layout(120, tt.height, onArticle, false)
		if got := [2]int{list.boxes[onArticle].H, text.boxes[onArticle].H}; got != [2]int{tt.list, tt.text} {
			t.Errorf("%d rows: the text has %v of them, want %d and %d", tt.height, got, tt.list, tt.text)
		}
	}
	for h := mediumRows + 2; h < 121; h++ {
		list, text := layout(80, h, onList, false), layout(80, h, onArticle, false)
		if text.boxes[onArticle].H <= list.boxes[onArticle].H {
			t.Errorf("%d rows: the text has %d of them, and %d when the list is focused", h, text.boxes[onArticle].H, list.boxes[onArticle].H)
		}
		if text.boxes[onList].H < 3 {
			t.Errorf("%d rows: %d are left to the list", h, text.boxes[onList].H)
		}
		if related := layout(80, h, onRelated, false); related.boxes[onList] != text.boxes[onList] {
			t.Errorf("%d rows: the list has %+v beside related, %+v beside the text", h, related.boxes[onList], text.boxes[onList])
		}
	}
}

func BenchmarkView(b *testing.B) {
	items := make([]feeds.Item, 0, 10000)
	for i := range cap(items) {
		items = append(items, item(i+1, "Ministers meet in Tokyo to speak about the border and the price of grain", "JP", "CN"))
	}
	m := newModel(b.Context(), Options{Atlas: atlas, Items: items, Theme: "dark", Now: testClock}, Backend{})
	m.Update(tea.WindowSizeMsg{Width: 200, Height: 50})
	down := pane.Keystroke("j")
	b.ReportAllocs()
	for b.Loop() {
		m.Update(down)
		m.View()
	}
}
