// Package demo is a good day of world news, recorded: feeds and pages of
// invented outlets, kept in the binary as text and served in process. The
// program reads them with its ordinary loader, fetcher and parsers; only the
// transport is short. It makes no request, knows nothing of parsing, and no
// outlet, agency or person in it exists. A feed that is visited again gives its
// second edition: some headlines changed, some reports more. main uses it for
// --demo, and tests use it as a labelled world: which item tells which event,
// about which countries.
package demo

import (
	"embed"
	"sync"
	"time"

	"dateline/feeds"
)

//go:embed data
var files embed.FS

// world is the recorded corpus, read once and never changed. A file that
// cannot be read is a fault of the build, like a template that does not parse.
var world = sync.OnceValue(func() *corpus {
	c, err := readCorpus(files)
	if err != nil {
		panic(err)
	}
	return c
})

// Feeds returns the feeds of the demo in the order of their table. Their hosts
// end in .example, which no network resolves.
func Feeds() []feeds.Feed {
	var out []feeds.Feed
	for _, o := range world().outlets {
		out = append(out, o.Feed)
	}
	return out
}

// Watch returns the hours that count as observed at start: the day that was
// recorded.
func Watch(start time.Time) feeds.Watch {
	const day = 24
	watch := feeds.Watch{}
	for ago := range feeds.Hour(day) {
		watch[feeds.HourOf(start)-ago] = true
	}
	return watch
}

// Events tells which event each item is about: item link to event key. Two
// items tell one event if and only if their keys are equal. The items of the
// hostile feed are left out.
func Events() map[string]string {
	out := map[string]string{}
	for _, it := range world().items {
		out[it.link()] = it.event
	}
	return out
}

// Countries tells which countries each item is about: item link to ISO 3166-1
// alpha-2 codes, the most important first, none for an item about the world.
// The items of the hostile feed are left out.
func Countries() map[string][]string {
	out := map[string][]string{}
	for _, it := range world().items {
		out[it.link()] = it.countries
	}
	return out
}
