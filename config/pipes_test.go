package config_test

import (
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/config"
)

func TestPipes(t *testing.T) {
	got, err := load(t, `
[[pipe]]
name = "translate"
command = ["trans", "-b", ":en"]
key = "shift+t"
[screen]
ascii = true
[[pipe]]
name = "read-aloud"
command = ["say"]
shown = false
limit = "30m"
`)
	want := []config.Pipe{
		{Name: "translate", Command: []string{"trans", "-b", ":en"}, Key: "T", Shown: true, Limit: time.Minute},
		{Name: "read-aloud", Command: []string{"say"}, Limit: 30 * time.Minute},
	}
	if diff := cmp.Diff(want, got.Pipes); diff != "" || err != nil || !got.Screen.ASCII {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestFaultsInPipes(t *testing.T) {
	const good = "[[pipe]]\nname = 'a'\ncommand = ['x']\n"
	for text, want := range map[string]string{
		"[[pipe]]\nname = 'a'": "1:3: want a name and a command in this [[pipe]]",
		"[[pipe]]":             "1:3: want a name and a command in this [[pipe]]",
		"[[pipe]]\nname = 'A b'\ncommand = ['x']":                            `2:8: pipe.name = 'A b': want lower-case words with hyphens, such as "translate"`,
		"[[pipe]]\nname = 'a'\ncommand = 'x | y'":                            `3:11: pipe.command = 'x | y': want a list such as ["trans", "-b", ":en"]`,
		"[[pipe]]\nname = 'a'\ncommand = []":                                 `3:11: pipe.command = []: want a list such as ["trans", "-b", ":en"]`,
		good + "key = 'TT'":                                                  `4:7: pipe.key = 'TT': want a key such as "T", "ctrl+t" or "f5"`,
		good + "key = 'q'":                                                   `4:7: pipe.key = 'q': want another key: it is "quit" already`,
		good + "key = 'T'\n" + good[:9] + "name='b'\ncommand=['x']\nkey='T'": `8:5: pipe.key = 'T': want another key: it is "a" already`,
		good + good:                                   `5:8: pipe.name = 'a': want a name of its own`,
		good + "limit = '1ms'":                        `4:9: pipe.limit = '1ms': want a duration from 1s to 1h, such as "60s"`,
		good + "shell = true":                         `4:1: pipe.shell: no such key; did you mean "pipe.shown"?`,
		"[pipe]\nname = 'a'\ncommand = ['x']":         `1:2: want [[pipe]], not [pipe]`,
		"[keys]\ndown = ['T']\n" + good + "key = 'T'": `6:7: pipe.key = 'T': want another key: it is "down" already`,
	} {
		_, err := load(t, text)
		if err == nil {
			t.Errorf("%s: no fault", text)
			continue
		}
		if _, got, _ := strings.Cut(err.Error(), "config.toml:"); got != want {
			t.Errorf("%s:\n%s\nwant\n%s", text, got, want)
		}
	}
}
