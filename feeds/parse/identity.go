package parse

import (
	"crypto/sha256"
	"encoding/hex"

	"dateline/feeds"
)

// identity is what tells the entries of a feed apart, strongest first. Parts
// of it are empty.
type identity struct{ guid, link, title, summary string }

const partCount = 4

func (id *identity) parts() [partCount]*string {
	return [partCount]*string{&id.guid, &id.link, &id.title, &id.summary}
}

// first returns the first n parts that are there.
func (id identity) first(n int) identity {
	for _, part := range id.parts() {
		if *part == "" {
			continue
		}
		if n--; n < 0 {
			*part = ""
		}
	}
	return id
}

// key returns the hash of all parts that are there.
func (id identity) key() string {
	var text []byte
	for i, part := range id.parts() {
		if *part != "" {
			text = append(text, byte('0'+i))
			text = append(text, *part...)
			text = append(text, 0)
		}
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

// setKeys gives every entry the key of the fewest parts that no other entry of
// the document has. Only what is the same in every part shares one.
func setKeys(all []entry) {
	count := make(map[identity]int, 2*len(all))
	for _, e := range all {
		for n := 1; n < partCount; n++ {
			count[e.id.first(n)]++
		}
	}
	for i := range all {
		all[i].Key = all[i].id.pick(count).key()
	}
}

// distinct gives every entry its key. Of those that share one only the first
// stays.
func distinct(all []entry) []feeds.Item {
	setKeys(all)
	seen := make(map[string]bool, len(all))
	out := make([]feeds.Item, 0, len(all))
	for _, e := range all {
		if !seen[e.Key] {
			seen[e.Key] = true
			out = append(out, e.Item)
		}
	}
	return out
}

// pick returns the first parts that only this entry has, else all.
func (id identity) pick(count map[identity]int) identity {
	for n := 1; n < partCount; n++ {
		if first := id.first(n); count[first] == 1 {
			return first
		}
	}
	return id
}
