package article_test

import (
	"errors"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/unicode"

	"dateline/feeds"
	"dateline/feeds/article"
)

func failure(t *testing.T, page []byte, contentType string) feeds.FailureKind {
	t.Helper()
	_, err := article.Extract(page, contentType, address)
	var f *feeds.Failure
	if err != nil && !errors.As(err, &f) {
		t.Fatalf("%T is no *feeds.Failure: %v", err, err)
	}
	if f == nil {
		return ""
	}
	return f.Kind
}

const sentence = "A sentence of a news text has words, commas, and an end that a reader can see from afar. "

func TestNotHTML(t *testing.T) {
	page := "<html><body><p>" + strings.Repeat(sentence, 5)
	for _, c := range []struct {
		name, page, contentType string
		want                    feeds.FailureKind
	}{
		{"PDF by type", page, "application/pdf", feeds.FailNotHTML},
		{"PDF by its bytes", "%PDF-1.7\n" + page, "text/html", feeds.FailNotHTML},
		{"video", page, "video/mp4", feeds.FailNotHTML},
		{"JSON", `{"a":1}`, "application/json", feeds.FailNotHTML},
		{"picture without a type", "\x89PNG\r\n\x1a\n", "", feeds.FailNotHTML},
		{"archive", "PK\x03\x04rest", "application/octet-stream", feeds.FailNotHTML},
		{"bytes", strings.Repeat("\x00\x01\x02", 500), "", feeds.FailNotHTML},
		{"nothing", "", "", feeds.FailNoText},
		{"only space", " \n ", "text/html", feeds.FailNoText},
		{"HTML", page, "text/html; charset=utf-8", ""},
		{"XHTML", page, "application/xhtml+xml", ""},
		{"broken type", page, "text/html; charset", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := failure(t, []byte(c.page), c.contentType); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestEncodings(t *testing.T) {
	page := func(charset, text string) string {
		return `<html><head><meta charset="` + charset + `"></head><body><p>` + strings.Repeat(text, 4)
	}
	for _, c := range []struct {
		name, charset, contentType, text string
		enc                              encoding.Encoding
	}{
		{"latin-1 in the header", "", "text/html; charset=iso-8859-1", "Der Präsident der Republik grüßte die Gäste, sagte aber kein Wort über die Brücke. ", charmap.Windows1252},
		{"windows-1251 in the page", "windows-1251", "text/html", "Министр иностранных дел сказал, что переговоры о плотине продолжатся в среду. ", charmap.Windows1251},
		{"gb2312 far down", strings.Repeat(" ", 2_000) + `"><meta charset="gb2312`, "", "三个国家星期二恢复了关于水坝的谈判，距离上一轮谈判已经过去整整一年。", simplifiedchinese.GBK},
		{"gb2312", "gb2312", "", "三个国家星期二恢复了关于水坝的谈判，距离上一轮谈判已经过去整整一年。", simplifiedchinese.GBK},
		{"shift_jis", "shift_jis", "", "三か国は火曜日、ダムをめぐる協議を一年ぶりに再開したと発表した。", japanese.ShiftJIS},
		{"utf-16 with its mark", "", "", "Министр сказал, что переговоры о плотине продолжатся в среду. ", unicode.UTF16(unicode.LittleEndian, unicode.UseBOM)},
		{"utf-8 called latin-1", "iso-8859-1", "text/html; charset=iso-8859-1", "Le président a salué l’assemblée, sans dire un mot sur la digue. ", encoding.Nop},
		{"unknown name", "x-nonsense", "", "Le président a salué l’assemblée, sans dire un mot sur la digue. ", encoding.Nop},
	} {
		t.Run(c.name, func(t *testing.T) {
			body, err := c.enc.NewEncoder().String(page(c.charset, c.text))
			if err != nil {
				t.Fatal(err)
			}
			a, err := article.Extract([]byte(body), c.contentType, address)
			if err != nil {
				t.Fatal(err)
			}
			if got := article.Text(a); !strings.Contains(got, strings.TrimSpace(c.text)) {
				t.Errorf("got %q", got)
			}
		})
	}
}

func TestLimits(t *testing.T) {
	body := strings.Repeat("<p>"+sentence+sentence, 10)
	for name, page := range map[string]string{
		"deep elements":    strings.Repeat("<div>", 200_000) + body,
		"deep text":        body + strings.Repeat("<div>x, ", 200_000),
		"open formatting":  body + "<p>" + strings.Repeat("<font size=1><b>", 200) + "</p>" + strings.Repeat("<p>x</p>", 200_000),
		"open in noscript": body + `<img src=""><noscript>` + strings.Repeat("<font size=1><b>", 200) + strings.Repeat("<p>x</p>", 20_000) + "</noscript>",
		"many noscripts":   "</body>" + strings.Repeat("<noscript>x</noscript>", 20_000) + body,
		"long names":       `<div class="` + strings.Repeat("related-to-x ", 100_000) + `">` + body + "</div>",
		"deep formatting":  strings.Repeat("<b><i>", 100_000) + body,
		"deep tables":      strings.Repeat("<table><tr><td>", 100_000) + body,
		"deep lists":       strings.Repeat("<ul><li>", 400) + body,
		"many blocks":      strings.Repeat("<p>"+sentence, 20_000),
		"many breaks":      strings.Repeat("word<br>", 50_000) + body,
		"one long line":    "<p>" + strings.Repeat(sentence, 20_000),
		"long address":     `<p><a href="/` + strings.Repeat("x", 100_000) + `">` + sentence + "</a>" + body,
		"deep JSON":        `<script type="application/ld+json">` + strings.Repeat("[", 100_000) + "</script>" + body,
		"deep JSON object": `<script type="application/ld+json">` + strings.Repeat(`{"@graph":`, 5_000) + "</script>" + body,
	} {
		t.Run(name, func(t *testing.T) {
			a, err := article.Extract([]byte("<html><body>"+page), "text/html", address)
			if err != nil {
				t.Fatal(err)
			}
			check(t, a)
			if len(a.Blocks) > 4_000 || len(article.Text(a)) > 2<<20 {
				t.Errorf("%d blocks, %d bytes", len(a.Blocks), len(article.Text(a)))
			}
		})
	}
}
