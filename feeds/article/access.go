package article

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
)

// parts notes the classes of the parts of an article that are not free.
func (g *graph) parts(v any) {
	for _, p := range listOf(v) {
		part, _ := p.(map[string]any)
		if part == nil || !isNo(stringOf(part["isAccessibleForFree"])) {
			continue
		}
		for selector := range strings.SplitSeq(stringOf(part["cssSelector"]), ",") {
			if class, ok := strings.CutPrefix(strings.TrimSpace(selector), "."); ok {
				g.r.notes.add("ld:haspart", class)
			}
		}
	}
}

// brings says whether doc holds the text of one of the parts that have these
// classes.
func brings(doc *html.Node, classes []string) bool {
	return nil != find(doc, func(n *html.Node) bool {
		return n.Type == html.ElementNode && slices.ContainsFunc(strings.Fields(attr(n, "class")), func(c string) bool {
			return slices.Contains(classes, c)
		}) && len(textIn(n, 2*minBody)) > minBody
	})
}
