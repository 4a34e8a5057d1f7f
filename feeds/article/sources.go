package article

import (
	"html"
	"maps"
	"slices"
	"strings"
	"sync"
)

// field is one thing that pages declare.
type field int

const (
	titleField field = iota
	kickerField
	authorField
	sectionField
	siteField
	nameField // what else may be the outlet's name
	dateField
	updatedField
	langField
	canonicalField
	imageField
	imageAltField
	captionField
	freeField
	partField
)

// sources says where a field is found, the most trusted first. The names are
// those of <meta>; "ld:" stands before a property of the article in JSON-LD,
// "page:" before one of its page there, ":" before one of microdata or RDFa,
// "." before a class of a microformat, "time" is the first <time> below the
// headline. Whose page it is <meta> says best: an agency's text names the
// agency as its publisher.
var sources = map[field]string{
	titleField: `ld:headline og:title twitter:title :headline dc.title dcterms.title parsely-title sailthru.title hdl citation_title
		.entry-title .p-name ld:name page:headline title`,
	kickerField: `kicker article:kicker`,
	authorField: `ld:author ld:creator citation_author parsely-author sailthru.author dc.creator dcterms.creator byl author dable:author
		article:author_name  article:author :author :creator .p-author twitter:creator`,
	sectionField: `ld:articlesection article:section parsely-section sailthru.section section :articlesection`,
	siteField:    `og:site_name`,
	nameField:    `ld:publisher page:publisher application-name apple-mobile-web-app-title twitter:site al:ios:app_name publisher dc.publisher article:publisher :publisher`,
	dateField: `ld:datepublished article:published_time og:published_time article:published og:article:published_time rnews:datepublished
		parsely-pub-date sailthru.date :datepublished datepublished publishdate publish-date publish_date pubdate pub_date
		dcterms.created dcterms.issued dcterms.date dc.date.issued dc.date.created dc.date citation_publication_date article.published
		article.created page:datepublished .dt-published .published .entry-date :datecreated ld:datecreated ld:uploaddate :date :created date time`,
	updatedField: `ld:datemodified article:modified_time og:updated_time og:modified_time article:updated dcterms.modified dc.date.modified
		:datemodified last-modified lastmod page:datemodified .dt-updated .updated`,
	langField:      `ld:inlanguage og:locale content-language dc.language dcterms.language language page:inlanguage :inlanguage`,
	canonicalField: `canonical og:url parsely-link twitter:url ld:url`,
	imageField:     `ld:image og:image:secure_url og:image og:image:url twitter:image twitter:image:src parsely-image-url sailthru.image.full image_src ld:thumbnailurl page:image :image`,
	imageAltField:  `og:image:alt twitter:image:alt`,
	captionField:   `ld:image.caption`,
	freeField:      `ld:isaccessibleforfree :isaccessibleforfree`,
	partField:      `ld:haspart`,
}

// How much is kept of what a page declares.
const (
	maxValues = 12       // of one name
	maxValue  = 4 * 1024 // bytes of one value
	maxMarked = 3        // authors whom one text marks
)

// notes are the values that a page declares, by their names in lower case.
type notes map[string][]string

// known are the names in sources.
var known = sync.OnceValue(func() map[string]bool {
	names := slices.Collect(maps.Values(sources))
	return set(strings.Join(names, " "))
})

// wants says whether a value of that name would be of use: it is one of sources
// and there are not enough of it yet.
func (n notes) wants(name string) bool {
	name = strings.ToLower(name)
	return known()[name] && len(n[name]) < maxValues
}

func (n notes) add(name, value string) {
	name = strings.ToLower(strings.TrimSpace(name))
	if value = unescape(value); value != "" && name != "" && len(value) <= maxValue && len(n[name]) < maxValues && len(name) <= maxField {
		n[name] = append(n[name], value)
	}
}

// all returns the values of a field, those of its best source first.
func (n notes) all(f field) []string {
	var out []string
	for name := range strings.FieldsSeq(sources[f]) {
		out = append(out, n[name]...)
	}
	return out
}

func (n notes) first(f field) string {
	for name := range strings.FieldsSeq(sources[f]) {
		if len(n[name]) > 0 {
			return n[name][0]
		}
	}
	return ""
}

// unescape reads the entities of a value; some pages escape twice.
func unescape(s string) string {
	for range 2 {
		if !strings.Contains(s, "&") {
			break
		}
		s = html.UnescapeString(s)
	}
	return strings.TrimSpace(s)
}
