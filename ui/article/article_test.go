package article

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/theme"
)

var _ interface {
	pane.Pane
	pane.Clicker
} = (*Pane)(nil)

func TestKeysAnswer(t *testing.T) {
	const url = "https://north-post.example/2026/02/talks"
	const cited = "The North Post, Kari Lund, “Talks break off”, 1 February 2026, 13:02 UTC, " + url +
		" (seen 1 February 2026, 13:05 UTC)"
	tests := []struct {
		key                      string
		want, alone, addressless pane.Action
	}{
		{"x", pane.Fetch{Item: 1}, pane.Fetch{Item: 1}, pane.Fetch{Item: 1}},
		{"X", pane.Fetch{Item: 1, Again: true}, pane.Fetch{Item: 1, Again: true}, pane.Fetch{Item: 1, Again: true}},
		{"o", pane.Browse{URL: url}, pane.Browse{URL: url}, pane.Browse{}},
		{"y", pane.Copy{Text: url, What: "link"}, pane.Copy{Text: url, What: "link"}, pane.CopyLink(feeds.Item{})},
		{"Y", pane.Copy{Text: cited, What: "citation"}, pane.Copy{Text: cited, What: "citation"}, pane.Copy{
			Text: strings.Replace(cited, ", "+url, "", 1), What: "citation",
		}},
		{"]", pane.Show{Item: 3}, pane.Handled{}, pane.Handled{}},
		{"[", pane.Show{Item: 2}, pane.Handled{}, pane.Handled{}},
		{"j", pane.Handled{}, pane.Handled{}, pane.Handled{}},
		{"m", nil, nil, nil},
		{"tab", nil, nil, nil},
	}
	one := item(1, "Talks break off")
	several, alone := opened(one, 60, 10), opened(one, 60, 10)
	several.Open([]Version{{one, northPost}, {item(2, "B"), northPost}, {item(3, "C"), northPost}}, 1, feeds.Tags{}, "")
	one.URL = ""
	addressless := opened(one, 60, 10)
	for _, tt := range tests {
		for _, c := range []struct {
			what string
			pane *Pane
			want pane.Action
		}{{"several", several, tt.want}, {"alone", alone, tt.alone}, {"without address", addressless, tt.addressless}} {
			if diff := cmp.Diff(c.want, c.pane.Press(pane.Keystroke(tt.key))); diff != "" {
				t.Errorf("%s pressed, %s, -want +got:\n%s", tt.key, c.what, diff)
			}
		}
	}
}

func TestEveryKeyIsAnsweredAlsoWithoutAStory(t *testing.T) {
	empty, open := New(theme.New(true, false), nil, clock), opened(item(1, "Talks break off"), 60, 10)
	for _, k := range open.Keys() {
		if k.Help().Desc == "" {
			t.Errorf("%s has no help", k.Name)
		}
		for _, press := range k.Keys() {
			if got := empty.Press(pane.Keystroke(press)); got != (pane.Handled{}) {
				t.Errorf("%s without a story: %#v", press, got)
			}
			if open.Press(pane.Keystroke(press)) == nil {
				t.Errorf("%s is not answered", press)
			}
		}
	}
}

func TestTheReadersOwnKeysAreShown(t *testing.T) {
	p := New(theme.New(true, false), pane.Remap{"full-text": {"F"}}, clock)
	p.Resize(60, 10)
	p.Open([]Version{{item(1, "Talks break off"), northPost}}, 1, feeds.Tags{}, "")
	if got := screen(p); !strings.Contains(got, "; F fetches the page") {
		t.Error(got)
	}
	if got := p.Press(pane.Keystroke("F")); got != (pane.Fetch{Item: 1}) {
		t.Errorf("F: %#v", got)
	}
}

func TestAPageThatIsHereIsNotAskedFor(t *testing.T) {
	p := opened(item(1, "Talks break off"), 60, 10)
	p.SetArticle(long(2))
	if got := p.Press(pane.Keystroke("x")); got != (pane.Tell{Text: "The text of the page is here; X fetches it again."}) {
		t.Errorf("x: %#v", got)
	}
}

// long returns an article of item 1: numbered paragraphs, several lines each.
func long(n int) feeds.Article {
	blocks := make([]feeds.Block, n)
	for i := range blocks {
		blocks[i] = para(fmt.Sprintf("Paragraph %d. ", i) + strings.Repeat("and so the talks went on ", 12))
	}
	return fetched(1, blocks...)
}

func topLine(p *Pane) string {
	first, _, _ := strings.Cut(p.View(), "\n")
	return strings.TrimSpace(ansi.Strip(first))
}

func TestScrolling(t *testing.T) {
	tests := []struct {
		keys string
		want func(p *Pane) int
	}{
		{"j", func(*Pane) int { return 1 }},
		{"j down j k", func(*Pane) int { return 2 }},
		{"up k", func(*Pane) int { return 0 }},
		{"ctrl+d", func(*Pane) int { return 4 }},
		{"ctrl+d ctrl+d ctrl+u", func(*Pane) int { return 4 }},
		{"space pgdown", func(*Pane) int { return 16 }},
		{"space space pgup", func(*Pane) int { return 8 }},
		{"space pgup", func(*Pane) int { return 0 }},
		{"G", (*Pane).lastTop},
		{"end j", (*Pane).lastTop},
		{"G g", func(*Pane) int { return 0 }},
		{"G home", func(*Pane) int { return 0 }},
	}
	for _, tt := range tests {
		p := opened(item(1, "Talks break off"), 60, 10)
		p.SetArticle(long(20))
		for k := range strings.FieldsSeq(tt.keys) {
			p.Press(pane.Keystroke(k))
		}
		if want := tt.want(p); p.top != want {
			t.Errorf("%s: line %d on top, want %d", tt.keys, p.top, want)
		}
	}
}

func TestTitleSaysHowFar(t *testing.T) {
	p := opened(item(1, "Talks break off"), 60, 40)
	if got := p.Title(); got != "Article" {
		t.Errorf("short text: %q", got)
	}
	p.SetArticle(long(20))
	for _, tt := range []struct{ key, want string }{{"g", "Article · 0 %"}, {"G", "Article · 100 %"}} {
		p.Press(pane.Keystroke(tt.key))
		if got := p.Title(); got != tt.want {
			t.Errorf("after %s: %q, want %q", tt.key, got, tt.want)
		}
	}
}

// readTo scrolls until the line on top begins with words.
func readTo(t *testing.T, p *Pane, words string) {
	t.Helper()
	for !strings.HasPrefix(topLine(p), words) {
		if p.top == p.lastTop() {
			t.Fatalf("%q is not to be found", words)
		}
		p.Scroll(1)
	}
}

func TestTheReaderStaysOnTheParagraph(t *testing.T) {
	const words = "Paragraph 9."
	tests := []struct {
		name string
		do   func(p *Pane)
	}{
		{"narrow", func(p *Pane) { p.Resize(30, 10) }},
		{"wide", func(p *Pane) { p.Resize(160, 10) }},
		{"high", func(p *Pane) { p.Resize(60, 12) }},
		{"there and back through nothing", func(p *Pane) {
			p.Resize(0, 0)
			p.Resize(61, 3)
			p.Resize(60, 10)
		}},
		{"the text again", func(p *Pane) { p.SetArticle(long(25)) }},
		{"a failure above the text", func(p *Pane) { p.Failed(1, errors.New("no answer"), clock()) }},
		{"another theme", func(p *Pane) { p.SetTheme(theme.New(false, true)) }},
		{"another story and back", func(p *Pane) {
			p.Open([]Version{{item(2, "Other"), northPost}}, 2, feeds.Tags{}, "")
			p.Scroll(1)
			p.Open([]Version{{item(1, "Talks break off"), northPost}}, 1, feeds.Tags{}, "")
			p.SetArticle(long(20))
		}},
		{"a new version joins", func(p *Pane) {
			p.Open([]Version{{item(2, "Other"), northPost}, {item(1, "Talks break off"), northPost}}, 1, feeds.Tags{}, "")
		}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := opened(item(1, "Talks break off"), 60, 10)
			p.SetArticle(long(20))
			readTo(t, p, words)
			tt.do(p)
			if got := topLine(p); !strings.HasPrefix(got, words) {
				t.Errorf("the line on top is %q", got)
			}
		})
	}
}

func TestTheReaderStaysOnTheLine(t *testing.T) {
	p := opened(item(1, "Talks break off"), 60, 10)
	p.SetArticle(fetched(1, everyKind()...))
	for top := range p.lastTop() {
		p.Scroll(top - p.top)
		p.SetTheme(theme.New(false, false))
		if p.top != top {
			t.Errorf("line %d went to the top instead of line %d: %q", p.top, top, topLine(p))
		}
	}
}

func TestTheReaderStaysOnTheWord(t *testing.T) {
	p := opened(item(1, "Talks break off"), 60, 10)
	p.SetArticle(long(20))
	readTo(t, p, "Paragraph 9.")
	p.Scroll(3)
	at := p.lines[p.top].Place
	for w := 20; w < 100; w++ {
		p.Resize(w, 5)
		if p.lines[p.top].Place.Compare(at) > 0 || p.lines[p.top+1].Place.Compare(at) <= 0 {
			t.Errorf("%d columns: %+v is not in the line on top, %+v", w, at, p.lines[p.top])
		}
	}
}

func TestAnswersForOtherItemsAreDropped(t *testing.T) {
	p := opened(item(1, "Talks break off"), 60, 20)
	before := p.View()
	p.SetArticle(fetched(2, para("Of another item.")))
	p.Fetching(2)
	p.Failed(2, errors.New("no answer"), clock())
	if diff := cmp.Diff(before, p.View()); diff != "" {
		t.Error(diff)
	}
	empty := New(theme.New(true, false), nil, clock)
	empty.SetArticle(fetched(0, para("Of no item.")))
	empty.Failed(0, errors.New("no answer"), clock())
	if got := empty.Links(); got != nil {
		t.Errorf("links without a story: %v", got)
	}
}

func TestThePagesTextIsNotReplacedByTheFeeds(t *testing.T) {
	one := item(1, "Talks break off")
	p := opened(one, 60, 20)
	p.Fetching(1)
	p.SetArticle(feeds.TextArticle(one, "More of the feed's own text."))
	if got := screen(p); !strings.Contains(got, "Fetching the page…") || !strings.Contains(got, "More of the feed's") {
		t.Errorf("the stored text ended the fetch:\n%s", got)
	}
	p.SetArticle(fetched(1, para("The page's text.")))
	p.SetArticle(feeds.TextArticle(one, "More of the feed's own text."))
	if got := screen(p); !strings.Contains(got, "The page's text.") || strings.Contains(got, "Fetching") {
		t.Errorf("the feed's text came back:\n%s", got)
	}
}

func TestItemAndLinks(t *testing.T) {
	p := New(theme.New(true, false), nil, clock)
	if _, ok := p.Item(); ok {
		t.Error("an item without a story")
	}
	p.Open([]Version{{item(4, "A"), northPost}, {item(5, "B"), northPost}}, 5, feeds.Tags{}, "")
	if it, _ := p.Item(); it.ID != 5 {
		t.Errorf("item %d", it.ID)
	}
	p.Open([]Version{{item(4, "A"), northPost}}, 99, feeds.Tags{}, "")
	if it, _ := p.Item(); it.ID != 4 {
		t.Errorf("item %d for an unknown version", it.ID)
	}
	p.SetArticle(fetched(4, everyKind()...))
	var urls []string
	for _, l := range p.Links() {
		urls = append(urls, l.URL)
	}
	want := []string{
		"https://north-post.example/talks", "https://north-post.example/who", "https://video.example/v/1", "https://video.example/v/2",
	}
	if diff := cmp.Diff(want, urls); diff != "" {
		t.Error(diff)
	}
}
