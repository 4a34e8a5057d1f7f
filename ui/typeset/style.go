package typeset

import "dateline/ui/theme"

// style is how a stretch of text looks.
type style struct {
	strong, emph, note bool
	link               link
	quiet              bool // a link that looks like the words around it
	found              found
}

// found says whether a stretch is one that the reader looks for.
type found int

const (
	notFound found = iota
	isFound        // one of several
	isHere         // the one the reader stands on
)

func (s style) paint(th theme.Theme, words string) string {
	switch {
	case s.note:
		words = th.Meta.Text(words)
	case s.link.number > 0 && !s.quiet:
		words = th.Link.Text(words)
	default:
		words = th.Plain.Text(words)
	}
	if s.emph {
		words = th.Emph.Over(words)
	}
	if s.strong || s.found == isHere {
		words = th.Strong.Over(words)
	}
	if s.found != notFound {
		words = th.Match.Over(words)
	}
	return s.link.around(words)
}
