package article

import (
	"bytes"
	"strings"
)

// unknown is what cannot be told any nearer.
const unknown = "a file of another kind"

// foreignTypes says what a media type is that holds no page, by how it begins;
// the first row that fits counts. An empty name is that of a page, or says so
// little that the bytes alone decide.
var foreignTypes = []struct{ begins, name string }{
	{"text/html", ""},
	{"application/xhtml+xml", ""},
	{typedText, ""},
	{"application/octet-stream", ""},
	{"binary/octet-stream", ""},
	{"application/pdf", "a PDF"},
	{"application/x-pdf", "a PDF"},
	{"video/", "a video"},
	{"application/vnd.apple.mpegurl", "a video"},
	{"application/x-mpegurl", "a video"},
	{"application/dash+xml", "a video"},
	{"audio/", "a sound recording"},
	{"application/ogg", "a sound recording"},
	{"image/", "a picture"},
	{"application/zip", "an archive"},
	{"application/x-zip", "an archive"},
	{"application/gzip", "an archive"},
	{"application/x-7z", "an archive"},
	{"application/x-rar", "an archive"},
	{"application/vnd.rar", "an archive"},
	{"application/x-tar", "an archive"},
	{"application/epub", "a book"},
	{"application/vnd.ms-excel", "a spreadsheet"},
	{"application/vnd.openxmlformats-officedocument.spreadsheet", "a spreadsheet"},
	{"application/vnd.ms-powerpoint", "a slide show"},
	{"application/vnd.openxmlformats-officedocument.presentation", "a slide show"},
	{"application/msword", "a word processor's file"},
	{"application/vnd.openxmlformats-officedocument.word", "a word processor's file"},
	{"application/vnd.oasis.opendocument", "an office file"},
	{"application/rtf", "a word processor's file"},
	{"text/rtf", "a word processor's file"},
	{"application/rss+xml", "a feed"},
	{"application/atom+xml", "a feed"},
	{"application/feed+json", "a feed"},
	{"application/json", "data for programs"},
	{"application/xml", "data for programs"},
	{"text/xml", "data for programs"},
	{"text/csv", "a table of data"},
	{"text/calendar", "a calendar entry"},
}

// magics are the first bytes of what is certainly no web page, whatever its
// media type claims.
var magics = []struct{ begins, name string }{
	{"%PDF-", "a PDF"},
	{"PK\x03\x04", "an archive"},
	{"\x1f\x8b", "an archive"},
	{"7z\xbc\xaf", "an archive"},
	{"Rar!", "an archive"},
	{"\x89PNG", "a picture"},
	{"\xff\xd8\xff", "a picture"},
	{"GIF8", "a picture"},
	{"II*\x00", "a picture"},
	{"OggS", "a sound recording"},
	{"ID3", "a sound recording"},
	{"RIFF", "a sound recording or a picture"},
	{"\x00\x00\x00\x18ftyp", "a video"},
	{"\x00\x00\x00\x1cftyp", "a video"},
	{"\x00\x00\x00\x20ftyp", "a video"},
	{"\x1aE\xdf\xa3", "a video"},
	{"#EXTM3U", "a video"},
	{"{\\rtf", "a word processor's file"},
	{"\xd0\xcf\x11\xe0", "an office file"},
}

// foreign says in words what an answer is that is no page, by its media type
// and its first bytes; "" if it may be one.
func foreign(media string, page []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(page, []byte(m.begins)) {
			return m.name
		}
	}
	if what := foreignType(media); what != "" {
		return what
	}
	if binary(page) {
		return unknown
	}
	return ""
}

// foreignType says in words what a media type is that is no page's; "" if a
// page may have it.
func foreignType(media string) string {
	media = strings.ToLower(media)
	for _, t := range foreignTypes {
		if strings.HasPrefix(media, t.begins) {
			return t.name
		}
	}
	if media == "" {
		return ""
	}
	return unknown
}
