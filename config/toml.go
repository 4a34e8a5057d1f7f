package config

import (
	"errors"
	"fmt"
	"strconv"
	"strings"

	"github.com/pelletier/go-toml/v2"
	"github.com/pelletier/go-toml/v2/unstable"
)

// An entry is one header or one key of a TOML file, with its place. The
// library's own decoder stops at the first wrong value; walking the syntax
// tree lets every fault of a file be told at once.
type entry struct {
	name  string // tables and key, joined by dots
	at    int    // byte offset of the last part of the name
	block int    // how many [[...]] headers stand before it or are it
	value value
}

// value is what stands behind a key. Its kind is Table or ArrayTable if the
// entry is a header.
type value struct {
	kind unstable.Kind
	text string  // of a string: its content; else as written
	list []value // of an array
	raw  string  // as written
	at   int     // byte offset
}

func (v value) isHeader() bool {
	return v.kind == unstable.Table || v.kind == unstable.ArrayTable || v.kind == unstable.InlineTable
}

// entries reads the file as TOML. A file that is no TOML has one fault and no
// entries.
func (s *source) entries() []entry {
	var all map[string]any
	if err := toml.Unmarshal(s.data, &all); err != nil {
		s.syntax(err)
		return nil
	}
	w := walker{source: s}
	w.parser.Reset(s.data)
	for w.parser.NextExpression() {
		w.expression(w.parser.Expression())
	}
	return w.out
}

// syntax notes the decoder's error.
func (s *source) syntax(err error) {
	at := 0
	var decode *toml.DecodeError
	if errors.As(err, &decode) {
		at = s.offset(decode.Position())
	}
	s.fault(at, "", "", right(strings.TrimPrefix(err.Error(), "toml: ")))
}

// remedies say what would be right where the decoder only says what is wrong.
// The first whose words stand in the decoder's sentence holds.
var remedies = []struct{ words, want string }{
	{"already", "want each key and table once"},
	{"should be a", "want each key and table once"},
	{"to close", "want a table such as [loader] or [[feed]] on a line of its own"},
	{"expected newline", "want one key a line"},
	{"UTF-8", "want a file saved as UTF-8"},
	{"control characters", "want text without control characters"},
	{"escape", `want \\ for a backslash, or the text in single quotes`},
	{`need a character after \`, `want \\ for a backslash, or the text in single quotes`},
	{"", `want lines such as [loader], workers = 8 or every = "15m"`},
}

// right adds to the decoder's sentence what would be right.
func right(says string) string {
	for _, r := range remedies {
		if strings.Contains(says, r.words) {
			return says + ": " + r.want
		}
	}
	return says
}

// walker turns the syntax tree of one file into entries.
type walker struct {
	*source
	parser unstable.Parser
	table  []string // the header in force
	block  int
	out    []entry
}

func (w *walker) expression(n *unstable.Node) {
	if n.Kind == unstable.KeyValue {
		w.keyValue(w.table, n)
		return
	}
	if n.Kind == unstable.ArrayTable {
		w.block++
	}
	path, at, _ := name(n)
	w.table = path
	w.add(path, at, value{kind: n.Kind, at: at})
}

func (w *walker) keyValue(table []string, n *unstable.Node) {
	path, at, end := name(n)
	path = append(append([]string{}, table...), path...)
	v := w.value(n.Value(), w.rest(end, n))
	w.add(path, at, v)
	if v.kind == unstable.InlineTable {
		for it := n.Value().Children(); it.Next(); {
			if it.Node().Kind == unstable.KeyValue {
				w.keyValue(path, it.Node())
			}
		}
	}
}

func (w *walker) add(path []string, at int, v value) {
	w.out = append(w.out, entry{name: dotted(path), at: at, block: w.block, value: v})
}

// rest returns where the value of a key begins and ends: the tree does not
// know it for arrays.
func (w *walker) rest(keyEnd int, n *unstable.Node) unstable.Range {
	end := int(n.Raw.Offset + n.Raw.Length)
	raw := strings.TrimLeft(string(w.data[keyEnd:end]), " \t=")
	return unstable.Range{Offset: uint32(end - len(raw)), Length: uint32(len(raw))}
}

func (w *walker) value(n *unstable.Node, r unstable.Range) value {
	v := value{kind: n.Kind, at: int(r.Offset), raw: strings.TrimSpace(string(w.parser.Raw(r))), text: string(n.Data)}
	if n.Kind != unstable.Array {
		return v
	}
	for it := n.Children(); it.Next(); {
		if c := it.Node(); c.Kind != unstable.Comment {
			// An array in an array has no place of its own.
			own := c.Raw
			if own.Length == 0 {
				own = r
			}
			v.list = append(v.list, w.value(c, own))
		}
	}
	return v
}

// name returns the parts of a node's key, where the last of them begins and
// where it ends.
func name(n *unstable.Node) (path []string, at, end int) {
	for it := n.Key(); it.Next(); {
		k := it.Node()
		path = append(path, string(k.Data))
		at, end = int(k.Raw.Offset), int(k.Raw.Offset+k.Raw.Length)
	}
	return path, at, end
}

// dotted joins a path as TOML writes it: a part that holds more than a bare
// key may is quoted, so that "a.b" is not taken for b in a.
func dotted(path []string) string {
	parts := make([]string, len(path))
	for i, p := range path {
		if parts[i] = p; p == "" || strings.ContainsFunc(p, func(r rune) bool { return !bare(r) }) {
			parts[i] = strconv.Quote(p)
		}
	}
	return strings.Join(parts, ".")
}

func bare(r rune) bool {
	return r == '-' || r == '_' || '0' <= r && r <= '9' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z'
}

// header returns how a table is written.
func header(kind unstable.Kind, name string) string {
	if kind == unstable.ArrayTable {
		return fmt.Sprintf("[[%s]]", name)
	}
	return fmt.Sprintf("[%s]", name)
}
