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
			Terminal: [][2]string{{"size", "80x24"}},
			Visits: []feeds.Visited{
				{Feed: "b", At: now, Visits: 2, Kind: feeds.FailBlocked, Status: 403}, {Feed: "b", At: now, Visits: 1, New: 4}, {Feed: "gone", At: now, Visits: 1},
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
	for _, want := range []string{"TERM", "HTTPS_PROXY    set", "80x24", "settings", "items          12", "the store is locked", "Courier: the server refuses", "failed on 1 of 1 day", "Ledger: ok"} {
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
		Feeds []struct {
			Feed, Says, Todo, Past string
			Days                   []day
		}
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil {
		t.Fatal(err)
	}
	if got.Store["items"] != "12" || len(got.Feeds) != 2 || got.Feeds[0].Feed != "b" || got.Feeds[0].Todo == "" || got.Feeds[1].Says != "ok" {
		t.Errorf("%+v", got)
	}
	b := got.Feeds[0]
	if len(b.Days) != 1 || b.Days[0].Visits != 3 || b.Days[0].Failed != 2 || b.Days[0].New != 4 || b.Days[0].Why != "the server refuses this program (HTTP 403)" || b.Past == "" {
		t.Errorf("%+v", b)
	}
}

func TestDoctorTellsNoSecret(t *testing.T) {
	const secret = "hunter2hunter2"
	address := func(host string) string { return "https://" + host + ".example/rss?token=" + secret }
	app := appWith(shelfOf())
	app.Doctor = func(context.Context, Settings) (Report, error) {
		return Report{
			Faults: []string{`list:3:1: "https://me:` + secret + `@ledger.example/": want an address`},
			Feeds: map[feeds.FeedID]feeds.Feed{
				"a-example-token-" + secret: {ID: "a-example-token-" + secret, Name: "a.example", URL: address("b"), Listed: address("a"), Headers: []string{"X-Key: " + secret}, Login: feeds.Login{User: secret}},
			},
			Health: []feeds.Health{{
				Feed: "a-example-token-" + secret, Moved: feeds.Relocation{To: address("c")},
				Failure: &feeds.Failure{Kind: feeds.FailHTML, Detail: "at /rss?token=" + secret, Found: address("d"), Others: []string{address("e")}},
			}},
			Visits: []feeds.Visited{{Feed: "a-example-token-" + secret, At: time.Now(), Visits: 1}},
		}, nil
	}
	for _, args := range [][]string{{"doctor"}, {"doctor", "--json"}} {
		var out, errs bytes.Buffer
		if code := Run(t.Context(), app, args, strings.NewReader(""), &out, &errs); code != 0 || strings.Contains(out.String(), secret) {
			t.Errorf("%v: code %d\n%s%s", args, code, out.String(), errs.String())
		}
		if len(args) > 1 && !strings.Contains(out.String(), "a-example-token-***") || !strings.Contains(out.String(), "asked on 1 day, and never failed") {
			t.Errorf("%v:\n%s", args, out.String())
		}
	}
}
