package launch

import (
	"bytes"
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
)

func plain(blocks []feeds.Block) string {
	var out []string
	for _, b := range blocks {
		out = append(out, b.Plain())
	}
	return strings.Join(out, "|")
}

// run runs a program on a text.
func run(t *testing.T, acts, text string, limit time.Duration) ([]feeds.Block, error) {
	t.Helper()
	var p Pipes
	defer p.Close()
	return p.Run(t.Context(), Job{
		Command: []string{program(t, acts, "tool"), "$(id)"}, Text: text, Limit: limit,
		Environ: []string{"DATELINE_TITLE=Talks; `reboot`", "DATELINE_URL=https://x.example"},
	})
}

func TestWhatACommandPrints(t *testing.T) {
	tests := []struct{ name, acts, text, want, fails string }{
		{"the text", "cat", "Talks\n\nFirst\nline.\n\n\n  Second.", "Talks|First line.|Second.", ""},
		{"hostile text", "cat", "a\x1b]52;c;eA==\x07b\x1b[2Jc\x9b31m\u202ed\r\ne\n\n\xff\xfe\u200b", "abcd e", ""},
		{"no text", "cat", "\x7fELF\x00\x01", "", ""},
		{"nothing", "cat", "", "", ""},
		{"its surroundings", "environ", "", "Talks; `reboot` 2 https://x.example", ""},
		{"an error", "complain", "", "half a text", "tool ended with code 2: no such language"},
		{"deaf", "deaf", strings.Repeat("x", 1<<20), "done", ""},
		{"detached", "terminal", "", "screen: false", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := run(t, tt.acts, tt.text, time.Minute)
			if plain(got) != tt.want || tt.fails == "" && err != nil {
				t.Errorf("%q, %v; want %q", plain(got), err, tt.want)
			}
			if tt.fails != "" {
				checkError(t, err, tt.fails)
			}
		})
	}
}

func TestAFloodIsCut(t *testing.T) {
	got, err := run(t, "flood", "", time.Minute)
	checkError(t, err, "cut at 1 MB")
	if n := len(plain(got)); n < maxOutput-10 || n > maxOutput {
		t.Errorf("%d bytes are shown", n)
	}
}

func TestAnEndlessCommandIsEnded(t *testing.T) {
	_, err := run(t, "silent", "", 50*time.Millisecond)
	checkError(t, err, "it took longer than 50ms")
}

func TestAMissingCommandIsTold(t *testing.T) {
	var p Pipes
	_, err := p.Run(t.Context(), Job{Command: []string{"no-such-tool"}, Limit: time.Minute})
	checkError(t, err, "no-such-tool is not installed")
}

// gone waits until something is no longer there.
func gone(t *testing.T, alive func() bool) {
	t.Helper()
	for deadline := time.Now().Add(20 * time.Second); alive(); time.Sleep(5 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal("a process is still there")
		}
	}
}

func TestLeavingEndsTheWholeFamily(t *testing.T) {
	for name, leave := range map[string]func(p *Pipes, cancel func()){
		"esc":  func(_ *Pipes, cancel func()) { cancel() },
		"quit": func(p *Pipes, _ func()) { p.Close() },
	} {
		t.Run(name, func(t *testing.T) {
			file := filepath.Join(t.TempDir(), "words")
			t.Setenv("RECORD", file)
			job := Job{Command: []string{program(t, "guardian", "guardian")}, Limit: time.Hour}
			ctx, cancel := context.WithCancel(t.Context())
			defer cancel()
			var p Pipes
			ended := make(chan error, 1)
			go func() {
				_, err := p.Run(ctx, job)
				ended <- err
			}()
			recorded(t, file)
			leave(&p, cancel)
			if err := <-ended; !errors.Is(err, context.Canceled) {
				t.Errorf("ended with %v", err)
			}
			gone(t, func() bool { return isRunning(t, job.Command[0]) })
			p.Close()
			if _, err := p.Run(t.Context(), job); !errors.Is(err, context.Canceled) {
				t.Errorf("a command began after the end: %v", err)
			}
		})
	}
}

func TestWhatACommandLeavesBehindIsEnded(t *testing.T) {
	t.Setenv("RECORD", filepath.Join(t.TempDir(), "words"))
	var p Pipes
	defer p.Close()
	name := program(t, "parent", "parent")
	got, err := p.Run(t.Context(), Job{Command: []string{name}, Limit: time.Minute})
	if plain(got) != "begun" || err != nil {
		t.Errorf("%q, %v", plain(got), err)
	}
	gone(t, func() bool { return isRunning(t, name) })
}

// isRunning says whether a process was started by that name.
func isRunning(t *testing.T, name string) bool {
	t.Helper()
	files, _ := filepath.Glob("/proc/[0-9]*/cmdline")
	if len(files) == 0 {
		t.Skip("processes are not listed here")
	}
	for _, f := range files {
		if words, err := os.ReadFile(f); err == nil && bytes.HasPrefix(words, []byte(name+"\x00")) {
			return true
		}
	}
	return false
}

func TestEnviron(t *testing.T) {
	got := Environ(feeds.Article{Title: "Talks\x1b[31m\nbegin\x00", URL: "https://x.example/a b", Language: "zh-Hant"})
	want := []string{"DATELINE_TITLE=Talks begin", "DATELINE_URL=https://x.example/a%20b", "DATELINE_LANGUAGE=zh-Hant"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	got = Environ(feeds.Article{URL: "javascript:x", Language: "() { x; }"})
	if diff := cmp.Diff([]string{"DATELINE_TITLE=", "DATELINE_URL=", "DATELINE_LANGUAGE="}, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func TestBlocks(t *testing.T) {
	got := Blocks([]byte("In short:\n- one\n  goes on\n* two\n\n 3) three\n– four\nFive-fold\n\n"))
	want := []feeds.Block{
		{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "In short:"}}},
		{Kind: feeds.ListEntry, Level: 1, Spans: []feeds.Span{{Text: "one goes on"}}},
		{Kind: feeds.ListEntry, Level: 1, Spans: []feeds.Span{{Text: "two"}}},
		{Kind: feeds.ListEntry, Level: 1, Number: 3, Spans: []feeds.Span{{Text: "three"}}},
		{Kind: feeds.ListEntry, Level: 1, Spans: []feeds.Span{{Text: "four Five-fold"}}},
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

func FuzzBlocks(f *testing.F) {
	for _, s := range []string{"a\n\nb\r\n- c", "\x1b]0;\n\n\x07x", "1. \x9b2J\n2) y", "- \u200b\n- \u202e", "\x00"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, output []byte) {
		said := 0
		for _, b := range Blocks(output) {
			if text := b.Plain(); text == "" || text != feeds.Clean(text, maxOutput) {
				t.Errorf("%q gives %q", output, text)
			}
			if b.Kind != feeds.Paragraph && (b.Kind != feeds.ListEntry || b.Level != 1) || b.Number < 0 {
				t.Errorf("%q gives %+v", output, b)
			}
			for _, span := range b.Spans {
				if span.Link != "" {
					t.Errorf("%q gives a link to %q", output, span.Link)
				}
			}
			said += len(b.Plain())
		}
		if said > 3*len(output) { // a byte that is no text becomes a replacement of three
			t.Errorf("%d bytes give %d", len(output), said)
		}
	})
}
