package cli

import (
	"strings"
	"testing"

	"dateline/feeds"
)

func TestSecretsOfAddressesAreHidden(t *testing.T) {
	for address, want := range map[string]string{
		"https://ledger.example/world/rss.xml":                                   "https://ledger.example/world/rss.xml",
		"https://ledger.example:8443/rss?format=xml&section=world&n=30":          "https://ledger.example:8443/rss?format=xml&section=world&n=30",
		"https://me:hunter2@ledger.example/rss":                                  "https://***@ledger.example/rss",
		"https://ledger.example/rss?token=abc&n=3":                               "https://ledger.example/rss?token=***&n=3",
		"https://ledger.example/rss?n=3&api_key=q":                               "https://ledger.example/rss?n=3&api_key=***",
		"https://ledger.example/rss?4f9a8b7c6d5e4f3a2b1c":                        "https://ledger.example/rss?***",
		"https://ledger.example/rss?x=4f9a8b7c6d5e4f3a2b1c#end":                  "https://ledger.example/rss?x=***",
		"https://ledger.example/private/aZ3kQ9xLmN8bV5cTr2/rss":                  "https://ledger.example/private/***/rss",
		"https://ledger.example/f/0f8fad5b-d9cb-469f-a165-70867728950e.xml":      "https://ledger.example/f/***.xml",
		"https://ledger.example/a-long-headline-about-2026/internationalaffairs": "https://ledger.example/a-long-headline-about-2026/internationalaffairs",
		"https://ledger.example/20261114120000123456/rss":                        "https://ledger.example/20261114120000123456/rss",
		"https://[2001:db8::1]:8080/rss":                                         "https://[2001:db8::1]:8080/rss",
		"https://me:hunter2longpas…":                                             "https://***",
	} {
		if got := (mask{}).text("see " + address + " now"); got != "see "+want+" now" {
			t.Errorf("%s\ngot  %s\nwant see %s now", address, got, want)
		}
	}
}

func TestASecretIsHiddenWhereverItStands(t *testing.T) {
	m := maskFor([]string{"https://ledger.example/rss?token=sesame-open-99", "https://courier.example/rss?key=ab"})
	if got := m.text(`Get "https://cdn.example/x": bad answer sesame-open-99 for ab`); got != `Get "https://cdn.example/x": bad answer *** for ab` {
		t.Errorf("got %s", got)
	}
	for id, want := range map[string]string{"ledger-example-token-sesame-open-99": "ledger-example-token-***", "ledger-example-token-sesame-o": "ledger-example-token-***", "ledger": "ledger"} {
		if got := m.id(feeds.FeedID(id), "https://ledger.example/rss?token=sesame-open-99"); string(got) != want {
			t.Errorf("%s: %s", id, got)
		}
	}
}

func FuzzMask(f *testing.F) {
	for _, s := range []string{"https://a:b@c/?d=e", "http://[", "https://a/?token=%00&=&&x", "http://h/0123456789abcdef0123"} {
		f.Add(s, "hunter2hunter2")
	}
	f.Fuzz(func(t *testing.T, s, secret string) {
		m := maskFor([]string{s})
		_ = m.text(s)
		if strings.ContainsAny(secret, "&?#/@:\"'<>% \t\r\n\f\v") || len(secret) < shortest || strings.ToValidUTF8(secret, "") != secret || strings.Contains("https://ledger.example/rss?pass", secret) {
			return
		}
		if got := maskFor(nil).text("https://ledger.example/rss?pass=" + secret); strings.Contains(got, secret) {
			t.Errorf("%q is in %q", secret, got)
		}
	})
}
