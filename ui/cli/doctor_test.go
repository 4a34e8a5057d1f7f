package cli

import (
	"bytes"
	"context"
	"encoding/json"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

func doctorWith(t *testing.T, args ...string) (int, string) {
	t.Helper()
	now := time.Now()
	app := appWith(shelfOf())
	app.Doctor = func(context.Context, Settings) (Report, error) {
		return Report{
			Files: [][2]string{{"settings", "/home/reader/\x1b]0;x\x07config.toml"}},
			Store: [][2]string{{"items", "12"}}, Faults: []string{"the store is locked"},
			Feeds: map[feeds.FeedID]feeds.Feed{"a": {ID: "a", Name: "Ledger", URL: "https://ledger.example/rss"}, "b": {ID: "b", Name: "Courier"}},
			Health: []feeds.Health{
				{Feed: "a", LastTry: now, LastGood: now, Newest: now, Items: 3},
				{Feed: "b", LastTry: now, Failure: &feeds.Failure{Kind: feeds.FailBlocked, Status: 403}},
			},
		}, nil
	}
	var out, errs bytes.Buffer
	code := Run(t.Context(), app, append([]string{"doctor"}, args...), strings.NewReader(""), &out, &errs)
	return code, out.String()
}

func TestDoctorSaysWhatMattersFirst(t *testing.T) {
	t.Setenv("HTTPS_PROXY", "http://reader:secret@proxy.example")
	t.Setenv("TERM", "xterm\x1b[31m")
	code, out := doctorWith(t)
	if code != 0 || strings.ContainsAny(out, "\x1b\x07") || strings.Contains(out, "secret") {
		t.Errorf("code %d:\n%q", code, out)
	}
	at := -1
	for _, want := range []string{"TERM", "HTTPS_PROXY    set", "settings", "items          12", "the store is locked", "Courier: the server refuses", "Ledger: ok"} {
		i := strings.Index(out, want)
		if i <= at {
			t.Errorf("%q is not where it should be in:\n%s", want, out)
		}
		at = i
	}
}

func TestDoctorAsJSON(t *testing.T) {
	_, out := doctorWith(t, "--json")
	var got struct {
		Store map[string]string
		Feeds []struct{ Feed, Says, Todo string }
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Store["items"] != "12" || len(got.Feeds) != 2 || got.Feeds[0].Feed != "b" || got.Feeds[0].Todo == "" || got.Feeds[1].Says != "ok" {
		t.Errorf("%+v", got)
	}
}
