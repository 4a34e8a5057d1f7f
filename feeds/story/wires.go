package story

import (
	"cmp"
	"maps"
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

// wireNames are these forms, the longest first.
var wireNames = slices.SortedFunc(maps.Keys(wireOf), func(a, b string) int {
	return cmp.Or(cmp.Compare(len(b), len(a)), cmp.Compare(a, b))
})

// wireForms matches any of them.
var wireForms = func() string {
	var forms []string
	for _, form := range wireNames {
		forms = append(forms, regexp.QuoteMeta(form))
	}
	return `(?P<wire>` + strings.Join(forms, "|") + `)`
}()

// wireStarts are these forms by their first byte.
var wireStarts = func() (starts [256][]string) {
	for _, form := range wireNames {
		starts[form[0]] = append(starts[form[0]], form)
	}
	return starts
}()

// namesWire says whether one of these forms stands anywhere in s.
func namesWire(s string) bool {
	for i := range len(s) {
		for _, form := range wireStarts[s[i]] {
			if strings.HasPrefix(s[i:], form) {
				return true
			}
		}
	}
	return false
}
