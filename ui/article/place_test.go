package article

import (
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
	"dateline/ui/typeset"
)

func TestAnotherTextKeepsTheParagraph(t *testing.T) {
	texts := func(words ...string) (out []feeds.Block) {
		for _, w := range words {
			out = append(out, para(w))
		}
		return out
	}
	at := func(block, at int) typeset.Place { return typeset.Place{Block: block, At: at} }
	old := texts("a", "b", "c", "b", "d")
	tests := []struct {
		name     string
		to       []feeds.Block
		at, want typeset.Place
	}{
		{"the same", old, at(2, 7), at(2, 7)},
		{"two new ones before it", texts("x", "y", "a", "b", "c"), at(2, 7), at(4, 7)},
		{"the nearest of two", texts("b", "x", "b"), at(3, 7), at(2, 7)},
		{"rewritten: behind the one before", texts("x", "a", "b", "C"), at(2, 7), at(3, 0)},
		{"all rewritten", texts("x", "y"), at(2, 7), start},
		{"above the text", texts("x"), at(typeset.Head, 3), at(typeset.Head, 3)},
		{"below the text", texts("x"), at(6, 3), at(2, 3)},
	}
	for _, tt := range tests {
		if got := carried(old, tt.to, tt.at); got != tt.want {
			t.Errorf("%s: %v became %v, want %v", tt.name, tt.at, got, tt.want)
		}
	}
}

func TestTheFeedsTextLeadsIntoThePages(t *testing.T) {
	one, full := item(1, "Talks break off"), long(20)
	given := full
	given.Fetched, given.Blocks = time.Time{}, full.Blocks[3:]
	p := opened(one, 60, 10)
	p.SetArticle(given)
	readTo(t, p, "Paragraph 9.")
	p.SetArticle(full)
	if got := topLine(p); got[:12] != "Paragraph 9." {
		t.Errorf("after the page came the line on top is %q", got)
	}
	p.Open([]Version{{item(2, "Other"), northPost}}, 2, feeds.Tags{}, "")
	p.Open([]Version{{one, northPost}}, 1, feeds.Tags{}, "")
	p.SetArticle(full)
	if got := topLine(p); got[:12] != "Paragraph 9." {
		t.Errorf("on the way back the line on top is %q", got)
	}
}

func TestABookmarkGoesOverIntoThePage(t *testing.T) {
	full := long(20)
	given := full
	given.Fetched, given.Blocks = time.Time{}, full.Blocks[3:]
	tests := []struct {
		name string
		read func(p *Pane)
		want bool
	}{
		{"of who reads", func(p *Pane) { readTo(t, p, "Paragraph 9.") }, true},
		{"of who reads on where they stopped", func(p *Pane) {
			p.SetBookmark(feeds.Bookmark{Item: 1, Block: 6, Percent: 30})
			p.Continue()
		}, true},
		{"of who only looks", func(p *Pane) { p.Focus(false); readTo(t, p, "Paragraph 9.") }, false},
		{"of who has not begun", func(*Pane) {}, false},
	}
	for _, tt := range tests {
		p := opened(item(1, "Talks break off"), 60, 10)
		p.Focus(true)
		p.SetArticle(given)
		tt.read(p)
		p.TakeBookmark()
		p.SetArticle(full)
		if b, read := p.TakeBookmark(); read != tt.want || read && (!b.Whole || b.Block != 9) {
			t.Errorf("%s: %v %+v", tt.name, read, b)
		}
	}
}

// marked opens a long text in which the reader stopped on another day.
func marked(b feeds.Bookmark, whole bool) *Pane {
	p := opened(item(1, "Talks break off"), 60, 20)
	a := long(20)
	if !whole {
		a.Fetched = time.Time{}
	}
	p.SetArticle(a)
	p.SetBookmark(b)
	return p
}

func TestABookmarkIsForOneText(t *testing.T) {
	stop := feeds.Bookmark{Item: 1, Block: 9, Percent: 44, Whole: true, Kept: today}
	tests := []struct {
		name  string
		stop  func(b *feeds.Bookmark)
		whole bool
		moved bool
		want  string // of the title after enter
	}{
		{"of this text", func(*feeds.Bookmark) {}, true, false, "Article · continued at 44 %"},
		{"of the feed's text", func(b *feeds.Bookmark) { b.Whole = false }, true, false, "Article · 0 %"},
		{"of the page, which is not there", func(*feeds.Bookmark) {}, false, false, "Article · 0 %"},
		{"of the feed's text, which is shown", func(b *feeds.Bookmark) { b.Whole = false }, false, false, "Article · continued at 44 %"},
		{"of another item", func(b *feeds.Bookmark) { b.Item = 2 }, true, false, "Article · 0 %"},
		{"above the text", func(b *feeds.Bookmark) { b.Block, b.Percent = -1, 3 }, true, false, "Article · 0 %"},
		{"at the beginning", func(b *feeds.Bookmark) { b.Block, b.Percent = -1, 0 }, true, false, "Article · 0 %"},
		{"at the end", func(b *feeds.Bookmark) { b.Block, b.Percent = 19, 100 }, true, false, "Article · 0 %"},
		{"behind a text that is shorter now", func(b *feeds.Bookmark) { b.Block = 400 }, true, false, "Article · continued at 44 %"},
		{"the reader has looked elsewhere", func(*feeds.Bookmark) {}, true, true, "Article · continued at 44 %"},
	}
	for _, tt := range tests {
		b := stop
		tt.stop(&b)
		p := marked(b, tt.whole)
		if tt.moved {
			p.Press(pane.Keystroke("j"))
		}
		p.Press(pane.Keystroke("enter"))
		if got := p.Title(); got != tt.want {
			t.Errorf("%s: %q, want %q", tt.name, got, tt.want)
		}
	}
}

func TestTheTitleSaysWhatIsLeft(t *testing.T) {
	p := marked(feeds.Bookmark{Item: 1, Block: 9, Percent: 44, Whole: true}, true)
	for _, tt := range []struct{ keys, want string }{
		{"enter", "Article · continued at 44 %"},
		{"j", "Article · 56 % · 4 min left"},
		{"G", "Article · 100 %"},
		{"g", "Article · 0 %"},
	} {
		p.Press(pane.Keystroke(tt.keys))
		if got := p.Title(); got != tt.want {
			t.Errorf("after %s: %q, want %q", tt.keys, got, tt.want)
		}
	}
}

func TestTheEndOfTheTextIsTheEndThoughSourcesFollow(t *testing.T) {
	p := New(theme.New(true, false), nil, clock)
	p.Resize(60, 20)
	p.Open(event(), 2, feeds.Tags{}, "")
	p.SetArticle(func() feeds.Article { a := long(10); a.Item = 2; return a }())
	for p.lines[min(p.top+p.height, len(p.lines))-1].Place.Block < 9 {
		p.Scroll(1)
	}
	for p.lines[p.top+p.height-1].Place.Block == 9 {
		p.Scroll(1)
	}
	if percent, _ := p.progress(); percent != 100 || p.top == p.lastTop() {
		t.Errorf("%d %% with the last paragraph in sight, line %d of %d", percent, p.top, p.lastTop())
	}
}

func TestOneBookmarkForOneStepOfReading(t *testing.T) {
	p := marked(feeds.Bookmark{}, true)
	p.Scroll(5)
	if b, read := p.TakeBookmark(); read {
		t.Errorf("without the focus there is %+v", b)
	}
	p.Focus(true)
	p.Press(pane.Keystroke("g"))
	p.Press(pane.Keystroke("space"))
	b, read := p.TakeBookmark()
	if !read || b.Item != 1 || !b.Whole || b.Percent == 0 || !b.Kept.Equal(today) {
		t.Errorf("after a page: %v %+v", read, b)
	}
	if b, read := p.TakeBookmark(); read || p.Unkept() {
		t.Errorf("taken twice: %+v", b)
	}
}
