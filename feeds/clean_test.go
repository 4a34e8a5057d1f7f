package feeds_test

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"dateline/feeds"
	"dateline/feeds/spoilt"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain", "Talks resume in Geneva", "Talks resume in Geneva"},
		{"empty", "", ""},
		{"spaces", "  Talks\t resume\r\nin\u00a0\u2003\u3000Geneva \u2028", "Talks resume in Geneva"},
		{"colours", "\x1b[31;1mTalks\x1b[0m resume", "Talks resume"},
		{"colours by C1", "\u009b31mTalks", "Talks"},
		{"colours by a raw C1 byte", "\x9b31mTalks", "Talks"},
		{"title with BEL", "a\x1b]0;owned\x07b", "ab"},
		{"title with ST", "a\x1b]8;;http://x.example\x1b\\b\x1b]8;;\x1b\\c", "abc"},
		{"title by C1", "a\u009d0;owned\u009cb", "ab"},
		{"unterminated title takes its line", "a\x1b]0;owned\nb", "a b"},
		{"unterminated title by C1 takes itself", "a\u009d0;told", "a0;told"},
		{"unterminated CSI", "a\x1b[31", "a"},
		{"broken CSI", "a\x1b[31\u00e9t\u00e9", "a\u00e9t\u00e9"},
		{"device control", "a\x1bP$q\"p\x1b\\b", "ab"},
		{"application command", "a\x1b_Gi=1;AAAA\x1b\\b", "ab"},
		{"character set", "a\x1b(0b", "ab"},
		{"lone ESC", "a\x1bHello", "aHello"},
		{"last ESC", "a\x1b", "a"},
		{"controls", "a\x00b\x07c\x08d\x7fe\u0084f\u0085g", "abcdef g"},
		{"text decoded twice", "\u00e2\u0080\u009dquoted\u00e2\u0080\u009c", "\u00e2quoted\u00e2"},
		{"bad bytes", "a\xffb\xc3", "ab"},
		{"surrogate", "a\xed\xa0\x80b", "ab"},
		{"bidi", "a\u202eb\u2066c\u2069d\u200ee\u061cf", "abcdef"},
		{"invisible", "a\ufeffb\u200bc\u00add\u2060e\u034ff\u3164g", "abcdefg"},
		{"braille blank", "a\u2800b", "a b"},
		{"tag characters", "flag\U000e0067\U000e007f", "flag"},
		{"private and unassigned", "a\ue000b\U000f0000c\U0003ffffd\ufffee", "abcde"},
		{"composed", "Kos\u030cice", "Ko\u0161ice"},
		{"zalgo", "Z" + strings.Repeat("\u0489", 90) + "a", "Z" + strings.Repeat("\u0489", 6) + "a"},
		{"mark without a base", "\u0301a \u0301b", "a b"},
		{"joined family", "\U0001f468\u200d\U0001f469\u200d\U0001f467", "\U0001f468\u200d\U0001f469\u200d\U0001f467"},
		{"heart with selector", "\u2764\ufe0f\u200d\U0001f525", "\u2764\ufe0f\u200d\U0001f525"},
		{"Persian non-joiner", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645"},
		{"Sinhala joiner", "\u0d9a\u0dca\u200d\u0dbb", "\u0d9a\u0dca\u200d\u0dbb"},
		{"joiner in Latin", "Ky\u200div", "Kyiv"},
		{"joiner at the end", "\u0645\u200d", "\u0645"},
		{"joiner chain", strings.Repeat("\U0001f525\u200d", 9), strings.Repeat("\U0001f525\u200d", 4) + "\U0001f525" + strings.Repeat("\U0001f525\u200d", 3) + "\U0001f525"},
		{"scripts stay", "Привет 北京 ประเทศไทย العربية हिन्दी 한국어", "Привет 北京 ประเทศไทย العربية हिन्दी 한국어"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := feeds.Clean(tt.in, 1000); got != tt.want {
				t.Errorf("Clean(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestCleanCutsBetweenCharacters(t *testing.T) {
	tests := []struct {
		name, in string
		limit    int
		want     string
	}{
		{"ascii", "Talks resume", 6, "Talks"},
		{"exact", "Talks", 5, "Talks"},
		{"nothing fits", "北京", 2, ""},
		{"rune", "北京市", 7, "北京"},
		{"mark stays with its base", "x\u0928\u093f", 6, "x"},
		{"flag", "a\U0001f1eb\U0001f1f7\U0001f1e9\U0001f1ea", 15, "a\U0001f1eb\U0001f1f7"},
		{"family", "a \U0001f468\u200d\U0001f469", 10, "a"},
		{"skin", "ok \U0001f44d\U0001f3fd", 9, "ok"},
		{"negative", "é", -1, ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := feeds.Clean(tt.in, tt.limit); got != tt.want {
				t.Errorf("Clean(%+q, %d) = %+q, want %+q", tt.in, tt.limit, got, tt.want)
			}
		})
	}
}

func TestCleanText(t *testing.T) {
	tests := []struct {
		name, in string
		limit    int
		want     string
	}{
		{"one line", "a b", 99, "a b"},
		{"breaks", "a\r\nb\rc\nd", 99, "a b c d"},
		{"paragraphs", "a\r\n\r\nb\n \t\nc\n\n\n\nd", 99, "a\n\nb\n\nc\n\nd"},
		{"empty ones", "\n\n\u200b\n\na\n\n", 99, "a"},
		{"cut in the second", "one two\n\nthree four", 15, "one two\n\nthree"},
		{"cut at the gap", "one two\n\nthree four", 8, "one two"},
		{"nothing after a cut", "one two\n\nthreefour\n\nx", 13, "one two\n\nthre"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := feeds.CleanText(tt.in, tt.limit); got != tt.want {
				t.Errorf("CleanText(%+q) = %+q, want %+q", tt.in, got, tt.want)
			}
		})
	}
}

func TestSafeURL(t *testing.T) {
	tests := []struct {
		in, want string
		ok       bool
	}{
		{"https://news.example/a?b=c#d", "https://news.example/a?b=c#d", true},
		{"  HTTPS://News.example  ", "https://News.example", true},
		{"http://news.example:8080/%e5%8c%97/北京", "http://news.example:8080/%e5%8c%97/北京", true},
		{"http://user:secret@news.example/a", "http://news.example/a", true},
		{"http://news.example/a b\"c'd<e>", "http://news.example/a%20b%22c'd%3Ce%3E", true},
		{"http://news.example/100%/x%zz", "http://news.example/100%25/x%25zz", true},
		{"http://news.example/\x1b]0;x\x07", "http://news.example/%1B]0;x%07", true},
		{"http://news.example/\u202egpj", "http://news.example/%E2%80%AEgpj", true},
		{"http://news.example/\xff", "http://news.example/%FF", true},
		{"http://новости.example/a", "http://новости.example/a", true},
		{"http://[2001:db8::1]/a", "http://[2001:db8::1]/a", true},
		{"ftp://news.example/a", "", false},
		{"javascript:alert(1)//://news.example", "", false},
		{"file:///etc/passwd", "", false},
		{"//news.example/a", "", false},
		{"http://", "", false},
		{"http://:80/", "", false},
		{"http://news.example:port/", "", false},
		{"http://ne ws.example/", "", false},
		{"http://news\u202e.example/", "", false},
		{"http://news.example/" + strings.Repeat("a", 5000), "", false},
	}
	for _, tt := range tests {
		got, ok := feeds.SafeURL(tt.in)
		if got != tt.want || ok != tt.ok {
			t.Errorf("SafeURL(%+q) = %+q, %v, want %+q, %v", tt.in, got, ok, tt.want, tt.ok)
		}
		if again, _ := feeds.SafeURL(got); ok && again != got {
			t.Errorf("SafeURL(%+q) changes to %+q", got, again)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, s := range spoilt.Of(3000,
		"Talks resume", "\x1b[31mred\x1b]0;t\x07", "\u009b1m\u009dx\u009c", "e\u200c\u0301", "\u0915\u200d\u093c\u09c7\u09be",
		"\ufb2c\u0591\u0592\u0593\u0594\u0595\u0596", "\U0001f468\u200d\U0001f469", "\U0001f1eb\U0001f1f7\U0001f1e9", "a\n\n\u202eb",
	) {
		f.Add(s, 40)
	}
	f.Fuzz(func(t *testing.T, s string, limit int) {
		limit = min(max(limit, 0), 1<<16)
		line, text := feeds.Clean(s, limit), feeds.CleanText(s, limit)
		checkClean(t, line, limit)
		checkClean(t, strings.ReplaceAll(text, "\n\n", ""), limit)
		if len(text) > limit {
			t.Errorf("CleanText(%+q, %d) has %d bytes", s, limit, len(text))
		}
		if again := feeds.Clean(line, limit); again != line {
			t.Errorf("Clean(%+q, %d) = %+q, then %+q", s, limit, line, again)
		}
		if again := feeds.CleanText(text, limit); again != text {
			t.Errorf("CleanText(%+q, %d) = %+q, then %+q", s, limit, text, again)
		}
		if u, ok := feeds.SafeURL(s); ok {
			checkClean(t, norm.NFC.String(u), 1<<16)
		}
	})
}

func checkClean(t *testing.T, s string, limit int) {
	t.Helper()
	if !utf8.ValidString(s) || len(s) > limit || !norm.NFC.IsNormalString(s) {
		t.Errorf("%+q is not valid NFC text of at most %d bytes", s, limit)
	}
	for _, r := range s {
		joiner := r == '\u200c' || r == '\u200d'
		if !unicode.IsPrint(r) && !joiner || unicode.Is(unicode.Bidi_Control, r) {
			t.Errorf("%+q holds %U", s, r)
		}
	}
	if strings.Contains(s, "  ") || strings.TrimSpace(s) != s {
		t.Errorf("%+q holds spare spaces", s)
	}
}

func BenchmarkClean(b *testing.B) {
	for _, tt := range []struct{ name, text string }{
		{"ascii", strings.Repeat("Ministers meet again on the border. ", 8)},
		{"latin", strings.Repeat("Die Außenminister beraten über die Grenze. ", 7)},
		{"han", strings.Repeat("两国外长再次会晤讨论边界问题。", 8)},
	} {
		text := strings.TrimSpace(tt.text)
		b.Run(tt.name, func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			b.ReportAllocs()
			for b.Loop() {
				feeds.Clean(text, 1000)
			}
		})
	}
}
