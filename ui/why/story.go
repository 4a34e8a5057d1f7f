package why

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
)

// certainties say in words how sure a join is, by the least score that has
// them.
var certainties = []struct {
	from float64
	word string
}{
	{0.95, "nearly sure"},
	{0.85, "likely"},
	{0, "just enough"},
}

// headlines tells what changed headlines said before, the oldest wording first.
func (t *text) headlines(f Facts) {
	changed := slices.DeleteFunc(slices.Clone(f.Story.Items), func(it feeds.Item) bool { return it.Retitled.IsZero() })
	if len(changed) == 0 {
		return
	}
	t.heading("HEADLINE", "what it said before Dateline saw it change"+f.Now.Format(" (MST)"))
	switch {
	case f.Failed != nil:
		t.plain(fmt.Sprintf("The old wording could not be read: %v", f.Failed))
		return
	case f.Edits == nil:
		t.plain("Looking for the old wording" + t.th.Glyphs.Ellipsis)
		return
	}
	for _, it := range changed {
		t.lines = append(t.lines, "  "+t.th.Headline.Text(t.cut(f.outlet(it), t.width-3)))
		for _, e := range f.Edits[it.ID] {
			t.plain("until " + f.clock(e.At) + " " + pane.Quote(e.Title))
		}
		t.plain("since " + f.clock(it.Retitled) + " " + pane.Quote(it.Title))
	}
}

func (f *Facts) clock(at time.Time) string { return pane.Clock(at, f.Now) }

func (f *Facts) outlet(it feeds.Item) string { return f.Feed(it.Feed).Outlet() }

// joins tells why the items of the story were put together.
func (t *text) joins(f Facts) {
	items := f.Story.Items
	if len(items) < 2 {
		t.heading("STORY", "one outlet tells it")
		return
	}
	t.heading("ONE STORY", fmt.Sprintf("%d reports; %% estimates how often such a pair tells one event", len(items)))
	for _, it := range items {
		t.plain(f.outlet(it) + ": " + f.joined(it))
	}
}

// joined says by what an item came to its story.
func (f *Facts) joined(it feeds.Item) string {
	j := it.Join
	switch {
	case j.With != 0 && slices.Contains(f.Merged, feeds.StoryID(it.ID)):
		return "a story of its own at first; " + f.shared(it)
	case j.With != 0:
		return f.shared(it)
	case feeds.StoryID(it.ID) == f.Story.ID:
		return "opened the story"
	}
	return "opened a story that became part of this one"
}

// shared says what an item has in common with the one it joined.
func (f *Facts) shared(it feeds.Item) string {
	j := it.Join
	other, language := f.other(j.With), ""
	switch j.Kind {
	case feeds.JoinCopy:
		return "the same text as " + other
	case feeds.JoinLanguage:
		language = "in " + feeds.LanguageName(cmp.Or(it.Language, f.Feed(it.Feed).Language)) + ", "
	case feeds.JoinWords:
	}
	if len(j.Words) == 0 {
		return fmt.Sprintf("%sreads like %s (%s)", language, other, sure(j.Score))
	}
	return fmt.Sprintf("%sshares %s with %s (%s)", language, strings.Join(j.Words, ", "), other, sure(j.Score))
}

// other names the outlet of another item of the story.
func (f *Facts) other(id feeds.ItemID) string {
	for _, it := range f.Story.Items {
		if it.ID == id {
			return f.outlet(it)
		}
	}
	return "a report that is not in it any more"
}

// sure words the score of a join: "87 %, likely".
func sure(score float64) string {
	const most = 99 // nothing is certain
	i := 0
	for i < len(certainties)-1 && score < certainties[i].from {
		i++
	}
	return fmt.Sprintf("%d %%, %s", min(most, int(100*score)), certainties[i].word)
}

// once tells what counts as one source, and why.
func (t *text) once(f Facts) {
	var said []string
	sources := 0
	for _, side := range f.Sides {
		sources += len(side.Sources)
		for _, src := range side.Sources {
			said = append(said, f.merged(src)...)
		}
	}
	if len(said) == 0 {
		return
	}
	t.heading("COUNTED ONCE", fmt.Sprintf("%d reports, %d independent %s", len(f.Story.Items), sources, pane.Plural(sources, "source", "sources")))
	for _, s := range said {
		t.plain(s)
	}
}

// merged says why several outlets are one source.
func (f *Facts) merged(src feeds.Source) []string {
	houses := f.houses(src)
	var out []string
	for _, outlets := range houses {
		if len(outlets) > 1 {
			out = append(out, enumerate(outlets)+": one house")
		}
	}
	if len(houses) < 2 {
		return out
	}
	firsts := make([]string, len(houses))
	for i, outlets := range houses {
		firsts[i] = outlets[0]
	}
	if src.Wire != "" {
		return append(out, enumerate(firsts)+" carry "+src.Wire+": one source")
	}
	return append(out, enumerate(firsts)+" have the same text: one source")
}

// houses returns the outlets of a source by their publisher families, the
// first seen first.
func (f *Facts) houses(src feeds.Source) [][]string {
	var out [][]string
	at := map[string]int{}
	for _, it := range f.Story.Items {
		if !slices.Contains(src.Items, it.ID) {
			continue
		}
		feed := f.Feed(it.Feed)
		family := cmp.Or(feed.Family, string(it.Feed))
		i, known := at[family]
		if !known {
			i = len(out)
			at[family] = i
			out = append(out, nil)
		}
		if name := feed.Outlet(); !slices.Contains(out[i], name) {
			out[i] = append(out[i], name)
		}
	}
	return out
}

// enumerate joins names: "A, B and C".
func enumerate(names []string) string {
	last := len(names) - 1
	if last < 1 {
		return strings.Join(names, "")
	}
	return strings.Join(names[:last], ", ") + " and " + names[last]
}
