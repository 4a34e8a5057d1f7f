package parse

import (
	"bytes"
	"cmp"
	"mime"
	"regexp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode/utf32"
)

// decode returns body as UTF-8. What the bytes themselves show is believed
// first: byte order mark, zero bytes, valid UTF-8. Then what the XML
// declaration says, then the header, then what the letters are like, then what is
// usual in the language that the document gives, then in language. But Latin-1 is
// what many say who know nothing of encodings: it is not believed of text that is
// likely in another.
func decode(body []byte, contentType, language string) string {
	if enc, skip := byBytes(body); enc != nil {
		return convert(body[skip:], enc)
	}
	body = bytes.TrimPrefix(body, []byte("\xef\xbb\xbf"))
	labels := []string{declared(body), headerCharset(contentType)}
	if utf8.Valid(body) {
		// Only encodings that write all in ASCII can hide in valid UTF-8.
		if enc, _ := lookup(labels[0]); enc != nil && isASCII(body) && strings.HasPrefix(strings.ToLower(labels[0]), "iso-2022") {
			return convert(body, enc)
		}
		return string(body)
	}
	if mostlyUTF8(body) {
		return patch(body)
	}
	likely := cmp.Or(guess(body), legacy[languageIn(body)])
	for _, label := range append(labels, likely, legacy[primary(language)]) {
		enc, name := lookup(label)
		if enc == nil || name == western && likely != "" { // in which the text cannot be written
			continue
		}
		return convert(body, enc)
	}
	return patch(body)
}

// languageIn returns the language that a document gives as its own, "" if it
// does not at its beginning.
func languageIn(body []byte) string {
	m := language.FindSubmatch(body[:min(len(body), languageBytes)])
	if m == nil {
		return ""
	}
	return strings.ToLower(string(m[1]) + string(m[2]))
}

var language = regexp.MustCompile(`(?i)<(?:dc:)?language>\s*(?:<!\[CDATA\[)?\s*([a-z]{2,3})\b|\sxml:lang\s*=\s*["']([a-z]{2,3})\b`)

// languageBytes is how far a document tells its language.
const languageBytes = 4 << 10

// marks are the byte orders that give themselves away: by their mark, or by
// the zero bytes beside the first character of a document.
var marks = []struct {
	prefix   string
	skip     int
	encoding string
}{
	{"\xff\xfe\x00\x00", 4, "utf-32le"},
	{"\x00\x00\xfe\xff", 4, "utf-32be"},
	{"<\x00\x00\x00", 0, "utf-32le"},
	{"\x00\x00\x00<", 0, "utf-32be"},
	{"\xff\xfe", 2, "utf-16le"},
	{"\xfe\xff", 2, "utf-16be"},
	{"<\x00", 0, "utf-16le"},
	{"{\x00", 0, "utf-16le"},
	{"\x00<", 0, "utf-16be"},
	{"\x00{", 0, "utf-16be"},
}

func byBytes(body []byte) (encoding.Encoding, int) {
	for _, m := range marks {
		if bytes.HasPrefix(body, []byte(m.prefix)) {
			enc, _ := lookup(m.encoding)
			return enc, m.skip
		}
	}
	return nil, 0
}

// legacy is the encoding that undeclared text of a language is most likely in.
var legacy = map[string]string{
	"ru": "windows-1251", "uk": "windows-1251", "bg": "windows-1251", "sr": "windows-1251",
	"pl": "iso-8859-2", "cs": "windows-1250", "sk": "windows-1250", "hu": "windows-1250", "hr": "windows-1250", "ro": "windows-1250",
	"el": "windows-1253", "tr": "windows-1254", "he": "windows-1255", "ar": "windows-1256", "fa": "windows-1256",
	"th": "windows-874", "vi": "windows-1258", "zh": "gb18030", "ja": "shift_jis", "ko": "euc-kr",
}

// lookup finds an encoding and its usual name by its label, also by one that is
// written a little wrong. UTF-8 is none: text that is not valid UTF-8 is not helped by it.
func lookup(label string) (enc encoding.Encoding, name string) {
	label = strings.ToLower(strings.Trim(label, " \t\r\n\"'"))
	switch label {
	case "utf-32le":
		return utf32.UTF32(utf32.LittleEndian, utf32.IgnoreBOM), label
	case "utf-32be":
		return utf32.UTF32(utf32.BigEndian, utf32.IgnoreBOM), label
	}
	dashed := strings.ReplaceAll(label, "_", "-")
	bare := strings.TrimPrefix(strings.TrimPrefix(strings.TrimPrefix(dashed, "cp"), "win"), "dows")
	for _, l := range []string{label, dashed, "windows-" + strings.TrimPrefix(bare, "-"), "iso-" + strings.TrimPrefix(dashed, "iso")} {
		if enc, name = charset.Lookup(l); enc != nil && name != "utf-8" && name != "replacement" {
			return enc, name
		}
	}
	return nil, ""
}

func convert(body []byte, enc encoding.Encoding) string {
	out, err := enc.NewDecoder().Bytes(body)
	if err != nil {
		return patch(body)
	}
	return string(out)
}

var declaration = regexp.MustCompile(`^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']?([\w.:-]+)`)

func declared(body []byte) string {
	if m := declaration.FindSubmatch(body[:min(len(body), 300)]); m != nil {
		return string(m[1])
	}
	return ""
}

func headerCharset(contentType string) string {
	_, params, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return params["charset"]
}

func isASCII[T string | []byte](s T) bool {
	for i := range len(s) {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// mostlyUTF8 says whether more characters beyond ASCII are valid than not:
// then the text is UTF-8 with damage.
func mostlyUTF8(b []byte) bool {
	good, bad := 0, 0
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		switch {
		case r == utf8.RuneError && size == 1:
			bad++
		case size > 1:
			good++
		}
		b = b[size:]
	}
	return good > bad
}

// patch reads every byte that is not UTF-8 as windows-1252, which is what such
// bytes nearly always are.
func patch(b []byte) string {
	var out strings.Builder
	out.Grow(len(b) + len(b)/8)
	for len(b) > 0 {
		r, size := utf8.DecodeRune(b)
		if r == utf8.RuneError && size == 1 {
			r = charmap.Windows1252.DecodeByte(b[0])
		}
		out.WriteRune(r)
		b = b[size:]
	}
	return out.String()
}

// primary returns the language of a BCP 47 tag without region and script.
func primary(tag string) string {
	lang, _, _ := strings.Cut(strings.ToLower(tag), "-")
	return lang
}
