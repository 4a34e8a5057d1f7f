// Package article turns a news page into readable blocks: what the page says
// of itself, the text alone, and the links beside it. It asks for a page only
// through the Get it is given, one page because a reader asked for it; it
// keeps nothing and draws nothing. The command line and the program's wiring
// call it.
package article

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// Extract returns the readable article of a page that came from address url
// with the given Content-Type. The error is a *feeds.Failure that says what
// the page is instead: no HTML, a paywall, a consent wall, a script, or
// without text.
func Extract(page []byte, contentType, address string) (feeds.Article, error) {
	text, err := decode(page[:min(len(page), maxPage)], contentType)
	if err != nil {
		return feeds.Article{}, err
	}
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	a, err := readPage(text, base, func(*html.Node) {})
	var failure *feeds.Failure
	if errors.As(err, &failure) && failure.Kind == feeds.FailNoText {
		if again, failed := readPage(text, base, unname); failed == nil && prose(again.Blocks) >= 2*minBody {
			a, err = again, nil
		}
	}
	if err == nil && len(page) > maxPage {
		a.Cut = feeds.FailTooLarge
	}
	return a, err
}

// readPage extracts the article of a page after its tree was prepared.
func readPage(page []byte, base *url.URL, prepare func(body *html.Node)) (feeds.Article, error) {
	doc, cut, err := parse(page)
	if err != nil {
		return feeds.Article{}, &feeds.Failure{Kind: feeds.FailNoText, Detail: feeds.Clean(err.Error(), maxField)}
	}
	body := find(doc, func(n *html.Node) bool { return isElement(n, "body") })
	if body == nil {
		return feeds.Article{}, &feeds.Failure{Kind: feeds.FailNoText}
	}
	prepare(body)
	a, err := extract(doc, body, base)
	if err == nil && cut {
		a.Cut = feeds.FailTooLarge
	}
	return a, err
}

// unname takes the names off all parts of a page: where nothing was left of
// one, they are not what they say.
func unname(body *html.Node) {
	each(body, func(n *html.Node) bool {
		n.Attr = slices.DeleteFunc(n.Attr, func(a html.Attribute) bool { return hiding[a.Key] || naming[a.Key] })
		return true
	})
}

// extract reads a page in this order: what it declares and shows above the
// text, while all of it is there; then the text, of what is left of it.
func extract(doc, body *html.Node, base *url.URL) (feeds.Article, error) {
	setFigures(body)
	o := outlineOf(doc)
	d := readDeclared(doc, base, o)
	h := readHead(body, d, o)
	s := readSigns(doc, d)
	published := firstKnown(d.date, h.date, addressDay(base))
	groups, plots := readGroups(body, base, published, o)

	beside, cut := prune(body, base, plots)
	f := &finder{doc: doc, body: body, base: base, d: d, head: h}
	blocks, byline := f.findBody()
	a := feeds.Article{
		URL: ownAddress(base, d.canonical), Kicker: h.kicker, Title: h.title, Byline: firstOf(h.byline, firstByline([]string{byline}, d.sites, h.title)),
		Date: published, Updated: d.updated, Site: firstOf(d.site, host(base.String())), Picture: h.picture, Blocks: blocks,
	}
	a.Language = languageOf(d.language, a.Title+" "+plainText(blocks))
	readDateline(&a)
	a.Wire = firstOf(a.Wire, wireOf(a.Byline))
	blocks, left := tidy(a.Blocks, h.title, h.kicker)
	a.Blocks = blocks
	if cut || len(blocks) >= maxBlocks || size(blocks) >= maxText {
		a.Cut = feeds.FailTooLarge
	}
	takePicture(&a)
	a.Groups = ofPage(a, groups)
	a.Related = apart(a, beside, left, collectLinks(nil, body, base))
	return s.judge(a, !d.date.IsZero())
}

// ownAddress is the address that a page gives as its own, if that is an
// article of the same host; else the one it came from.
func ownAddress(base *url.URL, canonical string) string {
	if isHome(canonical) || host(canonical) != host(base.String()) {
		safe, _ := feeds.SafeURL(base.String())
		return safe
	}
	return canonical
}

// isHome says whether an address is a site's front page, or none at all.
func isHome(address string) bool {
	u, err := url.Parse(address)
	return err != nil || strings.Trim(u.Path, "/") == "" && u.RawQuery == ""
}

// apart joins the links that stand beside the text of a, those of its groups
// first: each once, those of the text and of the page itself left out, and
// only those that say enough to be a headline.
func apart(a feeds.Article, groups ...[]feeds.Link) []feeds.Link {
	seen := map[string]bool{a.URL: true, "": true}
	for _, l := range a.Links() {
		seen[l.URL] = true
	}
	out := linksOf(a.Groups)
	for _, l := range out {
		seen[l.URL] = true
	}
	for _, l := range slices.Concat(groups...) {
		if !seen[l.URL] && !isHome(l.URL) && len(out) < maxRelated && saysEnough(l.Text) && !matches(noiseLines, l.Text) {
			out = append(out, l)
			seen[l.URL] = true
		}
	}
	return out
}

// saysEnough says whether the text of a link has the words of a headline.
func saysEnough(text string) bool {
	return strings.Count(text, " ") >= 2 && len(text) >= minLinkText || utf8.RuneCountInString(text)*2 < len(text) && len(text) >= 3*minLinkText
}

// Text returns the text of a as plain paragraphs, parted by blank lines.
// Pictures and embeds have no text of their own and are left out.
func Text(a feeds.Article) string {
	var out strings.Builder
	for _, b := range a.Blocks {
		if b.Kind == feeds.Image || b.Kind == feeds.Embed {
			continue
		}
		if out.Len() > 0 {
			out.WriteString("\n\n")
		}
		out.WriteString(b.Plain())
	}
	return out.String()
}
