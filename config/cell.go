package config

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"dateline/feeds"

	"github.com/pelletier/go-toml/v2/unstable"
)

// want notes that v, the value of c or one of its elements, is wrong and what
// would be right.
func (c cell) want(v value, format string, args ...any) {
	c.source.fault(v.at, c.key, v.raw, "want "+fmt.Sprintf(format, args...))
}

// span reads a duration.
func (c cell) span(dst *time.Duration, least, most time.Duration, example string) {
	d, err := time.ParseDuration(c.text)
	if c.kind != unstable.String || err != nil || d < least || d > most {
		c.want(c.value, "a duration from %s to %s, such as %q", short(least), short(most), example)
		return
	}
	*dst = d
}

// short writes a duration as people do: 5m, not 5m0s.
func short(d time.Duration) string {
	s := d.String()
	for _, zero := range []string{"m0s", "h0m"} {
		if strings.HasSuffix(s, zero) {
			s = s[:len(s)-2]
		}
	}
	return s
}

// number reads a whole number.
func (c cell) number(dst *int, least, most int) {
	// TOML's own prefixes and underscores are those of base 0.
	n, err := strconv.ParseInt(c.text, 0, 64)
	if c.kind != unstable.Integer || err != nil || n < int64(least) || n > int64(most) {
		c.want(c.value, "a number from %d to %d", least, most)
		return
	}
	*dst = int(n)
}

// flag reads a yes or no.
func (c cell) flag(dst *bool) {
	if c.kind != unstable.Bool {
		c.want(c.value, "true or false")
		return
	}
	*dst = c.text == "true"
}

// line reads any line of text that can be shown.
func (c cell) line(dst *string) {
	const limit = 200
	s := feeds.Clean(c.text, limit)
	if c.kind != unstable.String || s == "" || len(c.text) > limit {
		c.want(c.value, "a text of 1 to %d characters, in quotes", limit)
		return
	}
	*dst = s
}

// word reads one word of a closed list.
func word[W ~string](c cell, dst *W, of []W) {
	if c.kind != unstable.String || !slices.Contains(of, W(c.text)) {
		c.want(c.value, "one of %s", joined(of))
		return
	}
	*dst = W(c.text)
}

func joined[W ~string](words []W) string {
	quoted := make([]string, len(words))
	for i, w := range words {
		quoted[i] = strconv.Quote(string(w))
	}
	return strings.Join(quoted, ", ")
}

// words reads a list of texts.
func (c cell) words(dst *[]string, what string) {
	out := []string{}
	for _, v := range c.elements(what) {
		if v.kind != unstable.String || v.text == "" {
			c.want(v, "%s", what)
			continue
		}
		out = append(out, v.text)
	}
	*dst = out
}

// places reads a list of region slugs and country codes, each once.
func (c cell) places(dst *[]string) {
	out := []string{}
	for _, v := range c.elements(`a list of regions, such as ["middle-east", "sahel", "ua"]`) {
		switch {
		case v.kind != unstable.String || !c.atlas.Known(v.text):
			c.want(v, "a region or a lower-case country code; did you mean %q?", likely(c.atlas, v.text))
		case slices.Contains(out, v.text):
			c.want(v, "each region once")
		default:
			out = append(out, v.text)
		}
	}
	*dst = out
}

// likely returns the region or country code that s may have meant.
func likely(atlas *feeds.Atlas, s string) string {
	s = strings.ToLower(s)
	if atlas.Known(s) {
		return s
	}
	return atlas.Nearest(s)
}

// elements returns the values of a list; a value that is no list is a fault.
func (c cell) elements(what string) []value {
	if c.kind != unstable.Array {
		c.want(c.value, "%s", what)
	}
	return c.list
}
