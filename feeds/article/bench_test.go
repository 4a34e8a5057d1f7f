package article_test

import (
	"os"
	"runtime"
	"runtime/metrics"
	"strings"
	"testing"
	"time"

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
func hardPages() map[string]func() string {
	body := paragraphs(2_000)
	return map[string]func() string{
		"5 MB of news": func() string {
			return strings.Repeat(`<div class="row"><h2>`+sentence+"</h2>"+body+`<ul><li><a href="/a">`+sentence+`</a></li></ul><script>var x = 1;</script></div>`, (5<<20)/2_400)
		},
		"nested divs":      func() string { return strings.Repeat("<div>", 100_000) + body },
		"a million links":  func() string { return strings.Repeat("<a href=/a>x</a>", 1_000_000) + body },
		"links in lists":   func() string { return strings.Repeat("<ul><li><a href=/a>x y z, a</a></li></ul>", 100_000) + body },
		"one line":         func() string { return "<p>" + strings.Repeat(sentence, (5<<20)/len(sentence)) },
		"words and breaks": func() string { return "<div>" + strings.Repeat("word, <br>", 300_000) + body },
		"huge table": func() string {
			return "<table>" + strings.Repeat("<tr><td>1<td>2<td>three, four", 100_000) + "</table>" + body
		},
		"nested tables": func() string { return strings.Repeat("<table><tr><td>", 10_000) + body },
		"deep lists":    func() string { return strings.Repeat("<ul><li>x", 10_000) + body },
		"nested spans":  func() string { return strings.Repeat("<span>x", 100_000) + body },
		"many images": func() string {
			return strings.Repeat(`<figure><img src="/a.jpg" alt="a"><figcaption>b, c</figcaption></figure>`, 50_000) + body
		},
		"many articles": func() string {
			return strings.Repeat("<article><h1>"+sentence+"</h1><p>"+sentence+sentence+"</article>", 10_000)
		},
		"many classes": func() string {
			return `<div class="` + strings.Repeat("related-to-x ", 100_000) + `">` + body + "</div>"
		},
		"many authors": func() string {
			return "<h1>A title</h1>" + strings.Repeat(`<b class="author">by Ines Okafor, Jon Lund</b>`, 50_000) + body
		},
		"nested authors": func() string {
			return "<h1>A title</h1>" + strings.Repeat(`<div itemprop="author">`, 400) + strings.Repeat("<b>x</b>", 100_000) + body
		},
		"many dates": func() string {
			return "<h1>A title</h1>" + strings.Repeat(`<time>the 40th of some month, at noon</time>`, 50_000) + body
		},
		"nested comments": func() string {
			return strings.Repeat(`<div class="comment">`, 400) + strings.Repeat("<b>x</b>", 100_000) + "<h1>A title</h1>" + body
		},
		"nested figures": func() string {
			return "<h1>A title</h1>" + strings.Repeat("<figure>", 400) + strings.Repeat("<b>x</b>", 100_000) + body
		},
		"many noscripts": func() string { return strings.Repeat("<noscript>x</noscript>", 100_000) + body },
		"inline blocks":  func() string { return strings.Repeat("<b><div>x, y</b></div>", 20_000) + body },
		"open formatting": func() string {
			return "<p>" + strings.Repeat("<font size=1><b>", 200) + "</p>" + strings.Repeat("<p>x, y</p>", 100_000) + body
		},
		"spans apart": func() string { return strings.Repeat("<span class=a><b>x</b></span> ", 150_000) + body },
		"many attributes": func() string {
			return strings.Repeat("<p a b c d e f g h i j k l m n o p q r s t u v w x y z>", 80_000) + body
		},
	}
}

// watchHeap returns a function that ends the watch and says how many bytes the
// heap grew to, with what was not yet collected.
func watchHeap() (peak func() uint64) {
	runtime.GC()
	heap := []metrics.Sample{{Name: "/memory/classes/heap/objects:bytes"}}
	metrics.Read(heap)
	before, most := heap[0].Value.Uint64(), uint64(0)
	stop, done := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		tick := time.NewTicker(time.Millisecond)
		defer tick.Stop()
		for {
			metrics.Read(heap)
			most = max(most, heap[0].Value.Uint64())
			select {
			case <-stop:
				return
			case <-tick.C:
			}
		}
	}()
	return func() uint64 {
		close(stop)
		<-done
		return most - min(most, before)
	}
}

func BenchmarkExtract(b *testing.B) {
	pages := hardPages()
	for _, name := range []string{"wordpress", "model", "kinds"} {
		pages[name] = func() string { return newsPage(b, name) }
	}
	for name, write := range pages {
		b.Run(name, func(b *testing.B) {
			page := []byte(write()) // one at a time: what others hold would let the heap grow
			b.SetBytes(int64(len(page)))
			b.ReportAllocs()
			peak := watchHeap()
			for b.Loop() {
				_, _ = article.Extract(page, "text/html", address) // what is no text must be found out quickly too
			}
			b.ReportMetric(float64(peak())/(1<<20), "peak-MB")
		})
	}
}
