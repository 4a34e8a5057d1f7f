package store

import (
	"encoding/binary"
	"io"
	"math"
)

// Rows to which no tree leads any more are found by looking at every page for
// itself, by the file format of SQLite (https://www.sqlite.org/fileformat.html).
// Nothing in the file is believed: all work is bounded by its size.

// pages are those of a database: what stands in its log is newer.
type pages struct {
	file, log io.ReaderAt
	count     uint32
	newer     map[uint32]int64 // where in the log a page stands
	left      int64            // bytes of overflow that are still read

	mapAt   uint32 // of the page below
	mapPage []byte // says which pages are free; empty if that is not known
}

// newPages returns the pages of a file and its log of so many bytes.
func newPages(file io.ReaderAt, size int64, log io.ReaderAt, logSize int64) *pages {
	p := &pages{file: file, log: log, newer: map[uint32]int64{}}
	committed(log, logSize, p.newer)
	last := size / pageSize
	most := min(last+int64(len(p.newer)), math.MaxUint32)
	for n := range p.newer {
		last = max(last, int64(n))
	}
	p.count = uint32(min(last, most)) //nolint:gosec // it is bounded above
	p.left = 2 * (size + logSize)     // an overflow page belongs to one row
	return p
}

// read reads a page into buf and says whether it could.
func (p *pages) read(n uint32, buf []byte) bool {
	if n == 0 || n > p.count {
		return false
	}
	from, at := p.file, int64(n-1)*pageSize
	if in, ok := p.newer[n]; ok {
		from, at = p.log, in
	}
	_, err := from.ReadAt(buf[:pageSize], at)
	return err == nil
}

// The log: a head, then frames of a head and a page each. Frames that were
// written since the log began anew bear its salts; the last one of a
// transaction says how many pages the database then has.
const (
	logHead   = 32
	frameHead = 24
)

// committed notes in newer where each page stands last within whole
// transactions.
func committed(log io.ReaderAt, size int64, newer map[uint32]int64) {
	head, frame := make([]byte, logHead), make([]byte, frameHead)
	if size < logHead {
		return
	}
	if _, err := log.ReadAt(head, 0); err != nil || binary.BigEndian.Uint32(head[8:]) != pageSize {
		return
	}
	open := map[uint32]int64{}
	for at := int64(logHead); at+frameHead+pageSize <= size; at += frameHead + pageSize {
		if _, err := log.ReadAt(frame, at); err != nil || string(frame[8:16]) != string(head[16:24]) {
			break
		}
		open[binary.BigEndian.Uint32(frame)] = at + frameHead
		if binary.BigEndian.Uint32(frame[4:]) == 0 {
			continue
		}
		for n, at := range open {
			newer[n] = at
		}
		clear(open)
	}
}

// Each map page says of the pages that follow it what they are, in five bytes
// each: a kind, and the page that leads to it.
const (
	mapEntry = 5
	mapped   = pageSize / mapEntry
	kindRoot = 1
	kindFree = 2
	kindMost = 5
)

// free says whether a page is known to be in no use: what stands there was
// deleted.
func (p *pages) free(n uint32) bool {
	if n < 2 {
		return false
	}
	at := (n-2)/(mapped+1)*(mapped+1) + 2
	if at == n {
		return false
	}
	if at != p.mapAt {
		p.mapAt, p.mapPage = at, p.mapOf(at)
	}
	i := int(n-at-1) * mapEntry
	return i < len(p.mapPage) && p.mapPage[i] == kindFree
}

// mapOf returns the map page at a number, none if it is something else: not all
// stores have them.
func (p *pages) mapOf(at uint32) []byte {
	page := make([]byte, pageSize)
	if !p.read(at, page) {
		return nil
	}
	entries := page[:min(int64(p.count-at), mapped)*mapEntry]
	for i := 0; i < len(entries); i += mapEntry {
		kind, parent := entries[i], binary.BigEndian.Uint32(entries[i+1:])
		alone := kind == kindRoot || kind == kindFree
		if kind < kindRoot || kind > kindMost || alone != (parent == 0) {
			return nil
		}
	}
	return entries
}
