package pane

import (
	"testing"

	"dateline/feeds"
	"dateline/ui/theme"
)

func TestSpark(t *testing.T) {
	tests := []struct {
		stories []int // -1: not observed
		most    int
		want    string
		plain   string
	}{
		{[]int{-1, 0, 1, 2, 3, 4, 5, 6, 7}, 7, " ▁▂▃▄▅▆▇█", " _.:-=+*#"},
		{[]int{-1, 0, 1}, 1, " ▁█", " _#"},
		{[]int{0, 1, 2, 3, 4}, 4, "▁▃▅▇█", "_:=*#"},
		{[]int{0, 1, 99, 100}, 100, "▁▂██", "_.##"}, // whatever came is never drawn as nothing
		{[]int{0, 5, 9}, 4, "▁██", "_##"},
		{[]int{0, 0, -1}, 0, "▁▁ ", "__ "},
		{[]int{3}, 0, "█", "#"},
		{nil, 4, "", ""},
	}
	for _, tt := range tests {
		var a feeds.Activity
		for _, n := range tt.stories {
			a = append(a, feeds.Tally{Stories: max(0, n), Observed: n >= 0})
		}
		if got := Spark(theme.Fancy(), a, tt.most); got != tt.want {
			t.Errorf("%v of %d: %q, want %q", tt.stories, tt.most, got, tt.want)
		}
		if got := Spark(theme.ASCII(), a, tt.most); got != tt.plain {
			t.Errorf("%v of %d in ASCII: %q, want %q", tt.stories, tt.most, got, tt.plain)
		}
	}
}
