package article

import (
	"strings"

	"golang.org/x/net/html"
)

// weight is how much of what a part of a page holds, in bytes.
type weight struct {
	text  int // that is no link
	prose int // of it, in runs of sentences
	links int // how many, of other pages
}

// part is a marked part of a page.
type part struct {
	judgement
	weight
}

// scale holds what the marked parts of a page weigh.
type scale struct {
	marks map[*html.Node]part
	total weight
	run   run // since the last edge of a block
}

// run is text that no block's edge parts.
type run struct {
	text, linked int
	ended        bool // a sentence ends in it
}

// What makes a run of text prose.
const (
	minRun     = 80  // bytes, with the end of a sentence in it
	minLongRun = 240 // bytes, without: not every script ends its sentences
)

// weigh judges all below body by its marks and weighs what is marked.
func weigh(body *html.Node) *scale {
	s := &scale{marks: map[*html.Node]part{}}
	s.children(body, false)
	s.edge()
	return s
}

func (s *scale) children(n *html.Node, linked bool) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode:
			s.words(strings.TrimSpace(c.Data), linked)
		case html.ElementNode:
			s.element(c, linked)
		}
	}
}

func (s *scale) words(text string, linked bool) {
	if linked {
		s.run.linked += len(text)
		return
	}
	s.total.text += len(text)
	s.run.text += len(text)
	s.run.ended = s.run.ended || strings.ContainsAny(text, ".!?。！？؟।")
}

// edge ends a run.
func (s *scale) edge() {
	long := s.run.ended && s.run.text >= minRun || s.run.text >= minLongRun
	if long && s.run.linked < s.run.text {
		s.total.prose += s.run.text
	}
	s.run = run{}
}

func (s *scale) element(n *html.Node, linked bool) {
	m := judge(n)
	if m.by == byTag {
		s.marks[n] = part{judgement: m}
		return
	}
	block := !inline[n.Data]
	if block {
		s.edge()
	}
	before := s.total
	if n.Data == "a" && hasAttr(n, "href") {
		s.total.links++
	}
	s.children(n, linked || n.Data == "a")
	if block {
		s.edge()
	}
	if m.verdict != keep {
		w := weight{text: s.total.text - before.text, prose: s.total.prose - before.prose, links: s.total.links - before.links}
		s.marks[n] = part{m, w}
	}
}

// clutter says whether a marked part is what its marks say. Words that also
// name what is no clutter do not stand against prose, and what leads nowhere is
// not related to anything.
func (p part) clutter() bool {
	switch {
	case !p.weak:
		return true
	case p.verdict == related:
		return p.links > 0
	}
	return p.prose*2 <= p.text
}

// How much of the page's unlinked text a part must hold to be kept whatever
// its marks say: 1 in so many.
const (
	hiddenOne = 2
	markedOne = 4
)

func (p part) unless() int {
	if p.by == byHiding {
		return hiddenOne
	}
	return markedOne
}
