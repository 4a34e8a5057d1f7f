package typeset_test

import (
	"cmp"
	"time"

	"dateline/feeds"
)

// words are what an article of our own says in one script; article sets them
// as blocks of every kind.
type words struct {
	name              string
	gap, stop         string // between sentences and at their ends; a blank and a full stop if empty
	title             string
	opening           string // begins with a quotation mark
	before, link, aft string // a paragraph with a link
	strong, emph      string
	heading           string
	quote, answer     string
	points            [3]string
	steps             [2]string // the 9th and 10th
	table             [][]string
	caption           string
	post              string
	related           [3]string
}

// none is the gap of scripts without blanks.
const none = "none"

const river = "https://north-post.example/2026/02/talks"

func said(s string) []feeds.Span { return []feeds.Span{{Text: s}} }

func para(s string) feeds.Block { return feeds.Block{Kind: feeds.Paragraph, Spans: said(s)} }

// article returns an article of every kind of block.
func (w words) article() feeds.Article {
	gap, stop := cmp.Or(w.gap, " "), cmp.Or(w.stop, ".")
	if w.gap == none {
		gap = ""
	}
	lead := feeds.Link{Text: w.related[0], URL: "https://north-post.example/lead"}
	bare := []feeds.Link{
		{Text: w.related[1], URL: "https://north-post.example/one"},
		{Text: w.related[2], URL: "https://north-post.example/two"},
	}
	return feeds.Article{
		Title:   w.title,
		Picture: feeds.Picture{URL: "https://north-post.example/lead.jpg", Caption: w.caption},
		Blocks: []feeds.Block{
			para(w.opening),
			{Kind: feeds.Paragraph, Spans: []feeds.Span{
				{Text: w.before + gap},
				{Text: w.link, Link: river},
				{Text: gap + w.aft + stop + gap},
				{Text: w.strong, Strong: true},
				{Text: gap},
				{Text: w.emph, Emph: true},
				{Text: stop},
			}},
			{Kind: feeds.Heading, Level: 2, Spans: said(w.heading)},
			{Kind: feeds.Quote, Level: 1, Spans: said(w.quote)},
			{Kind: feeds.Quote, Level: 2, Spans: said(w.answer)},
			{Kind: feeds.ListEntry, Level: 1, Spans: said(w.points[0])},
			{Kind: feeds.ListEntry, Level: 2, Spans: said(w.points[1])},
			{Kind: feeds.ListEntry, Level: 1, Spans: said(w.points[2])},
			{Kind: feeds.ListEntry, Level: 1, Number: 9, Spans: said(w.steps[0])},
			{Kind: feeds.ListEntry, Level: 1, Number: 10, Spans: said(w.steps[1])},
			{Kind: feeds.Table, Rows: w.table},
			{Kind: feeds.Code, Spans: said("gauge --river upper \\\n\t--days 10 --from 2026-01-22 --until 2026-02-01 --unit m3/s --format table")},
			{Kind: feeds.Image, URL: "https://north-post.example/i.jpg", Alt: w.caption},
			{Kind: feeds.Embed, URL: "https://video.example/v/1", Spans: said(w.post)},
			{Kind: feeds.Embed, URL: "https://www.video.example/v/2"},
		},
		Related: append([]feeds.Link{lead}, bare...),
		Groups: []feeds.LinkGroup{
			{Label: "Related links"},
			{
				Label: w.heading, Lead: lead, Place: "Geneva", Wire: "AFP", Day: time.Date(2026, 2, 1, 0, 0, 0, 0, time.UTC),
				Teaser: w.aft + stop, Links: bare,
			},
			{Label: w.heading, Links: bare},
		},
	}
}

var scripts = []words{
	{
		name: "latin", title: "Talks on the river border break off after nine hours without a common statement",
		opening: "“We have not come this far to go home with nothing but a photograph of two empty chairs,” said the minister of the northern side, who had been the first to arrive and was the last to leave the hall in Geneva on Tuesday night.",
		before:  "The ministers of both sides met on Tuesday evening and, after", link: "nine hours of talks about the water of the upper river", aft: "broke off in the night, as an observer told this paper",
		strong: "The border stays closed,", emph: "for now",
		heading: "What was on the table, and what was taken off it",
		quote:   "“No map was ever agreed upon, and none will be drawn by one side alone. That is all there is to say.”",
		answer:  "“There is a map, and it hangs in your own ministry.”",
		points: [3]string{
			"a ceasefire along the river, watched by people from neither of the two sides", "first for ten days, then for as long as both sides want it to last",
			"“free passage” for the fishing boats of both banks",
		},
		steps: [2]string{"the return of prisoners, all at once, at a bridge that both sides name", "a meeting of both ministers within thirty days of that return"},
		table: [][]string{{"Side", "Proposal", "Days", "Cubic metres"}, {"North", "ceasefire", "10", "1,120"}, {"South", "buffer zone on both banks", "365", "900"}},

		caption: "Two empty chairs in the hall on Wednesday morning",
		post:    "A walk along the upper river, where nobody fishes any more.",
		related: [3]string{"The river that two countries drink from", "How the last treaty came to be forgotten", "Who watches the bridges"},
	},
	{
		name: "arabic", title: "انقطاع المحادثات بشأن النهر الحدودي بعد تسع ساعات دون بيان مشترك",
		opening: "«لم نقطع هذه المسافة لنعود إلى بيوتنا بصورة لكرسيين فارغين»، قال وزير الجانب الشمالي الذي كان أول من وصل وآخر من غادر القاعة في جنيف ليلة الثلاثاء.",
		before:  "التقى وزيرا الجانبين مساء الثلاثاء، وبعد", link: "تسع ساعات من المحادثات حول مياه النهر الأعلى", aft: "انقطعت المحادثات ليلا، كما قال مراقب لهذه الصحيفة",
		strong: "تبقى الحدود مغلقة،", emph: "حتى الآن",
		heading: "ما كان على الطاولة وما رُفع عنها",
		quote:   "«لم يُتفق على أي خريطة قط، ولن يرسمها جانب واحد وحده.»",
		answer:  "«هناك خريطة، وهي معلقة في وزارتكم.»",
		points:  [3]string{"وقف إطلاق النار على طول النهر يراقبه أناس من غير الجانبين", "لعشرة أيام أولا", "مرور حر لقوارب الصيد"},
		steps:   [2]string{"عودة الأسرى جميعا عند جسر يسميه الجانبان", "لقاء الوزيرين خلال 30 يوما"},
		table:   [][]string{{"الجانب", "الاقتراح", "الأيام"}, {"الشمال", "وقف إطلاق النار", "10"}, {"الجنوب", "منطقة عازلة", "365"}},
		caption: "كرسيان فارغان في القاعة صباح الأربعاء",
		post:    "نزهة على ضفة النهر حيث لم يعد أحد يصطاد.",
		related: [3]string{"النهر الذي يشرب منه بلدان", "كيف نُسيت المعاهدة الأخيرة", "من يراقب الجسور"},
	},
	{
		name: "hebrew", title: "השיחות על נהר הגבול הופסקו לאחר תשע שעות ללא הודעה משותפת",
		opening: "„לא באנו עד הלום כדי לחזור הביתה עם תצלום של שני כיסאות ריקים”, אמר שר הצד הצפוני, שהיה הראשון להגיע והאחרון לעזוב את האולם בז׳נבה ביום שלישי בלילה.",
		before:  "שרי שני הצדדים נפגשו ביום שלישי בערב, ולאחר", link: "תשע שעות של שיחות על מי הנהר העליון", aft: "הופסקו השיחות בלילה, כך אמר משקיף לעיתון זה",
		strong: "הגבול נשאר סגור,", emph: "לעת עתה",
		heading: "מה היה על השולחן ומה הורד ממנו",
		quote:   "„מעולם לא הוסכם על מפה, וצד אחד לבדו לא ישרטט אותה.”",
		answer:  "„יש מפה, והיא תלויה במשרד שלכם.”",
		points:  [3]string{"הפסקת אש לאורך הנהר בפיקוח אנשים שאינם משני הצדדים", "תחילה לעשרה ימים", "מעבר חופשי לסירות הדיג"},
		steps:   [2]string{"השבת השבויים כולם בגשר ששני הצדדים ינקבו בשמו", "פגישת השרים בתוך 30 יום"},
		table:   [][]string{{"צד", "הצעה", "ימים"}, {"צפון", "הפסקת אש", "10"}, {"דרום", "אזור חיץ", "365"}},
		caption: "שני כיסאות ריקים באולם ביום רביעי בבוקר",
		post:    "טיול לאורך הנהר, שבו איש אינו דג עוד.",
		related: [3]string{"הנהר ששתי מדינות שותות ממנו", "כיצד נשכח ההסכם האחרון", "מי שומר על הגשרים"},
	},
	{
		name: "chinese", gap: none, stop: "。", title: "界河会谈历时九小时后中断，双方未发表共同声明",
		opening: "“我们走了这么远，不是为了带着两把空椅子的照片回家。”北方部长说。他星期二晚上第一个到达日内瓦的会场，也是最后一个离开的人。他补充说，NATO没有派代表参加这次长达9小时的会谈。",
		before:  "双方部长星期二晚会面，经过", link: "九个小时关于上游河水的会谈之后", aft: "会谈在夜间中断，一名观察员对本报说",
		strong: "边界仍然关闭，", emph: "暂时如此",
		heading: "桌上曾有什么，又撤下了什么",
		quote:   "「从来没有商定过任何地图，也不会由一方单独绘制。要说的就是这些。」",
		answer:  "「地图是有的，就挂在你们自己的部里。」",
		points:  [3]string{"沿河停火，由双方以外的人员监督，直到双方都同意结束为止", "先停十天，然后再议", "两岸渔船自由通行"},
		steps:   [2]string{"在双方指定的一座桥上一次性交还全部战俘，并由第三方见证", "交还之后三十天内举行部长会晤"},
		table:   [][]string{{"一方", "提议", "天数"}, {"北方", "停火", "10"}, {"南方", "两岸设立缓冲区", "365"}},
		caption: "星期三上午会场里的两把空椅子",
		post:    "沿上游走一走，那里已经没有人捕鱼了。",
		related: [3]string{"两国共饮的一条河", "上一个条约是怎样被遗忘的", "谁在看守桥梁"},
	},
	{
		name: "japanese", gap: none, stop: "。", title: "国境の川をめぐる協議、9時間で中断　共同声明なし",
		opening: "「空の椅子の写真だけを持って帰るために、ここまで来たのではない」と北側の閣僚は語った。火曜日の夜、ジュネーブの会場に最初に着き、最後まで残っていた人物である。",
		before:  "双方の閣僚は火曜日の夜に会談したが、", link: "上流の水をめぐる九時間の協議", aft: "は夜のうちに中断した、とある関係者は本紙に語った",
		strong: "国境は閉じたままだ、", emph: "当面は",
		heading: "テーブルにあったもの、そして下げられたもの",
		quote:   "「地図が合意されたことは一度もなく、一方だけで描くこともない。言うべきことはそれだけだ。」",
		answer:  "「地図はある。あなた方の省に掛かっている。」",
		points:  [3]string{"川沿いの停戦、双方に属さない人々が監視し、双方が望むかぎり続ける", "まず十日間、そののち協議", "両岸の漁船の自由な通行"},
		steps:   [2]string{"双方が指名する橋での捕虜全員の一斉返還、第三者の立ち会いのもとで", "返還から三十日以内の閣僚会談"},
		table:   [][]string{{"側", "提案", "日数"}, {"北", "停戦", "10"}, {"南", "両岸の緩衝地帯", "365"}},
		caption: "水曜日の朝、会場に残された二脚の空の椅子",
		post:    "もう誰も漁をしない上流を歩く。",
		related: [3]string{"二つの国が飲む川", "前の条約はどう忘れられたか", "橋を見張るのは誰か"},
	},
	{
		name: "thai", stop: " ", title: "การเจรจาเรื่องแม่น้ำชายแดนหยุดลงหลังเก้าชั่วโมง",
		opening: "“เราไม่ได้มาไกลถึงเพียงนี้เพื่อกลับบ้านพร้อมภาพถ่ายเก้าอี้ว่างสองตัว” รัฐมนตรีฝ่ายเหนือกล่าว เขาเป็นคนแรกที่มาถึงและเป็นคนสุดท้ายที่ออกจากห้องประชุมในเจนีวาเมื่อคืนวันอังคาร",
		before:  "รัฐมนตรีของทั้งสองฝ่ายพบกันเมื่อคืนวันอังคาร และหลังจาก", link: "เก้าชั่วโมงของการเจรจาเรื่องน้ำในแม่น้ำตอนบน", aft: "การเจรจาก็หยุดลงในตอนกลางคืน ผู้สังเกตการณ์คนหนึ่งบอกกับหนังสือพิมพ์นี้",
		strong: "ชายแดนยังปิดอยู่", emph: "ในตอนนี้",
		heading: "สิ่งที่อยู่บนโต๊ะและสิ่งที่ถูกนำออกไป",
		quote:   "“ไม่เคยมีการตกลงเรื่องแผนที่ และจะไม่มีฝ่ายใดวาดขึ้นเพียงลำพัง”",
		answer:  "“แผนที่มีอยู่ และแขวนอยู่ในกระทรวงของท่านเอง”",
		points:  [3]string{"การหยุดยิงตามแนวแม่น้ำ โดยมีผู้สังเกตการณ์จากฝ่ายที่สาม", "สิบวันแรกก่อน", "การเดินเรือประมงโดยเสรี"},
		steps:   [2]string{"การส่งคืนเชลยทั้งหมดที่สะพานซึ่งทั้งสองฝ่ายกำหนด", "การพบกันของรัฐมนตรีภายใน 30 วัน"},
		table:   [][]string{{"ฝ่าย", "ข้อเสนอ", "วัน"}, {"เหนือ", "หยุดยิง", "10"}, {"ใต้", "เขตกันชน", "365"}},
		caption: "เก้าอี้ว่างสองตัวในห้องประชุมเช้าวันพุธ",
		post:    "เดินเล่นริมแม่น้ำตอนบนที่ไม่มีใครหาปลาอีกแล้ว",
		related: [3]string{"แม่น้ำที่สองประเทศดื่มร่วมกัน", "สนธิสัญญาฉบับก่อนถูกลืมได้อย่างไร", "ใครเฝ้าสะพาน"},
	},
	{
		name: "devanagari", stop: "।", title: "नदी की सीमा पर वार्ता नौ घंटे बाद बिना साझा बयान के टूटी",
		opening: "“हम इतनी दूर दो खाली कुर्सियों की तस्वीर लेकर घर लौटने नहीं आए हैं,” उत्तरी पक्ष के मंत्री ने कहा, जो मंगलवार की रात जिनेवा के सभागार में सबसे पहले पहुँचे और सबसे अंत में निकले।",
		before:  "दोनों पक्षों के मंत्री मंगलवार शाम मिले और", link: "ऊपरी नदी के पानी पर नौ घंटे की वार्ता", aft: "रात में टूट गई, एक पर्यवेक्षक ने इस अख़बार को बताया",
		strong: "सीमा बंद रहेगी,", emph: "फ़िलहाल",
		heading: "मेज़ पर क्या था और क्या हटा लिया गया",
		quote:   "“किसी नक्शे पर कभी सहमति नहीं हुई, और कोई एक पक्ष उसे अकेले नहीं बनाएगा।”",
		answer:  "“नक्शा है, और वह आपके ही मंत्रालय में टँगा है।”",
		points:  [3]string{"नदी के किनारे युद्धविराम, जिसकी निगरानी किसी तीसरे पक्ष के लोग करें", "पहले दस दिन के लिए", "मछुआरों की नावों को खुली आवाजाही"},
		steps:   [2]string{"दोनों पक्षों के चुने पुल पर सभी बंदियों की एक साथ वापसी", "30 दिन के भीतर मंत्रियों की बैठक"},
		table:   [][]string{{"पक्ष", "प्रस्ताव", "दिन"}, {"उत्तर", "युद्धविराम", "10"}, {"दक्षिण", "मध्यवर्ती क्षेत्र", "365"}},
		caption: "बुधवार सुबह सभागार में दो खाली कुर्सियाँ",
		post:    "ऊपरी नदी के किनारे सैर, जहाँ अब कोई मछली नहीं पकड़ता।",
		related: [3]string{"वह नदी जिसका पानी दो देश पीते हैं", "पिछली संधि कैसे भुला दी गई", "पुलों की निगरानी कौन करता है"},
	},
	{
		name: "korean", title: "국경 강 협상, 아홉 시간 만에 공동 성명 없이 중단",
		opening: "“빈 의자 두 개의 사진만 들고 돌아가려고 여기까지 온 것이 아니다.” 북측 장관이 말했다. 그는 화요일 밤 제네바 회담장에 가장 먼저 도착해 가장 늦게 떠난 사람이었다.",
		before:  "양측 장관은 화요일 저녁에 만났으나", link: "상류의 물을 둘러싼 아홉 시간의 협상은", aft: "밤사이 중단되었다고 한 참관인이 본지에 전했다",
		strong: "국경은 닫혀 있다,", emph: "당분간은",
		heading: "탁자 위에 있던 것과 치워진 것",
		quote:   "“합의된 지도는 한 번도 없었고, 한쪽이 혼자 그리는 일도 없을 것이다.”",
		answer:  "“지도는 있다. 당신네 부처에 걸려 있다.”",
		points:  [3]string{"강을 따라 휴전하고, 양측에 속하지 않는 사람들이 감시한다", "먼저 열흘 동안", "양안 어선의 자유로운 통행"},
		steps:   [2]string{"양측이 지정한 다리에서 모든 포로를 한꺼번에 송환", "송환 뒤 30일 안에 장관 회담"},
		table:   [][]string{{"측", "제안", "일수"}, {"북", "휴전", "10"}, {"남", "양안의 완충 지대", "365"}},
		caption: "수요일 아침 회담장의 빈 의자 두 개",
		post:    "이제 아무도 고기를 잡지 않는 상류를 걷다.",
		related: [3]string{"두 나라가 마시는 강", "지난 조약은 어떻게 잊혔나", "누가 다리를 지키나"},
	},
	{
		name: "mixed", title: "Talks 会谈 محادثات on the river: 9 hours, 0 results 🇺🇳",
		opening: "« Nous ne sommes pas venus jusqu’ici pour rentrer avec une photo », a dit la ministre ; the word for talks is 会谈 in Chinese, 協議 in Japanese, محادثات in Arabic, שיחות in Hebrew, การเจรจา in Thai and वार्ता in Hindi.",
		before:  "Cafés like 👩‍🚀 and 🇺🇳 take two cells, é takes one, and", link: "Straßenbahn\u00adhaltestellen\u00adverzeichnis ﷽", aft: "takes as many as it takes; 10\u00a0km stay 10\u202fkm",
		strong: "ประเทศ แรง,", emph: "наречие 👍🏽",
		heading: "محادثات والطاولة",
		quote:   "„Wir sind nicht so weit gekommen“, sagte er; »und nicht zum letzten Mal«, sagte sie 👨‍👩‍👧‍👦.",
		answer:  "「地図はある」 he said, and محادثات went on.",
		points:  [3]string{"第一点 with Latin words", "نقطة ثانية with Latin words", "तीसरी बात"},
		steps:   [2]string{"девятый шаг", "第十步"},
		table:   [][]string{{"Side", "提案", "Days"}, {"North 🧭", "停戦 and more", "–"}, {"الجنوب", "buffer zone", "+365 %"}},
		caption: "两把椅子, two chairs, كرسيان",
		post:    "🏞️ a walk along the 上流.",
		related: [3]string{"The river 川 that two drink from", "كيف نُسيت المعاهدة", "橋 and bridges"},
	},
}
