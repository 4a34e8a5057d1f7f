package article

import (
	"html"
	"net/url"
	"strings"
	"time"

	xhtml "golang.org/x/net/html"
	"golang.org/x/text/language"

	"dateline/feeds"
)

// declared is what a page says of itself, for machines. Every string but body
// is cleaned, addresses are absolute.
type declared struct {
	title, byline, section, site, language, canonical string
	body                                              string // the text, as JSON-LD gives it
	date                                              time.Time
	paid                                              bool // the page says that its text is not free
}

// field is one thing that pages declare.
type field int

const (
	titleField field = iota
	authorField
	sectionField
	siteField
	dateField
	langField
	canonicalField
	freeField
)

// sources says under which names of <meta> and, after a colon, of microdata a
// field is found, best first.
var sources = map[field]string{
	titleField:     "og:title twitter:title dc.title dcterms.title parsely-title :headline title",
	authorField:    "author dc.creator dcterms.creator parsely-author sailthru.author byl :author article:author",
	sectionField:   "article:section parsely-section section :articlesection",
	siteField:      "og:site_name",
	dateField:      "article:published_time og:published_time article:published datepublished parsely-pub-date sailthru.date date pubdate publish-date publishdate dc.date.issued dcterms.issued dcterms.created dc.date :datepublished :datecreated time",
	langField:      "og:locale content-language dc.language language :inlanguage",
	canonicalField: "og:url parsely-link",
	freeField:      ":isaccessibleforfree",
}

// readDeclared collects what doc declares. JSON-LD goes before <meta>, <meta>
// before microdata; but whose page it is <meta> says best: an agency's text
// names the agency as its publisher.
func readDeclared(doc *xhtml.Node, base *url.URL) declared {
	d, meta := declared{}, map[string]string{}
	note := func(key, value string) {
		key, value = strings.ToLower(key), strings.TrimSpace(html.UnescapeString(value))
		if meta[key] == "" {
			meta[key] = value
		}
	}
	titled := false
	each(doc, func(n *xhtml.Node) bool {
		switch {
		case isElement(n, "h1"):
			titled = true
		case isElement(n, "time") && titled:
			note("time", attr(n, "datetime"))
		case isElement(n, "html"):
			d.language = firstOf(attr(n, "lang"), attr(n, "xml:lang"))
		case isElement(n, "meta"):
			note(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "http-equiv")), attr(n, "content"))
		case isElement(n, "link") && strings.EqualFold(attr(n, "rel"), "canonical"):
			d.canonical = absolute(base, attr(n, "href"))
		case isLinkedData(n) && n.FirstChild != nil:
			readLinkedData(n.FirstChild.Data, &d)
		}
		for p := range strings.FieldsSeq(attr(n, "itemprop")) {
			note(":"+p, firstOf(attr(n, "datetime"), attr(n, "content"), microtext(n)))
		}
		return true
	})
	pick := func(f field) string {
		for name := range strings.FieldsSeq(sources[f]) {
			if meta[name] != "" {
				return meta[name]
			}
		}
		return ""
	}
	d.title = feeds.Clean(firstOf(d.title, pick(titleField)), maxField)
	d.byline = cleanByline(firstOf(d.byline, pick(authorField)))
	d.section = feeds.Clean(firstOf(d.section, pick(sectionField)), maxField)
	d.site = feeds.Clean(firstOf(pick(siteField), d.site), maxField)
	d.language = cleanLanguage(firstOf(d.language, pick(langField)))
	d.canonical = firstOf(d.canonical, absolute(base, pick(canonicalField)))
	d.paid = d.paid || strings.EqualFold(pick(freeField), "false")
	if d.date.IsZero() {
		d.date = parseTime(pick(dateField))
	}
	return d
}

// microtext is the value of a microdata property that is written for readers:
// the name within it, or its own short text.
func microtext(n *xhtml.Node) string {
	name := find(n, func(c *xhtml.Node) bool { return attr(c, "itemprop") == "name" })
	if name == nil {
		name = n
	}
	if s := firstOf(attr(name, "content"), textIn(name, maxField)); len(s) <= maxField {
		return s
	}
	return ""
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// cleanLanguage makes a BCP 47 tag of what pages write: "en_GB", "EN-us,fr".
func cleanLanguage(s string) string {
	s, _, _ = strings.Cut(s, ",")
	tag, err := language.Parse(strings.TrimSpace(s))
	if err != nil || tag == language.Und {
		return ""
	}
	return tag.String()
}

// absolute resolves href against base; "" if that gives no http address.
func absolute(base *url.URL, href string) string {
	if href = strings.TrimSpace(href); href == "" {
		return ""
	}
	u, err := base.Parse(href)
	if err != nil {
		return ""
	}
	safe, _ := feeds.SafeURL(u.String())
	return safe
}

// timeForms are the ways in which pages write a time, most usual first.
var timeForms = []string{
	time.RFC3339, "2006-01-02T15:04:05.999Z0700", "2006-01-02T15:04Z07:00", "2006-01-02T15:04:05", "2006-01-02T15:04",
	"2006-01-02 15:04:05 -0700", "2006-01-02 15:04:05Z07:00", "2006-01-02 15:04:05", "2006-01-02 15:04", "2006-01-02",
	time.RFC1123Z, time.RFC1123, "January 2, 2006", "Jan 2, 2006", "2 January 2006", "2 Jan 2006", "20060102",
}

// parseTime reads a machine's time as UTC; zero if it cannot be read.
func parseTime(s string) time.Time {
	s = strings.TrimSpace(s)
	for _, form := range timeForms {
		if t, err := time.Parse(form, s); err == nil {
			return t.UTC()
		}
	}
	return time.Time{}
}
