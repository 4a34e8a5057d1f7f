package ui

import (
	"fmt"
	"slices"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
)

// watched are the last n hours before noon, and the one that begins then.
func watched(n feeds.Hour) feeds.Watch {
	w := feeds.Watch{}
	for ago := range n + 1 {
		w[feeds.HourOf(noon)-ago] = true
	}
	return w
}

// hourly are stories of a country, one an hour for two weeks, up to some hours
// ago, at a minute of its own.
func hourly(country string, from int) []feeds.Item {
	var out []feeds.Item
	for h := from; h < pastHours; h++ {
		out = append(out, item(60*h+int(country[0]-'A')+1, fmt.Sprintf("Hour %d", h), country))
	}
	return out
}

// down tells that a feed fails that last answered ten past that hour of the day.
func (w *world) down(id feeds.FeedID, hour int) {
	h := feeds.Health{
		Feed: id, LastTry: noon, LastGood: time.Date(2026, 11, 14, hour, 10, 0, 0, time.UTC),
		Failure: &feeds.Failure{Kind: feeds.FailTimeout},
	}
	w.health = append(w.health, h)
	w.send(newsMsg{feeds.FeedFailed{Feed: id, Health: h}})
}

// up tells that a feed answers.
func (w *world) up(id feeds.FeedID) {
	w.health = slices.DeleteFunc(w.health, func(h feeds.Health) bool { return h.Feed == id })
	w.send(newsMsg{feeds.ItemsLoaded{Feed: id, Health: feeds.Health{Feed: id, LastTry: noon, LastGood: noon}}})
}

// onAfrica has the second feed of the world cover West Africa.
func onAfrica(watch feeds.Watch) func(*Options) {
	return func(o *Options) {
		o.Watch = watch
		o.Feeds[1].Tags = []string{"west-africa"}
	}
}

// of returns what is followed of a region.
func (w *world) of(region string) *place { return w.m.pulse.at(atlas.Only(region)) }

// follows returns what is followed of a filter.
func (w *world) follows(filter string) *place {
	f, err := w.m.grammar.Parse(filter)
	if err != nil {
		w.t.Fatal(err)
	}
	return w.m.pulse.at(f)
}

func TestTheStripCountsWhatItsKeysShow(t *testing.T) {
	playOn(t, three(), onAfrica(watched(4)), func(w *world) {
		counts := func(want string) {
			t.Helper()
			got := ""
			for _, p := range w.m.strip() {
				got += fmt.Sprintf("%s%s %d ", p.Key, p.Code, p.Unread)
			}
			if got != want {
				t.Errorf("the strip says %q, want %q", got, want)
			}
		}
		counts("1EAS 1 2RUE 0 3WAF 1 0all 3 ")
		w.press("enter")
		counts("1EAS 0 2RUE 0 3WAF 1 0all 2 ")
		w.press("U", "m")
		w.send(loaded(item(4, "Waits", "JP"))) // is not listed, so it does not count
		counts("1EAS 1 2RUE 0 3WAF 1 0all 3 ")
		w.press(".")
		counts("1EAS 2 2RUE 0 3WAF 1 0all 4 ")
		w.press("3")
		if got := w.m.facts().Unread; got != w.of("west-africa").unread {
			t.Errorf("the header says %d unread, the strip %d", got, w.of("west-africa").unread)
		}
	})
}

// TestWhatIsFollowedFollowsTheTags: a story counts for the filter in force and
// by its tags of now, and one that was only found does not count at all.
func TestWhatIsFollowedFollowsTheTags(t *testing.T) {
	playOn(t, three(), onAfrica(watched(4)), func(w *world) {
		unread := func(filter string, want int) {
			t.Helper()
			if got := w.follows(filter).unread; got != want {
				t.Errorf("%d unread for %s, want %d", got, filter, want)
			}
		}
		w.do(w.m.filterBy([]string{"country:jp"}))
		unread("country:jp", 1)
		w.do(w.m.filterBy([]string{"country:ml"}))
		unread("country:ml", 1)
		w.send(newsMsg{feeds.TagsChanged{Tags: map[feeds.ItemID]feeds.Tags{1: item(1, "", "ML").Tags}}})
		unread("country:ml", 2)
		unread("east-asia", 0)
		w.m.shelf.keep(item(9, "Found", "ML"))
		w.m.beat()
		unread("country:ml", 2)
	})
}

func TestAStoryCountsOnceInEachHourInWhichItIsTold(t *testing.T) {
	items := []feeds.Item{item(10, "Told", "JP"), item(20, "Told again", "JP"), item(150, "Told before", "JP"), item(60*pastHours, "Long ago", "JP")}
	for i := range items {
		items[i].Story = 10
	}
	playOn(t, items, onAfrica(watched(3)), func(w *world) {
		a := w.of("east-asia").hours
		for ago, want := range []int{0, 1, 0, 1, 0} {
			if got := a[len(a)-1-ago]; got.Stories != want || got.Observed != (ago < 4) {
				t.Errorf("%d hours ago: %+v, want %d", ago, got, want)
			}
		}
		if got := w.of("west-africa").hours[len(a)-2].Stories; got != 0 {
			t.Errorf("%d stories of a region of which none was told", got)
		}
	})
}

func TestAnHourIsObservedOnceAFeedAnswers(t *testing.T) {
	playOn(t, three(), onAfrica(nil), func(w *world) {
		now := noon
		w.m.o.Now = func() time.Time { return now }
		last := func(n int) string {
			out := ""
			for _, c := range w.of("east-asia").hours.Cells(n, 1) {
				out += map[bool]string{true: "x", false: "."}[c.Observed]
			}
			return out
		}
		visit := func(failed bool) {
			h := feeds.Health{Feed: "ledger", LastTry: now, LastGood: now}
			if !failed {
				w.send(newsMsg{feeds.ItemsLoaded{Feed: "ledger", Health: h}})
				return
			}
			h.Failure = &feeds.Failure{Kind: feeds.FailTimeout}
			w.send(newsMsg{feeds.FeedFailed{Feed: "ledger", Health: h}})
		}
		for _, step := range []struct {
			failed bool
			want   string
		}{{true, "..."}, {false, "..x"}, {true, ".x."}, {false, "x.x"}} {
			visit(step.failed)
			if got := last(3); got != step.want {
				t.Errorf("at %s: %s, want %s", now.Format("15:04"), got, step.want)
			}
			if now.Equal(noon) && step.failed {
				continue
			}
			now = now.Add(time.Hour)
			w.m.Update(tickMsg{})
		}
		if got := last(3); got != ".x." {
			t.Errorf("when the next hour has begun: %s", got)
		}
	})
}

func TestWhatIsNotOnTheShelfIsNoSilence(t *testing.T) {
	items := hourly("JP", 0)[:50]
	playOn(t, items, onAfrica(watched(200)), func(w *world) {
		observed := func(since time.Time) int {
			w.m.shelf.since = since
			w.m.shelf.version++
			w.m.beat()
			return w.m.pulse.observed()
		}
		if got := observed(time.Time{}); got != 201 {
			t.Errorf("%d hours are observed, want all that were watched", got)
		}
		if got := observed(items[49].Published); got != 50 {
			t.Errorf("%d hours are observed, want those of which all stories are there", got)
		}
	})
}

// TestAFullPageIsNotTheWholePast: older stories than the last of a page may be
// stored.
func TestAFullPageIsNotTheWholePast(t *testing.T) {
	var items []feeds.Item
	for n := range olderPage {
		items = append(items, item(n+1, "Story", "JP"))
	}
	playOn(t, nil, onAfrica(watched(200)), func(w *world) {
		w.m.shelve(olderMsg{items: items})
		if got := w.m.pulse.observed(); got != 34 {
			t.Errorf("%d hours are observed, want the 34 that began since the oldest item", got)
		}
		w.send(olderMsg{items: items[:1]})
		if got := w.m.pulse.observed(); got != 201 {
			t.Errorf("%d hours are observed, want all that were watched", got)
		}
	})
}

func TestSilenceIsSaid(t *testing.T) {
	items := slices.Concat(hourly("JP", 0), hourly("ML", 9), hourly("RU", 9))
	for i := range items {
		if items[i].Tags.Countries[0].Code == "RU" {
			items[i].Tags = feeds.Tags{} // that there is no such story is no silence of a region
		}
	}
	playOn(t, items, onAfrica(watched(pastHours)), func(w *world) {
		w.press("e")
		w.sees("Regions  1 silent or not heard", "West Africa: nothing for 9 h, its only feed answers")
		w.seesNot("East Asia:", "World:")
		w.down("courier", 9)
		w.sees("West Africa: nothing for 9 h, its only feed failing since 09:10")
		w.press("e", "3")
		w.sees("West Africa ▾", "its only feed failing")
		w.up("courier")
		w.sees("silent for 9 h")
		w.press("1")
		w.seesNot("silent")
		w.send(loaded(item(1, "Bamako speaks", "ML"))) // waits, but was told
		w.press("3")
		w.seesNot("silent")
		w.press("e")
		w.sees("Regions  none is quieter than its own past")
	})
}

func TestHoursInWhichTheProgramWasOffAreNoSilence(t *testing.T) {
	watch := watched(pastHours)
	for ago := feeds.Hour(1); ago <= 9; ago++ {
		delete(watch, feeds.HourOf(noon)-ago)
	}
	items := slices.Concat(hourly("JP", 9), hourly("RU", 0))
	playOn(t, items, onAfrica(watch), func(w *world) {
		w.press("e")
		w.sees("Regions  none is quieter than its own past")
		w.m.pulse.saw(noon.Add(-2 * time.Hour))
		w.m.beat()
		w.sees("East Asia: nothing for 9 h, 8 of them not observed, no feed of its own")
	})
	playOn(t, items, onAfrica(watched(4)), func(w *world) {
		w.press("e")
		w.sees("Regions  too little observed to say which are silent: 5 h of 48")
	})
}

func TestADeafFilterSaysSo(t *testing.T) {
	playOn(t, three()[:1], onAfrica(watched(4)), func(w *world) {
		w.press("3")
		w.sees("No story of West Africa.")
		w.seesNot("not heard")
		w.down("courier", 6)
		w.sees("West Africa is not heard: its only feed failing", "since 06:10, no story known. e shows the feeds.")
	})
}

func TestIfNothingIsHeardNoRegionIsNamed(t *testing.T) {
	playOn(t, three(), onAfrica(watched(4)), func(w *world) {
		w.down("courier", 6)
		w.down("ledger", 4)
		w.press("e")
		w.sees("All regions: both feeds failing since 06:10, newest story")
		w.seesNot("West Africa:")
	})
}

func TestTheStripIsClicked(t *testing.T) {
	play(t, three(), func(w *world) {
		if got := w.m.list.Click(2, 0); got != (pane.Run{Command: "region-1"}) {
			t.Fatalf("got %#v", got)
		}
		w.do(w.m.perform(w.m.list.Click(2, 0)))
		w.sees("East Asia ▾")
	})
}
