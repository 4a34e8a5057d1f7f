package config

import (
	"cmp"
	_ "embed"
	"errors"
	"fmt"
	"io/fs"
	"slices"

	"dateline/feeds"
)

//go:embed feeds.toml
var pack []byte

// Pack returns the feeds that come with the program, those that are switched
// off among them.
func Pack(atlas *feeds.Atlas) ([]feeds.Feed, error) {
	s := &source{file: "feeds.toml", data: pack}
	blocks := s.blocks(nil, atlas)
	s.unique(blocks, nil)
	if err := s.err(); err != nil {
		return nil, fmt.Errorf("read the built-in feeds: %w", err)
	}
	return merge(nil, blocks), nil
}

// Feeds returns the pack with the reader's feeds.toml over it: a block with an
// id of the pack changes or, with off = true, switches off that feed, any
// other adds one. No such file is no error. Faults come as Faults.
func Feeds(p Paths, atlas *feeds.Atlas) ([]feeds.Feed, error) {
	base, err := Pack(atlas)
	if err != nil {
		return nil, err
	}
	s, err := open(p.Feeds, "make it readable, or move it away to go without")
	if errors.Is(err, fs.ErrNotExist) {
		return base, nil
	}
	if err != nil {
		return nil, err
	}
	blocks := s.blocks(base, atlas)
	s.unique(blocks, base)
	if err := s.err(); err != nil {
		return nil, err
	}
	return merge(base, blocks), nil
}

// merge puts blocks over base: in the place of the feed with their id, else at
// the end.
func merge(base []feeds.Feed, blocks []block) []feeds.Feed {
	out := slices.Clone(base)
	at, said := map[feeds.FeedID]int{}, map[feeds.FeedID]bool{}
	for i, f := range out {
		at[f.ID] = i
	}
	for _, b := range blocks {
		said[b.feed.ID] = true
	}
	taken := func(id feeds.FeedID) bool {
		_, ok := at[id]
		return ok || said[id]
	}
	for _, b := range blocks {
		f := named(b.feed, taken)
		if i, ok := at[f.ID]; ok {
			out[i] = f
			continue
		}
		at[f.ID] = len(out)
		out = append(out, f)
	}
	return out
}

// named completes a feed of which perhaps only the address is known.
func named(f feeds.Feed, taken func(feeds.FeedID) bool) feeds.Feed {
	if f.ID == "" {
		f.ID = idOf(f.URL, taken)
	}
	f.Unnamed = f.Name == ""
	f.Name = cmp.Or(f.Name, feeds.SpelledHost(hostOf(f.URL))) // it may stand before a name that is no proof
	f.Family = cmp.Or(f.Family, familyOf(f.ID, f.URL))
	return f
}

func find(list []feeds.Feed, id feeds.FeedID) (feeds.Feed, bool) {
	i := slices.IndexFunc(list, func(f feeds.Feed) bool { return f.ID == id })
	if i < 0 {
		return feeds.Feed{}, false
	}
	return list[i], true
}
