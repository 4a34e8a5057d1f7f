package article

import (
	"slices"
	"strings"
	"testing"
	"time"
)

// TestLineRules shows every rule a line that it is for, and that no rule of
// its table takes a sentence for one.
func TestLineRules(t *testing.T) {
	tables := map[string][]lineRule{"noise": noiseLines, "lead": leadLines, "tail head": tailHeads, "tail": tailLines, "head": headLines}
	finds := []struct{ table, rule, line string }{
		{"noise", "advertisement", "ADVERTISEMENT"},
		{"noise", "advertisement", "— Реклама —"},
		{"noise", "share bar", "12 shares"},
		{"noise", "share bar", "Facebook | Twitter | WhatsApp"},
		{"noise", "page's own words", "This slideshow requires JavaScript."},
		{"noise", "picture credit", "Photo: T. Courier"},
		{"noise", "picture credit at the end", "The quay on Monday (Image: T. Courier)"},
		{"noise", "picture credit at the end", "The quay on Monday. Ann Lund/AFP via Getty Images"},
		{"noise", "subscription", "Sign up for our free morning newsletter"},
		{"noise", "subscription", "Follow us on Telegram"},
		{"noise", "consent", "This website uses cookies to improve your experience."},
		{"noise", "comments", "Post a comment"},
		{"noise", "another edition", "A version of this article appears in print on Feb. 2, 2026, Section A, Page 6."},
		{"noise", "address", "a.lund@courier.example"},
		{"noise", "when another text was written", "20 января, 09:15"},
		{"lead", "related, with a mark", "READ MORE: Harbour strike enters third week"},
		{"lead", "related", "Читайте также Порт снова закрыт"},
		{"tail head", "what follows", "More from The Tidewater Courier"},
		{"tail head", "what follows, elsewhere", "Das könnte Sie auch interessieren"},
		{"tail", "copyright", "© 2026 The Tidewater Courier"},
		{"tail", "copyright at the end", "2026 The Courier. All rights reserved."},
		{"tail", "who wrote and edited", "(Reporting by A. Lund; editing by B. Okafor)"},
		{"tail", "where it was before", "Source: The Tidewater Courier"},
		{"tail", "initials", "pvm-joh/edh/rb"},
		{"tail", "page's own words", "Back"},
		{"head", "dated", "Published: 10:48, Tue, Nov 19, 2019"},
		{"head", "date", "Nov. 20, 2019, 9:28 AM UTC"},
		{"head", "date", "domingo, 5 de enero de 2025 às 20:13"},
		{"head", "time and date", "12:40 01.02.2026 (обновлено: 12:52 01.02.2026)"},
		{"head", "date in Thai", "3 มี.ค. 2569 09:20 น."},
		{"head", "count", "10482"},
		{"head", "byline", "By Ann Lund"},
		{"head", "label", "Breaking news"},
	}
	for _, f := range finds {
		i := slices.IndexFunc(tables[f.table], func(r lineRule) bool { return r.what == f.rule })
		if i < 0 || !matches(tables[f.table][i:i+1], f.line) {
			t.Errorf("%s: the rule %q does not find %q", f.table, f.rule, f.line)
		}
	}
	for name, rules := range tables {
		for _, r := range rules {
			if !slices.ContainsFunc(finds, func(f struct{ table, rule, line string }) bool { return f.table == name && f.rule == r.what }) {
				t.Errorf("%s: the rule %q has no example", name, r.what)
			}
		}
	}
	for _, text := range []string{
		"Share prices fell on Monday after the vote.",
		"By Monday the harbour was empty.",
		"On 5 March 2024 the council voted to close the strait.",
		"Contact with the ship was lost on Tuesday.",
		"“We are done,” the minister said. (Reuters)",
		"OK, he said.",
		"1948",
		"Related offences carry up to ten years.",
		"Реки вышли из берегов, сообщили в ведомстве.",
		"Watch out for the second round, she said.",
	} {
		for name, rules := range tables {
			if matches(rules, text) {
				t.Errorf("%s takes %q for no text", name, text)
			}
		}
	}
}

func TestNameRules(t *testing.T) {
	for _, c := range []struct {
		name string
		want verdict
	}{
		{"relatedPosts-box_2", related},
		{"read-more", related},
		{"social-share-bar", drop},
		{"js-newsletter__form", drop},
		{"nav-links", related},
		{"nav", drop},
		{"ad", drop},
		{"header-adverts", drop},
		{"gradient", keep},
		{"readability", keep},
		{"shareholders-report", keep},
		{"story", keep},
		{"", keep},
	} {
		if got, _ := nameRules.match(nameWords(c.name)); got != c.want {
			t.Errorf("%q: got %v, want %v", c.name, got, c.want)
		}
	}
	if got, want := strings.Join(nameWords("relatedPosts-box_2 ÉtéFoo"), " "), "related posts box été foo"; got != want {
		t.Errorf("words %q, want %q", got, want)
	}
}

func TestParseDateline(t *testing.T) {
	for _, c := range []struct {
		line, place, wire, date string
		alone, none             bool
	}{
		{line: "Beijing (AFP) Feb 1, 2026", place: "Beijing", wire: "AFP", date: "2026-02-01", alone: true},
		{line: "Washington DC (UPI) January 29, 2026", place: "Washington DC", wire: "UPI", date: "2026-01-29", alone: true},
		{line: "Port-au-Prince, Haiti (AFP) 3 Sept 2025", place: "Port-au-Prince, Haiti", wire: "AFP", date: "2025-09-03", alone: true},
		{line: "Geneva, Feb 1 (Xinhua)", place: "Geneva", wire: "Xinhua", date: "2026-02-01", alone: true},
		{line: "LONDON, Jan 20 (Reuters) - Ministers met.", place: "London", wire: "Reuters", date: "2026-01-20"},
		{line: "BEIJING, Feb. 1 (Xinhua) -- Ministers met.", place: "Beijing", wire: "Xinhua", date: "2026-02-01"},
		{line: "NEW YORK (AP) — Ministers met.", place: "New York", wire: "AP"},
		{line: "(Reuters) — Ministers met.", wire: "Reuters"},
		{line: "SANTA FE, N.M. (AP) — Ministers met.", place: "Santa Fe, N.M.", wire: "AP"},
		{line: "VIENNA — Ministers met.", place: "Vienna"},
		{line: "MOSCOW, February 1. /TASS/. Ministers met.", place: "Moscow", wire: "TASS", date: "2026-02-01"},
		{line: "EXCLUSIVE — Ministers met.", none: true},
		{line: "الخرطوم (أ ف ب) - استأنفت ثلاث دول", place: "الخرطوم", wire: "AFP"},
		{line: "新华社北京2月1日电 三个国家", place: "北京", wire: "Xinhua", date: "2026-02-01"},
		{line: "The North Atlantic alliance (NATO) - once declared dead - met.", none: true},
		{line: "Ministers met on Monday.", none: true},
		{line: "PARIS, 1er févr. (AFP) - Les ministres se sont réunis.", place: "Paris", wire: "AFP", date: "2026-02-01"},
		{line: "Berlin (dpa) - Die Minister trafen sich.", place: "Berlin", wire: "dpa"},
		{line: "Bruselas, 1 feb (EFE).- Los ministros se reunieron.", place: "Bruselas", wire: "EFE", date: "2026-02-01"},
		{line: "МОСКВА, 1 февраля. /ТАСС/. Министры встретились.", place: "Москва", wire: "TASS", date: "2026-02-01"},
		{line: "МОСКВА, 1 фев — РИА Новости. Министры встретились.", place: "Москва", wire: "RIA Novosti", date: "2026-02-01"},
		{line: "КИЕВ. 1 февраля. ИНТЕРФАКС - Министры встретились.", place: "Киев", wire: "Interfax", date: "2026-02-01"},
		{line: "ANKARA (AA) - Bakanlar bir araya geldi.", place: "Ankara", wire: "AA"},
		{line: "القاهرة 1 فبراير (رويترز) - قال الوزير", place: "القاهرة", wire: "Reuters", date: "2026-02-01"},
		{line: "【北京共同】三か国は協議を再開した。", place: "北京", wire: "Kyodo"},
		{line: "【ワシントン時事】三か国は協議を再開した。", place: "ワシントン", wire: "Jiji"},
		{line: "(서울=연합뉴스) 김철수 기자 = 세 나라가 회담을 재개했다.", place: "서울", wire: "Yonhap"},
		{line: "中新社北京2月1日电 三个国家", place: "北京", wire: "CNS", date: "2026-02-01"},
		{line: "新华社联合国2月1日电（记者王小明）三个国家", place: "联合国", wire: "Xinhua", date: "2026-02-01"},
		{line: "(中央社記者王小明台北1日電)三個國家", wire: "CNA"},
		{line: "Dec 31 was the day on which ministers met.", none: true},
		{line: "NATO", none: true},
		{line: "", none: true},
	} {
		d, alone, ok := parseDateline(c.line, time.Date(2026, 2, 2, 0, 0, 0, 0, time.UTC))
		date := ""
		if !d.date.IsZero() {
			date = d.date.Format(time.DateOnly)
		}
		if d.place != c.place || d.wire != c.wire || date != c.date || alone != c.alone || ok == c.none {
			t.Errorf("%q: got %q %q %q alone %v found %v", c.line, d.place, d.wire, date, alone, ok)
		}
	}
	if d, _, _ := parseDateline("LONDON, Jan 20 (Reuters) - Ministers met.", time.Time{}); !d.date.IsZero() {
		t.Errorf("a date without a year is %v", d.date)
	}
}

func TestBylines(t *testing.T) {
	for _, c := range []struct{ line, want, wire string }{
		{"by AFP Staff Writers", "AFP Staff Writers", "AFP"},
		{"by ann lund", "ann lund", ""},
		{"By Ines Okafor and Jon Lund", "Ines Okafor and Jon Lund", ""},
		{"By: Ines Okafor", "Ines Okafor", ""},
		{"G. Lund, Associated Press", "G. Lund, Associated Press", "AP"},
		{"Ines Okafor | Published 3 Feb", "Ines Okafor", ""},
		{"Ines Okafor Monday, November 18, 2019", "Ines Okafor", ""},
		{"Par Inès Moreau", "Inès Moreau", ""},
		{"作者：王小明", "王小明", ""},
		{"Bymer Lund", "Bymer Lund", ""},
		{"https://gazette.example/author/ines", "", ""},
		{"admin", "", ""},
		{"Reuters", "Reuters", "Reuters"},
		{"Ana Belén Ruiz", "Ana Belén Ruiz", ""},
		{"By Ines Okafor, Jon Lund and Ann Berg", "Ines Okafor, Jon Lund and Ann Berg", ""},
		{"Written by Ines Okafor", "Ines Okafor", ""},
		{"Ines Okafor, Political Editor", "Ines Okafor", ""},
		{"By Ines Okafor, ines@gazette.example", "Ines Okafor", ""},
		{"Ines Okafor @inesok", "Ines Okafor", ""},
		{"By Ines Okafor Follow @inesok", "Ines Okafor", ""},
		{"Ines Okafor 3 Feb 2026, 10:15", "Ines Okafor", ""},
		{"Ines Okafor, 3. Februar 2026", "Ines Okafor", ""},
		{"Von Ines von der Heide", "Ines von der Heide", ""},
		{"di Ines Moretti", "Ines Moretti", ""},
		{"Автор: Инна Окафор", "Инна Окафор", ""},
		{"بقلم: إيناس عكاشة", "إيناس عكاشة", ""},
		{"김철수 기자", "김철수", ""},
		{"By Staff", "", ""},
		{"By The Associated Press", "The Associated Press", "AP"},
		{"Reuters, Reuters", "Reuters", "Reuters"},
		{"Ines says:", "", ""},
		{"Name (required)", "", ""},
		{"February 3, 2026", "", ""},
		{"10:15", "", ""},
	} {
		got := cleanByline(c.line)
		if got != c.want || wireOf(got) != c.wire {
			t.Errorf("%q: got %q of %q, want %q of %q", c.line, got, wireOf(got), c.want, c.wire)
		}
	}
}

func TestShare(t *testing.T) {
	for _, c := range []struct {
		want, text string
		least      float64
		most       float64
	}{
		{"one two three four", "zero one two three four five", 0.5, 1},
		{"one two three four five six seven", "entirely other words stand here", 0, 0},
		{"三个国家恢复了谈判", "三个国家恢复了谈判。", 0.7, 1},
		{"", "text", 0, 0},
	} {
		if got := share(c.want, c.text); got < c.least || got > c.most {
			t.Errorf("share(%q, %q) = %v", c.want, c.text, got)
		}
	}
}
