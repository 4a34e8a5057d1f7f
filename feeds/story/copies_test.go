package story_test

import (
	"slices"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/story"
)

// mines is a text of an agency, by its paragraphs; flood is one in Chinese.
var (
	mines = []string{
		"Norway will close two of its five lignite mines by 2030, the energy ministry said on Sunday, citing falling demand and the price of emission permits.",
		"Some 1,400 miners at Tverrfjell and Grongdal will be offered early retirement or training, minister Kari Lund told reporters in Oslo. Unions called the terms an insult and said they would take their case to parliament before the summer.",
		"The mines have lost money for nine years in a row, and the state has paid their debts since the last private owner left. A loan that was agreed with three banks in March runs out at the end of next year.",
		"Lignite gave work to every second family of the valley when the railway came in 1911. Today the largest employer is a hospital, and young people leave for the coast as soon as they have finished school.",
	}
	flood = "挪威能源部周日表示，由于需求下降和排放许可价格上涨，挪威将在2030年前关闭五座褐煤矿中的两座。能源部长在奥斯陆对记者说，约一千四百名矿工将获得提前退休或再培训的机会。工会称这些条件是一种侮辱，并表示将在夏季之前向议会提出申诉。这些煤矿已连续九年亏损。"
)

// text makes an item of a text that stands under a headline.
func text(id int, outlet, title, body string) *feeds.Item {
	it := item(id, outlet, title, "", float64(id))
	it.Summary, it.Sketch = body, story.Sketch(body, "")
	return it
}

func paragraphs(which ...int) string {
	var out []string
	for _, i := range which {
		out = append(out, mines[i])
	}
	return strings.Join(out, "\n\n")
}

func TestCopiesOfATextAreKnown(t *testing.T) {
	whole := "OSLO, Feb 1 (Meridian) - " + paragraphs(0, 1, 2, 3)
	const title, other = "Norway to close two lignite mines by 2030", "End of the line for Tverrfjell miners"
	edited := strings.NewReplacer("Some 1,400", "About 1,400", "told reporters in Oslo", "said", "an insult", "insulting", "nine years", "almost a decade",
		"loan", "credit", "every second family", "half the families", "Today", "Now").Replace(paragraphs(0, 1, 2, 3))
	for _, c := range []struct {
		name, title, body string
		copy              bool
	}{
		{"word for word", title, whole, true},
		{"under another headline", other, whole, true},
		{"without the dateline", other, paragraphs(0, 1, 2, 3), true},
		{"with a credit behind it", other, paragraphs(0, 1, 2, 3) + " (Meridian)", true},
		{"in other quotes, dashes and capitals", other, strings.ToUpper(strings.ReplaceAll(whole, "-", "–")), true},
		{"cut off after 200 characters", other, paragraphs(0, 1)[:200] + "…", true},
		{"the first sentence", other, mines[0], true},
		{"shortened from behind", other, paragraphs(0, 1, 2), true},
		{"without a paragraph", other, paragraphs(0, 1, 3), true},
		{"edited", other, edited, true},
		{"in another order", other, paragraphs(2, 0, 3, 1), true},
		{"after a sentence of one's own", other, "A valley in the north of Norway loses what it has lived on for more than a century.\n\n" + whole, true},
		{"with the tail of a blog", other, mines[0] + " The post End of the line for Tverrfjell miners appeared first on The Ledger.", true},

		{"told in other words", other, "Two lignite mines in Norway are to shut before the decade is out because fewer customers want the coal and carbon permits cost too much, " +
			"according to the ministry of energy in Oslo. The 1,400 people who work at Grongdal and Tverrfjell can retrain or retire early. Their unions are furious.", false},
		{"with the same background", "Owners of lignite mines sued over debts", "Three banks took the owner of two Norwegian mines to court on Friday over a debt that has not been paid since the spring, " +
			"and asked for an early hearing so that the case is over before the holidays begin.\n\n" + mines[3], false},
		{"with the same quote", other, "Miners of Tverrfjell marched through Oslo against the closure of their mine on Monday. Unions called the terms an insult and said they would take their case to parliament.", false},
		{"too short", title, "Norway will close two of its five lignite mines by 2030.", false},
	} {
		x := story.New(story.Options{})
		a, b := text(1, "one", title, whole), text(2, "two", c.title, c.body)
		a.Wire = "Meridian"
		addAll(x, []*feeds.Item{a, b})
		if got := b.Copy == 1; got != c.copy {
			t.Errorf("%s: copy %v, want %v", c.name, got, c.copy)
		}
		if c.copy && (b.Wire != "Meridian" || b.Story != 1 || b.Join.Kind != feeds.JoinCopy || b.Join.With != 1 || b.Join.Score <= 0.5 || b.Join.Score > 1) {
			t.Errorf("%s: wire %q, story %d, join %+v", c.name, b.Wire, b.Story, b.Join)
		}
		if a.Copy != 0 {
			t.Errorf("%s: the original is a copy of %d", c.name, a.Copy)
		}

		x = story.New(story.Options{})
		a, b = text(2, "one", title, whole), text(1, "two", c.title, c.body)
		addAll(x, []*feeds.Item{b, a})
		if got := a.Copy == 1; got != c.copy {
			t.Errorf("%s, seen before the whole: copy %v, want %v", c.name, got, c.copy)
		}
	}
}

func TestCopiesWithoutSpaces(t *testing.T) {
	for body, copied := range map[string]bool{
		"（奥斯陆电）" + flood:                 true,
		string([]rune(flood)[:60]) + "…": true,
		"挪威首都奥斯陆周一举行了大规模示威，数千名矿工要求政府撤回关闭两座煤矿的决定，警方说示威和平结束。": false,
	} {
		x := story.New(story.Options{})
		a, b := text(1, "one", "挪威将关闭两座褐煤矿", flood), text(2, "two", "褐煤矿关闭 矿工抗议", body)
		addAll(x, []*feeds.Item{a, b})
		if got := b.Copy == 1; got != copied {
			t.Errorf("%s: copy %v, want %v", body, got, copied)
		}
	}
}

func TestWhatIsPutUnderAllHeadlinesIsNoCopy(t *testing.T) {
	const (
		notice = "This article is for subscribers only. Log in or take out a free trial to go on reading, and to get our morning letter every day of the week."
		quake  = "A magnitude %m earthquake struck %p at a depth of %d kilometres, the geological survey said. There were no reports of damage."
	)
	fill := func(m, p, d string) string { return strings.NewReplacer("%m", m, "%p", p, "%d", d).Replace(quake) }
	for _, c := range []struct {
		name  string
		items []*feeds.Item
	}{
		{"a notice", []*feeds.Item{
			text(1, "one", "Norway to close two lignite mines", notice), text(2, "two", "Chile port strike ends", notice),
		}},
		{"a notice that fits a headline", []*feeds.Item{
			text(1, "one", "Norway to close two lignite mines", notice), text(2, "one", "Chile port strike ends", notice),
			text(3, "two", "A free trial in Oslo", notice), text(4, "two", "Subscribers of gas fall", notice),
		}},
		{"the same feed", []*feeds.Item{
			text(1, "one", "Norway to close two lignite mines", mines[0]), text(2, "one", "Norway to close lignite mines", mines[0]),
		}},
		{"a form that is filled in", []*feeds.Item{
			text(1, "one", "Earthquake strikes Vanuatu", fill("5.4", "northern Vanuatu on Monday", "10")),
			text(2, "two", "Earthquake strikes Chile", fill("6.1", "the coast of central Chile late on Tuesday", "35")),
		}},
	} {
		addAll(story.New(story.Options{}), c.items)
		for _, it := range c.items {
			if it.Copy != 0 {
				t.Errorf("%s: item %d is a copy of %d", c.name, it.ID, it.Copy)
			}
		}
	}
}

func TestCopiesAreNoChain(t *testing.T) {
	x := story.New(story.Options{})
	a, b, c := text(1, "one", "Mines close", paragraphs(0, 1, 2, 3)), text(2, "two", "Mines shut", paragraphs(0, 1, 2)), text(3, "three", "Pits close", paragraphs(0, 1))
	addAll(x, []*feeds.Item{a, b})
	x.Remove(1) // the first one is still the first one
	addAll(x, []*feeds.Item{c})
	if b.Copy != 1 || c.Copy != 1 {
		t.Errorf("copies of %d and %d, want 1", b.Copy, c.Copy)
	}
}

func TestCopiesSurviveARestart(t *testing.T) {
	a, b, c := text(1, "one", "Mines close", paragraphs(0, 1, 2, 3)), text(2, "two", "Mines shut", paragraphs(0, 1, 2)), text(3, "three", "Pits close", paragraphs(0, 1))
	b.Wire = "Meridian"
	addAll(story.New(story.Options{}), []*feeds.Item{a, b})
	x := story.New(story.Options{})
	x.Restore(*b)
	addAll(x, []*feeds.Item{c})
	if c.Copy != 1 || c.Wire != "Meridian" || c.Story != 1 {
		t.Errorf("copy of %d, wire %q, story %d", c.Copy, c.Wire, c.Story)
	}
}

func TestAnEditedTextIsLookedAtAnew(t *testing.T) {
	x := story.New(story.Options{})
	a, b := text(1, "one", "Mines close in Norway", paragraphs(0, 1)), text(2, "two", "Mines shut in Norway", paragraphs(2, 3))
	addAll(x, []*feeds.Item{a, b})
	if b.Copy != 0 {
		t.Fatalf("a copy of %d", b.Copy)
	}
	b.Summary, b.Sketch = paragraphs(0, 1), story.Sketch(paragraphs(0, 1), "")
	x.Add(b)
	if b.Copy != 1 {
		t.Errorf("after the edit a copy of %d, want 1", b.Copy)
	}
	b.Summary, b.Sketch = paragraphs(3), story.Sketch(paragraphs(3), "")
	x.Add(b)
	x.Add(a)
	if a.Copy != 0 || b.Copy != 0 {
		t.Errorf("after the second edit copies of %d and %d", a.Copy, b.Copy)
	}
}

func TestManyTextsComeAndGo(t *testing.T) {
	x := story.New(story.Options{Most: 50})
	words := strings.Fields(paragraphs(0, 1, 2, 3))
	for id := 1; id <= 2000; id++ {
		body := strings.Join(append(slices.Clone(words[id%90:id%90+10]), strings.Fields(strings.Repeat(words[id%97]+" ", 20))...), " ")
		x.Add(text(id, "one", "Mines close", body))
	}
	x.Add(text(3000, "one", "Mines close in Norway", paragraphs(0, 1, 2)))
	b := text(3001, "two", "Mines shut in Norway", paragraphs(0, 1))
	x.Add(b)
	if b.Copy != 3000 {
		t.Errorf("copy of %d, want 3000", b.Copy)
	}
}

func FuzzSketch(f *testing.F) {
	f.Add(paragraphs(0, 1), "")
	f.Add("", flood)
	f.Add("(Reuters) - \xff\xfe", strings.Repeat("a ", 2000))
	f.Fuzz(func(t *testing.T, summary, full string) {
		sketch := story.Sketch(summary, full)
		if !slices.Equal(sketch, story.Sketch(summary, full)) {
			t.Error("two sketches of one text")
		}
		x := story.New(story.Options{})
		a, b := item(1, "one", "Mines close in Norway", summary, 0), item(2, "two", "Mines close in Norway", summary, 1)
		a.Sketch, b.Sketch = sketch, sketch
		addAll(x, []*feeds.Item{a, b})
		if got := b.Copy == 1; got != (sketch != nil) {
			t.Errorf("copy %v, sketch %v", got, sketch)
		}
	})
}
