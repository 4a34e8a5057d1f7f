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

func (id identity) parts() [partCount]string {
	return [4]string{id.guid, id.link, id.title, id.summary}
}

// key returns the hash of the first n parts that are there.
func (id identity) key(n int) string {
	h := sha256.New()
	for i, part := range id.parts() {
		if part == "" {
			continue
		}
		if n--; n < 0 {
			break
		}
		h.Write([]byte{byte('0' + i)})
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// setKeys gives every entry the shortest key that no other entry of the
// document has. Only what is the same in every part shares one.
func setKeys(all []entry) {
	count := map[string]int{}
	for _, e := range all {
		for n := 1; n <= partCount; n++ {
			count[e.id.key(n)]++
		}
	}
	for i := range all {
		all[i].Key = all[i].id.pick(count)
	}
}

// distinct gives every entry its key. Of those that share one only the first
// stays.
func distinct(all []entry) []feeds.Item {
	setKeys(all)
	seen := map[string]bool{}
	var out []feeds.Item
	for _, e := range all {
		if !seen[e.Key] {
			seen[e.Key] = true
			out = append(out, e.Item)
		}
	}
	return out
}

// pick returns the first key that only this entry has, else the longest.
func (id identity) pick(count map[string]int) string {
	key, last := "", ""
	for n := 1; n <= partCount; n++ {
		if key = id.key(n); key == last || count[key] == 1 {
			break
		}
		last = key
	}
	return key
}
