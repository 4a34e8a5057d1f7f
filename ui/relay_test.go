package ui

import (
	"testing"
	"testing/synctest"
	"time"

	tea "charm.land/bubbletea/v2"

	"dateline/feeds"
)

func testClock() time.Time { return noon }

func TestEventsAreDeliveredInOrderAndInBatches(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		var got []newsMsg
		r := newRelay(func(m tea.Msg) { got = append(got, m.(newsMsg)) })
		r.add(feeds.LoadStarted{Feeds: 1})
		synctest.Wait()
		if len(got) != 1 {
			t.Fatalf("the first event waits: %d deliveries", len(got))
		}
		for i := range 500 {
			r.add(feeds.LoadFinished{Visited: i})
		}
		synctest.Wait()
		if len(got) != 1 {
			t.Fatalf("a second delivery came at once")
		}
		time.Sleep(newsGap + time.Millisecond)
		if len(got) != 2 || len(got[1]) != 500 {
			t.Fatalf("%d deliveries, want 2 with all 500 events in the second", len(got))
		}
		for i, e := range got[1] {
			if e.(feeds.LoadFinished).Visited != i {
				t.Fatalf("event %d came out of order", i)
			}
		}
		r.close()
	})
}
