package store

import (
	"bytes"
	"encoding/binary"
	"errors"
	"io"
	"math"
	"os"
)

// readable returns the file to read from: the store itself, or a copy with a
// new head if its head is not that of a database.
func readable(path string) (source string, done func(), err error) {
	data, err := os.Open(path)
	if err != nil {
		return "", nil, err
	}
	defer func() { _ = data.Close() }() // it is only read
	was := make([]byte, headSize)
	if _, err := io.ReadFull(data, was); err == nil && bytes.HasPrefix(was, []byte(headMagic)) {
		return path, func() {}, nil
	}
	info, err := data.Stat()
	if err != nil {
		return "", nil, err
	}
	source = path + rescueEnd + "-head"
	done = func() { _ = remove(source) } // what stays is removed by the next rescue
	done()
	out, err := os.OpenFile(source, os.O_CREATE|os.O_WRONLY|os.O_TRUNC, 0o600)
	if err != nil {
		return "", nil, err
	}
	_, err = out.Write(head(info.Size()))
	if err == nil && info.Size() > headSize {
		_, err = io.Copy(out, data) // from where the head ends
	}
	return source, done, errors.Join(err, out.Close())
}

// The head of a database, by the file format of SQLite, section 1.3.
const (
	headMagic = "SQLite format 3\x00"
	headSize  = 100
	pageSize  = 4096 // SQLite's own choice, which is ours
)

// head returns that of a store of so many bytes.
func head(size int64) []byte {
	h := make([]byte, headSize)
	copy(h, headMagic)
	binary.BigEndian.PutUint16(h[16:], pageSize)
	copy(h[18:], []byte{1, 1, 0, 64, 32, 32}) // without WAL: what is in it has another head
	binary.BigEndian.PutUint32(h[28:], uint32(min(size/pageSize, math.MaxUint32)))
	binary.BigEndian.PutUint32(h[44:], 4) // schema format
	binary.BigEndian.PutUint32(h[56:], 1) // UTF-8
	return h
}

// logged says whether something may stand in the log of the store at path.
func logged(path string) bool {
	info, err := os.Stat(path + sidecars[0])
	return err == nil && info.Size() > logHead
}
