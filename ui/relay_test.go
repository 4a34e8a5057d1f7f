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
		got := make(chan newsMsg, 3)
		r := newRelay(func(m tea.Msg) { got <- m.(newsMsg) })
		r.add(feeds.LoadStarted{Feeds: 1})
		synctest.Wait()
		if len(got) != 1 {
			t.Fatalf("the first event waits: %d deliveries", len(got))
		}
		<-got
		for i := range 500 {
			r.add(feeds.LoadFinished{Visited: i})
		}
		synctest.Wait()
		if len(got) != 0 {
			t.Fatalf("a second delivery came at once")
		}
		time.Sleep(newsGap + time.Millisecond)
		synctest.Wait()
		if len(got) != 1 {
			t.Fatalf("%d deliveries after the gap, want one with all events", len(got))
		}
		batch := <-got
		if len(batch) != 500 {
			t.Fatalf("%d events in the second delivery, want 500", len(batch))
		}
		for i, e := range batch {
			if e.(feeds.LoadFinished).Visited != i {
				t.Fatalf("event %d came out of order", i)
			}
		}
		r.close()
	})
}
