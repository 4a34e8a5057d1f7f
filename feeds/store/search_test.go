package store_test

import (
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/store"
)

// library holds one item a key, all of one day.
var library = []struct{ key, title, summary, text string }{
	{"brussels", "Élections in Belgium end without a winner", "Voters in Brussels queued.", ""},
	{"tariffs", "New York fair opens", "Talks on new tariffs", "The delegation's flight from York was late."},
	{"un", "U.N. envoy doesn't resign", "", "A well-known name."},
	{"russian", "Министр иностранных дел прибыл в Астану", "", ""},
	{"arabic", "وزير الخارجية يصل إلى عمّان", "", ""},
	{"hindi", "विदेश मंत्री दिल्ली पहुंचे", "", ""},
	{"chinese", "两国外交部长在北京会谈", "", "双方讨论贸易。"},
	{"japanese", "外務大臣がニューヨークで会談", "ミサイル発射をめぐり協議", ""},
	{"korean", "외교부장관이 서울에서 회담", "", ""},
	{"thai", "รัฐมนตรีต่างประเทศเยือนไทย", "", ""},
	{"lao", "ລັດຖະມົນຕີຕ່າງປະເທດຢ້ຽມຢາມລາວ", "", ""},
	{"khmer", "រដ្ឋមន្ត្រីការបរទេសទៅកម្ពុជា", "", ""},
	{"burmese", "နိုင်ငံခြားရေးဝန်ကြီးရောက်ရှိ", "", ""},
	{"mixed", "G7峰会2026年在加拿大举行", "", ""},
	{"wide", "ＵＳＡ and the ﾐｻｲﾙ question", "", ""},
}

func shelve(t testing.TB) *store.Store {
	s := open(t)
	var all []feeds.Item
	for _, l := range library {
		it := item(l.key, l.title)
		it.Summary, it.Text = l.summary, l.text
		all = append(all, it)
	}
	save(t, s, nil, all...)
	return s
}

func TestSearch(t *testing.T) {
	s := shelve(t)
	if err := s.SaveArticle(t.Context(), feeds.Article{Item: 1, Blocks: []feeds.Block{
		{Kind: feeds.Paragraph, Spans: []feeds.Span{{Text: "The gov"}, {Text: "ernor spoke."}}},
		{Kind: feeds.Table, Rows: [][]string{{"Party", "Seats"}, {"保守", "44"}}},
	}}); err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct{ query, want string }{
		{"belgium", "brussels"},
		{"BELGIUM winner", "brussels"},
		{"belg", "brussels"},
		{"belg winner", ""}, // only the last word may be unfinished
		{"winner belg", "brussels"},
		{"belgium voters", "brussels"}, // words in different fields
		{"belgium tariffs", ""},
		{"elections", "brussels"},
		{"éLéctions", "brussels"},
		{"york delegation", "tariffs"},
		{"new york", "tariffs"},
		{`"new york"`, "tariffs"},
		{`"york new"`, ""},
		{`"new york" fai`, "tariffs"},
		{`"new yor`, "tariffs"}, // still being typed
		{`"new yor"`, ""},
		{"u.n.", "un"},
		{"doesn't", "un"},
		{"well-known", "un"},
		{"known-well", ""},
		{"governor", "brussels"}, // fetched page
		{"44 seats", "brussels"},
		{"保", "brussels"},
		{"астану", "russian"},
		{"АСТ", "russian"},
		{"الخارجية", "arabic"},
		{"मंत्री", "hindi"},
		{"दिल्ल", "hindi"},
		{"外交", "chinese"},
		{"外", "chinese japanese"},
		{"部长", "chinese"},
		{"京会谈", "chinese"},
		{"谈", "chinese"},
		{"贸易", "chinese"},
		{"北京 贸", "chinese"},
		{"交外", ""},
		{"外務大臣", "japanese"},
		{"ニューヨーク", "japanese"},
		{"ヨー", "japanese"},
		{"外 ミサイル", "japanese"},
		{"ミサイル", "japanese wide"},
		{"외교", "korean"},
		{"장관", "korean"},
		{"서", "korean"},
		{"ไทย", "thai"},
		{"ไ", "thai"},
		{"ต่าง", "thai"},
		{"ລາວ", "lao"},
		{"ຢ", "lao"},
		{"កម្ពុជា", "khmer"},
		{"ព", "khmer"},
		{"ဝန်ကြီး", "burmese"},
		{"န", "burmese"},
		{"g7峰", "mixed"},
		{"2026年", "mixed"},
		{"7", ""},
		{"加拿大", "mixed"},
		{`"峰会2026年"`, "mixed"},
		{`"峰会 加拿大"`, ""},
		{"usa", "wide"},
		{"", ""},
		{"  ", ""},
		{`"`, ""},
		{`""`, ""},
		{"-", ""},
		{"* OR *", ""},
		{"belgium - winner", "brussels"},
		{"belgium*", "brussels"},
		{"title:belgium", ""},
		{`belgium" AND (`, ""},
		{"NOT belgium", ""},
		{"belgium\x00", "brussels"},
		{"belgium \xff\xfe", "brussels"},
		{strings.Repeat("belgium ", 500), "brussels"},
		{strings.Repeat("外", 5000), ""},
	} {
		got, err := s.Search(t.Context(), c.query, 0)
		if err != nil {
			t.Errorf("%.40q: %v", c.query, err)
			continue
		}
		keys := map[string]bool{}
		for _, it := range got {
			keys[it.Key] = true
		}
		for _, key := range strings.Fields(c.want) {
			if !keys[key] {
				t.Errorf("%.40q does not find %q", c.query, key)
			}
			delete(keys, key)
		}
		for key := range keys {
			t.Errorf("%.40q finds %q", c.query, key)
		}
	}
}

func TestSearchOrder(t *testing.T) {
	s := open(t)
	day := 24 * time.Hour
	var all []feeds.Item
	for _, l := range []struct {
		key, title, summary string
		age                 time.Duration
	}{
		{"summary today", "Other", "the strait", 0},
		{"title yesterday", "The strait", "", day},
		{"title last week", "The strait", "", 7 * day},
		{"summary yesterday", "Other", "the strait", day},
		{"half in the title", "The", "strait", day + time.Hour},
	} {
		it := item(l.key, l.title)
		it.Summary, it.Published = l.summary, start.Add(-l.age)
		all = append(all, it)
	}
	save(t, s, nil, all...)
	order := []string{"title yesterday", "summary today", "summary yesterday", "half in the title", "title last week"}
	for limit, want := range map[int][]string{0: order, 2: order[:2]} {
		got, err := s.Search(t.Context(), "the strait", limit)
		if err != nil {
			t.Fatal(err)
		}
		var keys []string
		for _, it := range got {
			keys = append(keys, it.Key)
		}
		same(t, "order", keys, want)
	}
}

func TestSearchFollowsChanges(t *testing.T) {
	s, it := open(t), item("k", "Before")
	it.Text = "early text"
	save(t, s, nil, it)
	page := feeds.Article{Item: 1, Blocks: []feeds.Block{{Spans: []feeds.Span{{Text: "page words"}}}}}
	if err := s.SaveArticle(t.Context(), page); err != nil {
		t.Fatal(err)
	}
	it.Title, it.Text = "After", "late text"
	save(t, s, nil, it)
	page.Blocks[0].Spans[0].Text = "newer words"
	if err := s.SaveArticle(t.Context(), page); err != nil {
		t.Fatal(err)
	}
	for query, want := range map[string]int{"after": 1, "late": 1, "newer": 1, "before": 0, "early": 0, "page": 0} {
		if got, err := s.Search(t.Context(), query, 0); len(got) != want || err != nil {
			t.Errorf("%q: %d found, %v; want %d", query, len(got), err, want)
		}
	}
}

func FuzzSearch(f *testing.F) {
	for _, l := range library {
		f.Add(l.title)
	}
	f.Add(`foo" AND (`)
	f.Add("a* NEAR(b c) ^ {x}: -\x00\xff")
	s := shelve(f)
	f.Fuzz(func(t *testing.T, query string) {
		if _, err := s.Search(t.Context(), query, 5); err != nil {
			t.Errorf("%q: %v", query, err)
		}
	})
}
