package parse

import (
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/korean"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/encoding/unicode/utf32"
)

func TestDecode(t *testing.T) {
	le, be := unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	marked := unicode.UTF16(unicode.BigEndian, unicode.UseBOM)
	tests := []struct {
		name       string
		text       string // after the declaration
		as         encoding.Encoding
		declared   string
		header, in string // charset of the header; language of the feed
	}{
		{"plain", "Kyiv", encoding.Nop, "", "", ""},
		{"UTF-8 declared as Latin-1", "Łódź Київ", encoding.Nop, "iso-8859-1", "iso-8859-1", ""},
		{"UTF-8 declared as UTF-16", "Łódź", encoding.Nop, "utf-16", "", ""},
		{"UTF-8 misspelt", "Łódź", encoding.Nop, "utf8", "UTF_8", ""},
		{"UTF-16 with mark", "北京", marked, "utf-16", "", ""},
		{"UTF-16 little endian", "北京", le, "utf-16", "", ""},
		{"UTF-16 big endian", "北京", be, "", "", ""},
		{"UTF-32", "北京", utf32.UTF32(utf32.LittleEndian, utf32.UseBOM), "", "", ""},
		{"Latin-1 declared", "Málaga – now", charmap.Windows1252, "ISO-8859-1", "", ""},
		{"Latin-1 undeclared", "Málaga", charmap.Windows1252, "", "", ""},
		{"Latin-1 declared as UTF-8", "Málaga", charmap.Windows1252, "utf-8", "utf-8", ""},
		{"windows-1251", "Київ", charmap.Windows1251, "windows-1251", "", ""},
		{"windows-1251 misspelt", "Київ", charmap.Windows1251, "cp-1251", "", ""},
		{"windows-1251 by header", "Київ", charmap.Windows1251, "", "Windows-1251", ""},
		{"windows-1251 by language", "Москва", charmap.Windows1251, "utf-8", "", "ru-RU"},
		{"windows-1251 by its own language", "<language>ru-RU</language>Москва", charmap.Windows1251, "", "", ""},
		{"windows-1251 by its own language, in Atom", "<feed xml:lang='uk'>Київ</feed>", charmap.Windows1251, "utf-8", "", "en"},
		{"windows-1251 declared as Latin-1", "<language>ru</language>Москва", charmap.Windows1251, "iso-8859-1", "ISO-8859-1", ""},
		{"windows-1254 declared as Latin-1", "<language>tr</language>Işık", charmap.Windows1254, "iso-8859-1", "", ""},
		{"Latin-1 in a list of Russian feeds", "Été", charmap.Windows1252, "iso-8859-1", "", "ru"},
		{"KOI8-R", "Москва", charmap.KOI8R, "KOI8-R", "windows-1251", ""},
		{"gb2312", "北京 外交部", simplifiedchinese.GBK, "gb2312", "", ""},
		{"gb18030 by language", "北京 外交部", simplifiedchinese.GB18030, "", "", "zh"},
		{"Shift_JIS", "東京", japanese.ShiftJIS, "Shift_JIS", "", ""},
		{"ISO-2022-JP", "東京", japanese.ISO2022JP, "ISO-2022-JP", "", ""},
		{"EUC-KR", "서울", korean.EUCKR, "euc-kr", "", ""},
		{"unknown name", "Málaga", charmap.Windows1252, "x-none", "x-none", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			doc := "<rss>" + tt.text + "</rss>"
			if tt.declared != "" {
				doc = `<?xml version="1.0" encoding="` + tt.declared + `"?>` + doc
			}
			body, err := tt.as.NewEncoder().Bytes([]byte(doc))
			if err != nil {
				t.Fatal(err)
			}
			if got := decode(body, "text/xml; charset="+tt.header, tt.in); got != doc {
				t.Errorf("got %q, want %q", got, doc)
			}
		})
	}
}

func TestDecodeKeepsTheRest(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"one bad byte", "Łódź \x93 Kraków", "Łódź “ Kraków"},
		{"cut character", "Łódź Krak\xc3", "Łódź KrakÃ"},
		{"mark of UTF-8", "\xef\xbb\xbfŁódź", "Łódź"},
		{"mixed", "Łódź Łódź M\xe1laga", "Łódź Łódź Málaga"},
	}
	for _, tt := range tests {
		if got := decode([]byte(tt.in), "", ""); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.name, got, tt.want)
		}
	}
}
