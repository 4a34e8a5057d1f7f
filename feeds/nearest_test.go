package feeds_test

import (
	"testing"

	"dateline/feeds"
)

func TestNearest(t *testing.T) {
	known := []string{"every", "workers", "timeout"}
	for word, want := range map[string]string{"evry": "every", "worker": "workers", "Timeout": "timeout", "every": "every"} {
		if got := feeds.Nearest(word, known); got != want {
			t.Errorf("Nearest(%q) = %q, want %q", word, got, want)
		}
	}
	if got := feeds.Nearest("every", nil); got != "" {
		t.Errorf("Nearest of nothing = %q", got)
	}
}
