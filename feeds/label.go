package feeds

import "strings"

// Label returns the filter in words: "Middle East without Israel", "DR Congo
// or Rwanda", "All regions". A filter of the reader's own has its name.
func (f Filter) Label() string {
	if f.name != "" {
		return f.name
	}
	var groups []string
	for k, choices := range f.want {
		if len(choices) > 0 {
			groups = append(groups, either(filterKind(k), choices))
		}
	}
	label := "All regions"
	switch and := " and "; {
	case len(groups) > 1:
		if strings.Contains(strings.Join(groups, ""), " or ") {
			and = ", and "
		}
		label = strings.Join(groups, and)
	case len(groups) == 1:
		label = groups[0]
	}
	var away []string
	for k, choices := range f.not {
		for _, c := range choices {
			away = append(away, c.words(filterKind(k)))
		}
	}
	if len(away) > 0 {
		label += " without " + strings.Join(away, ", ")
	}
	return label
}

func either(k filterKind, choices []choice) string {
	words := make([]string, len(choices))
	for i, c := range choices {
		words[i] = c.words(k)
	}
	return strings.Join(words, " or ")
}

func (c choice) words(k filterKind) string {
	switch {
	case k == byTag && c.wide:
		return c.label + " by name or member"
	case k == byTag:
		return c.label + " by name"
	case c.wide:
		return c.label + " (even if only mentioned)"
	default:
		return c.label
	}
}

// Name returns how a text would name the region: "NATO", "Red Sea"; for
// regions and roll-ups the label.
func (r Region) Name() string {
	if r.Kind != Area && r.Kind != Bloc {
		return r.Label
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
