package feeds_test

import (
	"testing"
	"time"

	"dateline/feeds"
)

func TestAQuotaCountsWhatOnePublisherTellsAloneInADay(t *testing.T) {
	directory := feeds.Directory([]feeds.Feed{{ID: "loud-world", Family: "loud"}, {ID: "loud-asia", Family: "loud"}})
	one := func(items ...feeds.Item) feeds.Share { return storyOf(items...).ShareOf(directory, time.UTC) }
	alone := one(told(1, "loud-world", -5, ""), told(2, "loud-asia", -4, ""))
	starred, read := told(3, "loud-world", -3, ""), told(4, "loud-world", -3, "")
	starred.Starred, read.Read = true, true
	tests := []struct {
		name string
		got  feeds.Share
		free bool
	}{
		{"one family", alone, false},
		{"two families", one(told(1, "loud-world", -5, ""), told(2, "calm", -4, "")), true},
		{"starred", one(starred), true},
		{"read, with news", one(read, told(5, "loud-world", -2, "")), true},
		{"read", one(read), false},
	}
	for _, tt := range tests {
		if free := tt.got.Family == ""; free != tt.free {
			t.Errorf("%s: takes %+v", tt.name, tt.got)
		}
	}
	if alone != one(read) || alone == one(told(6, "loud-world", -24*60, "")) {
		t.Error("a day is not one share")
	}

	q := feeds.Quota{Each: 2}
	for i, want := range []bool{true, true, false, false} {
		if q.Pass(alone) != want {
			t.Errorf("story %d passes: %v", i+1, !want)
		}
	}
	if !q.Pass(feeds.Share{}) || !q.Pass(one(told(7, "calm", 0, ""))) || q.Over(alone) != 2 || q.Over(feeds.Share{Family: "calm"}) != 0 {
		t.Errorf("held back: %d", q.Over(alone))
	}
	var all feeds.Quota
	for range 5 {
		if !all.Pass(alone) {
			t.Error("without a quota not all pass")
		}
	}
}
