package launch

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// browser has an environment of its own.
func browser(system string, environ ...string) Browser {
	return Browser{System: system, Getenv: func(name string) string {
		for _, e := range environ {
			if value, ok := strings.CutPrefix(e, name+"="); ok {
				return value
			}
		}
		return ""
	}}
}

// TestTheAddressIsOneWord opens hostile addresses in a real program.
func TestTheAddressIsOneWord(t *testing.T) {
	addresses := map[string]string{
		"https://outlet.example/a?b=c&d;reboot":             "https://outlet.example/a?b=c&d;reboot",
		"https://outlet.example/$(reboot)'\"`id` --help":    "https://outlet.example/$(reboot)'%22%60id%60%20--help",
		"https://outlet.example/-P/%s%%20/%73":              "https://outlet.example/-P/%25s%25%20/%73",
		"https://outlet.example/Пекин\x1b]0;x\x07\n|< >":    "https://outlet.example/Пекин%1B]0;x%07%0A%7C%3C%20%3E",
		"https://reader:word@outlet.example/C:\\x\\..\\y":   "https://outlet.example/C:%5Cx%5C..%5Cy",
		" HTTPS://outlet.example ":                          "https://outlet.example",
		"https://outlet.example/" + strings.Repeat("a", 99): "https://outlet.example/" + strings.Repeat("a", 99),
	}
	commands := []struct{ command, want []string }{
		{nil, []string{"A"}},
		{[]string{"-new", "--url=%s", "100%%"}, []string{"-new", "--url=A", "100%"}},
		{[]string{"%s", "--", "%s"}, []string{"A", "--", "A"}},
	}
	name := program(t, "record", "my browser")
	for address, want := range addresses {
		for _, c := range commands {
			file := filepath.Join(t.TempDir(), "words")
			t.Setenv("RECORD", file)
			b := browser("linux")
			b.Command = append([]string{name}, c.command...)
			if own, err := b.Open(t.Context(), address); own != nil || err != nil {
				t.Fatalf("%q: %v, %v", address, own, err)
			}
			for i, got := range recorded(t, file) {
				if word := strings.ReplaceAll(c.want[i], "A", want); got != word {
					t.Errorf("%q is %q, want %q", address, got, word)
				}
			}
		}
	}
}

func TestOnlyWebAddressesAreOpened(t *testing.T) {
	b := browser("linux", "BROWSER=true")
	for _, address := range []string{"", "file:///etc/passwd", "javascript:alert(1)", "-http://x.example", "--help", "ftp://x.example", "https://"} {
		if own, err := b.Open(t.Context(), address); own != nil || err == nil {
			t.Errorf("%q: %v, %v", address, own, err)
		}
	}
}

func TestABrowserThatStaysIsNotWaitedFor(t *testing.T) {
	file := filepath.Join(t.TempDir(), "words")
	t.Setenv("RECORD", file)
	name := program(t, "linger", "browser")
	b := browser("linux", "BROWSER="+name)
	ctx, leave := context.WithCancel(t.Context())
	go func() { recorded(t, file); leave() }()
	if own, err := b.Open(ctx, "https://outlet.example"); own != nil || err != nil {
		t.Errorf("%v, %v", own, err)
	}
	_ = os.Remove(file)
	gone(t, func() bool { return isRunning(t, name) })
}

func TestBrowsersAreTriedInTheirOrder(t *testing.T) {
	broken := program(t, "code 3", "xdg-open")
	const none = "/no/such/browser"
	list := func(names ...string) string { return "BROWSER=" + strings.Join(names, string(os.PathListSeparator)) }
	_, err := browser("linux", list(none, broken)).Open(t.Context(), "https://outlet.example")
	checkError(t, err, none+" is not installed")
	checkError(t, err, "xdg-open ended with code 3: no browser is set")
	text := program(t, "record", "w3m")
	own, err := browser("linux", list(none, text+" -o 'a b'", broken)).Open(t.Context(), "https://outlet.example")
	if err != nil || own == nil || !slices.Equal(own.Args[1:], []string{"-o", "a b", "https://outlet.example"}) {
		t.Errorf("%v, %v: want the browser for the terminal", own, err)
	}
}

func TestTheSystemsOwnWay(t *testing.T) {
	tests := []struct {
		name, system string
		environ      []string
		want, fails  string
	}{
		{"macOS", "darwin", nil, "open", ""},
		{"Windows", "windows", nil, "rundll32 url.dll,FileProtocolHandler", ""},
		{"a desktop", "linux", []string{"WAYLAND_DISPLAY=w-0"}, "xdg-open", ""},
		{"ssh that forwards a display", "freebsd", []string{"DISPLAY=:10", "SSH_TTY=/dev/pts/1"}, "xdg-open", ""},
		{"Windows below Linux", "linux", []string{"WSL_DISTRO_NAME=D", "DISPLAY=:0"}, "wslview", ""},
		{"a telephone", "android", []string{"TERMUX_VERSION=1"}, "termux-open-url", ""},
		{"ssh", "linux", []string{"SSH_CONNECTION=a b"}, "", "by ssh, and it has no display"},
		{"a console", "linux", nil, "", "no display for a browser; $BROWSER may name one"},
		{"the reader's own", "linux", []string{"BROWSER=dillo --x"}, "dillo --x", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			commands, err := browser(tt.system, tt.environ...).commands()
			if tt.fails != "" {
				checkError(t, err, tt.fails)
			} else if err != nil || strings.Join(commands[0], " ") != tt.want {
				t.Errorf("%q, %v; want %q", commands, err, tt.want)
			}
		})
	}
}
