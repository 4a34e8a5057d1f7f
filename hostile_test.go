//go:build unix

package main

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
)

// hostile are words that want to be obeyed by a terminal, or to be taken for
// something else by whoever reads them. Their numbers are none that Dateline
// writes.
var hostile = []string{
	"\x1b]0;owned 7331\x07", "\x1b]2;owned 7331\x1b\\", "\x1b[7331m\x1b[7331;1H\x1b[?7331h\x1b[2J\x1b[5n\x1bc", "\x1b]52;c;NzMzMQ==\x07\x1b]52;c;?\x07",
	"\x1b]8;id=7331;javascript:alert(7331)\x07link\x1b]8;;\x07", "\x1bP$q7331\x1b\\\x1bP+q544e\x1b\\\x1b_Ga=T,f=100;7331\x1b\\\x1b^7331\x1b\\\x1bX7331\x1b\\",
	"\u009b7331m\u009d0;owned\u009c\u0090q7331\u009c", "\x9b7331m\x9d0;owned\x9c\x85\x84", "\x1b\x1b[7331m\x1b", "\x1b[73\x1b]31m\x1b[7331", "\x1b(0qqq\x0e7331\x0f",
	"\u202e7331 desrever\u202c\u2066\u2067\u2069\u200f\u061c", "a\u200b\u2060\u00ad\ufeff\U000e0041\U000e0042b 7331", "Z\u0316\u0317\u0318\u0319\u0320\u0321\u0322\u0323\u0324\u0325a 7331",
	"\x00\x07\x08\x0b\x0c\x0e\x7f7331\r\rover", "one\r\n7331\n\ttwo\u2028three\u2029four\u0085five", "\xff\xfe\xc3\x28\xed\xa0\x80\xf4\x90\x80\x80 7331", "\U0010eeee\u0305\u0305\ue000\U000f0000 7331",
	"https://x.example/\x1b]0;7331\x07\u202e?q=\"><script>alert(7331)</script>", "javascript:alert(7331)//\x1b[7331m", "data:text/html,\x1b]0;7331\x07", "//[::1]:7331/\x1b[7331m",
	"`7331` $(reboot 7331) ; | & > /tmp/7331 %s %n ${7331}", "](javascript:7331) ![7331](x) <b>7331</b> ``` &#27;[7331m &#x9b;7331m &#x202e;", strings.Repeat("\u0645\u200d", 50) + "7331",
	"\x1b]8;;https://a.example\x07a\x1b]8;;\x07\x1b]1337;File=7331:AAAA\x07\x1b]777;notify;7331\x07\x1b]9;7331\x07\x1b]4;7331;?\x07",
}

// strangers names a file of more such words, one JSON object with their base64
// as b64 in each line. They are tried as well if it is set.
const strangers = "DATELINE_HOSTILE"

// longWord is the bytes of theirs that are tried: the screen has room for more
// beside them.
const longWord = 150

// hostileWords returns our words, and those of strangers.
func hostileWords(t *testing.T) []string {
	t.Helper()
	if os.Getenv(strangers) == "" {
		t.Logf("%s names no file: no words but our own are tried", strangers)
		return hostile
	}
	f, err := os.Open(os.Getenv(strangers))
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	all := slices.Clone(hostile)
	for lines := bufio.NewScanner(f); lines.Scan(); {
		var row struct{ B64 []byte }
		if err := json.Unmarshal(lines.Bytes(), &row); err != nil {
			t.Fatal(err)
		}
		all = append(all, string(row.B64[:min(len(row.B64), longWord)]))
	}
	return all
}

// does runs a command and checks what it prints.
func (p *press) does(t *testing.T, flags []string, in string, command ...string) {
	t.Helper()
	var out, errs bytes.Buffer
	run(append(slices.Clone(flags), command...), strings.NewReader(in), &out, &errs)
	for _, printed := range []string{out.String(), errs.String()} {
		for _, f := range foreign(printed) {
			t.Errorf("%.60q prints %q", command, f)
		}
	}
}

// TestNothingHostileIsPrinted: whatever a feed or a page says, commands print
// text.
func TestNothingHostileIsPrinted(t *testing.T) {
	p := newPress(t, hostileWords(t))
	flags := p.files(t)
	p.does(t, flags, "", "refresh")
	for _, command := range [][]string{{"list"}, {"list", "--items"}, {"list", "--json"}, {"list", "--items", "--json"}, {"refresh", "--json"}, {"doctor"}, {"doctor", "--json"}, {"list", "--region", hostile[0]}} {
		p.does(t, flags, "", command...)
	}
	for i, w := range p.words {
		row, err := json.Marshal(map[string]string{"id": w, "title": "Talks in Mali " + w, "body": w, "url": w, "source": w, "time": w})
		if err != nil {
			t.Fatal(err)
		}
		p.does(t, flags, string(row), "tag")
		p.does(t, flags, string(row), "group")
		p.does(t, flags, "", "extract", strings.ReplaceAll(w, "\x00", ""))
		p.does(t, flags, "", "parse", strings.ReplaceAll(w, "\x00", ""))
		p.does(t, flags, hostilePage(i, w), "extract", "-", "--url", p.URL)
		p.does(t, flags, hostilePage(i, w), "extract", "-", "--format", "markdown", "--url", p.URL+"/"+w)
		p.does(t, flags, hostilePage(i, w), "extract", "-", "--format", "json")
	}
}

// TestNothingHostileReachesTheTerminal reads hostile items and their pages on
// the real screen, by every key that shows or sends something of them.
func TestNothingHostileReachesTheTerminal(t *testing.T) {
	p := newPress(t, hostileWords(t))
	flags := p.files(t)
	p.does(t, flags, "", "refresh")
	x := start(t, false, flags...)
	x.becomes(160, 100) // so that long words leave room for the text
	x.sees("Dispatch 0 ", "2 failing")
	x.types("\r")
	for n := range p.items() {
		x.sees(fmt.Sprintf("Harbour %d", n))
		x.types("x")
		x.sees(fmt.Sprintf("Seafront %d.", n))
		for _, step := range []struct{ keys, want string }{
			{"y", "The link was sent"},
			{"Y", "The citation was sent"},
			{"o", "Opening in the browser"},
			{"i", "No picture"},
			{"u", "Links: enter"},
			{escapeKey, "Seafront"},
			{"w", "Why"},
			{escapeKey, "Seafront"},
			{"T", "output of cat"},
			{"J", ""},
		} {
			x.types(step.keys)
			x.sees(step.want)
		}
	}
	x.types("\x06x\r")
	for _, step := range []struct{ keys, want string }{
		{"E", "output of env"},
		{escapeKey, ""},
		{"B", "output of cat"},
		{"G", ""},
		{escapeKey, ""},
		{"C", "complain failed"},
		{"e", "Feeds ·"},
		{escapeKey, ""},
		{"v", "The last 24 hours"},
		{escapeKey, ""},
		{":", "Commands"},
		{escapeKey, ""},
		{"/\x1b[200~\u009b7331m\x1b]0;7331\x07\u202e\x1b[201~", "Found"},
		{"\r", ""},
	} {
		x.types(step.keys)
		x.sees(step.want)
	}
	x.types("qqq")
	x.ends()
	if said := x.wrote.String(); strings.Contains(said, unasked) {
		t.Error("a server has written on the screen")
	}
}

// escapeKey is the key as terminals send it that tell it from the start of a
// sequence.
const escapeKey = "\x1b[27u"
