package typeset_test

import (
	"testing"

	"dateline/feeds"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

// long returns an article of about so many words, every fifth paragraph with a
// link.
func long(words int) feeds.Article {
	const text = "The ministers of both sides met on Tuesday evening and, after nine hours of talks about the water of the " +
		"upper river, broke off in the night without a common statement, as an observer told this paper on Wednesday."
	const each = 39
	var a feeds.Article
	for i := range words / each {
		p := para(text)
		if i%5 == 0 {
			p.Spans = append(p.Spans, feeds.Span{Text: " More of it", Link: river})
		}
		a.Blocks = append(a.Blocks, p)
	}
	return a
}

func benchmark(b *testing.B, a feeds.Article) {
	b.ReportAllocs()
	for b.Loop() {
		set(typeset.Options{Theme: theme.Theme{}, Width: 100, Article: a})
	}
}

func BenchmarkArticle(b *testing.B) { benchmark(b, long(3000)) }

func BenchmarkBook(b *testing.B) { benchmark(b, long(200_000)) }

func BenchmarkEveryKind(b *testing.B) { benchmark(b, scripts[0].article()) }
