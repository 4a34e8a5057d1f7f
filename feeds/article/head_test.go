package article_test

import (
	"context"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/fetch"
)

// headOf extracts a page with the given head and the given lines around its
// headline.
func headOf(t *testing.T, head, above, below string) feeds.Article {
	t.Helper()
	page := "<!doctype html><html><head>" + head + "</head><body>" + above + "<article><h1>Talks on the straits resume</h1>" + below +
		strings.Repeat("<p>"+sentence+sentence+"</p>", 4) + "</article></body></html>"
	a, err := article.Extract([]byte(page), "", address)
	if err != nil {
		t.Fatal(err)
	}
	check(t, a)
	return a
}

func jsonLD(s string) string { return `<script type="application/ld+json">` + s + `</script>` }

const newsArticle = `{"@type":"NewsArticle","headline":"Talks on the straits resume","datePublished":"2026-02-01T10:00:00+01:00","author":`

// TestSources shows every source of a byline and a date, and which goes first.
func TestSources(t *testing.T) {
	for _, c := range []struct{ name, head, below, byline, date string }{
		{"JSON-LD", jsonLD(newsArticle + `{"name":"Ines Okafor"}}`), "", "Ines Okafor", "2026-02-01T09:00"},
		{"a list of authors", jsonLD(newsArticle + `[{"name":"Ines Okafor"},{"name":"Jon Lund"},"Ines Okafor"]}`), "", "Ines Okafor, Jon Lund", "2026-02-01T09:00"},
		{"names in a list", jsonLD(newsArticle + `{"@type":"Person","name":["Ines Okafor","Jon Lund"]}}`), "", "Ines Okafor, Jon Lund", "2026-02-01T09:00"},
		{"parts of a name", jsonLD(newsArticle + `{"givenName":"Ines","familyName":"Okafor"}}`), "", "Ines Okafor", "2026-02-01T09:00"},
		{"a graph with ids", jsonLD(`{"@graph":[{"@type":"WebPage","datePublished":"2026-01-01"},` + newsArticle + `{"@id":"#ines"}},{"@type":"Person","@id":"#ines","name":"Ines Okafor"}]}`), "", "Ines Okafor", "2026-02-01T09:00"},
		{"an array, and entities", jsonLD(`[{"@type":"Organization","name":"X"},` + newsArticle + `"Ines O&#39;Hara &amp;amp; Jon Lund"}]`), "", "Ines O'Hara & Jon Lund", "2026-02-01T09:00"},
		{"a type among others", jsonLD(`{"@type":["Thing","ReportageNewsArticle"],"author":"Ines Okafor","datePublished":"2026-02-01"}`), "", "Ines Okafor", "2026-02-01T00:00"},
		{"within the page's object", jsonLD(`{"@type":"WebPage","mainEntity":` + newsArticle + `"Ines Okafor"}}`), "", "Ines Okafor", "2026-02-01T09:00"},
		{"commas, comments and CDATA", jsonLD("<![CDATA[ /* made by hand */ {\"@type\":\"NewsArticle\", // the type\n\"author\":[\"Ines Okafor\",],\"headline\":\"Talks\non the straits \\'resume\\'\",\"datePublished\":\"2026-02-01\",};\n]]>"), "", "Ines Okafor", "2026-02-01T00:00"},
		{"escaped as HTML", jsonLD(strings.ReplaceAll(newsArticle+`"Ines Okafor"}`, `"`, "&quot;")), "", "Ines Okafor", "2026-02-01T09:00"},
		{"who claims is no author", jsonLD(`{"@type":"ClaimReview","author":"The ministry"}`), "", "", ""},
		{"broken for good, so <meta>", jsonLD(newsArticle+`"Ines`) + `<meta name="author" content="Jon Lund"><meta property="article:published_time" content="2026-02-03">`, "", "Jon Lund", "2026-02-03T00:00"},
		{"JSON-LD before <meta>", `<meta name="author" content="Jon Lund"><meta property="article:published_time" content="2026-02-03">` + jsonLD(newsArticle+`"Ines Okafor"}`), "", "Ines Okafor", "2026-02-01T09:00"},
		{"parsely", `<meta name="parsely-author" content="Ines Okafor"><meta name="parsely-pub-date" content="2026-02-01T10:00Z">`, "", "Ines Okafor", "2026-02-01T10:00"},
		{"sailthru", `<meta name="sailthru.author" content="Ines Okafor"><meta name="sailthru.date" content="Sun, 01 Feb 2026 10:00:00 +0100">`, "", "Ines Okafor", "2026-02-01T09:00"},
		{"Dublin Core", `<meta name="DC.creator" content="Ines Okafor"><meta name="DC.date.issued" content="2026-02-01">`, "", "Ines Okafor", "2026-02-01T00:00"},
		{"several in <meta>", `<meta name="citation_author" content="Ines Okafor"><meta name="citation_author" content="Jon Lund">`, "", "Ines Okafor, Jon Lund", ""},
		{"microdata", "", `<p itemprop="author" itemscope><span itemprop="name">Ines Okafor</span></p><meta itemprop="datePublished" content="2026-02-01">`, "Ines Okafor", "2026-02-01T00:00"},
		{"RDFa", "", `<p><span property="schema:author">Ines Okafor</span> <span property="schema:datePublished" content="2026-02-01">on Sunday</span></p>`, "Ines Okafor", "2026-02-01T00:00"},
		{"microformats", "", `<p class="p-author">Ines Okafor</p><abbr class="published" title="2026-02-01T10:00:00Z">Sunday</abbr>`, "Ines Okafor", "2026-02-01T10:00"},
		{"<time>", "", `<time datetime="2026-02-01T10:00Z">Sunday</time>`, "", "2026-02-01T10:00"},
		{"classes", "", `<div class="article-byline">By <a href="/author/ines">Ines Okafor</a>, who writes on ports</div><div class="pub-date">1 Feb 2026 | 10:15</div>`, "Ines Okafor", "2026-02-01T10:15"},
		{"words", "", `<div>By Ines Okafor in Port Aral</div><div>Published on February 1, 2026</div>`, "Ines Okafor in Port Aral", "2026-02-01T00:00"},
		{"words apart from the name", "", `<p><strong>By</strong> <a href="/x">Ines Okafor</a></p>`, "Ines Okafor", ""},
		{"a label apart from the name", "", `<p><span>Autorin:</span> Ines Okafor | 1. Februar 2026</p>`, "Ines Okafor", "2026-02-01T00:00"},
		{"a link to its author", "", `<div><a href="/about/newsteam/ines-okafor">Ines Okafor</a> | 1 Feb 2026</div>`, "Ines Okafor", "2026-02-01T00:00"},
		{"a link to no author", "", `<div><a href="/about/newsteam/">Meet the whole team</a></div>`, "", ""},
		{"what the link offers", "", `<a rel="author" href="/x">View all posts by Ines Okafor</a>`, "Ines Okafor", ""},
		{"who took the picture", "", `<div class="author">Foto: Ines Okafor</div>`, "", ""},
		{"who took the picture, behind", "", `<div class="author">Ines Okafor Photos: Jon Lund</div>`, "Ines Okafor", ""},
		{"text and interview", "", `<div class="author">Text und Interview: Ines Okafor</div>`, "Ines Okafor", ""},
		{"a label and no name", "", `<div class="author">Autor: www.gazette.example</div>`, "", ""},
		{"a company", `<meta name="author" content="Web Press GmbH">`, `<p>By Ines Okafor</p>`, "Ines Okafor", ""},
		{"one of two is declared", `<meta name="author" content="Ines Okafor">`, `<p class="byline">By Ines Okafor, Jon Lund</p>`, "Ines Okafor, Jon Lund", ""},
		{"the first name is declared", `<meta name="author" content="Ines">`, `<p class="byline">By Ines Okafor</p>`, "Ines Okafor", ""},
		{"one is declared, with her place", `<meta name="author" content="Ines Okafor">`, `<p class="byline">By Ines Okafor in Port Aral, Seaside</p>`, "Ines Okafor", ""},
		{"one who is no system's", "", `<p class="author">von wordpressadmin</p>`, "", ""},
		{"what she is", "", `<p class="author">Ines Okafor A professor of ports at the University of Port Aral</p>`, "Ines Okafor", ""},
		{"a part of the headline", "", `<p class="author">Talks on the straits</p>`, "", ""},
		{"the outlet with its address", `<meta name="publisher" content="Wave Radio (www.wave.example)"><meta name="author" content="Wave Radio (www.wave.example)">`, "", "", ""},
		{"the outlet's short name", `<meta property="og:site_name" content="LN - Lakeside News"><meta name="author" content="LN">`, "", "", ""},
		{"German", "", `<div>Von Ines Okafor und Jon Lund</div><div>Stand: 1. Februar 2026, 10:15 Uhr</div>`, "Ines Okafor und Jon Lund", "2026-02-01T10:15"},
		{"Russian", "", `<div>Автор: Инна Окафор</div><div>1 февраля 2026, 10:15</div>`, "Инна Окафор", "2026-02-01T10:15"},
		{"Chinese", "", `<div>作者：王小明</div><div>2026年2月1日 10:15</div>`, "王小明", "2026-02-01T10:15"},
		{"Arabic", "", `<div>بقلم: إيناس عكاشة</div><div>١ فبراير ٢٠٢٦</div>`, "إيناس عكاشة", "2026-02-01T00:00"},
		{"a clock that was not set", `<meta property="article:published_time" content="1970-01-01T00:00:00Z">`, `<time datetime="2026-02-01">Sunday</time>`, "", "2026-02-01T00:00"},
		{"comments date nothing", "", `<div class="comments"><p class="author">Troll</p><time datetime="2026-02-09">9 Feb</time></div>`, "", ""},
		{"the outlet is no author", `<meta property="og:site_name" content="The Gazette"><meta name="author" content="The Gazette">`, "", "", ""},
		{"an agency is one", `<meta property="og:site_name" content="The Gazette"><meta name="author" content="Agence France-Presse, The Gazette">`, "", "Agence France-Presse", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := headOf(t, c.head, "", c.below)
			date := ""
			if !a.Date.IsZero() {
				date = a.Date.Format("2006-01-02T15:04")
			}
			if a.Byline != c.byline || date != c.date {
				t.Errorf("byline %q, date %q; want %q, %q", a.Byline, date, c.byline, c.date)
			}
		})
	}
}

func TestUpdated(t *testing.T) {
	published := `<meta property="article:published_time" content="2026-02-01T10:00Z">`
	later := time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)
	for name, c := range map[string]struct {
		head string
		want time.Time
	}{
		"later":        {published + `<meta property="article:modified_time" content="2026-02-01T12:00Z">`, later},
		"the same":     {published + `<meta property="article:modified_time" content="2026-02-01T10:00Z">`, time.Time{}},
		"before":       {published + `<meta property="article:modified_time" content="2025-12-01T10:00Z">`, time.Time{}},
		"only changed": {`<meta property="og:updated_time" content="2026-02-01T12:00Z">`, later},
	} {
		if a := headOf(t, c.head, "", ""); !a.Updated.Equal(c.want) {
			t.Errorf("%s: %v, want %v", name, a.Updated, c.want)
		}
	}
}

// TestNothingIsDatedAfterTheVisit reads a page a day after, and a year before,
// what it says of itself.
func TestNothingIsDatedAfterTheVisit(t *testing.T) {
	page := `<meta property="article:published_time" content="2026-02-01T10:00Z"><meta property="article:modified_time" content="2026-02-02T10:00Z"><h1>Talks resume</h1>` +
		"<p>Port Aral (AFP) Feb 1, 2026</p>" + strings.Repeat("<p>"+sentence+sentence+"</p>", 4)
	r := article.Reader{Get: func(context.Context, fetch.Request) (fetch.Response, error) {
		return fetch.Response{Body: []byte(page), ContentType: "text/html"}, nil
	}}
	for year, dated := range map[int]bool{2026: true, 2025: false} {
		r.Now = func() time.Time { return time.Date(year, 2, 2, 11, 0, 0, 0, time.UTC) }
		a, err := r.Read(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		if a.Date.IsZero() == dated || a.Updated.IsZero() == dated || a.Day.IsZero() == dated {
			t.Errorf("read in %d: %v, %v, %v", year, a.Date, a.Updated, a.Day)
		}
	}
}

func TestTitles(t *testing.T) {
	text := strings.Repeat("<p>"+sentence+sentence+"</p>", 4)
	for _, c := range []struct{ name, head, body, title, kicker string }{
		{"the heading", `<title>Talks resume | The Gazette</title>`, `<h1>Talks resume</h1>`, "Talks resume", ""},
		{"no heading, the site's name behind", `<title>Talks on the straits resume | The Gazette</title><meta property="og:site_name" content="The Gazette">`, ``, "Talks on the straits resume", ""},
		{"the site's name before", `<title>The Gazette: Talks on the straits resume</title><meta property="og:site_name" content="The Gazette">`, ``, "Talks on the straits resume", ""},
		{"the host's name", `<title>Talks on the straits resume - Gazette</title>`, ``, "Talks on the straits resume", ""},
		{"the site's name and no more", `<title>The Gazette</title><meta property="og:site_name" content="The Gazette">`, ``, "", ""},
		{"the site's name twice", `<title>The Gazette</title><meta property="og:title" content="The Gazette"><meta property="og:site_name" content="The Gazette">`, ``, "", ""},
		{"two names", `<meta property="og:title" content="Talks on the straits resume | World | The Gazette"><meta property="og:site_name" content="The Gazette">`, ``, "Talks on the straits resume | World", ""},
		{"a colon is no separator", `<meta property="og:title" content="Straits: talks resume"><meta property="og:site_name" content="The Gazette">`, ``, "Straits: talks resume", ""},
		{
			"a logo is no headline", `<meta property="og:title" content="Talks on the straits resume"><meta property="og:site_name" content="The Gazette">`,
			`<h1><a href="/">The Gazette</a></h1><h2>Talks on the straits resume</h2>`, "Talks on the straits resume", "",
		},
		{"a section is no headline", `<meta property="og:title" content="Talks on the straits resume">`, `<h1>World news</h1><div>Talks on the straits resume</div>`, "Talks on the straits resume", ""},
		{"what readers see goes first", `<meta property="og:title" content="Talks on straits resume in Port Aral: report">`, `<h1>Talks on the straits resume in Port Aral</h1>`, "Talks on the straits resume in Port Aral", ""},
		{"a heading cut short", `<meta property="og:title" content="Talks on the straits resume in Port Aral">`, `<h1>Talks on the straits resume …</h1>`, "Talks on the straits resume in Port Aral", ""},
		{"capitals", `<meta property="og:title" content="Talks on the straits resume">`, `<h1>TALKS ON THE STRAITS RESUME</h1>`, "Talks on the straits resume", ""},
		{"a kicker within", `<meta property="og:title" content="Talks on the straits resume">`, `<h1><span>Lake states</span> Talks on the straits resume</h1>`, "Talks on the straits resume", "Lake states"},
		{"a line below within", `<meta property="og:title" content="Talks on the straits resume">`, `<h1>Talks on the straits resume <small>Envoys met on Sunday</small></h1>`, "Talks on the straits resume", ""},
		{"entities and tags", `<meta property="og:title" content="&lt;b&gt;Talks&lt;/b&gt; &amp;amp; tea on the straits">`, ``, "Talks & tea on the straits", ""},
		{"a kicker above", `<title>Talks on the straits resume</title>`, `<p class="kicker">Great games</p><h1>Talks on the straits resume</h1>`, "Talks on the straits resume", "Great games"},
		{"a section that is none", `<meta property="article:section" content="News"><title>Talks on the straits resume</title>`, `<h1>Talks on the straits resume</h1>`, "Talks on the straits resume", ""},
		{"the section", `<meta property="article:section" content="World"><title>Talks on the straits resume</title>`, `<h1>Talks on the straits resume</h1>`, "Talks on the straits resume", "World"},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := article.Extract([]byte("<html><head>"+c.head+"</head><body>"+c.body+"<div>"+text+"</div></body></html>"), "", address)
			if err != nil {
				t.Fatal(err)
			}
			if a.Title != c.title || a.Kicker != c.kicker {
				t.Errorf("title %q, kicker %q; want %q, %q", a.Title, a.Kicker, c.title, c.kicker)
			}
		})
	}
}

func TestLeadPicture(t *testing.T) {
	og := `<meta property="og:image" content="/img/cranes-1200x630.jpg"><meta property="og:image:alt" content="Cranes">`
	figure := `<figure><img src="/img/cranes-640x480.jpg" alt="Idle cranes"><figcaption>The quay on Monday.</figcaption></figure>`
	for _, c := range []struct{ name, head, below, url, alt, caption string }{
		{"declared", og, "", "/img/cranes-1200x630.jpg", "Cranes", ""},
		{"shown, with its caption", og, figure, "/img/cranes-640x480.jpg", "Idle cranes", "The quay on Monday."},
		{"shown only", "", figure, "/img/cranes-640x480.jpg", "Idle cranes", "The quay on Monday."},
		{"loaded by a script", "", strings.Replace(figure, "src=", `src="data:image/gif;base64,R0" data-src=`, 1), "/img/cranes-640x480.jpg", "Idle cranes", "The quay on Monday."},
		{"JSON-LD with a caption", jsonLD(`{"@type":"NewsArticle","image":{"@type":"ImageObject","url":"/img/a.jpg","caption":"The quay."}}`), "", "/img/a.jpg", "", "The quay."},
		{"a logo is none", `<meta property="og:image" content="/static/logo.png">`, "", "", "", ""},
		{"an icon is none", "", `<img src="/img/face.jpg" width="40" alt="Ines">`, "", "", ""},
		{"no script address", `<meta property="og:image" content="javascript:alert(1)">`, "", "", "", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a := headOf(t, c.head, "", c.below)
			want := feeds.Picture{Alt: c.alt, Caption: c.caption}
			if c.url != "" {
				want.URL = "https://www.gazette.example" + c.url
			}
			if a.Picture != want {
				t.Errorf("got %+v, want %+v", a.Picture, want)
			}
			for _, b := range a.Blocks {
				if b.Kind == feeds.Image && a.Picture.Caption != "" || a.Picture.Caption != "" && b.Plain() == a.Picture.Caption {
					t.Errorf("the picture is set again: %+v", b)
				}
			}
		})
	}
}

func TestLanguages(t *testing.T) {
	for _, c := range []struct{ name, open, text, want string }{
		{"declared", `<html lang="en-GB">`, sentence, "en-GB"},
		{"by og:locale", `<html><head><meta property="og:locale" content="de_AT">`, sentence, "de-AT"},
		{"by content-language", `<html><head><meta http-equiv="content-language" content="fr, en">`, sentence, "fr"},
		{"a declared one in another script", `<html lang="en">`, "وقال الوزير إن المحادثات حول المضيق ستستأنف يوم الأربعاء في العاصمة، وذلك بعد عام كامل من التوقف. ", "ar"},
		{"Persian", `<html>`, "وزیر گفت که گفتگوها درباره تنگه چهارشنبه در پایتخت پس از یک سال از سر گرفته شد. ", "fa"},
		{"Russian", `<html>`, "Министр сказал, что переговоры о проливе возобновятся в среду в столице. ", "ru"},
		{"Ukrainian", `<html>`, "Міністр сказав, що переговори про протоку відновляться в середу в столиці. ", "uk"},
		{"Chinese", `<html>`, "部长说，关于海峡的谈判将于星期三在首都恢复，这距离上一轮谈判已经过去整整一年。", "zh"},
		{"Japanese", `<html>`, "大臣は、海峡をめぐる協議が水曜日に首都で再開されると述べた。一年ぶりとなる。", "ja"},
		{"Korean", `<html>`, "장관은 해협을 둘러싼 회담이 수요일 수도에서 재개될 것이라고 말했다. ", "ko"},
		{"Hebrew", `<html>`, "השר אמר כי השיחות על המיצרים יתחדשו ביום רביעי בעיר הבירה. ", "he"},
		{"Thai", `<html>`, "รัฐมนตรีกล่าวว่าการเจรจาเรื่องช่องแคบจะเริ่มขึ้นใหม่ในวันพุธที่เมืองหลวง ", "th"},
		{"unknown", `<html>`, sentence, ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			a, err := article.Extract([]byte(c.open+"<body>"+strings.Repeat("<p>"+strings.Repeat(c.text, 3)+"</p>", 3)), "", address)
			if err != nil {
				t.Fatal(err)
			}
			if a.Language != c.want {
				t.Errorf("got %q, want %q", a.Language, c.want)
			}
		})
	}
}
