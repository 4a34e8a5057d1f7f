package feeds_test

import (
	"strings"
	"testing"

	"dateline/feeds"
)

// list makes corrections of "story:a:+GE feed:b:-US".
func list(short string) feeds.Corrections {
	var l feeds.Corrections
	for word := range strings.FieldsSeq(short) {
		p := strings.Split(word, ":")
		l = append(l, feeds.Correction{Scope: feeds.Scope(p[0]), Subject: p[1], Country: p[2][1:], Add: p[2][0] == '+'})
	}
	return l
}

func shorthand(l feeds.Corrections) string {
	words := make([]string, len(l))
	for i, c := range l {
		words[i] = string(c.Scope) + ":" + c.Subject + ":" + c.Mark()
	}
	return strings.Join(words, " ")
}

func TestChoosingCorrections(t *testing.T) {
	for _, c := range []struct{ have, choose, want string }{
		{"", "", ""},
		{"", "alias:a:+GE", "alias:a:+GE"},
		{"alias:a:+GE", "alias:a:+GE", "alias:a:+GE"},
		{"alias:a:+GE", "alias:a:-GE", ""},
		{"alias:a:-GE", "alias:a:+GE", ""},
		{"alias:a:+GE", "alias:b:-GE", "alias:a:+GE alias:b:-GE"},
		{"alias:a:+GE", "feed:a:-GE", "alias:a:+GE feed:a:-GE"},
		{"alias:a:+GE", "alias:a:-US", "alias:a:+GE alias:a:-US"},
		{"story:a:+GE story:b:-US story:c:+GE", "story:a:-GE story:b:-GE story:c:-GE", "story:b:-US story:b:-GE"},
		{"alias:a:+GE alias:a:-GE", "alias:a:+GE", "alias:a:+GE"}, // a file that contradicts itself
	} {
		have := list(c.have)
		step := have.Choose(list(c.choose))
		after := have.Amend(step)
		if got := shorthand(after); got != c.want {
			t.Errorf("%q with %q: %q, want %q", c.have, c.choose, got, c.want)
		}
		if again := shorthand(after.Amend(step)); again != c.want {
			t.Errorf("%q with %q twice: %q", c.have, c.choose, again)
		}
		if back := after.Amend(step.Inverse()); len(back) != len(have) || len(back.Choose(nil).Added) > 0 {
			t.Errorf("%q with %q and back: %q", c.have, c.choose, shorthand(back))
		}
		if got := shorthand(have); got != c.have {
			t.Errorf("%q was changed in place to %q", c.have, got)
		}
	}
}

func TestAnItemIsNamedSoThatOtherReadersKnowIt(t *testing.T) {
	if got := feeds.SubjectOf(feeds.Item{Feed: "ledger", Key: "7", URL: "https://ledger.example/7"}); got != "https://ledger.example/7" {
		t.Errorf("with an address: %q", got)
	}
	if got := feeds.SubjectOf(feeds.Item{Feed: "ledger", Key: "7"}); got != "ledger 7" {
		t.Errorf("without: %q", got)
	}
}
