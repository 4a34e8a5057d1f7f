package article

import (
	"encoding/json"
	"net/url"
	"strings"
	"testing"
	"time"
	"unicode"

	"dateline/feeds"
)

// isLine says whether s is one clean line within limit.
func isLine(s string, limit int) bool {
	return s == feeds.Clean(s, limit) && !strings.ContainsFunc(s, unicode.IsControl)
}

func FuzzByline(f *testing.F) {
	for _, s := range []string{"By Ines Okafor and Jon Lund", "Von: Ines, Jon | 3. Februar 2026", "作者：王小明", "بقلم: إيناس", "By by by By X", "a@b.c, @x", "e. V.", "&&\u0327A0", "\x1b[31mBy X"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		got := cleanByline(s)
		if !isLine(got, maxLabel) {
			t.Errorf("%q: %q", s, got)
		}
		if by := firstByline([]string{s}, []string{"gazette"}, ""); !isLine(by, maxField) || isSite([]string{"gazette"}, by) {
			t.Errorf("%q: %q", s, by)
		}
	})
}

func FuzzDateline(f *testing.F) {
	for _, s := range []string{"Beijing (AFP) Feb 1, 2026", "МОСКВА, 1 фев — РИА Новости. Министры", "【北京共同】三か国", "(서울=연합뉴스) 세", "新华社北京2月31日电 三", "القاهرة 1 فبراير (رويترز) - قال"} {
		f.Add(s)
	}
	published := time.Date(2026, 2, 2, 0, 0, 0, 0, time.UTC)
	f.Fuzz(func(t *testing.T, s string) {
		d, _, ok := parseDateline(feeds.Clean(s, maxBlock), published)
		if !isLine(d.place, maxField) || d.wire != "" && !ok {
			t.Errorf("%q: %+v", s, d)
		}
		if !d.date.IsZero() && !d.date.Equal(d.date.Truncate(24*time.Hour)) && !strings.ContainsAny(digits(s), ":.h") {
			t.Errorf("%q: the day is %v", s, d.date)
		}
	})
}

// FuzzMend holds that what is JSON stays what it says.
func FuzzMend(f *testing.F) {
	for _, s := range []string{`{"a":[1,2,],}`, `/* x */ {"a": "b // c"} // d`, `<![CDATA[{"a":"\'"}]]>`, "{\"a\":\"x\ny\"};", `"\`, `,,,]`, `{"@type":"NewsArticle","author":{"@id":"a"}}`} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		var before, after any
		mended := mend(s)
		if json.Unmarshal([]byte(s), &before) == nil {
			if err := json.Unmarshal([]byte(mended), &after); err != nil {
				t.Errorf("%q became %q: %v", s, mended, err)
			}
		}
		r := &declaredReader{notes: notes{}, base: &url.URL{}}
		r.linked(s)
		for name, values := range r.notes {
			if len(values) > maxValues || len(name) > maxField {
				t.Errorf("%q: %d values", name, len(values))
			}
		}
	})
}

func TestScriptsThatAreTooMuch(t *testing.T) {
	for name, script := range map[string]string{
		"deep":  strings.Repeat(`{"@graph":[`, 100_000),
		"long":  `{"@type":"NewsArticle","headline":"` + strings.Repeat("x", 5<<20) + `"}`,
		"ids":   `{"@graph":[{"@type":"NewsArticle","author":{"@id":"a"}},{"@id":"a","name":{"@id":"a"}}]}`,
		"round": `{"@graph":[{"@type":"NewsArticle","author":{"@id":"a"}},{"@id":"a","name":[` + strings.Repeat(`{"@id":"a"},`, 20) + `{"@id":"a"}]}]}`,
		"lists": `{"@type":"NewsArticle","author":[` + strings.Repeat(`{"name":"x"},`, 20_000) + `{"name":"y"}]}`,
	} {
		r := &declaredReader{notes: notes{}, base: &url.URL{}}
		r.linked(script)
		if len(r.notes["ld:headline"]) > 0 || len(r.notes["ld:author"]) > maxValues {
			t.Errorf("%s: %d authors", name, len(r.notes["ld:author"]))
		}
	}
}
