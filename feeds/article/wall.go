package article

import (
	"slices"
	"strings"

	"dateline/feeds"
)

// How much text, in bytes, a page may bring and yet be something else.
const (
	maxWalled = 3000 // with the words of a wall in it
	maxTeaser = 500  // of a page that shows its beginning only; more is worth reading
	maxPaid   = 1000 // of a page that says its text is not free, and shows no offer
	minText   = 90   // less is no text
	minLine   = 80   // of a line by which a text is found again
)

// judge says what a page is of which a could be read: the article whole, its
// beginning, or none. That a real text is called a wall is worse than a wall
// that is missed: the words of a wall count only where little else stands. A
// page that is dated is rather an article.
func (s signs) judge(a feeds.Article, dated bool) (feeds.Article, error) {
	text := strings.ToLower(Text(a))
	if f := s.wall(text, dated); f != nil {
		return feeds.Article{}, f
	}
	switch {
	case s.isCut(a, text):
		if a.Blocks = withoutPrompts(a.Blocks); size(a.Blocks) <= maxTeaser {
			return feeds.Article{}, &feeds.Failure{Kind: feeds.FailPaywall}
		}
		a.Cut = feeds.FailPaywall
	case len(text) >= minText:
	case s.appRoot && s.scripts > 0 && s.size <= maxWalled:
		return feeds.Article{}, &feeds.Failure{Kind: feeds.FailScript}
	default:
		return feeds.Article{}, &feeds.Failure{Kind: feeds.FailNoText}
	}
	return a, nil
}

// needed says how many signs make a page with so much text a wall.
var needed = []struct{ most, signs int }{{300, 1}, {600, 2}, {1200, 3}, {maxWalled, 4}}

// quotes are the words of others: a text about walls quotes them.
var quotes = lazy("[“„«\"「『‘][^”“»\"」』’]{1,200}[”“»\"」』’]")

// wall says which wall stands before a text, nil for none.
func (s signs) wall(text string, dated bool) *feeds.Failure {
	if len(text) > maxWalled {
		return nil // no wall has so much text
	}
	where := quotes().ReplaceAllString(text, "")
	if len(text) < minText && s.size <= maxWalled {
		where = strings.Join(s.lines, "\n") + "\n" + s.noscript
	}
	for _, n := range needed {
		if len(text) > n.most {
			continue
		}
		if dated {
			n.signs++
		}
		for _, r := range wallRules {
			if len(text) <= r.most && s.evidence(r, where) >= n.signs {
				return &feeds.Failure{Kind: r.kind, Detail: r.name}
			}
		}
		return nil
	}
	return nil
}

// evidence counts what speaks for a wall: its title and its words once each, a
// mark that only such a page has twice.
func (s signs) evidence(r wallRule, text string) int {
	n := 0
	if slices.ContainsFunc(r.titles, s.isTitled) {
		n++
	}
	for _, phrase := range r.says {
		if strings.Contains(text, phrase) {
			n++
		}
	}
	if slices.ContainsFunc(r.marks, func(m string) bool { return strings.Contains(s.marks, m) }) {
		n += 2
	}
	return n
}

// isTitled says whether the title of the page is words, and perhaps the name of
// the site; a headline goes on with a colon or more words.
func (s signs) isTitled(words string) bool {
	rest, ok := strings.CutPrefix(s.title, words)
	rest = strings.TrimSpace(rest)
	return ok && (rest == "" || strings.IndexAny(rest, "|-–—·.…(!?,") == 0)
}

// isCut says whether a text is the beginning only of one that is not free.
func (s signs) isCut(a feeds.Article, text string) bool {
	switch {
	case len(text) > maxWalled:
		return false
	case s.withheld || s.promptBelow(a):
		return true
	case s.paid:
		return len(text) <= maxPaid
	}
	return len(text) <= maxTeaser && s.prompt(s.lines)
}

// promptBelow says whether the page asks for money or an account right where
// the text of a ends.
func (s signs) promptBelow(a feeds.Article) bool {
	of := map[string]bool{}
	for _, b := range a.Blocks {
		if text := strings.ToLower(b.Plain()); len(text) >= minLine && !matches(prompts, text) {
			of[text] = true
		}
	}
	for i, line := range slices.Backward(s.lines) {
		if of[line] {
			return s.prompt(s.lines[i+1:])
		}
	}
	return false
}

func (s signs) prompt(lines []string) bool {
	return slices.ContainsFunc(lines, func(l string) bool { return l != s.title && matches(prompts, l) })
}

// withoutPrompts returns blocks without the lines that ask for money.
func withoutPrompts(blocks []feeds.Block) []feeds.Block {
	return slices.DeleteFunc(blocks, func(b feeds.Block) bool { return isProse(b) && matches(prompts, b.Plain()) })
}
