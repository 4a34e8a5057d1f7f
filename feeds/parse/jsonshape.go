package parse

import (
	"encoding/json"
	"strings"
)

// shape is what a JSON value should be: an object if it has fields, a list if
// it has an element, else text.
type shape struct {
	fields  map[string]*shape
	element *shape
}

var (
	textShape   = &shape{}
	authorShape = &shape{fields: map[string]*shape{"name": textShape, "url": textShape}}
	itemShape   = &shape{fields: map[string]*shape{
		"id": textShape, "url": textShape, "external_url": textShape, "title": textShape, "summary": textShape,
		"content_html": textShape, "content_text": textShape, "date_published": textShape, "date_modified": textShape,
		"language": textShape, "author": authorShape, "authors": {element: authorShape}, "tags": {element: textShape},
		"attachments": {element: &shape{fields: map[string]*shape{"url": textShape, "mime_type": textShape}}},
	}}
	feedShape = &shape{fields: map[string]*shape{
		"version": textShape, "title": textShape, "home_page_url": textShape, "feed_url": textShape, "language": textShape,
		"author": authorShape, "authors": {element: authorShape}, "items": {element: itemShape},
	}}
)

// fit returns v as the shape wants it, or nil if it cannot be made so. A value
// of another kind costs itself and nothing beside it; one that stands where a
// list should is a list of one.
func (s *shape) fit(v any) any {
	switch {
	case s.fields != nil:
		return s.object(v)
	case s.element != nil:
		return s.list(v)
	}
	switch v := v.(type) {
	case string:
		return head(v)
	case json.Number:
		return head(v.String())
	}
	return nil
}

func (s *shape) object(v any) any {
	m, ok := v.(map[string]any)
	if !ok {
		return nil
	}
	out := map[string]any{}
	for name, field := range s.fields {
		if fits := field.fit(m[name]); fits != nil {
			out[name] = fits
		}
	}
	return out
}

func (s *shape) list(v any) any {
	all, ok := v.([]any)
	if !ok {
		all = []any{v}
	}
	var out []any
	for _, one := range all {
		if fits := s.element.fit(one); fits != nil {
			out = append(out, fits)
		}
	}
	return out
}

// reshape returns a JSON document with what a feed is made of, each as it
// should be. What is no JSON comes back as it is.
func reshape(text string) string {
	d := json.NewDecoder(strings.NewReader(text))
	d.UseNumber()
	var v any
	if d.Decode(&v) != nil {
		return text
	}
	out, err := json.Marshal(feedShape.fit(v))
	if err != nil {
		return text
	}
	return string(out)
}
