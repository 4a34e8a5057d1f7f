package config_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"dateline/config"
	"dateline/feeds"

	"github.com/google/go-cmp/cmp"
)

var today = time.Date(2026, 11, 14, 12, 0, 0, 0, time.UTC)

func listed() []feeds.Feed {
	return []feeds.Feed{
		{ID: "ledger", Name: "Ledger", URL: "https://ledger.example/rss"},
		{ID: "courier", URL: "https://courier.example/feed"},
		{ID: "bank", URL: "https://bank.example/rss", Login: feeds.Login{Env: "BANK"}},
	}
}

// taken returns the paths of an addresses.tsv that holds text.
func taken(t testing.TB, text string) config.Paths {
	t.Helper()
	return config.Paths{Addresses: write(t, "addresses.tsv", text)}
}

// urls returns where feeds are asked, and in brackets where their list says.
func urls(list []feeds.Feed) []string {
	var out []string
	for _, f := range list {
		s := f.URL
		if f.Listed != "" {
			s += " (" + f.Listed + ")"
		}
		out = append(out, strings.ReplaceAll(s, "https://", ""))
	}
	return out
}

func TestTakenAddresses(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       string
	}{
		{"none", "# mine\nfeed\taddress\tinstead\tmade\n", "ledger.example/rss"},
		{"two columns", "ledger\thttps://ledger.example/new", "ledger.example/new (ledger.example/rss)"},
		{"all columns", "ledger\thttps://ledger.example/new\thttps://ledger.example/rss\t2026-11-14\r\n", "ledger.example/new (ledger.example/rss)"},
		{"the later one holds", "ledger\thttps://a.example/\nledger\thttps://b.example/", "b.example/ (ledger.example/rss)"},
		{"the list has another one by now", "ledger\thttps://a.example/\thttps://old.example/rss", "ledger.example/rss"},
		{"of the list", "ledger\thttps://ledger.example/rss", "ledger.example/rss"},
		{"a feed that is not listed", "gazette\thttps://a.example/", "ledger.example/rss"},
		{"a login, at its own host", "bank\thttps://bank.example/new", "ledger.example/rss"},
	} {
		list, err := config.Taken(taken(t, tt.text), listed())
		if err != nil || urls(list)[0] != tt.want {
			t.Errorf("%s: %v, %v", tt.name, urls(list), err)
		}
	}
	if list, err := config.Taken(config.Paths{Addresses: filepath.Join(t.TempDir(), "none")}, listed()); err != nil || len(list) != 3 {
		t.Errorf("no file: %v, %v", list, err)
	}
}

func TestFaultsOfTakenAddresses(t *testing.T) {
	p := taken(t, "ledger\nLedger\thttps://a.example/\nledger\tftp://a.example\thttps://me:pass@a.example/\tyesterday\nbank\thttps://other.example/rss\na\tb\tc\td\te")
	_, err := config.Taken(p, listed())
	if err == nil {
		t.Fatal("no fault")
	}
	got := strings.ReplaceAll(err.Error(), p.Addresses, "addresses.tsv")
	const address = `want an http or https address without a password, such as "https://example.org/feed"`
	want := strings.Join([]string{
		`addresses.tsv:1:1: want feed and address, the address that it stands for and a day after them if you like, parted by tabs`,
		`addresses.tsv:2:1: feed = Ledger: want the id of a feed, such as "bbc-world"`,
		`addresses.tsv:3:8: address = ftp://a.example: ` + address,
		`addresses.tsv:3:24: instead = https://me:pass@a.example/: ` + address,
		`addresses.tsv:3:51: made = yesterday: want a day, such as 2026-10-02, or nothing`,
		`addresses.tsv:4:6: address = https://other.example/rss: want an address of the feed's own host: it has headers or a login, so another one belongs into its list`,
		`addresses.tsv:5:1: want feed and address, the address that it stands for and a day after them if you like, parted by tabs`,
	}, "\n")
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestTakeKeepsWhatTheReaderHasWritten(t *testing.T) {
	const mine = "# mine\r\nledger\thttps://a.example/\r\nwrong line\r\ncourier\thttps://c.example/"
	p := taken(t, mine)
	steps := []struct {
		to, want, file string
	}{
		{
			"https://b.example/rss", "b.example/rss (ledger.example/rss)",
			"# mine\r\nwrong line\r\ncourier\thttps://c.example/\r\nledger\thttps://b.example/rss\thttps://ledger.example/rss\t2026-11-14\r\n",
		},
		{"", "ledger.example/rss", "# mine\r\nwrong line\r\ncourier\thttps://c.example/\r\n"},
		{
			"http://ledger.example/rss", "http://ledger.example/rss (ledger.example/rss)",
			"# mine\r\nwrong line\r\ncourier\thttps://c.example/\r\nledger\thttp://ledger.example/rss\thttps://ledger.example/rss\t2026-11-14\r\n",
		},
		{"https://ledger.example/rss", "ledger.example/rss", "# mine\r\nwrong line\r\ncourier\thttps://c.example/\r\n"},
	}
	for _, s := range steps {
		f, err := config.Take(p, listed(), "ledger", s.to, today)
		if got := urls([]feeds.Feed{f})[0]; err != nil || got != s.want || f.Name != "Ledger" {
			t.Errorf("%s: %s, %v", s.to, got, err)
		}
		data, err := os.ReadFile(p.Addresses)
		if diff := cmp.Diff(s.file, string(data)); diff != "" || err != nil {
			t.Errorf("%s: %v\n%s", s.to, err, diff)
		}
	}
}

func TestWhatIsTakenHoldsAtTheNextStart(t *testing.T) {
	p := config.DefaultPaths(t.TempDir(), filepath.Join(t.TempDir(), "new", "config.toml"))
	if _, err := config.Take(p, listed(), "courier", "https://courier.example/new", today); err != nil {
		t.Fatal(err)
	}
	list, err := config.Taken(p, listed())
	if got := urls(list)[1]; err != nil || got != "courier.example/new (courier.example/feed)" {
		t.Fatalf("%s, %v", got, err)
	}
	if f, err := config.Take(p, list, "courier", "", today); err != nil || f.URL != "https://courier.example/feed" || f.Listed != "" {
		t.Errorf("taken back: %+v, %v", f, err)
	}
	data, err := os.ReadFile(p.Addresses)
	if text := string(data); err != nil || !strings.HasPrefix(text, "# Addresses of feeds") || strings.Contains(text, "\ncourier") {
		t.Errorf("%v\n%s", err, text)
	}
}

func TestWhatMayNotBeTaken(t *testing.T) {
	p := taken(t, "")
	for _, tt := range []struct {
		id       feeds.FeedID
		to, want string
	}{
		{"gazette", "https://a.example/", `no feed of your list has the id "gazette"`},
		{"ledger", "file:///etc/passwd", "want an http or https address"},
		{"ledger", "https://me:secret@a.example/", "want an http or https address"},
		{"ledger", "http://www.courier.example/feed/", "courier is asked there already"},
	} {
		if _, err := config.Take(p, listed(), tt.id, tt.to, today); err == nil || !strings.Contains(err.Error(), tt.want) {
			t.Errorf("%s: %v", tt.to, err)
		}
	}
	if data, err := os.ReadFile(p.Addresses); err != nil || len(data) > 0 {
		t.Errorf("%q, %v", data, err)
	}
}

func FuzzTaken(f *testing.F) {
	for _, text := range []string{"ledger\thttps://a.example/\t\t2026-11-14", "\t", "feed\taddress\n#\nledger\t\x00", "bank\thttps://b.example/\r\n\ufeff"} {
		f.Add(text, "https://new.example/")
	}
	f.Fuzz(func(t *testing.T, text, to string) {
		p := taken(t, text)
		list, err := config.Taken(p, listed())
		check(t, text, err)
		for _, l := range list {
			if safe, ok := feeds.SafeURL(l.URL); !ok || safe != l.URL {
				t.Fatalf("%q: %q", text, l.URL)
			}
		}
		if f, err := config.Take(p, listed(), "ledger", to, today); err == nil {
			if list, err := config.Taken(p, listed()); err == nil && list[0].URL != f.URL {
				t.Fatalf("%q: %q was taken, %q holds", text, f.URL, list[0].URL)
			}
		}
	})
}
