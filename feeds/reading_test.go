package feeds_test

import (
	"strings"
	"testing"
	"time"

	"dateline/feeds"
)

func TestHowLongReadingTakes(t *testing.T) {
	tests := []struct {
		name, language, text string
		want                 feeds.Length
		dense                bool
		time                 time.Duration
	}{
		{"nothing", "en", "", feeds.Length{}, false, 0},
		{"English", "en-GB", strings.Repeat("word ", 228), feeds.Length{Words: 228}, false, time.Minute},
		{"a dash is no word", "en", "war – and 12 peaces", feeds.Length{Words: 4}, false, 4 * time.Minute / 228},
		{"Chinese", "zh-Hans", strings.Repeat("外", 510) + "，。", feeds.Length{Characters: 510}, true, 2 * time.Minute},
		{"Japanese", "ja", "コーヒー「NATO」", feeds.Length{Words: 1, Characters: 4}, true, 4*time.Minute/357 + time.Minute/193},
		{"not measured", "th", strings.Repeat("ก", 863), feeds.Length{Characters: 863}, true, time.Minute},
		{"not known", "", strings.Repeat("word ", 184), feeds.Length{Words: 184}, false, time.Minute},
	}
	for _, tt := range tests {
		l := feeds.TextArticle(feeds.Item{}, tt.text).Length()
		if l != tt.want || l.Dense() != tt.dense || l.Time(tt.language) != tt.time {
			t.Errorf("%s: %+v, dense %v, %v; want %+v, %v, %v", tt.name, l, l.Dense(), l.Time(tt.language), tt.want, tt.dense, tt.time)
		}
	}
}
