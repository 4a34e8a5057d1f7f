package story

import (
	"regexp"
	"slices"
	"strings"

	"dateline/feeds"
)

// wireOf maps each form in which credits write an agency to its name.
var wireOf = func() map[string]string {
	out := map[string]string{}
	for _, a := range feeds.Agencies() {
		for _, form := range a.Forms {
			out[form] = a.Name
		}
	}
	return out
}()

// wireForms matches any form, the longest first.
var wireForms = func() string {
	var forms []string
	for form := range wireOf {
		forms = append(forms, regexp.QuoteMeta(form))
	}
	slices.SortFunc(forms, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return `(?P<wire>` + strings.Join(forms, "|") + `)`
}()
