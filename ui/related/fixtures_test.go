package related

import (
	"strings"
	"time"

	"dateline/feeds"
	"dateline/ui/theme"
)

var noon = time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)

func clock() time.Time { return noon }

var outlets = map[feeds.FeedID]feeds.Feed{
	"radio-sud":  {ID: "radio-sud", Name: "Radio Sud", Affiliation: feeds.Public, Country: "FR"},
	"north-post": {ID: "north-post", Name: "The North Post", Affiliation: feeds.Independent, Country: "NO"},
	"council":    {ID: "council", Name: "River Council", Affiliation: feeds.Government},
}

func outlet(id feeds.FeedID) feeds.Feed {
	if f, ok := outlets[id]; ok {
		return f
	}
	return feeds.Feed{ID: id}
}

// entry makes an item of an outlet that is old by minutes.
func entry(id feeds.ItemID, feed feeds.FeedID, minutes int, title, why string) feeds.RelatedEntry {
	return feeds.RelatedEntry{Why: why, Item: feeds.Item{
		ID: id, Story: feeds.StoryID(100 + id), Feed: feed, Title: title, URL: "https://outlet.example/" + string(feed),
		Published: noon.Add(-time.Duration(minutes) * time.Minute),
	}}
}

func told(e feeds.RelatedEntry, summary string) feeds.RelatedEntry {
	e.Item.Summary = summary
	return e
}

// river is what belongs beside item 1: groups of each kind.
func river() feeds.Related {
	return feeds.Related{Item: 1, Groups: []feeds.RelatedGroup{
		{Kind: feeds.SameEvent, Label: "same event", Total: 6, Sources: 2, Copies: []feeds.Item{
			{ID: 20, Feed: "council", Wire: "AFP"}, {ID: 21, Feed: "north-post", Wire: "AFP"}, {ID: 22, Feed: "unknown"},
		}, Entries: []feeds.RelatedEntry{
			told(entry(2, "radio-sud", 14, "Ministers part without a word after nine hours of talks on the river that divides them and their peoples", "same wire"),
				"The ministers met on Tuesday. "+strings.Repeat("Nobody spoke of the river and nobody spoke of the bridge. ", 9)),
			entry(3, "north-post", 65, "Talks on the river break off", "same words"),
			entry(4, "radio-sud", 3*24*60, "River talks: what we know", ""),
		}},
		{Kind: feeds.Earlier, Label: "earlier", Entries: []feeds.RelatedEntry{
			told(entry(5, "council", 15*24*60, "Council names a date for the talks", "two weeks before"), "The council met in the morning."),
			entry(6, "unknown", 600, "Bridge closed", ""),
			entry(7, "unknown", 601, "Bridge closed again", ""),
			entry(8, "unknown", 602, "Bridge open", ""),
			entry(9, "unknown", 603, "Bridge closed for good", ""),
			entry(10, "unknown", 604, "Not drawn: the sixth of its group", ""),
		}},
		{Kind: feeds.SameActors, Label: "Russia + China", Entries: []feeds.RelatedEntry{entry(11, "north-post", 0, "Envoys speak by telephone", "both countries")}},
		{Kind: feeds.SameCountry, Label: "Russia", Entries: []feeds.RelatedEntry{entry(12, "north-post", 5, "A quiet day in the capital", "same country")}},
	}}
}

// loaded returns a focused panel of a size with what belongs beside item 1.
func loaded(r feeds.Related, width, height int) *Pane {
	p := New(theme.New(true, false), nil, clock, outlet)
	p.Focus(true)
	p.Resize(width, height)
	p.Loading(feeds.Item{ID: r.Item})
	p.Set(r)
	return p
}

// scripts are headlines and summaries of our own in the scripts of the world.
var scripts = []struct{ name, title, summary, bare string }{
	{"arabic", "انقطاع المحادثات بشأن النهر بعد تسع ساعات دون بيان مشترك بين البلدين", "التقى وزيرا البلدين مساء الثلاثاء ثم انقطعت المحادثات ليلا دون بيان مشترك.", "إغلاق الجسر من جديد"},
	{"hebrew", "השיחות על הנהר הופסקו לאחר תשע שעות ללא הודעה משותפת", "השרים נפגשו ביום שלישי בערב, והשיחות הופסקו בלילה.", "הגשר נסגר שוב"},
	{"chinese", "界河会谈历时九小时后中断，双方没有发表任何共同声明，也没有约定下次会谈的日期", "双方部长星期二晚会面，会谈在夜间中断，没有发表共同声明。", "大桥再次关闭，居民只能绕行很远的路才能到达对岸的市场"},
	{"japanese", "国境の川をめぐる協議、9時間で中断、共同声明は出されず、次回の日程も決まらず", "双方の閣僚は火曜日の夜に会談したが、夜のうちに協議は中断した。", "橋は再び閉鎖"},
	{"thai", "การเจรจาเรื่องแม่น้ำหยุดลงหลังเก้าชั่วโมงโดยไม่มีแถลงการณ์ร่วม", "รัฐมนตรีของทั้งสองฝ่ายพบกันในคืนวันอังคาร", "สะพานปิดอีกครั้ง"},
	{"devanagari", "नदी की सीमा पर वार्ता नौ घंटे बाद बिना किसी साझा बयान के टूट गई", "दोनों पक्षों के मंत्री मंगलवार शाम मिले, लेकिन रात में वार्ता टूट गई।", "पुल फिर बंद"},
	{"mixed", "Talks 会谈 محادثات on the river 👩‍🚀: 9 hours, 0 results, and no word of a next round", "The word for talks is 会谈, محادثات, שיחות, การเจรจา or वार्ता.", "Bridge 橋 closed 🇺🇳"},
}

func inScript(title, summary, bare string) feeds.Related {
	return feeds.Related{Item: 1, Groups: []feeds.RelatedGroup{{Kind: feeds.SameEvent, Total: 2, Sources: 2, Entries: []feeds.RelatedEntry{
		told(entry(2, "radio-sud", 14, title, "same words"), summary), entry(3, "north-post", 65, bare, "same words"),
	}}}}
}
