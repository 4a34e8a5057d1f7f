package feeds

import (
	"fmt"
	"strings"
)

// Label returns the filter in words: "Middle East without Israel", "DR Congo
// or Rwanda", "All regions". A filter of the reader's own has its name.
func (f Filter) Label() string {
	if f.name != "" {
		return f.name
	}
	return f.inWords(choice.words, func(words []string, or string) string { return strings.Join(words, or) })
}

// Brief returns Label in less room: of several places it names the first and
// counts the others, "Sahel +2 without ~Nigeria".
func (f Filter) Brief() string {
	if f.name != "" {
		return f.name
	}
	return f.inWords(choice.brief, func(words []string, _ string) string {
		if len(words) == 1 {
			return words[0]
		}
		return fmt.Sprintf("%s +%d", words[0], len(words)-1)
	})
}

// inWords joins the words of what is wanted and of what is taken away.
func (f Filter) inWords(one func(choice, filterKind) string, join func(words []string, or string) string) string {
	var groups, away []string
	several := false
	for k := range filterKinds {
		if words := wordsOf(k, f.want[k], one); len(words) > 0 {
			groups = append(groups, join(words, " or "))
			several = several || len(words) > 1
		}
		away = append(away, wordsOf(k, f.not[k], one)...)
	}
	label := "All regions"
	switch {
	case len(groups) > 1 && several:
		label = strings.Join(groups, ", and ")
	case len(groups) > 0:
		label = strings.Join(groups, " and ")
	}
	if len(away) > 0 {
		label += " without " + join(away, ", ")
	}
	return label
}

func wordsOf(k filterKind, choices []choice, one func(choice, filterKind) string) []string {
	words := make([]string, len(choices))
	for i, c := range choices {
		words[i] = one(c, k)
	}
	return words
}

func (c choice) words(k filterKind) string {
	switch {
	case k == byTag && c.wide:
		return c.label + " or a member"
	case k == byTag:
		return c.label + " by name"
	case c.wide:
		return c.label + " (even if only mentioned)"
	default:
		return c.label
	}
}

// brief is words with the signs by which a filter is written.
func (c choice) brief(k filterKind) string {
	if c.wide && k != byTag {
		return "~" + c.label
	}
	return c.words(k)
}

// spoken are the names that a slug does not give.
var spoken = map[string]string{
	"east-med":  "Eastern Mediterranean",
	"opec-plus": "OPEC+",
}

// Name returns how a text would name the region: "NATO", "Red Sea"; for
// regions and roll-ups the label.
func (r Region) Name() string {
	if r.Kind != Area && r.Kind != Bloc {
		return r.Label
	}
	if name, ok := spoken[r.Slug]; ok {
		return name
	}
	const acronym = 6 // the longest slug that is one
	if r.Kind == Bloc && len(r.Slug) <= acronym && !strings.Contains(r.Slug, "-") {
		return strings.ToUpper(r.Slug)
	}
	words := strings.Split(r.Slug, "-")
	for i, w := range words {
		if w != "of" && w != "" {
			words[i] = strings.ToUpper(w[:1]) + w[1:]
		}
	}
	return strings.Join(words, " ")
}
