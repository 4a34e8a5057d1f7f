package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"dateline/config"
	"dateline/feeds"

	"github.com/google/go-cmp/cmp"
)

// ownFeed reads one [[feed]] of the reader's with these lines.
func ownFeed(t *testing.T, lines string) (feeds.Feed, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "feeds.toml")
	text := "[[feed]]\nid = \"courier\"\nurl = \"https://courier.example/rss\"\n" + lines
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	list, err := config.Feeds(config.Paths{Feeds: path}, atlas(t))
	if err != nil {
		return feeds.Feed{}, err
	}
	return list[len(list)-1], nil
}

func TestWhatAFeedIsToldOfTheReader(t *testing.T) {
	got, err := ownFeed(t, `
user_agent = "Fox/1"
headers = ["Accept-Language: fr", "X-Key:a:b"]
user = "reader"
password_command = ["pass", "show", "courier"]`)
	if err != nil {
		t.Fatal(err)
	}
	want := []any{"Fox/1", []string{"Accept-Language: fr", "X-Key: a:b"}, feeds.Login{User: "reader", Command: []string{"pass", "show", "courier"}}}
	if diff := cmp.Diff(want, []any{got.Agent, got.Headers, got.Login}); diff != "" {
		t.Error(diff)
	}
	if got, err := ownFeed(t, `password_env = "COURIER"`); err != nil || got.Login.Env != "COURIER" || got.Login.Empty() {
		t.Errorf("%+v, %v", got.Login, err)
	}
}

func TestWrongLogins(t *testing.T) {
	for lines, want := range map[string]string{
		`headers = "X: y"`:                                 "a list such as",
		`headers = ["no colon"]`:                           "a name, a colon and a value",
		`headers = ["X: a\nY: b"]`:                         "a name, a colon and a value",
		`headers = ["authorization: Bearer"]`:              "another header",
		`headers = ["Host: x"]`:                            "another header",
		`password_command = []`:                            "a list such as",
		`password_command = "pass show"`:                   "a list such as",
		`password_env = "my secret word"`:                  "the name of a variable",
		`user = "reader"`:                                  "want a password_command or a password_env, too",
		"password_env = \"A\"\npassword_command = [\"b\"]": "want either this or",
	} {
		if _, err := ownFeed(t, lines); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%s: %v", lines, err)
		}
	}
}
