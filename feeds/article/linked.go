package article

import (
	"encoding/json"
	"html"
	"strings"

	xhtml "golang.org/x/net/html"
)

// maxLinked bounds how deep the objects of JSON-LD are looked through.
const maxLinked = 12

func isLinkedData(n *xhtml.Node) bool {
	return isElement(n, "script") && strings.EqualFold(strings.TrimSpace(attr(n, "type")), "application/ld+json")
}

// articleTypes are the ends of schema.org type names that stand for a text:
// NewsArticle, BlogPosting, Report ...
var articleTypes = []string{"Article", "Posting", "Report", "BlogPost", "Review"}

// readLinkedData fills d from one JSON-LD script; what is there already stays.
func readLinkedData(script string, d *declared) {
	script = strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(script), "<![CDATA["), "]]>")
	// Raw line breaks within strings are the most frequent fault of JSON-LD.
	script = strings.Map(func(r rune) rune {
		if r < ' ' {
			return ' '
		}
		return r
	}, script)
	var v any
	if json.Unmarshal([]byte(strings.TrimRight(script, " ;")), &v) == nil {
		readObject(v, d, 0)
	}
}

func readObject(v any, d *declared, depth int) {
	if depth > maxLinked {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			readObject(e, d, depth+1)
		}
	case map[string]any:
		if isArticleType(v["@type"]) {
			readArticle(v, d)
			return
		}
		readObject(v["@graph"], d, depth+1)
		readObject(v["mainEntity"], d, depth+1)
	}
}

func isArticleType(v any) bool {
	for _, t := range listOf(v) {
		name, _ := t.(string)
		for _, end := range articleTypes {
			if strings.HasSuffix(name, end) {
				return true
			}
		}
	}
	return false
}

func readArticle(o map[string]any, d *declared) {
	d.title = firstOf(d.title, stringOf(o["headline"]), stringOf(o["name"]))
	d.byline = firstOf(d.byline, namesOf(o["author"]), namesOf(o["creator"]))
	d.section = firstOf(d.section, namesOf(first(o["articleSection"])))
	d.site = firstOf(d.site, namesOf(o["publisher"]))
	d.language = firstOf(stringOf(o["inLanguage"]), d.language)
	if body := stringOf(o["articleBody"]); len(body) > len(d.body) {
		d.body = body
	}
	if d.date.IsZero() {
		d.date = parseTime(stringOf(o["datePublished"]))
	}
	switch free := o["isAccessibleForFree"].(type) {
	case bool:
		d.paid = d.paid || !free
	case string:
		d.paid = d.paid || strings.EqualFold(free, "false")
	}
}

func listOf(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	return []any{v}
}

func first(v any) any {
	if list := listOf(v); len(list) > 0 {
		return list[0]
	}
	return nil
}

func stringOf(v any) string {
	s, _ := v.(string)
	return strings.TrimSpace(html.UnescapeString(s))
}

// namesOf joins the names of people or organisations, given as strings or as
// objects, one or several.
func namesOf(v any) string {
	var names []string
	for _, e := range listOf(v) {
		name := stringOf(e)
		if o, ok := e.(map[string]any); ok {
			name = firstOf(stringOf(first(o["name"])), stringOf(o["@name"]))
		}
		if name != "" {
			names = append(names, name)
		}
	}
	return strings.Join(names, ", ")
}
