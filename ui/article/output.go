package article

import (
	"dateline/feeds"
	"dateline/ui/typeset"
)

// Output is what a command of the reader's own makes of a text.
type Output struct {
	Name    string // of the command, as the reader calls it
	Program string // that is run
	Page    bool   // it was given the text of the page, not the feed's
	Blocks  []feeds.Block
	Failure error // nil if it went well
	Running bool
}

// SetOutput shows o in place of the text of an item, or the text again if o is
// nil. It is dropped if another item is on show, and gone with the next one.
func (p *Pane) SetOutput(item feeds.ItemID, o *Output) {
	if !p.shows(item) || o == nil && p.output == nil {
		return
	}
	p.output, p.finder = o, nil
	p.top = 0
	p.set()
}

// HasOutput says whether output stands in the place of the text.
func (p *Pane) HasOutput() bool { return p.output != nil }

// Article returns the text of the item on show, if there is one: that of the
// page, else the feed's.
func (p *Pane) Article() (feeds.Article, bool) {
	_, ok := p.Item()
	return p.article, ok
}

// text returns what is to be read: the article, or what a command made of it.
func (p *Pane) text() feeds.Article {
	if p.output != nil {
		return feeds.Article{Item: p.article.Item, Blocks: p.output.Blocks}
	}
	return p.article
}

// outputOf sets what a command made of the text.
func (p *Pane) outputOf(pg *typeset.Page) {
	o, said := p.output, "output of "+p.output.Program
	if o.Running {
		said = o.Program + " is running" + p.th.Glyphs.Ellipsis
	}
	of := "The feed's text was given to it."
	if o.Page {
		of = "The page's text was given to it."
	}
	pg.Blank()
	pg.Say(p.dotted(o.Name+": "+said, p.leave.First(p.th.Glyphs)+" shows the article"), p.th.Accent)
	pg.Say(of, p.th.Meta)
	if o.Failure != nil {
		pg.Say(o.Name+" failed: "+o.Failure.Error()+".", p.th.Alert)
	}
	pg.Body()
}
