package config_test

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"dateline/config"
	"dateline/feeds"

	"github.com/google/go-cmp/cmp"
)

func pack(t testing.TB) []feeds.Feed {
	t.Helper()
	list, err := config.Pack(atlas(t))
	if err != nil {
		t.Fatal(err)
	}
	return list
}

func by(list []feeds.Feed, id feeds.FeedID) feeds.Feed {
	i := slices.IndexFunc(list, func(f feeds.Feed) bool { return f.ID == id })
	if i < 0 {
		return feeds.Feed{}
	}
	return list[i]
}

func own(t *testing.T, text string) ([]feeds.Feed, error) {
	t.Helper()
	return config.Feeds(config.Paths{Feeds: write(t, "feeds.toml", text)}, atlas(t))
}

func TestNoFileOfOnesOwnIsThePack(t *testing.T) {
	got, err := config.Feeds(config.Paths{Feeds: filepath.Join(t.TempDir(), "feeds.toml")}, atlas(t))
	if diff := cmp.Diff(pack(t), got); err != nil || diff != "" {
		t.Errorf("%v (-want +got):\n%s", err, diff)
	}
}

func TestOwnFeedsChangeSwitchOffAndAdd(t *testing.T) {
	got, err := own(t, `
[[feed]]
id = "bbc-world"
name = "Auntie"
every = "1h"
full_text = true

[[feed]]
id = "tass"
off = true

[[feed]]
url = "https://www.gazette.example/world/rss.xml"

[[feed]]
id = "courier"
name = "The Courier"
url = "https://courier.example/feed"
country = "fr"
language = "pt-br"
kind = "wire"
affiliation = "exile"
family = "couriers"
tags = ["sahel", "ml"]
checked = "2026-10-02"
`)
	if err != nil {
		t.Fatal(err)
	}
	base := pack(t)
	auntie := by(base, "bbc-world")
	auntie.Name, auntie.Every, auntie.FullText = "Auntie", time.Hour, true
	tass := by(base, "tass")
	tass.Off = true
	want := []feeds.Feed{
		auntie, tass,
		{
			ID: "gazette-example-world", Name: "gazette.example", Unnamed: true, Family: "gazette.example",
			URL: "https://www.gazette.example/world/rss.xml",
		},
		{
			ID: "courier", Name: "The Courier", URL: "https://courier.example/feed", Country: "FR", Language: "pt-BR",
			Kind: feeds.Wire, Affiliation: feeds.Exile, Family: "couriers", Tags: []string{"sahel", "ml"}, Checked: "2026-10-02",
		},
	}
	for _, w := range want {
		if diff := cmp.Diff(w, by(got, w.ID)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", w.ID, diff)
		}
	}
	if len(got) != len(base)+2 {
		t.Errorf("%d feeds, want the %d of the pack and 2", len(got), len(base))
	}
}

func TestAGivenIDIsNeverTakenByAMadeOne(t *testing.T) {
	got, err := own(t, `
[[feed]]
url = "https://gazette.example/rss"
[[feed]]
id = "gazette-example"
url = "https://other.example/rss"
`)
	if err != nil {
		t.Fatal(err)
	}
	mine := got[len(got)-2:]
	if mine[0].ID == mine[1].ID || mine[1].ID != "gazette-example" || mine[0].URL != "https://gazette.example/rss" {
		t.Errorf("got %+v", mine)
	}
}

func TestFaultsOfAVeryWrongFeedsFile(t *testing.T) {
	_, err := config.Feeds(config.Paths{Feeds: "testdata/wrong_feeds.toml"}, atlas(t))
	var faults config.Faults
	if !errors.As(err, &faults) {
		t.Fatalf("got %v, want faults", err)
	}
	golden(t, "wrong_feeds.toml.faults", err.Error()+"\n")
}

const outlines = `<opml version="2.0"><head><title>Mine</title></head><body>
<outline text="Middle East"><outline title="Deep"><outline text="Gazette &amp; Sons &nbsp;" language="ar"
  type="rss" xmlUrl=" https://gazette.example/rss " htmlUrl="https://gazette.example"/></outline></outline>
<outline text="IT"><outline text="Courier" xmlURL="feed://courier.example/feed" category="/Politics/Africa,sahel"/>
<outline text="Gazette again" xmlUrl="https://www.gazette.example/rss/"></outline></outline>
<outline xmlUrl="https://tass.com/rss/v2.xml"/>
<outline text="an empty folder"/>
</body></opml>`

func TestListTellsTheFormByTheContent(t *testing.T) {
	gazette := feeds.Feed{
		ID: "gazette-example", Name: "Gazette & Sons", URL: "https://gazette.example/rss", Language: "ar",
		Family: "gazette.example", Tags: []string{"middle-east"},
	}
	courier := feeds.Feed{
		ID: "courier-example", Name: "Courier", URL: "http://courier.example/feed",
		Family: "courier.example", Tags: []string{"africa", "sahel"},
	}
	tass := by(pack(t), "tass")
	bbc := by(pack(t), "bbc-world")
	bbc.Every = time.Hour
	for name, c := range map[string]struct {
		text string
		want []feeds.Feed
	}{
		"outlines": {outlines, []feeds.Feed{gazette, courier, tass}},
		"outlines after a declaration": {
			"\ufeff<?xml version='1.0' encoding='no-such-charset'?>\n<!-- x -->\n" + outlines, []feeds.Feed{gazette, courier, tass},
		},
		"outlines in windows-1251": {
			"<?xml version='1.0' encoding='windows-1251'?><opml><outline text='\xcf\xf0\xe0\xe2\xe4\xe0' xmlUrl='https://a.example/'/></opml>",
			[]feeds.Feed{{ID: "a-example", Name: "Правда", URL: "https://a.example/", Family: "a.example"}},
		},
		"outlines that are not closed": {
			"<opml><body><outline text='Folder'><outline text='A' xmlUrl='https://a.example/'></body></opml>",
			[]feeds.Feed{{ID: "a-example", Name: "A", URL: "https://a.example/", Family: "a.example"}},
		},
		"addresses": {
			"# mine\r\n\r\n  https://gazette.example/rss\tThe  Gazette \r\nhttps://tass.com/rss/v2.xml\nhttps://gazette.example/rss?desk=world\n" +
				"https://feeds.feedburner.com/Courier # a comment is a name here\n",
			[]feeds.Feed{
				{ID: "gazette-example", Name: "The Gazette", URL: "https://gazette.example/rss", Family: "gazette.example"},
				tass,
				{
					ID: "gazette-example-desk-world", Name: "gazette.example", Unnamed: true,
					URL: "https://gazette.example/rss?desk=world", Family: "gazette.example",
				},
				{
					ID: "feedburner-com-courier", Name: "# a comment is a name here",
					URL: "https://feeds.feedburner.com/Courier", Family: "feedburner-com-courier",
				},
			},
		},
		"addresses in UTF-16": {
			"\xff\xfeh\x00t\x00t\x00p\x00s\x00:\x00/\x00/\x00a\x00.\x00e\x00x\x00a\x00m\x00p\x00l\x00e\x00/\x00",
			[]feeds.Feed{{ID: "a-example", Name: "a.example", Unnamed: true, URL: "https://a.example/", Family: "a.example"}},
		},
		"a host in two scripts": {
			"https://\u0430.example/rss\n", // a Cyrillic а
			[]feeds.Feed{{ID: "example", Name: "xn--80a.example", Unnamed: true, URL: "https://\u0430.example/rss", Family: "\u0430.example"}},
		},
		"two addresses that look alike": {
			"https://a.example/x/rss\nhttps://a.example/x/feed\n",
			[]feeds.Feed{
				{ID: "a-example-x", Name: "a.example", Unnamed: true, URL: "https://a.example/x/rss", Family: "a.example"},
				{ID: "a-example-x-67267e5b", Name: "a.example", Unnamed: true, URL: "https://a.example/x/feed", Family: "a.example"},
			},
		},
		"blocks": {"# mine\n[[feed]]\nid = \"bbc-world\"\nevery = \"1h\"\n", []feeds.Feed{bbc}},
	} {
		t.Run(name, func(t *testing.T) {
			got, err := config.List(write(t, "list.txt", c.text), atlas(t))
			if diff := cmp.Diff(c.want, got); err != nil || diff != "" {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
		})
	}
}

func TestAListedFeedOfThePackIsOn(t *testing.T) {
	list := pack(t)
	off := list[slices.IndexFunc(list, func(f feeds.Feed) bool { return f.Off })]
	got, err := config.List(write(t, "urls", off.URL), atlas(t))
	if err != nil || len(got) != 1 || got[0].Off || got[0].ID != off.ID {
		t.Errorf("got %+v, %v", got, err)
	}
}

func TestFaultsOfAList(t *testing.T) {
	for name, c := range map[string]struct{ text, want string }{
		"address": {
			"https://a.example\n  b.example/feed name\njavascript:alert(1)\n",
			"urls:2:3: \"b.example/feed\": want an http or https address without a password, such as \"https://example.org/feed\"\n" +
				"urls:3:1: \"javascript:alert(1)\": want an http or https address without a password, such as \"https://example.org/feed\"",
		},
		"outline": {
			"<opml>\n <outline xmlUrl='exec:rm'/>",
			"urls:2:2: \"exec:rm\": want an http or https address without a password, such as \"https://example.org/feed\"\n" +
				"urls:2:29: this is no OPML from here on: XML syntax error on line 2: unexpected EOF",
		},
		"nothing": {"# nothing\n", "no feed in urls: want a feeds.toml, an OPML file or one address a line"},
		"page":    {"<html><body>x</body></html>", "no feed in urls: want a feeds.toml, an OPML file or one address a line"},
		"table":   {"[[feed]]\nurl = 5\n", "urls:2:7: feed.url = 5: want an http or https address without a password, such as \"https://example.org/feed\""},
	} {
		t.Run(name, func(t *testing.T) {
			file, atlas := write(t, "urls", c.text), atlas(t)
			t.Chdir(filepath.Dir(file))
			_, err := config.List("urls", atlas)
			if err == nil || err.Error() != c.want {
				t.Errorf("got  %v\nwant %s", err, c.want)
			}
		})
	}
	if _, err := config.List(filepath.Join(t.TempDir(), "none"), atlas(t)); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing file: %v", err)
	}
}

func TestAFileOfManyFaultsIsToldInFewLines(t *testing.T) {
	_, err := config.List(write(t, "film", strings.Repeat("noise\n", 300)), atlas(t))
	var faults config.Faults
	if !errors.As(err, &faults) || !strings.HasSuffix(err.Error(), "\nand 250 more") {
		t.Errorf("got %v", err)
	}
}

// TestAFileHoldsSoManyFeeds reads files of as many feeds as are taken, in each
// form, and of one more.
func TestAFileHoldsSoManyFeeds(t *testing.T) {
	const most = 5000
	for _, form := range []struct{ head, feed, tail string }{
		{"", "https://a.example/%d\n", ""},
		{"<opml><body>\n", "<outline xmlUrl='https://a.example/%d'/>\n", "</body></opml>"},
		{"<opml><body>\n", "<outline xmlUrl='https://a.example/%d' text='mideast'>\n", ""}, // in each other, left open
		{"", "[[feed]]\nurl = 'https://a.example/%d'\n", ""},
	} {
		var text strings.Builder
		text.WriteString(form.head)
		for i := range most {
			_, _ = fmt.Fprintf(&text, form.feed, i)
		}
		list, err := config.List(write(t, "list", text.String()+form.tail), atlas(t))
		if open := strings.Contains(form.feed, "'>"); !open && (err != nil || len(list) != most) {
			t.Errorf("%s: %d feeds, %v", form.feed, len(list), err)
		}
		_, _ = fmt.Fprintf(&text, form.feed, most)
		_, err = config.List(write(t, "list", text.String()+form.tail), atlas(t))
		var faults config.Faults
		if !errors.As(err, &faults) || len(faults) != 1 || !strings.Contains(err.Error(), "want at most 5000 feeds") {
			t.Errorf("%s: got %v", form.feed, err)
		}
	}
}

func TestDeepFoldersNameNothing(t *testing.T) {
	text := "<opml>" + strings.Repeat("<outline text='x'>", 30) + "<outline text='middle-east'><outline xmlUrl='https://a.example/'/></outline>" +
		strings.Repeat("</outline>", 30) + "<outline text='middle-east'><outline xmlUrl='https://b.example/'/></outline></opml>"
	list, err := config.List(write(t, "list", text), atlas(t))
	if err != nil || len(list) != 2 || len(list[0].Tags) != 0 || len(list[1].Tags) != 1 {
		t.Errorf("got %+v, %v", list, err)
	}
}
