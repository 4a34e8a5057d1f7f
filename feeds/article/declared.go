package article

import (
	"net/url"
	"slices"
	"strings"
	"time"

	xhtml "golang.org/x/net/html"
	"golang.org/x/text/language"

	"dateline/feeds"
)

// declared is what a page says of itself, for machines. Every string but body
// is cleaned, addresses are absolute.
type declared struct {
	titles            []string // as written, best first
	authors           []string // candidates for the byline, best first, as written
	sites             []string // the names that the outlet goes by, its host's among them
	section, site     string
	kicker            string
	language          string
	canonical         string
	body              string // the text, as JSON-LD gives it
	date, updated     time.Time
	picture           feeds.Picture
	paid              bool     // the page says that its text is not free
	parts             []string // classes of the elements that hold what is not free
	titleTag, address string
}

// readDeclared collects what doc declares, by the trust of sources.
func readDeclared(doc *xhtml.Node, base *url.URL, o outline) declared {
	r := &declaredReader{notes: notes{}, base: base, outline: o}
	r.read(doc, false)
	n := r.notes
	d := declared{
		titles: n.all(titleField), body: r.body, titleTag: feeds.Clean(r.title, maxField), address: base.String(),
		section:   feeds.Clean(n.first(sectionField), maxField),
		kicker:    feeds.Clean(n.first(kickerField), maxField),
		language:  firstLanguage(append(append(n["ld:inlanguage"], r.language), n.all(langField)...)),
		canonical: absolute(base, n.first(canonicalField)), paid: isNo(n.first(freeField)), parts: n.all(partField),
	}
	d.sites = siteNames(base, append(n.all(siteField), n.all(nameField)...))
	d.site = shortSite(firstName(slices.Concat(n.all(siteField), n["ld:publisher"], n["application-name"])))
	for name := range strings.FieldsSeq(sources[authorField]) {
		if all := n[name]; len(all) > maxMarked && strings.ContainsAny(name[:1], ":.") {
			d.authors = append(d.authors, all[0]) // the others are of other texts
		} else if len(all) > 0 {
			d.authors = append(d.authors, strings.Join(all, ", "))
		}
	}
	monthFirst := d.language == "en-US" || d.language == "en"
	d.date = firstTime(n.all(dateField), monthFirst)
	if d.updated = firstTime(n.all(updatedField), monthFirst); !d.updated.After(d.date) {
		d.updated = time.Time{}
	}
	d.picture = declaredPicture(base, n)
	return d
}

// isNo says whether a value of microdata or JSON-LD means no.
func isNo(s string) bool {
	s = strings.ToLower(s)
	return s == "false" || s == "no" || strings.HasSuffix(s, "/false")
}

// firstName returns the first value that is a name and no address.
func firstName(all []string) string {
	i := slices.IndexFunc(all, func(s string) bool { return !strings.Contains(s, "://") && !strings.HasPrefix(s, "@") })
	if i < 0 {
		return ""
	}
	return all[i]
}

// firstTime returns the first time of all; where that has no zone and another
// one is the same with a zone, that one.
func firstTime(all []string, monthFirst bool) time.Time {
	i := slices.IndexFunc(all, func(s string) bool { return !parseTime(s, monthFirst).IsZero() })
	if i < 0 {
		return time.Time{}
	}
	first := parseTime(all[i], monthFirst)
	for _, s := range all[i:] {
		if clock := zoned().ReplaceAllString(s, ""); clock != s && parseTime(clock, monthFirst).Equal(first) {
			return parseTime(s, monthFirst)
		}
	}
	return first
}

// zoned is the zone that a time for machines ends with.
var zoned = lazy(`(?i)(?:z|[+-]\d\d:?\d\d)$`)

// declaredReader gathers notes from a page.
type declaredReader struct {
	outline  outline
	notes    notes
	base     *url.URL
	title    string // of <title>
	language string // of <html>
	body     string // the text, as JSON-LD gives it
	titled   bool   // the headline was passed
}

// read notes what n and all below it declare. Within what stands beside the
// text, as comments, only scripts and <meta> speak of the page.
func (r *declaredReader) read(n *xhtml.Node, beside bool) {
	if n.Type == xhtml.ElementNode {
		r.element(n, beside)
		beside = beside || r.outline.isBeside(n)
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		r.read(c, beside)
	}
}

func (r *declaredReader) element(n *xhtml.Node, beside bool) {
	switch n.Data {
	case "html":
		r.language = firstOf(attr(n, "lang"), attr(n, "xml:lang"))
	case "title":
		if r.title == "" {
			r.title = unescape(rawText(n))
		}
	case "h1":
		r.titled = true
	case "time":
		if r.titled && !beside {
			r.notes.add("time", firstOf(attr(n, "datetime"), textIn(n, maxField)))
		}
	case "meta":
		r.notes.add(firstOf(attr(n, "property"), attr(n, "name"), attr(n, "http-equiv")), attr(n, "content"))
	case "link":
		if rel := strings.ToLower(attr(n, "rel")); rel == "canonical" || rel == "image_src" {
			r.notes.add(rel, attr(n, "href"))
		}
	case "script":
		if isLinkedData(n) && n.FirstChild != nil {
			r.linked(n.FirstChild.Data)
		}
	}
	if !beside {
		r.properties(n)
	}
}

// properties notes microdata, RDFa and the classes of microformats.
func (r *declaredReader) properties(n *xhtml.Node) {
	for p := range strings.FieldsSeq(attr(n, "itemprop")) {
		r.property(":"+p, n)
	}
	if n.Data != "meta" && hasAttr(n, "property") {
		for p := range strings.FieldsSeq(attr(n, "property")) {
			r.property(":"+p[strings.LastIndexByte(p, ':')+1:], n)
		}
	}
	for class := range strings.FieldsSeq(attr(n, "class")) {
		if microformats[class] && r.notes.wants("."+class) {
			r.notes.add("."+class, firstOf(attr(n, "datetime"), attr(n, "title"), propertyText(n)))
		}
	}
}

func (r *declaredReader) property(name string, n *xhtml.Node) {
	if r.notes.wants(name) {
		r.notes.add(name, propertyText(n))
	}
}

// microformats are the classes of hAtom and microformats2 that say something.
var microformats = set("entry-title published updated entry-date dt-published dt-updated p-author p-name")

// propertyText is the value of a property: the machine's, else the name
// within it, else its own short text.
func propertyText(n *xhtml.Node) string {
	if s := firstOf(attr(n, "content"), attr(n, "datetime")); s != "" {
		return s
	}
	if s := firstOf(attr(n, "src"), attr(n, "href")); s != "" && isElement(n, "img", "link") {
		return s
	}
	name := nameWithin(n)
	if s := firstOf(attr(name, "content"), textIn(name, maxField)); len(s) <= maxField {
		return s
	}
	return ""
}

// maxProperty is how many nodes are searched for the name within a property.
const maxProperty = 300

// nameWithin returns the element that names what n describes, else n.
func nameWithin(n *xhtml.Node) *xhtml.Node {
	seen := 0
	name := find(n, func(c *xhtml.Node) bool {
		seen++
		return seen > maxProperty || attr(c, "itemprop") == "name" || attr(c, "property") == "name"
	})
	if name == nil || seen > maxProperty {
		return n
	}
	return name
}

func firstOf(all ...string) string {
	for _, s := range all {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}

// firstLanguage returns the first of the values that is a language as a BCP 47
// tag; pages write "en_GB" and "EN-us,fr".
func firstLanguage(all []string) string {
	for _, s := range all {
		s, _, _ = strings.Cut(s, ",")
		if tag, err := language.Parse(strings.TrimSpace(s)); err == nil && tag != language.Und {
			return tag.String()
		}
	}
	return ""
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
