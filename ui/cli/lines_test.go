package cli

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"dateline/feeds"
)

func TestIdentifiersComeBackAsTheyWere(t *testing.T) {
	for _, in := range []string{`"a"`, `7`, `{"k":[1]}`, `null`} {
		var id identifier
		if err := json.Unmarshal([]byte(in), &id); err != nil {
			t.Fatal(err)
		}
		out, err := json.Marshal(id)
		if err != nil || string(out) != in {
			t.Errorf("%s became %s, %v", in, out, err)
		}
	}
}

func TestTheDayOfATextGoesToTheTagger(t *testing.T) {
	for in, want := range map[string]string{
		`{"id":1,"time":"2024-05-06T07:08:09Z"}`: "2024-05-06", `{"id":1,"date":"2024-05-06"}`: "2024-05-06",
		`{"id":1,"date":"some day"}`: "0001-01-01", `{"id":1}`: "0001-01-01",
	} {
		var got []string
		app := appWith(shelf{})
		app.Tagger = func() func(feeds.Item) feeds.Tags {
			return func(it feeds.Item) feeds.Tags {
				got = append(got, it.Published.Format(time.DateOnly))
				return feeds.Tags{}
			}
		}
		code := Run(t.Context(), app, []string{"tag"}, strings.NewReader(in), io.Discard, io.Discard)
		if code != 0 || len(got) != 1 || got[0] != want {
			t.Errorf("%s: exit code %d, days %v, want %s", in, code, got, want)
		}
	}
}

func TestEachLineNamesTheBadOne(t *testing.T) {
	n := 0
	count := func(textIn) error { n++; return nil }
	if err := eachLine(strings.NewReader("{\"id\":1}\n\n{\"id\":2}"), count); err != nil || n != 2 {
		t.Errorf("%d lines, %v", n, err)
	}
	err := eachLine(strings.NewReader("{}\n[]\n"), count)
	if err == nil || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("got %v", err)
	}
}

func FuzzEachLine(f *testing.F) {
	f.Add("{\"id\":1,\"title\":\"x\"}\n")
	f.Add("\x00\xff\n{")
	f.Fuzz(func(_ *testing.T, in string) {
		_ = eachLine(strings.NewReader(in), func(textIn) error { return nil })
	})
}

func TestEachLineTakesLinesOfAnySystem(t *testing.T) {
	n := 0
	count := func(textIn) error { n++; return nil }
	if err := eachLine(strings.NewReader("\r\n{\"id\":1}\r\n \t\r\n\r\n{\"id\":2}\r\n"), count); err != nil || n != 2 {
		t.Errorf("%d lines, %v", n, err)
	}
}

func TestEachLineSaysWhatIsWrong(t *testing.T) {
	long := func(n int) io.Reader { return io.LimitReader(letters{}, int64(n)) }
	for _, c := range []struct {
		name  string
		in    io.Reader
		usage bool
		want  string
	}{
		{"number", strings.NewReader(`{"title":7}`), true, "line 1 of the input is not a JSON object with id, title and body: title is of the type number"},
		{"list", strings.NewReader("{}\n[]"), true, "line 2 of the input is not a JSON object with id, title and body: it is of the type array"},
		{"long", io.MultiReader(strings.NewReader("{}\n"), long(maxLine+1)), true, "line 2 of the input is longer than 16 MB: want one JSON object a line"},
		{"broken off", io.MultiReader(strings.NewReader(`{"id":`), iotest.ErrReader(errors.New("gone"))), false, "read the input: gone"},
	} {
		err := eachLine(c.in, func(textIn) error { return nil })
		if err == nil || err.Error() != c.want || errors.As(err, new(UsageError)) != c.usage {
			t.Errorf("%s: %v, want %q", c.name, err, c.want)
		}
	}
}

// letters is a line without an end.
type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

func TestOutputIsSafeToPrintAndSaysTheSame(t *testing.T) {
	for _, in := range []string{
		"plain", "Привет 北京 العربية می\u200cخواهم", "\u009b31m", "\x7f\u0085", "a\u202eb\u2066c\u200fd\u061c", "\x1b]0;x\x07", "\u2028", "a\u200b\u00ad\ufeffb", "\ue000\U000e0041\U0010eeee", "<&>",
	} {
		for _, v := range []any{in, quoted(in)} {
			var b strings.Builder
			if err := writeJSON(&b, v); err != nil {
				t.Fatal(err)
			}
			var back string
			if err := json.Unmarshal([]byte(b.String()), &back); err != nil || back != in {
				t.Errorf("%+q became %+q, %v", in, back, err)
			}
			if line := strings.TrimSuffix(b.String(), "\n"); line != feeds.Clean(line, len(line)) {
				t.Errorf("%+q is written %+q", in, line)
			}
		}
	}
}

// quoted is an id with only those letters escaped that must be.
func quoted(s string) identifier {
	var b strings.Builder
	for _, r := range s {
		if r < ' ' {
			fmt.Fprintf(&b, `\u%04x`, r)
		} else {
			b.WriteRune(r)
		}
	}
	return identifier(`"` + b.String() + `"`)
}

func TestAByteThatIsNoCharacterIsWrittenAsOne(t *testing.T) {
	if got := string(escaped([]byte("\"\x9b\""))); got != `"\ufffd"` {
		t.Errorf("got %q", got)
	}
}
