package store

import (
	"encoding/binary"
	"math"
)

// record is a row as it stands on a page: its number and its values, which are
// nil, int64, float64, string, []byte, or lost.
type record struct {
	rowid  int64
	values []any
}

// lost stands for a value on a page that cannot be read.
type lost struct{}

// What is read at most of one row.
const (
	mostPayload = 64 << 20
	mostColumns = 64
)

// Of a row that does not fit a page so much at least, and at most, stands on
// it; the rest stands on a chain of overflow pages.
const (
	leastLocal    = (pageSize-12)*32/255 - 23
	mostLocal     = pageSize - 35
	overflowBytes = pageSize - 4
	leafTable     = 0x0D
)

// records calls do for each row of each leaf page of a table, until it fails.
func (p *pages) records(do func(record) error) error {
	page := make([]byte, pageSize)
	for n := uint32(1); n <= p.count; n++ {
		if !p.read(n, page) || p.free(n) {
			continue
		}
		head := 0
		if n == 1 {
			head = headSize
		}
		if err := p.leaf(page, head, do); err != nil {
			return err
		}
	}
	return nil
}

// leaf calls do for each row of a page, if it is the leaf of a table. The rows
// of a page that is whole do not overlap, so that they are no longer than it.
func (p *pages) leaf(page []byte, head int, do func(record) error) error {
	if page[head] != leafTable {
		return nil
	}
	cells, room := int(binary.BigEndian.Uint16(page[head+3:])), pageSize
	for at := head + 8; cells > 0 && at+2 <= pageSize; at, cells = at+2, cells-1 {
		start := int(binary.BigEndian.Uint16(page[at:]))
		if start < head+8 || start >= pageSize {
			continue
		}
		r, used, ok := p.cell(page[start:])
		if room -= used; room < 0 {
			return nil
		}
		if !ok {
			continue
		}
		if err := do(r); err != nil {
			return err
		}
	}
	return nil
}

// cell reads the row at the beginning of b, and says how many bytes of the page
// it takes.
func (p *pages) cell(b []byte) (r record, used int, ok bool) {
	size, n := varint(b)
	rowid, m := varint(b[n:])
	if n == 0 || m == 0 || size > mostPayload {
		return r, 0, false
	}
	body, total := b[n+m:], int(size)
	local := localOf(total)
	if local > len(body) {
		return r, 0, false
	}
	payload, used := body[:local], n+m+local
	if local < total && local+4 <= len(body) {
		payload = p.overflow(payload, binary.BigEndian.Uint32(body[local:]), total)
	}
	values, ok := decode(payload, total)
	return record{int64(rowid), values}, used, ok //nolint:gosec // numbers are signed, as they were written
}

// localOf returns how many bytes of a row of so many stand on its own page.
func localOf(total int) int {
	if total <= mostLocal {
		return total
	}
	if local := leastLocal + (total-leastLocal)%overflowBytes; local <= mostLocal {
		return local
	}
	return leastLocal
}

// overflow returns what follows on the chain that begins at page n, as far as it
// can be read.
func (p *pages) overflow(payload []byte, n uint32, total int) []byte {
	payload = append([]byte(nil), payload...)
	page := make([]byte, pageSize)
	for len(payload) < total && p.left > 0 && p.read(n, page) {
		p.left -= pageSize
		n = binary.BigEndian.Uint32(page)
		payload = append(payload, page[4:4+min(overflowBytes, total-len(payload))]...)
	}
	return payload
}

// decode reads the values of a row of so many bytes, of which the first are
// there.
func decode(payload []byte, total int) ([]any, bool) {
	size, n := varint(payload)
	if n == 0 || size > uint64(len(payload)) || int(size) < n { //nolint:gosec // it is not above an int
		return nil, false
	}
	kinds, at := payload[n:size], int(size) //nolint:gosec // as above
	var values []any
	for len(kinds) > 0 {
		kind, n := varint(kinds)
		long, ok := width(kind)
		if n == 0 || !ok || long > total-at || len(values) == mostColumns {
			return nil, false
		}
		values, kinds = append(values, value(kind, payload, at, long)), kinds[n:]
		at += long
	}
	return values, at == total
}

// width returns how many bytes a value of a kind takes.
func width(kind uint64) (int, bool) {
	switch {
	case kind < 10:
		return [...]int{0, 1, 2, 3, 4, 6, 8, 8, 0, 0}[kind], true
	case kind < 12 || kind > 2*mostPayload+13:
		return 0, false
	default:
		return int(kind-12) / 2, true //nolint:gosec // it is bounded above
	}
}

// value reads a value of a kind, which is so long.
func value(kind uint64, payload []byte, at, long int) any {
	if at+long > len(payload) {
		if long > 0 {
			return lost{}
		}
		at = len(payload)
	}
	b := payload[at : at+long]
	switch {
	case kind == 0:
		return nil
	case kind < 7:
		return integer(b)
	case kind == 7:
		return math.Float64frombits(binary.BigEndian.Uint64(b))
	case kind < 10:
		return int64(kind - 8) //nolint:gosec // 0 or 1
	case kind%2 == 0:
		return append([]byte{}, b...)
	default:
		return string(b)
	}
}

// integer reads a signed number.
func integer(b []byte) int64 {
	n := int64(int8(b[0])) //nolint:gosec // the first byte has the sign
	for _, c := range b[1:] {
		n = n<<8 | int64(c)
	}
	return n
}

// varint reads a number of one to nine bytes and says how many, 0 if it does not
// end.
func varint(b []byte) (v uint64, n int) {
	for n < min(len(b), 9) {
		c := b[n]
		n++
		if n == 9 {
			return v<<8 | uint64(c), n
		}
		if v = v<<7 | uint64(c&0x7f); c < 0x80 {
			return v, n
		}
	}
	return 0, 0
}
