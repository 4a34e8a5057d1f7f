package article

import (
	"cmp"
	"fmt"
	"time"
	"unicode/utf8"

	"dateline/feeds"
)

// extent says how much there is to read, and how long that takes; nothing of
// the feed's own text, of which given says more.
func (p *Pane) extent() string {
	if p.of != pageText || p.length == (feeds.Length{}) {
		return ""
	}
	words := count(p.length.Words, "word")
	if p.length.Dense() {
		words = count(p.length.Characters, "character")
	}
	return p.dotted(words, minutes(p.length.Time(p.language())))
}

// language returns the tag of the language of the text.
func (p *Pane) language() string {
	return cmp.Or(p.article.Language, p.versions[p.at].Item.Language, p.versions[p.at].Feed.Language)
}

// minutes returns a time in full minutes, at least one.
func minutes(d time.Duration) string {
	return fmt.Sprintf("%d min", max(1, int((d+time.Minute-1)/time.Minute)))
}

// provenance says where the text comes from, and how to get more of it.
func (p *Pane) provenance() string {
	if p.of != pageText {
		return p.given()
	}
	return p.dotted("fetched "+p.clock(p.article.Fetched), p.offer(refetch, "fetches it again"))
}

func (p *Pane) given() string {
	chars := 0
	for _, b := range p.article.Blocks {
		chars += utf8.RuneCountInString(b.Plain())
	}
	said := "the feed gave no text"
	if chars > 0 {
		said = "the feed gave " + count(chars, "character")
	}
	if p.versions[p.at].Item.URL == "" {
		return said + " and no address of the page"
	}
	if p.fetching || p.failure != nil {
		return said // what can be done stands above the text
	}
	return semicolons(said, p.offer(fullText, "fetches the page"))
}

// offer says what a key does; nothing of one that is switched off.
func (p *Pane) offer(name, does string) string {
	if key := p.shown(name); key != "" {
		return key + " " + does
	}
	return ""
}

// semicolons joins what there is to say.
func semicolons(said, more string) string {
	if more == "" {
		return said
	}
	return said + "; " + more
}

// cut says why the text stops before its end; empty if it does not.
func (p *Pane) cut() string {
	if p.article.Cut == "" {
		return ""
	}
	f := feeds.Failure{Kind: p.article.Cut}
	return "The page shows only its beginning: " + semicolons(f.Error()+"; "+f.PageTodo(), p.remedy()) + "."
}

func count(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, what)
}
