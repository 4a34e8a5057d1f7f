package region

import "testing"

func TestSlug(t *testing.T) {
	for address, want := range map[string]string{
		"":                                   "",
		"no address":                         "",
		"https://x.example":                  "|||||||||||||||||",
		"https://mali-news-daily.example/a":  "|||||||||||||||||||||||||||||||||",
		"https://x.example/world/east-asia/": "||||||||||||||||||||||||||||||||||",
		"https://x.example/a/oil_port-in-nigeria-2.html?to=iran-is-here#x-y-z": "||||||||||||||||||||Oil Port In Nigeria 2.html||||||||||||||||||||||",
	} {
		if got := slug(address); got != want {
			t.Errorf("%s:\ngot  %s\nwant %s", address, got, want)
		}
	}
}

func TestTheAddressTellsACountry(t *testing.T) {
	tag := func(text Text) string {
		out := ""
		for _, c := range New().Tag(text).Countries {
			e := c.Why[0]
			out += c.Code + " " + e.Words + " " + string(e.Field)
			if c.About {
				out += " about"
			}
			if e.Field == "address" && text.URL[e.Offset:e.Offset+1] == "/" {
				t.Errorf("%q is not at %d of %s", e.Words, e.Offset, text.URL)
			}
			out += ";"
		}
		return out
	}
	for _, c := range []struct {
		text Text
		want string
	}{
		{Text{Title: "Talks go on", URL: "https://x.example/ghana-cocoa-talks"}, "GH Ghana address;"},
		{Text{Title: "Togo votes", URL: "https://x.example/ghana-and-togo-vote"}, "TG Togo title about;GH Ghana address;"},
		{Text{Title: "Talks go on", URL: "https://x.example/world/china/talks-go-on"}, ""},
		{Text{Title: "Talks go on", URL: "https://x.example/news/world-us-canada-12345"}, ""},
		{Text{Title: "Talks go on", URL: "https://x.example/what-awaits-us-now"}, ""},
		{Text{Title: "Ghana waits", URL: "https://x.example/a-recipe-for-roast-turkey"}, "GH Ghana title about;"},
	} {
		if got := tag(c.text); got != c.want {
			t.Errorf("%q at %s: %s, want %s", c.text.Title, c.text.URL, got, c.want)
		}
	}
}
