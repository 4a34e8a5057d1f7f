package retag_test

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"dateline/feeds"
	"dateline/feeds/retag"
	"dateline/feeds/store"
)

// desk is a store with a few headlines and a file of corrections in memory.
type desk struct {
	t      testing.TB
	store  *store.Store
	feeds  []feeds.Feed
	file   feeds.Corrections
	writes int
	broken error // what writing the file answers with
	heard  map[feeds.ItemID]feeds.Tags
	*retag.Retagger
}

var headlines = []struct{ feed, title string }{
	{"ledger", "Georgia governor signs the bill"},
	{"ledger", "Georgia runoff draws voters in Atlanta"},
	{"courier", "Trains reach Kolkheti"},
	{"courier", "Kolkheti and Norway sign a treaty"},
	{"ledger", "Norway widens its search"},
	{"ledger", "Rain expected at the weekend"},
}

func newDesk(t testing.TB) *desk {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "dateline.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	})
	d := &desk{t: t, store: s, feeds: []feeds.Feed{{ID: "ledger"}, {ID: "courier", Tags: []string{"uy"}}}}
	d.start("1")
	for i, h := range headlines {
		d.save(feeds.Item{
			Feed: feeds.FeedID(h.feed), Key: fmt.Sprint(i), Title: h.title, URL: fmt.Sprintf("https://%s.example/%d", h.feed, i), Language: "en",
		})
	}
	d.catchUp()
	return d
}

// start begins a new run of the program.
func (d *desk) start(version string) {
	d.t.Helper()
	var err error
	d.Retagger, err = retag.New(d.t.Context(), retag.Parts{
		Store: d.store, Feeds: d.feeds, Corrections: d.file, Version: version,
		Changed: func(tags map[feeds.ItemID]feeds.Tags) { d.heard = tags },
		Amend: func(a feeds.Amendment) (feeds.Corrections, error) {
			if d.broken != nil {
				return nil, d.broken
			}
			d.writes++
			d.file = d.file.Amend(a)
			return d.file, nil
		},
	})
	if err != nil {
		d.t.Fatal(err)
	}
}

func (d *desk) save(it feeds.Item) {
	d.t.Helper()
	it.Published = time.Date(2026, 11, 14, 12, 0, 0, 0, time.UTC)
	it.Seen = it.Published
	d.Tag(&it)
	if _, _, err := d.store.Save(d.t.Context(), []store.Visit{{Health: feeds.Health{Feed: it.Feed}, Items: []feeds.Item{it}}}, nil); err != nil {
		d.t.Fatal(err)
	}
}

// catchUp returns how many items were tagged anew.
func (d *desk) catchUp() int {
	d.t.Helper()
	n := 0
	err := d.CatchUp(d.t.Context(), func(e feeds.Event) { n += len(e.(feeds.TagsChanged).Tags) })
	if err != nil {
		d.t.Fatal(err)
	}
	return n
}

// tags returns the countries of all items, by title.
func (d *desk) tags() map[string]string {
	d.t.Helper()
	items, err := d.store.Items(d.t.Context(), store.Query{})
	if err != nil {
		d.t.Fatal(err)
	}
	out := map[string]string{}
	for _, it := range items {
		out[it.Title] = strings.Join(feeds.Codes(it.Tags.Countries), " ")
	}
	return out
}

// rows makes corrections of "alias Georgia -US; feed ledger +GE".
func rows(short string) feeds.Corrections {
	var all feeds.Corrections
	for row := range strings.SplitSeq(short, ";") {
		words := strings.Fields(row)
		if len(words) == 0 {
			continue
		}
		last := words[len(words)-1]
		all = append(all, feeds.Correction{
			Scope: feeds.Scope(words[0]), Subject: strings.Join(words[1:len(words)-1], " "), Country: last[1:], Add: last[0] == '+',
		})
	}
	return all
}

func (d *desk) amend(step feeds.Amendment) map[feeds.ItemID]feeds.Tags {
	d.t.Helper()
	changed, err := d.Amend(d.t.Context(), step)
	if err != nil {
		d.t.Fatal(err)
	}
	return changed
}

func TestWhatIsForetoldIsWhatHappens(t *testing.T) {
	for _, c := range []struct {
		have, choice string
		items        int
	}{
		{"", "story https://ledger.example/0 -US", 1},
		{"", "story https://ledger.example/0 -US; story https://ledger.example/1 -US", 2},
		{"", "alias Georgia -US", 1}, // Atlanta still tells it
		{"", "alias Kolkheti +GE", 2},
		{"", "alias kolkheti +GE", 2},
		{"", "alias Nowhere +GE", 0},
		{"", "feed ledger -US", 2},
		{"", "feed ledger +US", 2}, // two of four are about it already
		{"", "feed courier -UY", 1},
		{"", "feed gone +US", 0},
		{"", "story ledger 9 +US", 0},
		{"alias Kolkheti +GE", "alias Kolkheti -GE", 2},
		{"alias Kolkheti +GE", "alias Kolkheti +GE", 0},
		{"alias Kolkheti +GE; feed courier -GE", "feed courier +GE", 2},
	} {
		t.Run(c.have+" then "+c.choice, func(t *testing.T) {
			d := newDesk(t)
			d.amend(feeds.Amendment{Added: rows(c.have)})
			before, file := d.tags(), d.file
			told, err := d.Preview(t.Context(), [][]feeds.Correction{rows(c.choice), rows("alias Weekend +FR")})
			if err != nil || told[0].Items != c.items {
				t.Fatalf("foretold %d items, want %d: %v", told[0].Items, c.items, err)
			}
			if diff := cmp.Diff(before, d.tags()); diff != "" {
				t.Fatalf("to ask has changed tags:\n%s", diff)
			}
			d.amend(told[0].Amendment)
			after := d.tags()
			changed := 0
			for title, codes := range after {
				if codes != before[title] {
					changed++
				}
			}
			if changed != c.items {
				t.Errorf("%d items have changed, want %d:\n%s", changed, c.items, cmp.Diff(before, after))
			}
			if n := d.catchUp(); n != 0 {
				t.Errorf("%d items were not up to date", n)
			}
			d.start("1")
			if n := d.catchUp(); n != 0 {
				t.Errorf("after a restart %d items were not up to date", n)
			}
			d.start("2") // tags all items anew
			if n := d.catchUp(); n != 0 {
				t.Errorf("%d items were tagged otherwise than all anew", n)
			}
			d.amend(told[0].Inverse())
			if diff := cmp.Diff(before, d.tags()); diff != "" || len(d.file) != len(file) {
				t.Errorf("not undone, file %+v:\n%s", d.file, diff)
			}
		})
	}
}

func TestAnAmendmentTellsTheTagsItMade(t *testing.T) {
	d := newDesk(t)
	changed := d.amend(feeds.Amendment{Added: rows("alias Georgia -US")})
	// The second one keeps its country, but not this reason.
	if got := slices.Sorted(maps.Keys(changed)); !slices.Equal(got, []feeds.ItemID{1, 2}) {
		t.Fatalf("changed %v", got)
	}
	if diff := cmp.Diff(changed, d.heard); diff != "" {
		t.Errorf("the index hears of others: %s", diff)
	}
	if why := changed[2].Countries[0].Why; len(why) != 1 || why[0].Words != "Atlanta" {
		t.Errorf("why %+v", why)
	}
}

func TestNewItemsAreTaggedByTheCorrections(t *testing.T) {
	d := newDesk(t)
	d.amend(feeds.Amendment{Added: rows("alias Kolkheti +GE")})
	d.save(feeds.Item{Feed: "ledger", Key: "new", Title: "A harbour for Kolkheti"})
	if got := d.tags()["A harbour for Kolkheti"]; got != "GE" {
		t.Errorf("tagged %q", got)
	}
}

func TestAFileThatWasEditedIsFollowedAtTheStart(t *testing.T) {
	d := newDesk(t)
	d.file = rows("alias Kolkheti +GE; feed courier -NO")
	d.start("1")
	if n := d.catchUp(); n != 2 || len(d.heard) != 2 || d.tags()["Kolkheti and Norway sign a treaty"] != "GE" {
		t.Errorf("%d changed, tags %v", n, d.tags())
	}
	if n := d.catchUp(); n != 0 {
		t.Errorf("caught up twice, %d changed", n)
	}
}

func TestAnotherProgramsRowsCountAfterTheNextOne(t *testing.T) {
	d := newDesk(t)
	d.file = rows("feed courier -NO") // written by another program
	d.amend(feeds.Amendment{Added: rows("alias Kolkheti +GE")})
	if got := d.tags()["Kolkheti and Norway sign a treaty"]; got != "GE" {
		t.Errorf("tagged %q", got)
	}
}

func TestACatchUpThatIsCutShortIsMadeAgain(t *testing.T) {
	d := newDesk(t)
	d.file = rows("alias Kolkheti +GE")
	d.start("1")
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.CatchUp(ctx, func(feeds.Event) { t.Error("told of something") }); !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
	d.amend(feeds.Amendment{Added: rows("alias Rain +NO")}) // does not count as caught up
	d.start("1")
	if n := d.catchUp(); n != 2 {
		t.Errorf("%d changed", n)
	}
}

func TestAFailureToWriteChangesNothing(t *testing.T) {
	d := newDesk(t)
	before := d.tags()
	d.broken = errors.New("the disk is full")
	if _, err := d.Amend(t.Context(), feeds.Amendment{Added: rows("alias Georgia -US")}); !errors.Is(err, d.broken) {
		t.Errorf("got %v", err)
	}
	d.save(feeds.Item{Feed: "ledger", Key: "new", Title: "Georgia governor speaks"})
	if diff := cmp.Diff(before, d.tags()); strings.Count(diff, "\n+") != 1 || d.tags()["Georgia governor speaks"] != "US" {
		t.Errorf("changed:\n%s", diff)
	}
}

func TestAFailingStoreIsToldAndFollowsLater(t *testing.T) {
	d := newDesk(t)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	_, err := d.Amend(ctx, feeds.Amendment{Added: rows("alias Kolkheti +GE")})
	if err == nil || !strings.HasPrefix(err.Error(), "the correction is kept, and stored items follow at the next start: ") {
		t.Errorf("got %v", err)
	}
	d.start("1")
	if n := d.catchUp(); n != 2 || len(d.file) != 1 {
		t.Errorf("%d changed, file %+v", n, d.file)
	}
}

func TestCorrectionsOfAnOlderStoreGoToTheFileOnce(t *testing.T) {
	const waiting = `[{"scope":"story","subject":"https://ledger.example/4","country":"NO","add":false,"note":"Norway"},` +
		`{"scope":"story","subject":"https://ledger.example/4","country":"SE","add":true,"note":"Norway"}]`
	d := newDesk(t)
	if err := d.store.SetState(t.Context(), "corrections", waiting); err != nil {
		t.Fatal(err)
	}
	d.broken = errors.New("the folder may not be written")
	d.start("1")
	if d.catchUp(); d.tags()["Norway widens its search"] != "SE" {
		t.Errorf("not kept while the file cannot be written: %v", d.tags())
	}
	d.broken = nil
	for range 2 {
		d.start("1")
		if d.catchUp(); d.tags()["Norway widens its search"] != "SE" {
			t.Errorf("not followed: %v", d.tags())
		}
	}
	if len(d.file) != 2 || d.writes != 1 || d.file[1].Mark() != "+SE" || d.file[0].Note != "Norway" {
		t.Errorf("%d writes, file %+v", d.writes, d.file)
	}
}

// TestAStepBackThatIsCutShortIsMadeGood: the file says again what the items were
// last tagged by as a whole, and yet they are not.
func TestAStepBackThatIsCutShortIsMadeGood(t *testing.T) {
	d := newDesk(t)
	before := d.tags()
	step := feeds.Amendment{Added: rows("alias Kolkheti +GE")}
	d.amend(step)
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	var late *feeds.LateError
	if _, err := d.Amend(ctx, step.Inverse()); !errors.As(err, &late) || len(d.file) != 0 {
		t.Fatalf("got %v, file %+v", err, d.file)
	}
	d.start("1")
	d.catchUp()
	if diff := cmp.Diff(before, d.tags()); diff != "" {
		t.Errorf("not taken back:\n%s", diff)
	}
}

// TestWhatAnOlderCopyStoresIsTaggedAnew: two copies of the program run, and one
// of them does not know what the other has corrected.
func TestWhatAnOlderCopyStoresIsTaggedAnew(t *testing.T) {
	d := newDesk(t)
	older := d.Retagger
	d.start("1")
	d.amend(feeds.Amendment{Added: rows("alias Kolkheti +GE")})
	d.start("1")
	d.catchUp()
	current := d.Retagger
	d.Retagger = older
	if err := older.Saving(t.Context()); err != nil {
		t.Fatal(err)
	}
	d.save(feeds.Item{Feed: "ledger", Key: "new", Title: "A harbour for Kolkheti"})
	if d.tags()["A harbour for Kolkheti"] != "" {
		t.Fatalf("the older copy knows more than it can: %v", d.tags())
	}
	d.Retagger = current
	if n := d.catchUp(); n != 1 || d.tags()["A harbour for Kolkheti"] != "GE" {
		t.Errorf("%d changed, tags %v", n, d.tags())
	}
	if err := current.Saving(t.Context()); err != nil || d.catchUp() != 0 {
		t.Errorf("what is up to date is tagged anew: %v", err)
	}
}

func TestAFeedThatLeftTheListKeepsItsCountry(t *testing.T) {
	d := newDesk(t)
	before := d.tags()["Trains reach Kolkheti"]
	d.feeds = d.feeds[:1]
	d.start("2")
	if n := d.catchUp(); n != 0 || before != "UY" {
		t.Errorf("%d items changed; before it was %q, now %q", n, before, d.tags()["Trains reach Kolkheti"])
	}
	d.feeds = append(d.feeds, feeds.Feed{ID: "courier"})
	d.start("3")
	if n := d.catchUp(); n != 1 || d.tags()["Trains reach Kolkheti"] != "" {
		t.Errorf("%d items changed; a listed feed without a country gave %q", n, d.tags()["Trains reach Kolkheti"])
	}
}

// TestAnItemCountsOnce: a story and its feed are asked of the store one after the
// other.
func TestAnItemCountsOnce(t *testing.T) {
	d := newDesk(t)
	told, err := d.Preview(t.Context(), [][]feeds.Correction{rows("story https://ledger.example/0 -US"), rows("feed ledger -US")})
	if err != nil || told[0].Items != 1 || told[1].Items != 2 {
		t.Errorf("foretold %d and %d items: %v", told[0].Items, told[1].Items, err)
	}
}
