package article_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds/article"
)

// TestGroups shows the ways in which pages lead on, and what leads nowhere.
func TestGroups(t *testing.T) {
	text := strings.Repeat("<p>"+sentence+sentence+"</p>", 4)
	list := `<li><a href="/a">Ferry fares rise as the strike bites</a></li><li><a href="/b">Port sale waits for the election</a></li>`
	for _, c := range []struct{ name, page, want string }{
		{"a list below a heading", `<aside><h2>More on the Straits</h2><ul>` + list + `</ul></aside>`, `
group: More on the Straits
    Ferry fares rise as the strike bites <https://www.gazette.example/a>
    Port sale waits for the election <https://www.gazette.example/b>
`},
		{"a card with its beginning, then a list", `<section><h2>More on the Straits</h2><div class="card"><h3><a href="/lead">Mediators close to a deal on the straits</a></h3>
<p>Mediators said on Thursday that a deal to reopen the straits to shipping was within reach after a ...</p></div><ul>` + list + `</ul></section>`, `
group: More on the Straits
    lead: Mediators close to a deal on the straits <https://www.gazette.example/lead>
    "Mediators said on Thursday that a deal to reopen the straits to shipping was within reach after a …"
    Ferry fares rise as the strike bites <https://www.gazette.example/a>
    Port sale waits for the election <https://www.gazette.example/b>
`},
		{"cards that are links as a whole", `<section><h2>Related</h2><a href="/a"><h3>Ferry fares rise as the strike bites</h3><p>The fares of all ferries rise from Monday, the operator said in a notice.</p></a>
<a href="/b"><h3>Port sale waits for the election</h3><p>The sale of the port will wait until after the vote, two officials said.</p></a></section>`, `
group: Related
    lead: Ferry fares rise as the strike bites <https://www.gazette.example/a>
    "The fares of all ferries rise from Monday, the operator said in a notice."
    Port sale waits for the election <https://www.gazette.example/b>
`},
		{"cards with a section each", `<section><h2>Related</h2><div><span class="kicker">Trade</span><h3><a href="/a">Ferry fares rise as the strike bites</a></h3></div>
<div><span class="kicker">Politics</span><h3><a href="/b">Port sale waits for the election</a></h3></div></section>`, `
group: Related
    Ferry fares rise as the strike bites <https://www.gazette.example/a>
    Port sale waits for the election <https://www.gazette.example/b>
`},
		{"a blog's related posts", `<div class="jp-relatedposts"><h3><em>Related</em></h3><div><h4><a href="/a">Ferry fares rise as the strike bites</a></h4><p>January 5, 2026</p><p>In "Trade"</p></div>
<div><h4><a href="/b">Port sale waits for the election</a></h4><p>December 9, 2025</p></div></div>`, `
group: Related
    Ferry fares rise as the strike bites <https://www.gazette.example/a>
    Port sale waits for the election <https://www.gazette.example/b>
`},
		{"a label stands on each of its groups, one of nothing on none", `<td><b>STRAITS</b><br><a href="/a">Ferry fares rise as the strike bites</a><p><a href="/b">Port sale waits for the election</a></td>
<td><b>HARBOURS</b><br></td><td><b>STRAITS</b><br><a href="/c">Two capitals renew their harbour pact</a><p><a href="/d">Pilots vote on the offer of the port</a></td>`, `
group: STRAITS
    Ferry fares rise as the strike bites <https://www.gazette.example/a>
    Port sale waits for the election <https://www.gazette.example/b>

group: STRAITS
    Two capitals renew their harbour pact <https://www.gazette.example/c>
    Pilots vote on the offer of the port <https://www.gazette.example/d>
`},
		{"a heading of the text stands above no group", `<h2>What is missing</h2><p>` + sentence + `</p><aside><h2>Related links</h2><a href="/a">Ferry fares rise as the strike bites</a></aside>
<aside><h2>Straits</h2><a href="/b">Port sale waits for the election</a></aside>`, ``},
		{"a lead alone, below words that lead on", `<aside><h2>More on this: Straits</h2><div><a href="/lead">Mediators close to a deal on the straits</a><div>Mediators said on Thursday that a deal to reopen the straits to shipping was within reach.</div></div></aside>`, `
group: More on this: Straits
    lead: Mediators close to a deal on the straits <https://www.gazette.example/lead>
    "Mediators said on Thursday that a deal to reopen the straits to shipping was within reach."
`},
		{"menus", `<nav><h2>World news today</h2><ul>` + list + `</ul></nav><footer><h2>More stories</h2><ul>` + list + `</ul></footer>`, ``},
		{"share bars and tags", `<div><h4>Share this story</h4><a href="https://twitter.com/share?u=1">Share this story on Twitter</a> <a href="https://www.facebook.com/sharer?u=1">Share this story on Facebook</a></div>
<div><h4>Tags</h4><ul>` + list + `</ul></div>`, ``},
		{"one link is no group", `<h3>Related</h3><p><a href="/a">Ferry fares rise as the strike bites</a></p>`, ``},
		{"comments", `<div id="comments"><h3>Ines wrote below the text</h3><ul>` + list + `</ul></div>`, ``},
	} {
		t.Run(c.name, func(t *testing.T) {
			page := "<html><body><article><h1>Talks on the straits resume</h1>" + text + "</article><table><tr>" + c.page + "</tr></table></body></html>"
			if !strings.HasPrefix(c.page, "<td") {
				page = "<html><body><article><h1>Talks on the straits resume</h1>" + text + "</article>" + c.page + "</body></html>"
			}
			a, err := article.Extract([]byte(page), "", address)
			if err != nil {
				t.Fatal(err)
			}
			var got strings.Builder
			for _, g := range a.Groups {
				got.WriteString(showGroup(g))
			}
			if diff := cmp.Diff(strings.TrimSpace(c.want), strings.TrimSpace(got.String())); diff != "" {
				t.Error(diff)
			}
			related := map[string]bool{}
			for _, l := range a.Related {
				related[l.URL] = true
			}
			for _, g := range a.Groups {
				for _, l := range g.Links {
					if !related[l.URL] {
						t.Errorf("%q is in a group and not related", l.Text)
					}
				}
			}
		})
	}
}

// TestALeadIsNoPartOfAShortText shows a page of tables, without a mark, whose
// text is no longer than the beginning of what it leads on to.
func TestALeadIsNoPartOfAShortText(t *testing.T) {
	page := `<html><body><div class="skip"><a href="#story">Skip to the text of the story</a></div><table><tr><td><table><tr><td><font size="1"><b>香港</b></font><br><h1>港口罢工结束</h1>
<div id="story"><p>港务局星期一说，罢工已经结束，码头将于星期二上午八时恢复作业。</p><p>本文为简讯。</p></div></td></tr></table>
<table><tr><td><b>相关报道 · 香港</b><br><a href="/a"><b>渡轮一百二十八年：老船长讲述海港两岸</b></a><br>
<font size="1">六十八岁的船长从学徒做起，在海港往返了四十万次。他说，变的是天际线，不变的是靠岸前的那一声铃。</font><br></td></tr></table></td></tr></table></body></html>`
	a, err := article.Extract([]byte(page), "", address)
	if err != nil {
		t.Fatal(err)
	}
	want := "港务局星期一说，罢工已经结束，码头将于星期二上午八时恢复作业。\n\n本文为简讯。"
	if got := article.Text(a); got != want || a.Kicker != "香港" {
		t.Errorf("kicker %q, text:\n%s\nwant:\n%s", a.Kicker, got, want)
	}
	if len(a.Groups) != 1 || a.Groups[0].Teaser == "" || len(a.Related) != 1 {
		t.Errorf("groups %+v, related %+v", a.Groups, a.Related)
	}
}
