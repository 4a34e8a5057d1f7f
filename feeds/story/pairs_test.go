package story_test

import (
	"fmt"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/region"
	"dateline/feeds/story"
)

var (
	noon   = time.Date(2026, 2, 1, 12, 0, 0, 0, time.UTC)
	tagger = region.New()
)

// item makes an item of an outlet, published so many hours after noon, with the
// countries that it names.
func item(id int, outlet, title, summary string, hours float64) *feeds.Item {
	return &feeds.Item{
		ID: feeds.ItemID(id), Feed: feeds.FeedID(outlet), Title: title, Summary: summary,
		Published: noon.Add(time.Duration(hours * float64(time.Hour))),
		Tags:      tagger.Tag(region.Text{Title: title, Summary: summary}),
	}
}

// half is one item of a pair.
type half struct{ title, summary string }

// pairs are what two outlets wrote within some hours of each other.
var pairs = []struct {
	name  string
	a, b  half
	hours float64
	same  bool
}{
	{
		"two headlines alone",
		half{"Norway and Iceland sign fishing treaty in Bergen after decade of talks", ""},
		half{"Fishing treaty signed in Bergen by Norway, Iceland", ""},
		3, true,
	},
	{
		"country and adjective",
		half{"Kenyan parliament rejects fuel levy after street protests", ""},
		half{"Kenya: lawmakers throw out fuel levy following protests", ""},
		5, true,
	},
	{
		"headlines differ, the text agrees",
		half{"'We had minutes to leave'", "A dam above the town of Kasserat in northern Morocco burst on Monday night, sweeping away two bridges and killing at least nine people, officials said. Rescuers searched the mud for survivors."},
		half{"Nine dead in Morocco dam burst", "At least nine people died when a dam burst near Kasserat in Morocco's north late on Monday. The flood destroyed two bridges, and rescuers are looking for survivors in the mud."},
		6, true,
	},
	{
		"a publisher at the end",
		half{"Chilean copper port of Antofagasta closed by dock strike - The Andes Ledger", ""},
		half{"Dock strike closes Chile's copper port Antofagasta | Harbour 24", ""},
		2, true,
	},
	{
		"a toll that rises",
		half{"Ferry sinks off Palawan, Philippines, 12 dead", "A ferry with 80 people aboard capsized in a storm off Palawan in the western Philippines, the coast guard said."},
		half{"Death toll in Palawan ferry sinking rises to 19", "The coast guard of the Philippines found seven more bodies after a ferry capsized in a storm off Palawan."},
		10, true,
	},
	{
		"Russian",
		half{"Землетрясение в Кашгарии разрушило сотни домов", ""},
		half{"Сотни домов разрушены после землетрясения в Кашгарии", ""},
		2, true,
	},
	{
		"Arabic",
		half{"زلزال قوي يضرب مدينة أغادير المغربية ويدمر عشرات المنازل", ""},
		half{"عشرات المنازل دمرت بعد الزلزال القوي في أغادير المغربية", ""},
		2, true,
	},
	{
		"Chinese",
		half{"挪威外长与肯尼亚总统在内罗毕签署渔业协定", ""},
		half{"肯尼亚总统和挪威外长签署渔业协定 会谈在内罗毕举行", ""},
		2, true,
	},
	{
		"Japanese",
		half{"能登半島で震度６強の地震、津波警報を発表", ""},
		half{"津波警報を発表　能登半島の地震で震度６強", ""},
		2, true,
	},
	{
		"Spanish",
		half{"El Congreso de Bolivia aprueba la ley del litio tras tres días de debate", ""},
		half{"Bolivia: aprueban en el Congreso la ley del litio tras largo debate", ""},
		2, true,
	},
	{
		"words of two addresses",
		half{"kazakh herders block drovnik mine road over poisoned wells", ""},
		half{"herders blockade road to drovnik mine in kazakhstan poisoned wells", ""},
		4, true,
	},
	{
		"one president, one errand",
		half{"Erdogan opens a bridge over the Kizilirmak", "Turkish President Recep Tayyip Erdogan opened a bridge on Monday that cuts the way from the capital to the coast by an hour. He said that four more would follow."},
		half{"New Kizilirmak bridge opened", "Recep Tayyip Erdogan, the president of Turkey, drove over a new bridge on Monday, one of five that are to bring the coast nearer to the capital."},
		3, true,
	},
	{
		"one minister, one visit",
		half{"Lavrov lands in Windhoek for talks on uranium", "Russian Foreign Minister Sergei Lavrov arrived in Namibia on Monday to discuss a mine."},
		half{"Russia's Lavrov visits Namibia over a uranium mine", "Foreign Minister Sergei Lavrov met Namibia's president in Windhoek on Monday and spoke of a mine for uranium."},
		3, true,
	},
	{
		"one of the two gives more numbers",
		half{"Flood in Malawi kills 40 and drives 9,000 from their homes in Nsanje", "At least 40 people died and 9,000 lost their homes when the Shire river flooded Nsanje in Malawi, officials said."},
		half{"Malawi: 9,000 flee Shire river flood in Nsanje, dozens dead", "The flood of the Shire river in Nsanje, southern Malawi, has driven 9,000 people from their homes."},
		4, true,
	},

	{
		"one country, two events",
		half{"Peru police seize two tonnes of cocaine in Callao port", ""},
		half{"Peru president swears in new finance minister after resignation", ""},
		2, false,
	},
	{
		"one kind of event, two countries",
		half{"Kenya receives first shipment of malaria vaccines", ""},
		half{"Ghana receives first shipment of malaria vaccines", ""},
		2, false,
	},
	{
		"one kind of event, two cities",
		half{"Bomb blast in Quetta market kills 5", "A bomb hidden in a motorcycle exploded in a market of Quetta in southwestern Pakistan, police said."},
		half{"Train derails near Multan, 5 killed", "Several carriages of an express train left the rails near Multan in central Pakistan, railway officials said."},
		2, false,
	},
	{
		"one deed, two people",
		half{"Senator Ortwin Halvard charged with taking bribes from a road builder", ""},
		half{"Senator Pelagia Moutinho charged with taking bribes from a road builder", ""},
		6, false,
	},
	{
		"addresses about two people of one place",
		half{"governor of tarapaca lisandro quiroz resigns", ""},
		half{"mayor of iquique aurelia bascunan resigns", ""},
		2, false,
	},
	{
		"one president, two errands",
		half{"Erdogan opens a bridge over the Kizilirmak", "Turkish President Recep Tayyip Erdogan opened a bridge on Monday that cuts the way from the capital to the coast by an hour. He said that four more would follow."},
		half{"Erdogan receives the new envoy of Mongolia", "President Recep Tayyip Erdogan of Turkey was handed the letters of the envoy of Mongolia at his palace and spoke with him about mining."},
		3, false,
	},
	{
		"one minister, two remarks",
		half{"Lavrov calls talks on the Arctic shelf useful", "Russian Foreign Minister Sergei Lavrov said on Monday that experts would go on measuring the shelf, and that a map would be drawn."},
		half{"Lavrov rejects a report about visas for athletes", "Foreign Minister Sergei Lavrov said that athletes of all nations were welcome in Russia, and that nobody had been turned away by a consulate."},
		3, false,
	},
	{
		"the sequel days later",
		half{"Dock workers in Antofagasta begin strike over pensions", ""},
		half{"Dock workers in Antofagasta vote to end pension strike", ""},
		96, false,
	},
	{
		"a column of two outlets",
		half{"Morning briefing: what you need to know today", ""},
		half{"What you need to know today: morning briefing", ""},
		1, false,
	},
	{
		"one name alone",
		half{"Macron opens the book fair in Lyon", ""},
		half{"Macron warns of drought in the south", ""},
		3, false,
	},
	{
		"the same words weeks apart",
		half{"Dock strike closes Chile's copper port Antofagasta", ""},
		half{"Dock strike closes Chile's copper port Antofagasta", ""},
		24 * 21, false,
	},
	{
		"words every language has",
		half{"El presidente de la República habla de la economía en el Congreso", ""},
		half{"El ministro de la Defensa viaja a la frontera con el ejército", ""},
		1, false,
	},
	{
		"Russian, two events",
		half{"Президент Казахстана прибыл в Ташкент с визитом", ""},
		half{"Президент Казахстана подписал закон о налогах", ""},
		1, false,
	},
	{
		"Chinese, two events",
		half{"中国外交部就南海问题答记者问", ""},
		half{"中国外交部长访问巴西利亚", ""},
		1, false,
	},
	{
		"Arabic, two events",
		half{"وزير الخارجية المصري يصل إلى الخرطوم", ""},
		half{"وزير الدفاع العراقي يزور أنقرة الأسبوع المقبل", ""},
		1, false,
	},
	{
		"a question about a wide subject",
		half{"What the Middle East war means for air travel", ""},
		half{"How the war in the Middle East moves the price of bread", ""},
		4, false,
	},
	{
		"two exchanges of other countries, told in the same words",
		half{"Кения и Уганда обменялись задержанными: домой вернулись 9 человек", "По четыре человека с каждой стороны перешли мост пешком. Посредников не было, только врач и список."},
		half{"Перу и Эквадор обменялись задержанными: по 60 человек с каждой стороны", "Посредников нашли в Бразилии. Имена из списка родственники узнали от врача, который перешёл мост."},
		2, false,
	},
}

func TestPairs(t *testing.T) {
	for _, c := range pairs {
		t.Run(c.name, func(t *testing.T) {
			for _, order := range [][2]half{{c.a, c.b}, {c.b, c.a}} {
				x := story.New(story.Options{})
				a := item(1, "one", order[0].title, order[0].summary, 0)
				b := item(2, "two", order[1].title, order[1].summary, c.hours)
				x.Add(a)
				x.Add(b)
				if got := a.Story == b.Story; got != c.same {
					t.Errorf("%q then %q: one story %v, want %v; join %+v", a.Title, b.Title, got, c.same, b.Join)
				}
			}
		})
	}
}

func ExampleIndex_Add() {
	x := story.New(story.Options{})
	first := item(1, "one", "Norway and Iceland sign fishing treaty in Bergen", "", 0)
	second := item(2, "two", "Fishing treaty signed in Bergen by Norway, Iceland", "", 1)
	x.Add(first)
	x.Add(second)
	fmt.Println(second.Story, second.Join.With, second.Join.Words)
	// Output: 1 1 [Bergen Iceland Norway Fishing treaty signed]
}
