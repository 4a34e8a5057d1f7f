package health

import (
	"fmt"
	"strings"

	"dateline/feeds"
	"dateline/ui/pane"
)

// Region is a region of whose quiet there is something to tell.
type Region struct {
	Label string
	Quiet feeds.Quiet
}

// The lines of the part that tells of regions, above the feeds.
const (
	regionsFrom = 5 // lines of the pane below which it is left out
	regionsPart = 4 // one line in so many may be taken by it, apart from its first
)

// SetRegions says which regions are quiet, the quietest first, after how many
// hours in which the news was observed.
func (p *Pane) SetRegions(quiet []Region, observed int) {
	p.regions, p.observed = quiet, observed
	p.Resize(p.width, p.height)
}

// regionsHeight is the lines of the part on regions, with its rule.
func (p *Pane) regionsHeight() int {
	switch {
	case p.height < regionsFrom:
		return 0
	case p.detailHeight() == 0:
		return 1
	default:
		return 1 + min(1+len(p.regions), max(1, p.height/regionsPart))
	}
}

// regionLines draws the part on regions: what is to say of all, and a line for
// each that is quiet.
func (p *Pane) regionLines() []string {
	height := p.regionsHeight()
	if height == 0 {
		return nil
	}
	head := " " + p.th.Headline.Text("Regions") + "  "
	out := []string{head + p.th.Meta.Text(pane.Cut(p.sum(height == 1), p.width-1-pane.PaintedWidth(head), p.th.Glyphs.Ellipsis))}
	if height == 1 {
		return out
	}
	for _, r := range p.regions[:min(len(p.regions), height-2)] {
		out = append(out, p.regionLine(r))
	}
	return append(out, p.th.Frame.Text(strings.Repeat(p.th.Glyphs.Rule, p.width)))
}

// sum says in a few words how quiet the regions are, and which, if that is
// all that is said of them.
func (p *Pane) sum(names bool) string {
	switch n := len(p.regions); {
	case n > 0 && names:
		labels := make([]string, n)
		for i, r := range p.regions {
			labels[i] = r.Label
		}
		return "silent or not heard: " + strings.Join(labels, ", ")
	case n > 0:
		return fmt.Sprintf("%d silent or not heard", n)
	case p.observed < feeds.EnoughHours:
		return fmt.Sprintf("too little observed to say which are silent: %d h of %d", p.observed, feeds.EnoughHours)
	default:
		return "none is quieter than its own past"
	}
}

func (p *Pane) regionLine(r Region) string {
	paint := p.th.Plain
	if r.Quiet.Deaf() {
		paint = p.th.Alert
	}
	return "  " + paint.Text(pane.Cut(r.Label+": "+r.Quiet.Words(p.now()), p.width-3, p.th.Glyphs.Ellipsis))
}
