package ui

import (
	"context"
	"errors"
	"slices"
	"testing"
	"testing/synctest"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
	"dateline/ui/pane"
)

// tools are commands of the reader's own, and what they were given.
type tools struct {
	given   []feeds.Article
	answer  string
	refused error
	wait    chan struct{} // what runs waits for it, or for its end
	ended   []string      // commands that were ended
}

// run is what the commands do.
func (x *tools) run(ctx context.Context, name string, a feeds.Article) ([]feeds.Block, error) {
	x.given = append(x.given, a)
	select {
	case <-x.wait:
	case <-ctx.Done():
		x.ended = append(x.ended, name)
		return nil, ctx.Err()
	}
	if x.answer == "" {
		return nil, x.refused
	}
	return []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: x.answer}}}}, x.refused
}

// withTools runs a test on a screen with commands of the reader's own.
func withTools(t *testing.T, pipes []Pipe, test func(*world, *tools)) {
	t.Helper()
	playOn(t, three(), func(o *Options) { o.Pipes = pipes }, func(w *world) {
		x := &tools{answer: "Un accord.", wait: make(chan struct{})}
		close(x.wait)
		w.m.back.Pipe = x.run
		w.press("enter")
		test(w, x)
	})
}

var (
	translate = Pipe{Name: "translate", Program: "trans", Key: "T", Shown: true}
	speak     = Pipe{Name: "speak", Program: "say"}
)

func TestACommandsOutputStandsInPlaceOfTheText(t *testing.T) {
	withTools(t, []Pipe{translate}, func(w *world, x *tools) {
		w.press("|")
		w.sees("translate: output of trans · esc shows the article", "The feed's text was given to it.", "Un accord.")
		w.seesNot("Summary of")
		if len(x.given) != 1 || x.given[0].Item != 1 {
			t.Errorf("given %v", x.given)
		}
		w.press("esc")
		w.sees("Summary of")
		w.press("T") // its own key
		w.sees("Un accord.")
		w.press("J")
		w.seesNot("Un accord.")
		w.press("K")
		w.sees("Summary of")
	})
}

func TestSeveralCommandsAreOffered(t *testing.T) {
	withTools(t, []Pipe{translate, speak}, func(w *world, _ *tools) {
		w.press("|")
		w.sees("Give the text to a command", "translate", "say")
		w.press("2")
		w.sees("speak has ended.", "Summary of")
	})
}

func TestWithoutACommandTheSettingIsNamed(t *testing.T) {
	withTools(t, nil, func(w *world, _ *tools) {
		w.press("|")
		w.sees("[[pipe]] in config.toml")
	})
}

func TestHowCommandsFail(t *testing.T) {
	withTools(t, []Pipe{translate}, func(w *world, x *tools) {
		x.refused = errors.New("its output was cut at 1 MB")
		w.press("|")
		w.sees("translate failed: its output was cut at 1 MB.", "Un accord.")
		x.answer = ""
		w.press("|")
		w.sees("translate failed:", "Summary of")
		x.refused = nil
		w.press("|")
		w.sees("translate has ended and printed no text.", "Summary of")
	})
}

// begin presses a key and leaves what comes of it running; what it brings is
// in the channel.
func begin(w *world, key string) <-chan tea.Msg {
	out := make(chan tea.Msg, 1)
	_, cmd := w.m.Update(pane.Keystroke(key))
	go func() { out <- cmd() }()
	synctest.Wait()
	return out
}

func TestEscEndsACommand(t *testing.T) {
	for _, p := range []Pipe{translate, speak} {
		withTools(t, []Pipe{p}, func(w *world, x *tools) {
			x.wait = nil
			out := begin(w, "|")
			w.sees(p.Name)
			w.press("esc")
			synctest.Wait()
			w.send(<-out)
			if !slices.Equal(x.ended, []string{p.Name}) {
				t.Errorf("ended: %v", x.ended)
			}
			w.sees("Summary of")
			if w.m.focus != onArticle {
				t.Error("esc led away")
			}
		})
	}
}

func TestALateAnswerIsDropped(t *testing.T) {
	withTools(t, []Pipe{translate}, func(w *world, x *tools) {
		x.wait = make(chan struct{})
		out := begin(w, "|")
		w.sees("translate: trans is running… · esc shows the article")
		w.press("J")
		synctest.Wait()
		if !slices.Equal(x.ended, []string{"translate"}) {
			t.Errorf("ended: %v", x.ended)
		}
		w.send(<-out)
		w.sees("Summary of")
		w.press("K")
		w.sees("Summary of")
		w.seesNot("translate:")
	})
}

func TestReadingAloudGoesOnWhileTheReaderMovesOn(t *testing.T) {
	withTools(t, []Pipe{speak}, func(w *world, x *tools) {
		x.wait = make(chan struct{})
		out := begin(w, "|")
		w.sees("speak is running. esc ends it.")
		w.press("J")
		synctest.Wait()
		close(x.wait)
		w.send(<-out)
		w.sees("speak has ended.")
	})
}
