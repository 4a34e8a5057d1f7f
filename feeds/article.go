package feeds

import (
	"cmp"
	"slices"
	"strings"
	"time"
)

// BlockKind says how a block of an article is set.
type BlockKind string

// The kinds of block.
const (
	Paragraph BlockKind = "p"
	Heading   BlockKind = "h"
	Quote     BlockKind = "quote"
	ListEntry BlockKind = "li"
	Table     BlockKind = "table"
	Code      BlockKind = "code"
	Image     BlockKind = "image" // shown as its caption, else its Alt
	Embed     BlockKind = "embed" // a post or video from elsewhere, shown as its link
)

// Span is a run of text in one style. Its text may hold the marks that say
// where a line may break and where it may not: soft hyphen, zero-width space,
// no-break space, word joiner. Only what sets lines looks at Text itself; all
// others take Plain.
type Span struct {
	Text   string `json:"t"`
	Link   string `json:"l,omitempty"` // absolute http or https address
	Strong bool   `json:"b,omitempty"`
	Emph   bool   `json:"i,omitempty"`
}

// Block is one part of an article, independent of any width.
type Block struct {
	Kind   BlockKind  `json:"k"`
	Level  int        `json:"n,omitempty"` // Heading: 1 to 6; ListEntry and Quote: depth from 1
	Number int        `json:"o,omitempty"` // ListEntry of an ordered list: its number
	Spans  []Span     `json:"s,omitempty"` // all kinds but Table; of an Image its caption
	Rows   [][]string `json:"r,omitempty"` // Table
	URL    string     `json:"u,omitempty"` // Image, Embed: address of the thing itself
	Alt    string     `json:"a,omitempty"` // Image: what it shows, in words
}

// breakMarks are the marks of a Span that are no text.
var breakMarks = strings.NewReplacer("\u00ad", "", "\u200b", "", "\u2060", "", "\u00a0", " ", "\u202f", " ")

// Plain returns the text of s without marks for the breaking of lines.
func (s Span) Plain() string { return breakMarks.Replace(s.Text) }

// Plain returns the text of b without styles and without marks for the
// breaking of lines; of an image that is its caption, else what it shows;
// table cells are parted by tabs and rows by newlines.
func (b Block) Plain() string {
	if b.Kind == Table {
		rows := make([]string, len(b.Rows))
		for i, r := range b.Rows {
			rows[i] = strings.Join(r, "\t")
		}
		return strings.Join(rows, "\n")
	}
	if b.Kind == Image && len(b.Spans) == 0 {
		return b.Alt
	}
	var s strings.Builder
	for _, sp := range b.Spans {
		s.WriteString(sp.Plain())
	}
	return s.String()
}

// Link is an outward link of an article.
type Link struct {
	Text string `json:"text"`
	URL  string `json:"url"` // absolute http or https address
}

// Picture is an image that stands above a text.
type Picture struct {
	URL     string `json:"url"`           // absolute http or https address
	Alt     string `json:"alt,omitempty"` // what it shows, in words
	Caption string `json:"caption,omitempty"`
}

// LinkGroup is a part of a page that leads on: a label, a lead story, and bare
// headlines. Any part may be missing.
type LinkGroup struct {
	Label  string    `json:"label,omitempty"`
	Lead   Link      `json:"lead,omitzero"`
	Place  string    `json:"place,omitempty"`  // of the lead's dateline
	Wire   string    `json:"wire,omitempty"`   // of the lead's dateline
	Day    time.Time `json:"day,omitzero"`     // of the lead's dateline, UTC midnight
	Teaser string    `json:"teaser,omitempty"` // how the lead begins
	Links  []Link    `json:"links,omitempty"`  // the headlines below the lead
}

// Article is the readable text of one page, or of what the feed itself gave.
type Article struct {
	Item     ItemID      `json:"-"`
	URL      string      `json:"url"` // the page's own address if it gives one, else the final one after redirects
	Kicker   string      `json:"kicker,omitempty"`
	Title    string      `json:"title,omitempty"`
	Byline   string      `json:"byline,omitempty"`
	Place    string      `json:"place,omitempty"`  // of the dateline
	Wire     string      `json:"wire,omitempty"`   // of the dateline
	Day      time.Time   `json:"day,omitzero"`     // of the dateline, UTC midnight
	Date     time.Time   `json:"date,omitzero"`    // of publication
	Updated  time.Time   `json:"updated,omitzero"` // of the last change, if the page says
	Site     string      `json:"site,omitempty"`
	Language string      `json:"language,omitempty"`
	Picture  Picture     `json:"picture,omitzero"` // the lead image
	Blocks   []Block     `json:"blocks"`
	Related  []Link      `json:"related,omitempty"` // links the page offers apart from its text
	Groups   []LinkGroup `json:"groups,omitempty"`  // of those links, the ones that stand together
	// Cut says what keeps the rest of the text away, as on a page that shows its
	// beginning only; empty if the text is whole.
	Cut     FailureKind `json:"cut,omitempty"`
	Fetched time.Time   `json:"fetched,omitzero"` // zero when the text is the feed's own
}

// Plain returns a with plain spans, for readers that set no lines.
func (a Article) Plain() Article {
	blocks := slices.Clone(a.Blocks)
	for i, b := range blocks {
		b.Spans = slices.Clone(b.Spans)
		for j, s := range b.Spans {
			b.Spans[j].Text = s.Plain()
		}
		blocks[i] = b
	}
	a.Blocks = blocks
	return a
}

// Words counts the words of the blocks; a Han, Kana or Thai character counts
// as half a word.
func (a Article) Words() int {
	l := a.Length()
	return l.Words + l.Characters/2
}

// Links returns the distinct links in reading order: those of the text, then the
// related ones. The number a reader sees is the index plus one.
func (a Article) Links() []Link {
	seen := map[string]bool{}
	var out []Link
	add := func(text, url string) {
		if url != "" && !seen[url] {
			seen[url] = true
			out = append(out, Link{Text: strings.TrimSpace(text), URL: url})
		}
	}
	for _, b := range a.Blocks {
		for _, s := range b.Spans {
			add(s.Plain(), s.Link)
		}
		if b.Kind == Embed {
			add(b.Plain(), b.URL)
		}
	}
	for _, l := range a.related() {
		add(l.Text, l.URL)
	}
	return out
}

// related returns the links of Related as they stand below the text: those
// of Groups come first, a lead before what it leads.
func (a Article) related() []Link {
	grouped := map[string]int{}
	for _, g := range a.Groups {
		for _, l := range append([]Link{g.Lead}, g.Links...) {
			if grouped[l.URL] == 0 {
				grouped[l.URL] = len(grouped) + 1
			}
		}
	}
	place := func(l Link) int { return cmp.Or(grouped[l.URL], len(grouped)+1) }
	out := slices.Clone(a.Related)
	slices.SortStableFunc(out, func(x, y Link) int { return place(x) - place(y) })
	return out
}

// TextArticle makes an article of plain text whose paragraphs are parted by
// blank lines: what the feed itself gave of an item.
func TextArticle(it Item, text string) Article {
	a := Article{
		Item: it.ID, URL: it.URL, Title: it.Title, Byline: it.Byline, Place: it.Place, Wire: it.Wire,
		Date: it.Published, Language: it.Language,
	}
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			a.Blocks = append(a.Blocks, Block{Kind: Paragraph, Spans: []Span{{Text: p}}})
		}
	}
	return a
}
