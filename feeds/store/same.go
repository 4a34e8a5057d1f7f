package store

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"dateline/feeds"
)

// Feeds say by a key which item is which, and not all keep to it: some give the
// key of an old item to another one, some give a known item another key.

// reusedKey is the key of an item to which its feed gave the key of another.
func reusedKey(it *feeds.Item) string {
	h := sha256.Sum256([]byte(it.Key + "\x00" + page(it.URL)))
	return hex.EncodeToString(h[:16])
}

// another says whether it is another item than old, which has its key: it
// stands on another page, is of a later time and shares hardly a word of its
// headline. What is less is an edit.
func another(old, it *feeds.Item) bool {
	if old.URL == "" || it.URL == "" || page(old.URL) == page(it.URL) {
		return false
	}
	later := it.Date == feeds.DateGiven && kept(it.Published).After(old.Published)
	return later && apart(old.Title, it.Title)
}

// apart says whether of the shorter headline fewer than one word in four, or
// pair of signs where words are not spaced, stands in the other.
func apart(a, b string) bool {
	short, long := tokens(strings.ToLower(a)), tokens(strings.ToLower(b))
	if len(short) > len(long) {
		short, long = long, short
	}
	shared := 0
	for _, word := range short {
		if slices.Contains(long, word) {
			shared++
		}
	}
	return 4*shared < len(short)
}

// page returns an address without what says how it was come by.
func page(address string) string {
	_, rest, _ := strings.Cut(address[:strings.IndexAny(address+"#", "?#")], "://")
	return strings.TrimSuffix(strings.TrimPrefix(rest, "www."), "/")
}
