package story

import (
	_ "embed"
	"strings"
)

//go:embed countries.txt
var countryRows string

// countries are the words for countries. They let "Chinese minister" and
// "minister of China" share a word, tell apart two items that name different
// countries, and name the groups of the related panel. Which countries a text
// is about is another question, and another room's.
type countries struct {
	same map[string]string // key of an adjective or short form -> key of the name
	code map[string]string // key of a name -> ISO 3166-1 alpha-2 or XK
	name map[string]string // code -> name
}

var world = func() countries {
	c := countries{same: map[string]string{}, code: map[string]string{}, name: map[string]string{}}
	for row := range strings.Lines(countryRows) {
		if strings.HasPrefix(row, "#") {
			continue
		}
		head, forms, _ := strings.Cut(strings.TrimSpace(row), ":")
		code, name, _ := strings.Cut(head, " ")
		key := nameKey(name)
		if code != "-" {
			c.code[key], c.name[code] = code, name
		}
		for form := range strings.FieldsSeq(forms) {
			c.same[stem(form)] = key
		}
	}
	c.same[nameKey("United States")] = nameKey("America")
	c.same[nameKey("United Kingdom")] = nameKey("Britain")
	return c
}()

// nameKey is the key under which the words of a text spell name.
func nameKey(name string) string {
	parts := strings.Fields(fold(name))
	for i, p := range parts {
		parts[i] = stem(p)
	}
	return strings.Join(parts, " ")
}

// label is the name of a country, or its code if the table has none.
func (c countries) label(code string) string {
	if code == "US" {
		return "United States" // texts say America, and mean more than one
	}
	if name := c.name[code]; name != "" {
		return name
	}
	return code
}
