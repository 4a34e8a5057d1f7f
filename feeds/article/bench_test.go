package article_test

import (
	"os"
	"strings"
	"testing"

	"dateline/feeds/article"
)

// paragraphs is about n bytes of text.
func paragraphs(n int) string { return strings.Repeat("<p>"+sentence+sentence, n/(2*len(sentence))) }

// newsPage is a page of testdata at the size of those on the net: scripts and
// menus are most of it.
func newsPage(tb testing.TB, name string) string {
	tb.Helper()
	body, err := os.ReadFile("testdata/" + name + ".html")
	if err != nil {
		tb.Fatal(err)
	}
	menu := strings.Repeat(`<div class="menu"><ul><li><a href="/section">Section of the site</a></li></ul></div><script>var x = {"a": 1};</script>`, 1000)
	return strings.Replace(string(body), "</body>", menu+"</body>", 1)
}

// hardPages are pages that grow what an extractor does fastest.
func hardPages() map[string]string {
	body := paragraphs(2_000)
	return map[string]string{
		"5 MB of news":     strings.Repeat(`<div class="row"><h2>`+sentence+"</h2>"+body+`<ul><li><a href="/a">`+sentence+`</a></li></ul><script>var x = 1;</script></div>`, (5<<20)/2_400),
		"nested divs":      strings.Repeat("<div>", 100_000) + body,
		"a million links":  strings.Repeat("<a href=/a>x</a>", 1_000_000) + body,
		"links in lists":   strings.Repeat("<ul><li><a href=/a>x y z, a</a></li></ul>", 100_000) + body,
		"one line":         "<p>" + strings.Repeat(sentence, (5<<20)/len(sentence)),
		"words and breaks": "<div>" + strings.Repeat("word, <br>", 300_000) + body,
		"huge table":       "<table>" + strings.Repeat("<tr><td>1<td>2<td>three, four", 100_000) + "</table>" + body,
		"nested tables":    strings.Repeat("<table><tr><td>", 10_000) + body,
		"deep lists":       strings.Repeat("<ul><li>x", 10_000) + body,
		"nested spans":     strings.Repeat("<span>x", 100_000) + body,
		"many images":      strings.Repeat(`<figure><img src="/a.jpg" alt="a"><figcaption>b, c</figcaption></figure>`, 50_000) + body,
		"many articles":    strings.Repeat("<article><h1>"+sentence+"</h1><p>"+sentence+sentence+"</article>", 10_000),
		"many classes":     `<div class="` + strings.Repeat("related-to-x ", 100_000) + `">` + body + "</div>",
		"many authors":     "<h1>A title</h1>" + strings.Repeat(`<b class="author">by Ines Okafor, Jon Lund</b>`, 50_000) + body,
		"nested authors":   "<h1>A title</h1>" + strings.Repeat(`<div itemprop="author">`, 400) + strings.Repeat("<b>x</b>", 100_000) + body,
		"many dates":       "<h1>A title</h1>" + strings.Repeat(`<time>the 40th of some month, at noon</time>`, 50_000) + body,
		"nested comments":  strings.Repeat(`<div class="comment">`, 400) + strings.Repeat("<b>x</b>", 100_000) + "<h1>A title</h1>" + body,
		"nested figures":   "<h1>A title</h1>" + strings.Repeat("<figure>", 400) + strings.Repeat("<b>x</b>", 100_000) + body,
		"many noscripts":   strings.Repeat("<noscript>x</noscript>", 100_000) + body,
		"inline blocks":    strings.Repeat("<b><div>x, y</b></div>", 20_000) + body,
	}
}

func BenchmarkExtract(b *testing.B) {
	pages := hardPages()
	for _, name := range []string{"wordpress", "model", "kinds"} {
		pages[name] = newsPage(b, name)
	}
	for name, page := range pages {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			for b.Loop() {
				if _, err := article.Extract([]byte(page), "text/html", address); err != nil {
					b.Skip(err) // what is no text must be found out quickly too
				}
			}
		})
	}
}
