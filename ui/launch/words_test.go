package launch

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// isProgram knows one program with blanks in its name.
func isProgram(name string) bool { return name == "/mnt/c/Program Files/Fox/fox.exe" }

func TestListed(t *testing.T) {
	tests := []struct {
		value string
		want  [][]string
		fails string
	}{
		{"w3m -B", [][]string{{"w3m", "-B"}}, ""},
		{" one:two  %s\t-x : ", [][]string{{"one"}, {"two", "%s", "-x"}}, ""},
		{`a "b c"'d e' "" f`, [][]string{{"a", "b cd e", "", "f"}}, ""},
		{"fox %s &:w3m", [][]string{{"fox", "%s"}, {"w3m"}}, ""},
		{"x http%c//proxy %%c", [][]string{{"x", "http://proxy", "%%c"}}, ""},
		{"/mnt/c/Program Files/Fox/fox.exe:w3m", [][]string{{"/mnt/c/Program Files/Fox/fox.exe"}, {"w3m"}}, ""},
		{"$HOME/x `id` ; reboot", [][]string{{"$HOME/x", "`id`", ";", "reboot"}}, ""},
		{"w3m 'x", nil, "a quote ' is not closed in w3m 'x"},
		{" : ", nil, "it names no program"},
		{"&", nil, "it names no program"},
		{`""`, nil, "has no program"},
	}
	for _, tt := range tests {
		got, err := listed(tt.value, ':', isProgram)
		if tt.fails != "" {
			checkError(t, err, tt.fails)
		} else if diff := cmp.Diff(tt.want, got); diff != "" || err != nil {
			t.Errorf("%q: %v (-want +got):\n%s", tt.value, err, diff)
		}
	}
}

func TestNoAddressBecomesACommand(t *testing.T) {
	const address = "https://x.example/;id"
	tests := []struct {
		command string
		refused bool
	}{
		{`fox "--open=%s"`, false},
		{`sh open.sh %s`, false},
		{`sh -c 'fox "$1" &' name %s`, false},
		{`env X=1 fox`, false},
		{`sh -c "fox %s"`, true},
		{`xterm -e "w3m %s"`, true},
		{`bash -lc %s`, true},
		{`sh -c`, true},
		{`cmd.exe /c start`, true},
		{`C:\Windows\System32\CMD.EXE /c start`, true},
		{`powershell Start-Process %s`, true},
		{`ssh desk fox`, true},
		{`%s`, true},
	}
	for _, tt := range tests {
		words, err := split(tt.command)
		if err != nil {
			t.Fatal(err)
		}
		got, err := fill(words, address)
		if refused := err != nil; refused != tt.refused {
			t.Errorf("%s: %q, %v", tt.command, got, err)
		}
	}
}

func FuzzListed(f *testing.F) {
	for _, s := range []string{"w3m -B:x '%s' \"a b\"", "fox %s &", "%%%c%", "'", "sh -c '%s'", "\x00:\xff"} {
		f.Add(s)
	}
	const address = "https://x.example/a;b&c=$(d)"
	f.Fuzz(func(t *testing.T, value string) {
		commands, err := listed(value, ':', isProgram)
		if err != nil {
			return
		}
		for _, c := range commands {
			words, err := fill(c, address)
			if err != nil {
				continue
			}
			at := slices.IndexFunc(words, func(w string) bool { return strings.Contains(w, address) })
			if at < 1 || strings.ContainsAny(words[at], " \t\n") {
				t.Errorf("%q: %s", value, fmt.Sprintf("%q", words))
			}
		}
	})
}
