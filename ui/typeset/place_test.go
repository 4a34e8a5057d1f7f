package typeset_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/feeds"
	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

// TestALineNamesItsPlace checks that the words of a line stand at its place in
// the plain text of its block.
func TestALineNamesItsPlace(t *testing.T) {
	kinds := map[feeds.BlockKind]bool{feeds.Paragraph: true, feeds.Heading: true, feeds.Quote: true, feeds.ListEntry: true, feeds.Code: true}
	checked := 0
	for _, s := range scripts {
		a := s.article()
		for _, w := range []int{20, 47, 120} {
			for _, l := range set(typeset.Options{Theme: theme.New(true, false), Width: w, Article: a}) {
				at := l.Place
				if at.Block < 0 || at.Block >= len(a.Blocks) || at.At < 0 || !kinds[a.Blocks[at.Block].Kind] {
					continue
				}
				checked++
				words := strings.TrimLeft(strings.TrimSpace(panetest.Bare(l.Text)), "│•↳ ")
				first, _ := utf8.DecodeRuneInString(words)
				if text := a.Blocks[at.Block].Plain(); !begins(text, at.At, first) && !numbered(words) {
					t.Errorf("%s, %d columns: %q stands at %d, where the text is %.30q", s.name, w, words, at.At, text[at.At:])
				}
			}
		}
	}
	if checked < 500 {
		t.Errorf("only %d lines were checked", checked)
	}
}

// begins says whether the text has r at a byte, white space aside.
func begins(text string, at int, r rune) bool {
	if !utf8.RuneStart(text[min(at, len(text)-1)]) {
		return false
	}
	got, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[at:], " \t"))
	return got == r
}

// numbered says whether the words are those of an entry with a number.
func numbered(words string) bool {
	return strings.HasPrefix(words, "9. ") || strings.HasPrefix(words, "10. ")
}

// TestPlacesHoldAtEveryWidth checks that the line which holds a place at one
// width holds the same words at another.
func TestPlacesHoldAtEveryWidth(t *testing.T) {
	a := feeds.Article{Blocks: []feeds.Block{para(strings.Repeat("word ", 200) + "here " + strings.Repeat("more ", 200))}}
	for _, w := range []int{14, 33, 80, 200} {
		for _, l := range set(typeset.Options{Width: w, Article: a}) {
			at := strings.Index(l.Text, "here")
			if at < 0 {
				continue
			}
			from := l.Place.At
			if want := strings.Index(a.Blocks[0].Plain(), "here"); want < from || want > from+len(l.Text) {
				t.Errorf("%d columns: the line of the word begins at %d, the word stands at %d", w, from, want)
			}
		}
	}
}
