//go:build unix

package main

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// press serves a feed that says hostile things in all its fields, and behind
// each item a page that does.
type press struct {
	*httptest.Server
	words []string
}

func newPress(t *testing.T, words []string) *press {
	p := &press{words: words}
	p.Server = httptest.NewServer(p)
	t.Cleanup(p.Close)
	return p
}

// perItem is how many words an item has in each of its fields.
const perItem = 4

func (p *press) items() int { return (len(p.words) + perItem - 1) / perItem }

// said returns the words of item n.
func (p *press) said(n int) string {
	return strings.Join(p.words[n*perItem:min(len(p.words), (n+1)*perItem)], " ")
}

// ServeHTTP answers for a feed, for a page, and with a failure that is hostile
// too.
func (p *press) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	switch r.URL.Path {
	case "/broken":
		says(w, "500 \x1b]0;7331\x07\u009b7331m\x9b\u202e", "no")
	default:
		n := 0
		if _, err := fmt.Sscanf(r.URL.Path, "/feed/%d", &n); err == nil {
			p.feed(w, n)
		} else if _, err := fmt.Sscanf(r.URL.Path, "/page/%d", &n); err == nil {
			says(w, "200 OK\r\nContent-Type: text/html; charset=\"7331;owned\"", hostilePage(n, p.said(n)))
		}
	}
}

// unasked is what servers say when they have answered.
const unasked = "words that nobody has asked for"

// says answers with a head and a body as they are, and goes on.
func says(w http.ResponseWriter, head, body string) {
	c, _, err := http.NewResponseController(w).Hijack()
	if err != nil {
		return
	}
	_, _ = fmt.Fprintf(c, "HTTP/1.1 %s\r\nContent-Length: %d\r\n\r\n%s%s", head, len(body), body, unasked)
}

// marked returns words as text of XML or HTML; what XML forbids stays.
var marked = strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;", `"`, "&quot;")

// feed serves item n as a feed of its own, on another day than every other: so
// the items are no one story, and bytes that are no text
// spoil none but it.
func (p *press) feed(w io.Writer, n int) {
	at := time.Now().AddDate(0, 0, -5*n).Format(time.RFC1123Z)
	_, _ = io.WriteString(w, strings.NewReplacer("{n}", fmt.Sprint(n), "{at}", at, "{here}", p.URL, "{own}", own(n, 4), "{text}", own(n, 40), "{bad}", marked.Replace(p.said(n))).Replace(`
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Press</title>
<item><title>Dispatch {n} {own}: {bad}</title><link>{here}/page/{n}</link><guid>{n}</guid><pubDate>{at}</pubDate><dc:creator>{bad}</dc:creator><category>{bad}</category>
<dc:language>{bad}</dc:language><description>Harbour {n} {text} {bad}</description><content:encoded>&lt;p&gt;Harbour {n}. {text} {bad}&lt;/p&gt;&lt;a href="{bad}"&gt;{bad}&lt;/a&gt;</content:encoded></item>
</channel></rss>`))
}

// own returns words that no other item has, so that it stays a story of its own.
func own(n, count int) string {
	words := make([]string, count)
	for i := range words {
		for h := uint32(n*1000+i+1) * 2654435761; h > 0; h /= 80 {
			words[i] += string("bdfgklmnprstvzjh"[h%16]) + string("aeiou"[h/16%5])
		}
	}
	return strings.Join(words, " ")
}

// hostilePage is a page with bad words in everything that is read of one.
func hostilePage(n int, bad string) string {
	text, err := json.Marshal(bad)
	if err != nil {
		return ""
	}
	prose := strings.Repeat("Ships waited outside the harbour for the pilots to return to work. ", 8)
	return strings.NewReplacer("{n}", fmt.Sprint(n), "{bad}", marked.Replace(bad), "{raw}", bad, "{json}", string(text), "{prose}", prose).Replace(`<!doctype html>
<html lang="{bad}"><head><title>{bad} | {bad}</title><base href="{bad}"><link rel="canonical" href="/page/{n}?{bad}"><meta charset="utf-8"><meta name="author" content="{bad}">
<meta property="og:title" content="Dispatch {n}: {bad}"><meta property="og:site_name" content="{bad}"><meta property="og:image" content="http://i.example/{bad}">
<meta property="og:image:alt" content="{bad}"><meta property="article:section" content="{bad}"><meta property="article:published_time" content="{bad}">
<script type="application/ld+json">{"@type":"NewsArticle","headline":{json},"articleSection":{json},"author":{"name":{json}},"publisher":{"name":{json}},"inLanguage":{json},
"datePublished":{json},"image":{"url":{json},"caption":{json}},"url":{json},"isAccessibleForFree":{json}}</script></head>
<body><article><p class="kicker">{bad}</p><h1>Dispatch {n}: {bad}</h1><p class="byline">By {bad}</p><time datetime="{bad}">{bad}</time>
<figure><img src="http://i.example/a{bad}.jpg" alt="{bad}"><figcaption>{bad}</figcaption></figure>
<p>Seafront {n}. {prose}</p><p>{bad} <a href="http://l.example/{bad}">{bad}</a> <b>{bad}</b> <i>{bad}</i></p><p>{prose}<a href="{bad}">here</a></p>
<h2>{bad}</h2><blockquote><p>{bad} {prose}</p></blockquote><ul><li>{bad}</li><li>{prose}</li></ul><ol start="{bad}"><li value="{bad}">{bad} {prose}</li></ol>
<table><tr><th>{bad}</th><th>b</th></tr><tr><td>{bad}</td><td>2</td></tr><tr><td>3</td><td>{bad}</td></tr></table><pre><code>{bad}
	x = {bad}</code></pre><p>{prose}</p><iframe src="https://www.youtube.com/embed/{bad}" title="{bad}"></iframe>
<blockquote class="twitter-tweet"><p>{bad}</p><a href="https://twitter.com/a/status/1{bad}">{bad}</a></blockquote><p>{prose}</p></article>
<aside><h3>{bad}</h3><a href="/a{bad}">One more headline: {bad}</a><p>Geneva (AFP) {bad}</p><a href="/b">Another headline {bad}</a><a href="/c">And another headline {bad}</a></aside>
{raw}</body></html>`)
}

// files writes what the program is started with, and returns the flags.
func (p *press) files(t *testing.T) []string {
	t.Helper()
	dir := t.TempDir()
	said := filepath.Join(dir, "said")
	config := fmt.Sprintf(`[screen]
hyperlinks = "on"
[[pipe]]
name = "repeat"
key = "T"
command = ["cat"]
[[pipe]]
name = "environ"
key = "E"
command = ["env"]
[[pipe]]
name = "shout"
key = "B"
command = ["cat", %q]
[[pipe]]
name = "complain"
key = "C"
command = ["sh", "-c", "cat \"$0\" >&2; exit 3", %q]
`, said, said)
	list := p.URL + "/broken\tBroken\n" + p.URL + "/page/0\tNo feed\n"
	for n := range p.items() {
		list += fmt.Sprintf("%s/feed/%d\tPress %d\n", p.URL, n, n)
	}
	for name, text := range map[string]string{"config.toml": config, "feeds.txt": list, "said": strings.Join(p.words, "\n\n")} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(strings.ReplaceAll(text, "\x00", "")), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	return []string{"--data", dir, "--config", filepath.Join(dir, "config.toml"), "--feeds", filepath.Join(dir, "feeds.txt")}
}
