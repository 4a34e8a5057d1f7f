package typeset_test

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"dateline/ui/pane/panetest"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

// set sets all of an article as a pane does.
func set(o typeset.Options) []typeset.Line {
	pg := typeset.New(o)
	pg.Say(o.Article.Title, o.Theme.Headline)
	pg.Picture()
	pg.Body()
	pg.Begin(len(o.Article.Blocks))
	pg.Links()
	pg.Groups()
	return pg.Lines()
}

// bare returns what lines say, without styles.
func bare(lines []typeset.Line) string {
	out := make([]string, len(lines))
	for i, l := range lines {
		out[i] = l.Text
	}
	return panetest.Bare(strings.Join(out, "\n"))
}

// noStart are marks with which no line begins in Chinese and Japanese.
const noStart = "、。，．：；！？」』）】〉》”’…ー々ゃゅょっ"

func TestNoLineBeginsWithWhatClosesAnother(t *testing.T) {
	for _, s := range scripts {
		for w := 24; w < 120; w += 3 {
			for l := range strings.Lines(bare(set(typeset.Options{Theme: theme.New(true, false), Width: w, Article: s.article()}))) {
				l = strings.TrimLeft(l, " │•↳0123456789.")
				if r, _ := utf8.DecodeRuneInString(l); strings.ContainsRune(noStart, r) && l != "" {
					t.Errorf("%s, %d columns: a line begins %q", s.name, w, l)
				}
			}
		}
	}
}

func TestScripts(t *testing.T) {
	for _, s := range scripts {
		t.Run(s.name, func(t *testing.T) {
			var out strings.Builder
			for _, w := range []int{40, 66, 80, 120} {
				o := typeset.Options{Theme: theme.New(true, false), Width: w, Article: s.article()}
				fmt.Fprintf(&out, "== %d columns\n%s", w, bare(set(o)))
			}
			panetest.Golden(t, s.name, out.String())
		})
	}
}
