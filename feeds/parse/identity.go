package parse

import (
	"crypto/sha256"
	"encoding/hex"

	"dateline/feeds"
)

// identity is what tells the entries of a feed apart, strongest first: guid,
// link, title, summary. Some are empty.
type identity [4]string

// key returns the hash of the first n parts that are there.
func (id identity) key(n int) string {
	h := sha256.New()
	for i, part := range id {
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

// distinct gives every item the shortest key that no other entry of the
// document has. What is the same in every part is the same item, and only the
// first stays.
func distinct(items []feeds.Item, ids []identity) []feeds.Item {
	count := map[string]int{}
	for _, id := range ids {
		for n := 1; n <= len(id); n++ {
			count[id.key(n)]++
		}
	}
	seen := map[string]bool{}
	out := items[:0]
	for i, it := range items {
		it.Key = ids[i].pick(count)
		if !seen[it.Key] {
			seen[it.Key] = true
			out = append(out, it)
		}
	}
	return out
}

// pick returns the first key that only this entry has, else the longest.
func (id identity) pick(count map[string]int) string {
	key, last := "", ""
	for n := 1; n <= len(id); n++ {
		if key = id.key(n); key == last || count[key] == 1 {
			break
		}
		last = key
	}
	return key
}
