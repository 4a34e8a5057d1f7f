package demo

import (
	"cmp"
	"html"
	"html/template"
	"regexp"
	"slices"
	"strings"
	"time"
)

// page is the full text of an item, apart from any layout.
type page struct {
	kicker  string
	layout  string // instead of the outlet's own: aggregator, consent, paywall, script
	refusal string // key of refusals, or empty if the page can be had
	picture string // caption of the lead picture, or empty if there is none
	blocks  []block
	links   []link
}

// block is a run of lines of one kind: p, h, quote, list, table, post. A post
// is from elsewhere: its words and, in a second line, its address.
type block struct {
	Kind  string
	Lines []string
}

// Cells parts the lines of a table.
func (b block) Cells() [][]string {
	var out [][]string
	for _, l := range b.Lines {
		out = append(out, strings.Split(l, " | "))
	}
	return out
}

type link struct{ Text, URL string }

// marks says which kind of block a line starts with; a line without a mark is
// a paragraph.
var marks = []struct{ mark, kind string }{
	{"## ", "h"}, {"> ", "quote"}, {"* ", "list"}, {"| ", "table"},
}

// parsePage reads a file of data/pages: its fields, then one block a line.
// Neighbouring lines of a list or table are one block.
func parsePage(text string) page {
	var p page
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		switch key, value, _ := strings.Cut(line, ": "); {
		case line == "":
		case key == "kicker":
			p.kicker = value
		case key == "layout":
			p.layout = value
		case key == "refusal":
			p.refusal = value
		case key == "picture":
			p.picture = value
		case key == "post":
			words, address, _ := strings.Cut(value, " | ")
			p.blocks = append(p.blocks, block{"post", []string{words, address}})
		case key == "link":
			words, address, _ := strings.Cut(value, " | ")
			p.links = append(p.links, link{words, address})
		default:
			p.add(line)
		}
	}
	return p
}

func (p *page) add(line string) {
	kind := "p"
	for _, m := range marks {
		if rest, ok := strings.CutPrefix(line, m.mark); ok {
			kind, line = m.kind, rest
		}
	}
	if n := len(p.blocks); n > 0 && p.blocks[n-1].Kind == kind && (kind == "list" || kind == "table") {
		p.blocks[n-1].Lines = append(p.blocks[n-1].Lines, line)
		return
	}
	p.blocks = append(p.blocks, block{kind, []string{line}})
}

// group is a related-content group: a lead and a few bare headlines.
type group struct {
	Label string
	Lead  entry
	More  []entry
}

// pageView is what a layout is filled with.
type pageView struct {
	entry
	*outlet
	words
	Home, Kicker, Day string
	Picture, Caption  string // address and caption of the lead picture, or empty
	Blocks            []block
	Links             []link
	Groups            []group
}

// renderPage sets the page of it in the layout of its outlet. An item without
// a recorded page gets a short one of its summary.
func (c *corpus) renderPage(it *item, start time.Time) []byte {
	p := c.pageOf(it)
	w := c.words[it.outlet.Language]
	v := pageView{
		entry: newEntry(it, start), outlet: it.outlet, words: w, Home: "https://" + it.outlet.host + "/",
		Kicker: p.kicker, Blocks: expandBlocks(p.blocks, start.Add(-it.age)), Links: p.links,
		Groups: it.outlet.groups(it, start),
	}
	if p.picture != "" {
		v.Picture, v.Caption = it.picture(), p.picture
	}
	v.Day = v.Time.Format("2006-01-02 15:04 UTC")
	if it.outlet.Language == "en" {
		v.Day = v.Time.Format("2 January 2006, 15:04 UTC")
	}
	return render(layouts, cmp.Or(p.layout, it.outlet.layout)+".html", v)
}

func (c *corpus) pageOf(it *item) page {
	if it.page != "" {
		return c.pages[it.page]
	}
	p := page{kicker: it.categories[0]}
	for _, s := range append(slices.Clone(it.summary), c.words[it.outlet.Language].brief) {
		p.blocks = append(p.blocks, block{"p", []string{s}})
	}
	return p
}

// groups finds what else the outlet has on the countries of it: one group a
// country, none of them empty, no item twice.
func (o *outlet) groups(it *item, start time.Time) []group {
	used := map[*item]bool{it: true}
	var out []group
	for _, country := range it.countries {
		var found []entry
		for _, other := range o.items {
			if !used[other] && slices.Contains(other.countries, country) && len(found) < 4 {
				used[other] = true
				found = append(found, newEntry(other, start))
			}
		}
		if len(found) > 0 {
			out = append(out, group{Label: found[0].Categories[0], Lead: found[0], More: found[1:]})
		}
	}
	return out
}

func expandBlocks(blocks []block, t time.Time) []block {
	var out []block
	for _, b := range blocks {
		n := block{Kind: b.Kind}
		for _, l := range b.Lines {
			n.Lines = append(n.Lines, expand(l, t))
		}
		out = append(out, n)
	}
	return out
}

var inlineLink = regexp.MustCompile(`\[([^\]]+)\]\((https://[^)\s]+)\)`)

// inline makes HTML of a line of text: everything escaped but [words](address).
func inline(s string) template.HTML {
	return template.HTML(inlineLink.ReplaceAllString(html.EscapeString(s), `<a href="$2">$1</a>`))
}

var layouts = template.Must(template.New("").Funcs(template.FuncMap{"inline": inline}).
	ParseFS(files, "data/layouts/*.html"))
