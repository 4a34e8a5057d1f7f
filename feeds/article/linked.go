package article

import (
	"encoding/json"
	"strconv"
	"strings"

	xhtml "golang.org/x/net/html"
)

// What is read of JSON-LD.
const (
	maxLinked = 12      // objects within each other
	maxScript = 1 << 20 // bytes of one script; a longer one is none of a text
	maxNamed  = 10_000  // values looked at for names: objects that name each other lead round in circles
)

func isLinkedData(n *xhtml.Node) bool {
	return isElement(n, "script") && strings.HasPrefix(strings.ToLower(strings.TrimSpace(attr(n, "type"))), "application/ld+json")
}

// articleTypes are the ends of schema.org type names that stand for a text:
// NewsArticle, BlogPosting, Report ...
var articleTypes = []string{"Article", "Posting", "Report", "BlogPost", "Review"}

// pageTypes are the ends of those that stand for the page around it.
var pageTypes = []string{"WebPage", "VideoObject", "ItemPage"}

// linked notes what one JSON-LD script says of the article.
func (r *declaredReader) linked(script string) {
	if len(script) > maxScript {
		return
	}
	var v any
	for _, text := range []string{script, mend(script), mend(unescape(script))} {
		if json.Unmarshal([]byte(text), &v) == nil {
			g := &graph{r: r, ids: map[string]map[string]any{}, left: maxNamed}
			g.index(v, 0)
			g.read(v, 0)
			return
		}
	}
}

// graph is the objects of one script.
type graph struct {
	r    *declaredReader
	ids  map[string]map[string]any // those that others name
	left int                       // values that may still be looked at for names
}

func (g *graph) index(v any, depth int) {
	for _, e := range listOf(v) {
		o, ok := e.(map[string]any)
		if !ok || depth > maxLinked {
			continue
		}
		if id, _ := o["@id"].(string); id != "" && len(o) > 1 && g.ids[id] == nil {
			g.ids[id] = o
		}
		g.index(o["@graph"], depth+1)
	}
}

func (g *graph) read(v any, depth int) {
	if depth > maxLinked {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			g.read(e, depth+1)
		}
	case map[string]any:
		switch {
		case hasType(v, articleTypes):
			g.article("ld:", v)
			return
		case hasType(v, pageTypes):
			g.article("page:", v)
		}
		g.read(v["@graph"], depth+1)
		g.read(v["mainEntity"], depth+1)
		g.read(v["mainEntityOfPage"], depth+1)
	}
}

func hasType(o map[string]any, ends []string) bool {
	for _, t := range listOf(o["@type"]) {
		name, _ := t.(string)
		for _, end := range ends {
			if strings.HasSuffix(name, end) && name != "ClaimReview" { // whose author is who claims
				return true
			}
		}
	}
	return false
}

// linkedTexts are the properties whose values are plain, linkedNames those
// that name people, things or organisations.
var (
	linkedTexts = strings.Fields("headline name datePublished dateModified dateCreated uploadDate isAccessibleForFree thumbnailUrl url")
	linkedNames = strings.Fields("author creator publisher inLanguage")
)

// article notes the properties of o under prefix.
func (g *graph) article(prefix string, o map[string]any) {
	for _, p := range linkedTexts {
		g.r.notes.add(prefix+p, stringOf(o[p]))
	}
	for _, p := range linkedNames {
		for _, name := range g.names(o[p], 0) {
			g.r.notes.add(prefix+p, name)
		}
	}
	if sections := g.names(o["articleSection"], 0); len(sections) > 0 {
		g.r.notes.add(prefix+"articleSection", sections[0])
	}
	g.parts(o["hasPart"])
	g.image(prefix, o["image"], 0)
	if body := stringOf(o["articleBody"]); prefix == "ld:" && len(body) > len(g.r.body) {
		g.r.body = body
	}
}

// image notes the first image of several, and its caption.
func (g *graph) image(prefix string, v any, depth int) {
	for _, e := range listOf(v) {
		switch e := e.(type) {
		case string:
			g.r.notes.add(prefix+"image", e)
			return
		case map[string]any:
			if target := g.ids[stringOf(e["@id"])]; target != nil && len(e) == 1 && depth < maxLinked {
				g.image(prefix, target, depth+1)
				return
			}
			g.r.notes.add(prefix+"image", firstOf(stringOf(e["url"]), stringOf(e["contentUrl"])))
			g.r.notes.add(prefix+"image.caption", firstOf(stringOf(e["caption"]), stringOf(e["description"])))
			return
		}
	}
}

// listOf returns v as a list: JSON-LD writes one thing alone, in an array, or
// as "@list".
func listOf(v any) []any {
	if list, ok := v.([]any); ok {
		return list
	}
	if o, ok := v.(map[string]any); ok {
		if list, ok := o["@list"].([]any); ok {
			return list
		}
	}
	if v == nil {
		return nil
	}
	return []any{v}
}

// stringOf returns a text, also one that is the value of an object, the first
// of a list, or a truth.
func stringOf(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(unescape(v))
	case bool:
		return strconv.FormatBool(v)
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	case map[string]any:
		s, _ := v["@value"].(string)
		return strings.TrimSpace(unescape(s))
	case []any:
		if len(v) > 0 {
			if s, ok := v[0].(string); ok {
				return strings.TrimSpace(unescape(s))
			}
		}
	}
	return ""
}

// names returns the names of people or organisations, given as strings, as
// objects, as lists of either, or by the id of an object elsewhere.
func (g *graph) names(v any, depth int) []string {
	var names []string
	if depth > maxLinked {
		return nil
	}
	for _, e := range listOf(v) {
		if g.left--; g.left < 0 {
			break
		}
		o, ok := e.(map[string]any)
		if !ok {
			names = append(names, stringOf(e))
			continue
		}
		if target := g.ids[stringOf(o["@id"])]; target != nil && o["name"] == nil {
			o = target
		}
		whole := firstOf(stringOf(o["@name"]), stringOf(o["@value"]), stringOf(o["givenName"])+" "+stringOf(o["familyName"]), stringOf(o["alternateName"]))
		if given := g.names(o["name"], depth+1); len(given) > 0 {
			names = append(names, given...)
		} else if whole != "" {
			names = append(names, whole)
		}
	}
	return names
}
