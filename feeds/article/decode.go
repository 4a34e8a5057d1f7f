package article

import (
	"bytes"
	"mime"
	"unicode/utf8"

	"golang.org/x/net/html/charset"

	"dateline/feeds"
)

// How many bytes at the start of a page decide.
const (
	sniffed = 1024     // whether it is binary, and on its encoding
	late    = 64 << 10 // on its encoding, where archives and scripts have moved what declares it down
)

// lateCharset is the encoding that a page declares, wherever that stands.
var lateCharset = lazy(`(?i)<meta[^>]{0,200}charset\s*=\s*["']?\s*([\w-]+)`)

// decode turns a page into UTF-8. Bytes that are valid UTF-8 and more than
// ASCII are taken as such whatever is declared; else the byte order mark
// decides, then contentType, then what the page itself declares.
func decode(page []byte, contentType string) ([]byte, error) {
	media, _, err := mime.ParseMediaType(contentType)
	if err != nil {
		media = ""
	}
	if what := foreign(media, page); what != "" {
		return nil, &feeds.Failure{Kind: feeds.FailNotHTML, Detail: what}
	}
	if !isUTF8(page) {
		enc, _, certain := charset.DetermineEncoding(page[:min(len(page), sniffed)], contentType)
		if m := lateCharset().FindSubmatch(page[:min(len(page), late)]); m != nil && !certain {
			if named, _ := charset.Lookup(string(m[1])); named != nil {
				enc = named
			}
		}
		if text, err := enc.NewDecoder().Bytes(page); err == nil {
			page = text
		}
	}
	page = bytes.TrimPrefix(page, []byte("\ufeff"))
	if !utf8.Valid(page) {
		page = bytes.ToValidUTF8(page, nil)
	}
	if media == typedText {
		page = setPlain(page)
	}
	return page, nil
}

// isUTF8 says whether page holds multi-byte characters and no broken one; the
// last may be cut off by a size limit.
func isUTF8(page []byte) bool {
	for cut := range utf8.UTFMax {
		if cut < len(page) && utf8.Valid(page[:len(page)-cut]) {
			return utf8.RuneCount(page) < len(page)
		}
	}
	return false
}

func binary(page []byte) bool {
	utf16 := bytes.HasPrefix(page, []byte{0xfe, 0xff}) || bytes.HasPrefix(page, []byte{0xff, 0xfe})
	return !utf16 && bytes.Count(page[:min(len(page), sniffed)], []byte{0}) > sniffed/64
}
