// Package spoilt makes bad inputs of good ones: cut off, doubled, put together,
// with what readers stumble over in the midst, the same ones at each run. It is
// no fuzzing, which looks for what nobody has thought of: it has `go test` press
// each reader with thousands of inputs. Only tests use it, as seeds of their
// fuzz targets.
package spoilt

import (
	"math/rand/v2"
	"slices"
	"strings"
)

// odd are bytes that some reader gives a meaning to, or chokes on.
var odd = []string{
	"\x00", "\x1b", "\x1b[31m", "\x1b]0;x\x07", "\u009b", "\x9b", "\u202e", "\u2066", "\ufeff", "\u2028", "\u200d", "\u00ad", "\ufffd", "\xff", "\xc3", "\xed\xa0\x80",
	"e\u0301\u0302", "\u0301", "\ufdfa", "東", "👩\u200d🚀", "🇯🇵", "１", "٣", "。", "İ", "ß",
	"<", ">", "&", "&#27;", "&#x9b;", "&amp;#27;", "&x;", "]]>", "<![CDATA[", "<!--", "<?", "<!DOCTYPE x [", "</", "/>", `"`, "'", "=", "[", "]", "{", "}", "#", "%", "%00", "%2e",
	":", "::", "@", "//", `\`, "..", ".", ",", ";", "-", "+", "\t", "\r", "\n", " ", "\u00a0", "0", "-1", "0x7f", "0177", "2130706433", "127.0.0.1", "99999999999999999999", "1e309", "NaN", "null",
	strings.Repeat("a", 300), strings.Repeat("[", 100), strings.Repeat("<a>", 60), strings.Repeat("&", 50), strings.Repeat("9", 40), strings.Repeat("\u0300", 40),
}

// ways are how an input is spoilt. Each is given the place where, and a second
// place not before it.
var ways = []func(r *rand.Rand, s, other string, i, j int) string{
	func(_ *rand.Rand, s, _ string, i, _ int) string { return s[:i] },
	func(_ *rand.Rand, s, _ string, i, _ int) string { return s[i:] },
	func(_ *rand.Rand, s, _ string, i, j int) string { return s[:i] + s[j:] },
	func(_ *rand.Rand, s, _ string, i, j int) string { return s[:j] + s[i:] },
	func(_ *rand.Rand, s, other string, i, _ int) string { return s[:i] + other },
	func(_ *rand.Rand, s, other string, i, _ int) string { return s[:i] + other + s[i:] },
	func(r *rand.Rand, s, _ string, i, j int) string { return s[:i] + odd[r.IntN(len(odd))] + s[j:] },
	func(r *rand.Rand, s, _ string, i, _ int) string { return s[:i] + odd[r.IntN(len(odd))] + s[i:] },
	func(r *rand.Rand, s, _ string, i, _ int) string { return s[:i] + string(rune(r.IntN(0x3000))) + s[i:] },
	func(r *rand.Rand, s, _ string, i, _ int) string {
		b := []byte(s)
		if i < len(b) {
			b[i] ^= 1 << r.IntN(8)
		}
		return string(b)
	},
}

// longest is the length in bytes beyond which an input is not made longer.
const longest = 8 << 10

// Of returns the good inputs, and n that are each made of one of them in one to
// four steps.
func Of(n int, good ...string) []string {
	r := rand.New(rand.NewPCG(1, uint64(n)))
	out := slices.Clone(good)
	for range n {
		s := good[r.IntN(len(good))]
		for range 1 + r.IntN(4) {
			i := r.IntN(len(s) + 1)
			j := i + r.IntN(min(len(s)-i, 40)+1)
			s = ways[r.IntN(len(ways))](r, s, good[r.IntN(len(good))], i, j)
			s = s[:min(len(s), longest)]
		}
		out = append(out, s)
	}
	return out
}
