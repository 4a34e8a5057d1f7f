package article

import (
	"time"

	"dateline/feeds"
	"dateline/ui/theme"
)

var (
	zone  = time.FixedZone("CET", 3600)
	today = time.Date(2026, 2, 1, 15, 30, 0, 0, zone)
)

func clock() time.Time { return today }

var northPost = feeds.Feed{ID: "north-post", Name: "The North Post", Country: "NO", Affiliation: feeds.Independent}

func item(id feeds.ItemID, title string) feeds.Item {
	return feeds.Item{
		ID: id, Title: title, URL: "https://north-post.example/2026/02/talks", Story: 7,
		Byline: "Kari Lund", Place: "Geneva", Summary: "The talks broke off in the night.",
		Published: time.Date(2026, 2, 1, 13, 2, 0, 0, time.UTC), Seen: time.Date(2026, 2, 1, 13, 5, 0, 0, time.UTC),
	}
}

func said(s string) []feeds.Span { return []feeds.Span{{Text: s}} }

func para(s string) feeds.Block { return feeds.Block{Kind: feeds.Paragraph, Spans: said(s)} }

func fetched(id feeds.ItemID, blocks ...feeds.Block) feeds.Article {
	return feeds.Article{Item: id, URL: "https://north-post.example/2026/02/talks", Fetched: today.Add(-time.Hour), Blocks: blocks}
}

// opened returns a pane of a size that shows an item.
func opened(it feeds.Item, width, height int) *Pane {
	p := New(theme.New(true, false), nil, clock)
	p.Resize(width, height)
	p.Open([]Version{{it, northPost}}, it.ID, feeds.Tags{}, "")
	return p
}

// everyKind holds one block of each kind and each way to set it.
func everyKind() []feeds.Block {
	return []feeds.Block{
		{Kind: feeds.Paragraph, Spans: []feeds.Span{
			{Text: "The ministers of both sides met on "},
			{Text: "Tuesday evening", Strong: true},
			{Text: " and, after "},
			{Text: "nine hours of talks", Link: "https://north-post.example/talks"},
			{Text: ", broke off in the night without a "},
			{Text: "common", Emph: true},
			{Text: " statement, as "},
			{Text: "an observer", Link: "https://north-post.example/who", Strong: true},
			{Text: " told "},
			{Text: "the same paper", Link: "https://north-post.example/talks"},
			{Text: "."},
		}},
		{Kind: feeds.Heading, Level: 2, Spans: said("What was on the table, and what was taken off it before the night was over")},
		{Kind: feeds.Quote, Level: 1, Spans: said("We have not come this far to go home with nothing but a photograph of two empty chairs.")},
		{Kind: feeds.Quote, Level: 1, Spans: said("Nor to stay.")},
		{Kind: feeds.ListEntry, Level: 1, Spans: said("a ceasefire along the river, watched by people from neither of the two sides")},
		{Kind: feeds.ListEntry, Level: 2, Spans: said("first for ten days, then for as long as both sides want it to last")},
		{Kind: feeds.ListEntry, Level: 1, Number: 12, Spans: said("the return of prisoners, all at once, at a bridge that both sides name")},
		{Kind: feeds.Table, Rows: [][]string{{"Side", "Proposal", "Days"}, {"North", "ceasefire", "10"}, {"South", "buffer zone", "1,120"}}},
		{Kind: feeds.Table, Rows: [][]string{
			{"Who", "What was said"},
			{"North", "that the river is a border and has been one since the first of the maps was drawn by anyone"},
			{"South", "that no map was ever agreed upon"},
		}},
		{Kind: feeds.Code, Spans: said("line one\n\tindented by a tab and far too long to stand in one line of a narrow pane of text")},
		{Kind: feeds.Image, URL: "https://north-post.example/i.jpg", Spans: said("Two empty chairs: The hall on Wednesday morning")},
		{Kind: feeds.Image, URL: "https://north-post.example/j.jpg"},
		{Kind: feeds.Embed, URL: "https://video.example/v/1", Spans: said("A walk along the river")},
		{Kind: feeds.Embed, URL: "https://video.example/v/2"},
		para("A last word."),
	}
}

// scripts are headlines and paragraphs of our own in the scripts of the world.
var scripts = []struct {
	name, title string
	blocks      []feeds.Block
}{
	{"latin", "Talks on the river border break off after nine hours", everyKind()},
	{"arabic", "انقطاع المحادثات بشأن النهر بعد تسع ساعات", []feeds.Block{
		para("التقى وزيرا البلدين مساء الثلاثاء في جنيف، ثم انقطعت المحادثات ليلا دون بيان مشترك، كما قال مراقب لم يشأ أن يذكر اسمه."),
		{Kind: feeds.Quote, Level: 1, Spans: said("لم نأت إلى هنا لنعود بصورة لكرسيين فارغين.")},
		{Kind: feeds.ListEntry, Level: 1, Number: 1, Spans: said("وقف إطلاق النار على طول النهر لمدة 10 أيام")},
		{Kind: feeds.ListEntry, Level: 2, Spans: said("عودة الأسرى")},
	}},
	{"hebrew", "השיחות על הנהר הופסקו לאחר תשע שעות", []feeds.Block{
		para("השרים של שני הצדדים נפגשו ביום שלישי בערב בז׳נבה, והשיחות הופסקו בלילה ללא הודעה משותפת, כך אמר משקיף."),
		{Kind: feeds.ListEntry, Level: 1, Spans: said("הפסקת אש לאורך הנהר")},
	}},
	{"chinese", "界河会谈历时九小时后中断", []feeds.Block{
		para("双方部长星期二晚在日内瓦会面，会谈在夜间中断，没有发表共同声明。一名观察员说：“我们走了这么远，不是为了带着两把空椅子的照片回家。”他补充说，NATO没有派代表参加这次长达9小时的会谈。"),
	}},
	{"japanese", "国境の川をめぐる協議、9時間で中断", []feeds.Block{
		para("双方の閣僚は火曜日の夜ジュネーブで会談したが、共同声明のないまま、夜のうちに協議は中断した。ある関係者は「空の椅子の写真だけを持って帰るために来たのではない」と語った。"),
	}},
	{"thai", "การเจรจาเรื่องแม่น้ำหยุดลงหลังเก้าชั่วโมง", []feeds.Block{
		para("รัฐมนตรีของทั้งสองฝ่ายพบกันในคืนวันอังคารที่เจนีวา แต่การเจรจาหยุดลงในตอนกลางคืนโดยไม่มีแถลงการณ์ร่วม ผู้สังเกตการณ์คนหนึ่งกล่าวเช่นนั้นเมื่อเช้านี้"),
	}},
	{"devanagari", "नदी की सीमा पर वार्ता नौ घंटे बाद टूटी", []feeds.Block{
		para("दोनों पक्षों के मंत्री मंगलवार शाम जिनेवा में मिले, लेकिन रात में वार्ता बिना किसी साझा बयान के टूट गई, एक पर्यवेक्षक ने कहा।"),
	}},
	{"mixed", "Talks 会谈 محادثات on the river: 9 hours, 0 results", []feeds.Block{
		para("The word for talks is 会谈 in Chinese, 協議 in Japanese, محادثات in Arabic, שיחות in Hebrew, การเจรจา in Thai and वार्ता in Hindi; Cafés like 👩‍🚀 and 🇺🇳 take two cells."),
		para("محادثات is a word that begins this paragraph, so the paragraph stands at the right."),
	}},
}
