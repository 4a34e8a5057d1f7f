package main

import (
	"flag"
	"fmt"
	"html"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/demo"
	"dateline/feeds/store"
	"dateline/ui"
	"dateline/ui/cli"
	"dateline/ui/pane"
)

var update = flag.Bool("update", false, "write the goldens and the picture of the README anew")

// newsday is the moment at which the demo is looked at.
var newsday = time.Date(2026, 11, 14, 9, 42, 0, 0, time.UTC)

// onDemo runs a test on the dashboard of the demo, all feeds read, in a bubble
// of fake time, so that it is the same to the last cell.
func onDemo(t *testing.T, test func(*looker)) {
	t.Helper()
	onDemoWith(t, "", test)
}

// onDemoWith is onDemo with settings of the test's own.
func onDemoWith(t *testing.T, settings string, test func(*looker)) {
	t.Helper()
	synctest.Test(t, func(t *testing.T) {
		time.Sleep(time.Until(newsday))
		h, err := open(t.Context(), cli.Settings{Demo: true, Config: configOf(t, settings)})
		if err != nil {
			t.Fatal(err)
		}
		defer func() {
			if err := h.close(); err != nil {
				t.Error(err)
			}
		}()
		if err := h.loader.Once(t.Context(), func(feeds.Event) {}); err != nil {
			t.Fatal(err)
		}
		o, err := h.options(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		o.Theme = "dark"
		o.Now = func() time.Time { return newsday }
		l := &looker{t: t, house: h, model: ui.Model(t.Context(), o, h.backend())}
		l.send(tea.WindowSizeMsg{Width: 120, Height: 40})
		l.do(l.model.Init())
		defer time.Sleep(2 * time.Minute) // the tick of the clock comes to its end
		test(l)
	})
}

// configOf writes settings to a file and returns its name.
func configOf(t *testing.T, settings string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "config.toml")
	if err := os.WriteFile(name, []byte(settings), 0o600); err != nil {
		t.Fatal(err)
	}
	return name
}

// looker presses keys on a model and looks at its view.
type looker struct {
	t     *testing.T
	house *house
	model tea.Model
}

// send hands over a message and runs what commands come of it. The tick of the
// clock, a minute away, is not waited for.
func (l *looker) send(msg tea.Msg) {
	if batch, ok := msg.(tea.BatchMsg); ok {
		for _, c := range batch {
			l.do(c)
		}
		return
	}
	var cmd tea.Cmd
	l.model, cmd = l.model.Update(msg)
	l.do(cmd)
}

func (l *looker) do(cmd tea.Cmd) {
	if cmd == nil {
		return
	}
	const patience = 10 * time.Second // of fake time: all but the clock answer by then
	answer := make(chan tea.Msg, 1)
	go func() { answer <- cmd() }()
	select {
	case msg := <-answer:
		if msg != nil {
			l.send(msg)
		}
	case <-time.After(patience):
	}
}

func (l *looker) press(keys ...string) {
	for _, k := range keys {
		l.send(pane.Keystroke(k))
	}
}

// to moves the cursor of the list down to the row whose headline holds words.
func (l *looker) to(words string) {
	l.t.Helper()
	const rows = 200
	for range rows {
		for line := range strings.Lines(ansi.Strip(l.at(200, 50))) {
			if row, _, _ := strings.Cut(line, "││"); strings.HasPrefix(row, "│▌") && strings.Contains(row, words) {
				return
			}
		}
		l.press("j")
	}
	l.t.Fatalf("no row is headed %q", words)
}

func (l *looker) at(width, height int) string {
	l.send(tea.WindowSizeMsg{Width: width, Height: height})
	return l.model.View().Content
}

func checkGolden(t *testing.T, name, got string) {
	t.Helper()
	if *update {
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(got), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	want, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.ReplaceAll(string(want), "\r\n", "\n"), got); diff != "" {
		t.Errorf("%s is not what is drawn now (-want +got); if that is meant, run go test . -update\n%s", name, diff)
	}
}

// look is a screen to be looked at, and the keys that lead there from the one
// before.
type look struct {
	name string
	keys []string
}

// looks compares screens with their goldens in all sizes.
func (l *looker) looks(all []look) {
	for _, s := range all {
		l.at(120, 40)
		l.press(s.keys...)
		for _, size := range [][2]int{{200, 50}, {120, 40}, {80, 24}, {40, 12}} {
			got := ansi.Strip(l.at(size[0], size[1])) + "\n"
			checkGolden(l.t, filepath.Join("testdata", "screens", fmt.Sprintf("%s-%dx%d.txt", s.name, size[0], size[1])), got)
		}
	}
}

// TestScreens compares the dashboard of the demo with the goldens.
func TestScreens(t *testing.T) {
	onDemo(t, func(l *looker) {
		l.looks([]look{{"start", nil}})
		l.to("Notebook: the night ferry")
		l.looks([]look{
			{"open", []string{"enter"}},
			{"page", []string{"x"}},
			{"region", []string{"esc", "f"}},
			{"health", []string{"esc", "e"}},
			{"feed", []string{"enter"}},
			{"why", []string{"esc", "esc", "w"}},
			{"reach", []string{"-"}},
			{"overview", []string{"esc", "esc", "v"}},
			{"help", []string{"esc", "?"}},
			{"related", []string{"esc", "tab", "tab"}},
			{"rising", []string{"esc", "esc", "g", "S", "S", "g"}},
		})
		l.press("S", "S", "g")
		l.to("Sudan army and RSF")
		l.looks([]look{
			{"sources", []string{"enter", "]", "]", "G"}},
			{"joined", []string{"w"}},
		})
	})
	onDemo(t, func(l *looker) {
		l.to("Badakhshan")
		l.looks([]look{{"wire", []string{"enter"}}})
		l.press("esc", "g")
		l.to("Kigoma")
		l.looks([]look{{"chain", []string{"enter", "tab", "G"}}})
		l.press("esc", "esc", "g")
		l.again()
		l.looks([]look{{"edition", []string{"0"}}})
		l.to("Badakhshan")
		l.looks([]look{{"wording", []string{"w", "G"}}})
	})
	onDemo(t, reading)
	onDemoWith(t, "[screen]\nper_source = 1", func(l *looker) {
		l.looks([]look{{"loud", nil}, {"held", []string{"H"}}})
	})
}

// reading looks at a text that is read in two sessions.
func reading(l *looker) {
	const headline = "Ukraine and Russia exchange"
	l.to(headline)
	l.press("enter", "x", "esc")
	items, err := l.house.store.Items(l.t.Context(), store.Query{})
	if err != nil {
		l.t.Fatal(err)
	}
	i := slices.IndexFunc(items, func(it feeds.Item) bool { return strings.HasPrefix(it.Title, headline) })
	stop := feeds.Bookmark{Item: items[i].ID, Block: 5, Percent: 52, Whole: true, Kept: newsday.AddDate(0, 0, -1)}
	if err := l.house.store.SaveBookmark(l.t.Context(), stop); err != nil {
		l.t.Fatal(err)
	}
	l.looks([]look{
		{"stopped", []string{"J", "K"}},
		{"continued", []string{"enter"}},
		{"find", []string{"ctrl+f", "o", "f", "space", "t", "h", "e"}},
	})
}

// TestPicture keeps the picture of the README equal to the screen.
func TestPicture(t *testing.T) {
	onDemo(t, func(l *looker) {
		l.to("Kigoma")
		l.press("enter")
		checkGolden(t, filepath.Join("docs", "screen.svg"), svg(l.at(132, 46), 132, 46))
	})
}

// The cell of the picture in pixels.
const (
	cellWidth  = 8.4
	cellHeight = 18
)

// svg draws painted lines as a picture.
func svg(content string, width, height int) string {
	var b strings.Builder
	fmt.Fprintf(&b, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %d" font-family="ui-monospace,Menlo,Consolas,'DejaVu Sans Mono',monospace" font-size="14">`,
		float64(width)*cellWidth+16, height*cellHeight+16)
	b.WriteString("\n<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#16181d\"/>\n")
	for y, line := range strings.Split(content, "\n") {
		x := 0
		for _, r := range runs(line) {
			w := pane.Width(r.text)
			r.draw(&b, x, y, w)
			x += w
		}
	}
	b.WriteString("</svg>\n")
	return b.String()
}

// styled is text in one style.
type styled struct {
	text, fg, bg                  string
	bold, italic, under, reversed bool
}

func (s styled) draw(b *strings.Builder, x, y, w int) {
	left, top := 8+float64(x)*cellWidth, 8+y*cellHeight
	fg, bg := s.fg, s.bg
	if fg == "" {
		fg = "#d8dbe2"
	}
	if s.reversed {
		fg, bg = "#16181d", fg
	}
	if bg != "" {
		fmt.Fprintf(b, `<rect x="%.1f" y="%d" width="%.1f" height="%d" fill="%s"/>`+"\n", left, top, float64(w)*cellWidth, cellHeight, bg)
	}
	if strings.TrimSpace(s.text) == "" {
		return
	}
	more := ""
	if s.bold {
		more += ` font-weight="bold"`
	}
	if s.italic {
		more += ` font-style="italic"`
	}
	if s.under {
		more += ` text-decoration="underline"`
	}
	fmt.Fprintf(b, `<text x="%.1f" y="%d" fill="%s"%s textLength="%.1f" lengthAdjust="spacingAndGlyphs" xml:space="preserve">%s</text>`+"\n",
		left, top+14, fg, more, float64(w)*cellWidth, html.EscapeString(s.text))
}

// runs splits a painted line where its style changes.
func runs(line string) []styled {
	var out []styled
	var now styled
	for line != "" {
		text, rest, found := strings.Cut(line, "\x1b[")
		if text != "" {
			now.text = text
			out = append(out, now)
		}
		if !found {
			break
		}
		var codes string
		codes, line, _ = strings.Cut(rest, "m")
		now = now.with(strings.Split(codes, ";"))
	}
	return out
}

// with returns s after the codes of one SGR sequence.
func (s styled) with(codes []string) styled {
	for i := 0; i < len(codes); i++ {
		switch codes[i] {
		case "", "0":
			s = styled{}
		case "1":
			s.bold = true
		case "3":
			s.italic = true
		case "4":
			s.under = true
		case "7":
			s.reversed = true
		case "38", "48":
			if i+4 < len(codes) {
				c := "#"
				for _, v := range codes[i+2 : i+5] {
					n, _ := strconv.Atoi(v)
					c += fmt.Sprintf("%02x", n)
				}
				if codes[i] == "38" {
					s.fg = c
				} else {
					s.bg = c
				}
				i += 4
			}
		}
	}
	return s
}

// TestTheScreenKnowsWhichHoursWereObserved compares the hours of the watch with
// those that a round of visits left in the store, and with those of the demo.
func TestTheScreenKnowsWhichHoursWereObserved(t *testing.T) {
	onDemo(t, func(l *looker) {
		now := feeds.HourOf(newsday)
		for _, demo := range []bool{false, true} {
			l.house.set.Demo = demo
			got, err := l.house.watch(l.t.Context())
			if err != nil {
				t.Fatal(err)
			}
			if !got[now] || got[now-23] != demo || got[now-24] {
				t.Errorf("demo %v: the hours are %v, now is %d", demo, got, now)
			}
		}
	})
}

// TestTheDemoIsToldRight compares the stories and the tags of the demo with
// what its authors know of it: which items tell one event, and about whom.
func TestTheDemoIsToldRight(t *testing.T) {
	onDemo(t, func(l *looker) {
		items, err := l.house.store.Items(l.t.Context(), store.Query{})
		if err != nil {
			t.Fatal(err)
		}
		events, countries := demo.Events(), demo.Countries()
		var joins, across, tags score
		for i, a := range items {
			if events[a.URL] == "" {
				continue
			}
			if a.Language == "en" {
				for _, c := range feeds.Codes(a.Tags.Countries) {
					tags.said(slices.Contains(countries[a.URL], c))
				}
				tags.due += len(countries[a.URL])
			}
			for _, b := range items[:i] {
				switch {
				case events[b.URL] == "":
				case a.Language != b.Language:
					across.pair(a.Story == b.Story, events[a.URL] == events[b.URL])
				case a.Language == "en":
					joins.pair(a.Story == b.Story, events[a.URL] == events[b.URL])
				}
			}
		}
		t.Logf("joins %v, across languages %v, tags %v", joins, across, tags)
		if joins.precision() < .85 || joins.recall() < .85 {
			t.Errorf("stories of the demo: %v", joins)
		}
		if across.precision() < .9 || across.recall() < .5 {
			t.Errorf("stories of the demo across languages: %v", across)
		}
		if tags.precision() < .85 || tags.recall() < .75 {
			t.Errorf("tags of the demo: %v", tags)
		}
	})
}

// score counts what was said, what of it is right, and what was due.
type score struct{ all, right, due int }

func (s *score) said(right bool) {
	s.all++
	if right {
		s.right++
	}
}

// pair counts two items that are said to tell one event, or do.
func (s *score) pair(said, same bool) {
	if said {
		s.said(same)
	}
	if same {
		s.due++
	}
}

func (s score) precision() float64 { return float64(s.right) / float64(max(1, s.all)) }
func (s score) recall() float64    { return float64(s.right) / float64(max(1, s.due)) }
func (s score) String() string {
	return fmt.Sprintf("precision %.2f, recall %.2f of %d", s.precision(), s.recall(), s.due)
}
