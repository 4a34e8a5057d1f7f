package typeset_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/feeds"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

// TestALinkThatNamesAnotherHostSaysWhereItLeads: the words of a link are the
// page's, and may be an address that it does not lead to.
func TestALinkThatNamesAnotherHostSaysWhereItLeads(t *testing.T) {
	for _, tt := range []struct{ words, leads, want string }{
		{"https://bank.example/login", "https://evil.example/", "https://bank.example/login[1: evil.example]"},
		{"HTTP://Bank.Example.", "https://evil.example/", "HTTP://Bank.Example.[1: evil.example]"},
		{"www.bank.com", "https://evil.example/", "www.bank.com[1: evil.example]"},
		{"bank.com/login?x", "http://192.0.2.1/", "bank.com/login?x[1: 192.0.2.1]"},
		{"bank.com", "https://bank.com.evil.example/", "bank.com[1: bank.com.evil.example]"},
		{"bank.com", "https://notbank.com/", "bank.com[1: notbank.com]"},
		{"bank.com", "https://bаnk.com/", "bank.com[1: xn--bnk-6cd.com (bаnk.com)]"},
		{"bаnk.com", "https://bank.com/", "bаnk.com[1: bank.com]"},
		{"bank.com", "https://www.bank.com/login", "bank.com[1]"},
		{"login.bank.com", "https://bank.com/", "login.bank.com[1]"},
		{"https://bank.example/a", "http://bank.example:8080/b", "https://bank.example/a[1]"},
		{"пример.рф", "https://xn--e1afmkfd.xn--p1ai/", "пример.рф[1]"},
		{"Node.js", "https://evil.example/", "Node.js[1]"},
		{"the bank.com site", "https://evil.example/", "the bank.com site[1]"},
		{"U.S.", "https://evil.example/", "U.S.[1]"},
		{"1.5", "https://evil.example/", "1.5[1]"},
	} {
		_, first := utf8.DecodeRuneInString(tt.words)
		head, tail := tt.words[:first], tt.words[first:]
		a := feeds.Article{Blocks: []feeds.Block{{Kind: feeds.Paragraph, Spans: []feeds.Span{
			{Text: "See "}, {Text: head, Link: tt.leads}, {Text: tail, Link: tt.leads, Strong: true}, {Text: " for more."},
		}}}}
		got := bare(set(typeset.Options{Theme: theme.New(true, false), Width: 80, Article: a}))
		if want := "See " + tt.want + " for more."; !strings.Contains(got, want) {
			t.Errorf("%q to %s is set\n%s, want %q", tt.words, tt.leads, got, want)
		}
	}
}
