package article

import (
	"strings"

	"golang.org/x/net/html"
)

// verdict says what to do with a part of a page.
type verdict int

const (
	keep    verdict = iota
	drop            // of no use to a reader
	related         // not the text, but its links lead on
)

// tagRules judges elements by their tag. What is dropped here is dropped
// however much text it holds.
var tagRules = map[string]verdict{
	"script": drop, "style": drop, "noscript": drop, "template": drop, "svg": drop, "math": drop, "canvas": drop,
	"button": drop, "input": drop, "select": drop, "textarea": drop, "datalist": drop, "dialog": drop, "map": drop,
	"link": drop, "meta": drop, "base": drop, "head": drop, "frameset": drop,
	"rt": drop, "rp": drop, // how the word beside it is read aloud
}

// weakTags are elements that are clutter unless they hold a good part of the
// page's text, as they do on carelessly built pages.
var weakTags = map[string]verdict{
	"nav": drop, "footer": drop, "aside": related, "form": drop, "menu": drop, "label": drop, "fieldset": drop,
}

// roleRules judges elements by their ARIA role.
var roleRules = map[string]verdict{
	"navigation": drop, "banner": drop, "contentinfo": drop, "complementary": related, "dialog": drop, "alertdialog": drop,
	"alert": drop, "search": drop, "menu": drop, "menubar": drop, "toolbar": drop, "form": drop, "button": drop,
}

// metaProps are the microdata properties that say something about a text and
// are none of it.
var metaProps = set(`keywords datePublished dateModified dateCreated mainEntityOfPage publisher author alternativeHeadline
	copyrightHolder copyrightYear inLanguage articleSection headline identifier`)

// judgement is what tag, role, class and id make of a part of a page.
type judgement struct {
	verdict verdict
	by      int  // which rule says so: a row of partRows, or one of the following
	weak    bool // prose is kept in spite of it
}

// The rules that are no rows of partRows.
const (
	byTag = -1 - iota // never kept
	byHiding
	byWeakTag
	byRole
)

// judge says what the marks of n make of it.
func judge(n *html.Node) judgement {
	if v := tagRules[n.Data]; v != keep {
		return judgement{verdict: v, by: byTag}
	}
	if n.Data == "body" || n.Data == "h1" {
		return judgement{}
	}
	if isHidden(n) {
		return judgement{verdict: drop, by: byHiding}
	}
	if v := weakTags[n.Data]; v != keep {
		return judgement{verdict: v, by: byWeakTag}
	}
	if n.Data == "header" && isSiteHeader(n) {
		return judgement{verdict: drop, by: byWeakTag}
	}
	if v := roleRules[strings.ToLower(attr(n, "role"))]; v != keep || isMeta(attr(n, "itemprop")) {
		return judgement{verdict: max(v, drop), by: byRole}
	}
	names := marksOf(n)
	if _, ok := proofNames.named(names); ok {
		return judgement{}
	}
	if r, ok := nameRules.named(names); ok {
		return judgement{verdict: r.verdict, by: r.row, weak: partRows[r.row].weak}
	}
	return judgement{}
}

// isSiteHeader says whether a header is that of the site: it holds no headline
// and stands in no article.
func isSiteHeader(n *html.Node) bool {
	for p := n.Parent; p != nil; p = p.Parent {
		if isElement(p, "article", "main") {
			return false
		}
	}
	return find(n, func(c *html.Node) bool { return isElement(c, "h1", "article") }) == nil
}

func isMeta(props string) bool {
	for p := range strings.FieldsSeq(props) {
		if metaProps[p] {
			return true
		}
	}
	return false
}

func isHidden(n *html.Node) bool {
	return hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" || attr(n, "aria-modal") == "true" || invisible(attr(n, "style"))
}

func invisible(style string) bool {
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}
