package article

import (
	"errors"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"dateline/feeds"
	"dateline/ui/pane"
)

func TestOutputStandsInPlaceOfTheText(t *testing.T) {
	p := opened(item(1, "Talks break off"), 60, 12)
	var long []feeds.Block
	for range 30 {
		long = append(long, para("A line of the page."))
	}
	p.SetArticle(fetched(1, long...))
	p.Press(pane.Keystroke("pgdown"))
	before := p.View()
	p.SetOutput(1, &Output{Name: "translate", Program: "trans", Page: true, Blocks: []feeds.Block{para("Une ligne.")}, Failure: errors.New("cut")})
	p.Press(pane.Keystroke("pgdown"))
	got := ansi.Strip(strings.Join(strings.Fields(p.View()), " "))
	for _, want := range []string{"translate: output of trans · esc shows the article", "The page's text", "translate failed: cut.", "Une ligne."} {
		if !strings.Contains(got, want) {
			t.Errorf("%q is not shown:\n%s", want, got)
		}
	}
	p.SetOutput(2, nil) // for another item
	if !p.HasOutput() {
		t.Error("the output of another item was meant")
	}
	p.SetOutput(1, nil)
	if got := p.View(); got != before {
		t.Errorf("the reader was here:\n%s\nand is here:\n%s", before, got)
	}
}

func TestOutputIsGoneWithTheNextItem(t *testing.T) {
	p := opened(item(1, "Talks break off"), 60, 12)
	p.SetOutput(1, &Output{Name: "translate", Program: "trans", Running: true})
	p.Open([]Version{{item(2, "B"), northPost}}, 2, feeds.Tags{}, "")
	if p.HasOutput() {
		t.Error("the output is still there")
	}
	if a, ok := p.Article(); !ok || a.Item != 2 {
		t.Errorf("article of item %d, %v", a.Item, ok)
	}
}
