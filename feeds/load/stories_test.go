package load_test

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

	"dateline/feeds"
	"dateline/feeds/load"
	"dateline/feeds/store"
)

// memory is an index that puts items of one first word into one story, unless
// they come out of order, and records what it is told. A title that ends in
// "=word" shows that the stories of the two words are one.
type memory struct {
	stories map[string]feeds.StoryID       // by word
	in      map[feeds.ItemID]feeds.StoryID // all it holds
	texts   map[feeds.ItemID]string        // that came without a summary
	asked   []string                       // Restore and Add, in their order
	ones    []pairOfStories
	tags    map[feeds.ItemID]string // as it has them
	most    int
}

// pairOfStories are two that are one, in the name of to.
type pairOfStories struct {
	from, to feeds.StoryID
	why      string
}

func newMemory() *memory {
	return &memory{
		stories: map[string]feeds.StoryID{}, in: map[feeds.ItemID]feeds.StoryID{}, texts: map[feeds.ItemID]string{}, tags: map[feeds.ItemID]string{}, most: 100,
	}
}

func (m *memory) Reach() feeds.Reach {
	return feeds.Reach{Back: 10 * 24 * time.Hour, Least: 1, Most: m.most}
}

func (m *memory) Restore(it feeds.Item) {
	m.asked = append(m.asked, fmt.Sprint("restore ", it.ID))
	m.take(&it)
}

func (m *memory) Add(it *feeds.Item) {
	m.asked = append(m.asked, fmt.Sprint("add ", it.ID))
	word, same, found := strings.Cut(it.Title, "=")
	if it.Story == 0 {
		it.Story = feeds.StoryID(it.ID)
		if s, ok := m.stories[strings.Fields(word)[0]]; ok {
			it.Story = s
		}
	}
	m.take(it)
	if to := m.stories[same]; found && to != 0 && to != it.Story {
		m.ones = append(m.ones, pairOfStories{it.Story, to, same})
	}
}

func (m *memory) take(it *feeds.Item) {
	m.in[it.ID], m.texts[it.ID], m.tags[it.ID] = it.Story, it.Text, strings.Join(feeds.Codes(it.Tags.Countries), " ")
	m.stories[strings.Fields(strings.ReplaceAll(it.Title, "=", " "))[0]] = it.Story
}

func (m *memory) Remove(id feeds.ItemID) { delete(m.in, id) }

func (m *memory) Moves() (shown []feeds.Move) {
	for _, one := range m.ones {
		for _, id := range slices.Sorted(maps.Keys(m.in)) {
			if m.in[id] == one.from {
				shown = append(shown, feeds.Move{Item: id, Story: one.to, Join: feeds.Join{Words: []string{one.why}}})
			}
		}
	}
	return shown
}

// dies is for most: then the program ends when the index is to carry out moves.
const dies = -1

func (m *memory) Move(moves []feeds.Move) {
	if m.most == dies {
		panic("killed")
	}
	for _, v := range moves {
		if _, held := m.in[v.Item]; held {
			m.in[v.Item] = v.Story
		}
	}
}

func (m *memory) Retag(tags map[feeds.ItemID]feeds.Tags) {
	for id, t := range tags {
		if _, held := m.in[id]; held {
			m.tags[id] = strings.Join(feeds.Codes(t.Countries), " ")
		}
	}
}

// desk is a real store, an index, and what was told.
type desk struct {
	*testing.T
	path  string
	store *store.Store
	index *memory
	told  []string
	fail  func(what string) error // asked before the store is changed; nil: nothing fails
	*load.Stories
}

func newDesk(t *testing.T) *desk {
	d := &desk{T: t, path: filepath.Join(t.TempDir(), "dateline.db")}
	d.start()
	return d
}

// start starts the program anew.
func (d *desk) start() {
	d.Helper()
	if d.store != nil {
		if err := d.store.Close(); err != nil {
			d.Fatal(err)
		}
	}
	var err error
	if d.store, err = store.Open(context.Background(), d.path); err != nil {
		d.Fatal(err)
	}
	s := d.store
	d.Cleanup(func() { _ = s.Close() })
	d.index, d.told, d.fail = newMemory(), nil, nil
	d.Stories = load.NewStories(archive{d.store, d}, d.index)
}

// archive is the store of a desk, which may fail.
type archive struct {
	*store.Store
	desk *desk
}

func (a archive) failing(what string) error {
	if a.desk.fail == nil {
		return nil
	}
	return a.desk.fail(what)
}

func (a archive) Replay(ctx context.Context, r feeds.Reach, do func(feeds.Item)) error {
	if err := a.failing("replay"); err != nil {
		return err
	}
	return a.Store.Replay(ctx, r, do)
}

func (a archive) SetStory(ctx context.Context, items []feeds.Item) error {
	if err := a.failing("story"); err != nil {
		return err
	}
	return a.Store.SetStory(ctx, items)
}

func (a archive) Move(ctx context.Context, moves []feeds.Move) error {
	if err := a.failing("move"); err != nil {
		return err
	}
	return a.Store.Move(ctx, moves)
}

// saves saves items of these titles.
func (d *desk) saves(titles ...string) error {
	_, _, err := d.store.Save(d.Context(), []store.Visit{visit(titles...)}, d.index)
	return err
}

func visit(titles ...string) store.Visit {
	v := store.Visit{}
	v.Health.Feed = "ledger"
	for _, title := range titles {
		it := feeds.Item{Feed: "ledger", Key: title, Title: title, Text: "Text of " + title, Published: time.Now(), Seen: time.Now()}
		v.Items = append(v.Items, it)
	}
	return v
}

// agrees fails the test unless each item stands in the story that want says, in
// the store and in the index.
func (d *desk) agrees(when string, want map[feeds.ItemID]feeds.StoryID) {
	d.Helper()
	all, err := d.store.Items(context.Background(), store.Query{})
	if err != nil {
		d.Fatal(err)
	}
	stored := map[feeds.ItemID]feeds.StoryID{}
	for _, it := range all {
		stored[it.ID] = it.Story
	}
	same(d.T, "stored "+when, stored, want)
	same(d.T, "in the index "+when, d.index.in, want)
}

func (d *desk) recalls() error {
	return d.Recall(d.Context(), func(e feeds.Event) { d.told = append(d.told, short(e)) })
}

func TestRecall(t *testing.T) {
	d := newDesk(t)
	save := func(g store.Grouper, key string, days int) {
		t.Helper()
		v := visit(key)
		v.Items[0].Published = time.Now().AddDate(0, 0, -days)
		if _, _, err := d.store.Save(t.Context(), []store.Visit{v}, g); err != nil {
			t.Fatal(err)
		}
	}
	save(alone{}, "new", 0)
	save(alone{}, "old", 5)
	save(alone{}, "too old", 11)
	save(nil, "late", 1)
	save(nil, "later", 20)
	for _, c := range []struct {
		most int
		want []string // in the order in which they were published
		told []string
	}{
		{100, []string{"restore 2", "restore 1", "add 5", "add 4"}, []string{" +0"}},
		{100, []string{"restore 2", "restore 4", "restore 1"}, nil},
		{2, []string{"restore 4", "restore 1"}, nil},
	} {
		d.start()
		d.index.most = c.most
		for range 2 { // the second time there is nothing to do
			if err := d.recalls(); err != nil {
				t.Fatal(err)
			}
		}
		same(t, "asked", d.index.asked, c.want)
		same(t, "told", d.told, c.told)
		same(t, "text", d.index.texts[4], "Text of late")
	}
}

func TestRecallGoesOnWhereItFailed(t *testing.T) {
	d := newDesk(t)
	for _, v := range []store.Visit{visit("grain talks"), visit("grain vote")} {
		if _, _, err := d.store.Save(t.Context(), []store.Visit{v}, nil); err != nil {
			t.Fatal(err)
		}
	}
	for _, step := range []string{"replay", "story"} {
		d.start()
		d.fail = func(what string) error {
			if what == step {
				return errors.New("cannot " + step)
			}
			return nil
		}
		for range 2 {
			if err := d.recalls(); err == nil {
				t.Errorf("%s fails and nobody hears of it", step)
			}
			d.agreesWithNothing()
		}
	}
	d.fail = nil
	if err := d.recalls(); err != nil {
		t.Fatal(err)
	}
	same(t, "told", d.told, []string{" +0"})
	d.agrees("in the end", map[feeds.ItemID]feeds.StoryID{1: 1, 2: 1})
}

func (d *desk) agreesWithNothing() {
	d.Helper()
	same(d.T, "in the index", len(d.index.in), 0)
	same(d.T, "told", len(d.told), 0)
}

func TestWaitEndsWithTheFirstRecall(t *testing.T) {
	d := newDesk(t)
	over, cancel := context.WithCancel(t.Context())
	cancel()
	if err := d.Wait(over); !errors.Is(err, context.Canceled) {
		t.Errorf("before: %v", err)
	}
	d.fail = func(string) error { return errors.New("cannot") }
	_ = d.recalls()
	if err := d.Wait(t.Context()); err != nil {
		t.Errorf("after: %v", err)
	}
}

func TestTagsThatChangeWhileTheIndexIsFilled(t *testing.T) {
	d := newDesk(t)
	if err := d.saves("grain talks", "harbour strike"); err != nil {
		t.Fatal(err)
	}
	d.start()
	tagged := func(id feeds.ItemID, code string) map[feeds.ItemID]feeds.Tags {
		return map[feeds.ItemID]feeds.Tags{id: {Countries: []feeds.Tag{{Code: code}}}}
	}
	d.fail = func(string) error { // the rows that are read are the old ones
		d.Retag(tagged(1, "UA"))
		d.Retag(tagged(1, "RU"))
		return nil
	}
	if err := d.recalls(); err != nil {
		t.Fatal(err)
	}
	same(t, "after the index was filled", d.index.tags, map[feeds.ItemID]string{1: "RU", 2: ""})
	d.Retag(tagged(2, "CL"))
	same(t, "later", d.index.tags, map[feeds.ItemID]string{1: "RU", 2: "CL"})
}

var errFull = errors.New("the disk is full")

// merges are two saves of which the second shows that two stories are one.
func (d *desk) merges() {
	d.Helper()
	for _, titles := range [][]string{{"grain talks", "harbour strike", "harbour closed"}, {"harbour ends=grain"}} {
		if err := d.saves(titles...); err != nil {
			d.Fatal(err)
		}
	}
}

var apart, merged = map[feeds.ItemID]feeds.StoryID{1: 1, 2: 2, 3: 2, 4: 2}, map[feeds.ItemID]feeds.StoryID{1: 1, 2: 1, 3: 1, 4: 1}

func TestMovesAreStoredThenKnown(t *testing.T) {
	d := newDesk(t)
	d.merges()
	d.agrees("before", apart)
	d.fail = func(what string) error {
		d.agrees("before it is kept", apart)
		return nil
	}
	moves, err := d.Mend(t.Context())
	if err != nil || len(moves) != 3 {
		t.Errorf("%d moves, %v", len(moves), err)
	}
	d.agrees("after", merged)
	if again, err := d.Mend(t.Context()); len(again) > 0 || err != nil {
		t.Errorf("told again: %v, %v", again, err)
	}
	if st, _, err := d.store.Story(t.Context(), 2); st.ID != 1 || err != nil {
		t.Errorf("the old name leads to %d, %v", st.ID, err)
	}
}

func TestMovesThatCannotBeKeptAreTriedAgain(t *testing.T) {
	d := newDesk(t)
	d.merges()
	d.fail = func(string) error { return errFull }
	for range 2 {
		if moves, err := d.Mend(t.Context()); !errors.Is(err, errFull) || len(moves) > 0 {
			t.Errorf("%v, %v", moves, err)
		}
		d.agrees("while the disk is full", apart)
	}
	d.fail = nil
	if err := d.saves("harbour open", "vote today", "vote counted=grain"); err != nil {
		t.Fatal(err)
	}
	moves, err := d.Mend(t.Context())
	var got []feeds.ItemID
	for _, m := range moves {
		got = append(got, m.Item)
	}
	same(t, "moved", got, []feeds.ItemID{2, 3, 4, 5, 6, 7})
	if err != nil {
		t.Error(err)
	}
	d.agrees("with room again", map[feeds.ItemID]feeds.StoryID{1: 1, 2: 1, 3: 1, 4: 1, 5: 1, 6: 1, 7: 1})
}

// TestKilledBetweenTwoSteps ends the program at each step of a save that shows
// that two stories are one.
func TestKilledBetweenTwoSteps(t *testing.T) {
	killed := errors.New("killed")
	for name, c := range map[string]struct {
		kill func(d *desk)
		want map[feeds.ItemID]feeds.StoryID
	}{
		"before the moves are asked for": {func(*desk) {}, apart},
		"before they are kept": {func(d *desk) {
			d.fail = func(string) error { panic(killed) }
			_, _ = d.Mend(d.Context())
		}, apart},
		"before the index knows": {func(d *desk) {
			d.index.most = dies
			_, _ = d.Mend(d.Context())
		}, merged},
		"before they are told": {func(d *desk) { _, _ = d.Mend(d.Context()) }, merged},
	} {
		t.Run(name, func(t *testing.T) {
			d := newDesk(t)
			d.merges()
			func() {
				defer func() { _ = recover() }()
				c.kill(d)
			}()
			for range 2 {
				d.start()
				if err := d.recalls(); err != nil {
					t.Fatal(err)
				}
				d.agrees("at the next start", c.want)
			}
		})
	}
}
