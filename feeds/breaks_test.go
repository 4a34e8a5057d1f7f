package feeds_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/feeds"

	"golang.org/x/text/unicode/norm"
)

func TestCleanSpan(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "Talks resume", "Talks resume"},
		{"nothing", "", ""},
		{"soft hyphen", "Bundes\u00adtag", "Bundes\u00adtag"},
		{"zero-width space", "either\u200bor", "either\u200bor"},
		{"word joiner", "10\u206012", "10\u206012"},
		{"no-break spaces", "10\u00a0000\u202fkm", "10\u00a0000\u202fkm"},
		{"each once", "a\u00ad\u00adb\u200b\u200bc\u00a0\u00a0d", "a\u00adb\u200bc\u00a0d"},
		{"the stronger of two", "a\u00ad\u200bb\u2060\u200bc\u202f\u00a0d", "a\u200bb\u2060c\u00a0d"},
		{"a space is the strongest", "a \u00a0b\u00ad c \u200bd\u2003\u202fe", "a b c d e"},
		{"other spaces are spaces", "a\u2003b\u3000c\u2009d\te", "a b c d e"},
		{"ends stay", "\u00a0a ", "\u00a0a "},
		{"a mark alone stays", "\u200b", "\u200b"},
		{"not before a mark", "e\u00ad\u0301\u0301", "\u00e9\u0301"},
		{"not before a vowel sign", "\u0915\u00ad\u093e", "\u0915\u093e"},
		{"not in a flag", "\U0001f1eb\u200b\U0001f1f7", "\U0001f1eb\U0001f1f7"},
		{"not before a skin tone", "\U0001f44d\u2060\U0001f3fd", "\U0001f44d\U0001f3fd"},
		{"not beside a joiner", "\u0645\u200c\u00ad\u062e\u0645\u00ad\u200c\u062e", "\u0645\u200c\u062e\u0645\u200c\u062e"},
		{"not in a syllable", "\u1112\u00ad\u1161\u11ab", "\ud55c"},
		{"all else goes", "a\x1b[31mb\u202e\u00adc\ufeffd\u034f", "ab\u00adcd"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := feeds.CleanSpan(tt.in, 1000); got != tt.want {
				t.Errorf("CleanSpan(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanSpanCutsBetweenCharacters(t *testing.T) {
	for limit, want := range []string{"", "a", "a", "a", "a\u00adb", "a\u00adb", "a\u00adb\u00a0", "a\u00adb\u00a0"} {
		if got := feeds.CleanSpan("a\u00adb\u00a0北", limit); got != want && got != strings.TrimRight(want, "\u00a0") {
			t.Errorf("at most %d bytes: %+q, want %+q", limit, got, want)
		}
	}
}

func FuzzCleanSpan(f *testing.F) {
	for _, s := range []string{
		"a\u00adb\u200bc\u2060d\u00a0e\u202ff", "\u00a0 a", "\u1112\u00ad\u1161", "e\u00ad\u0301", "\U0001f1eb\u200b\U0001f1f7\U0001f1e9",
		"\u0915\u200d\u00ad\u093c\u09c7\u09be", "a\u00ad\u009b31m", "\u00ad\u0489a", "a\u00a0\u0301b", "\U0001f468\u200d\u2060\U0001f469",
	} {
		f.Add(s, 40)
	}
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = min(max(limit, 0), 1<<16)
		span := feeds.CleanSpan(s, limit)
		if len(span) > limit || !utf8.ValidString(span) || !norm.NFC.IsNormalString(span) {
			t.Errorf("CleanSpan(%+q, %d) = %+q", s, limit, span)
		}
		if again := feeds.CleanSpan(span, limit); again != span {
			t.Errorf("CleanSpan(%+q, %d) = %+q, then %+q", s, limit, span, again)
		}
		const marks = " \u00a0\u202f\u00ad\u200b\u2060"
		for i := 1; i < len(span); i++ {
			before, _ := utf8.DecodeLastRuneInString(span[:i])
			if r, _ := utf8.DecodeRuneInString(span[i:]); strings.ContainsRune(marks, before) && strings.ContainsRune(marks, r) {
				t.Errorf("CleanSpan(%+q) has two marks together: %+q", s, span)
			}
		}
		plain := feeds.Span{Text: span}.Plain()
		checkClean(t, strings.TrimSpace(plain), limit)
		roomy := 8*len(s) + 64
		if want := feeds.Clean(s, roomy); want != feeds.Clean(feeds.CleanSpan(s, roomy), roomy) || want != strings.TrimSpace(feeds.Span{Text: feeds.CleanSpan(s, roomy)}.Plain()) {
			t.Errorf("CleanSpan(%+q) = %+q says other words than Clean: %+q", s, feeds.CleanSpan(s, roomy), want)
		}
	})
}

func TestPlainArticleHasNoBreakMarks(t *testing.T) {
	a := feeds.Article{Blocks: []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "10\u00a0000 Bundes\u00adtage"}}}}}
	if got := a.Plain().Blocks[0].Spans[0].Text; got != "10 000 Bundestage" {
		t.Errorf("plain text is %+q", got)
	}
	if got := a.Blocks[0].Spans[0].Text; got != "10\u00a0000 Bundes\u00adtage" {
		t.Errorf("the article itself has changed: %+q", got)
	}
}
