package store_test

import (
	"testing"

	"dateline/feeds"
)

func TestFacts(t *testing.T) {
	s := open(t)
	saved := save(t, s, nil, item("a", "One"), item("b", "Two"))
	if err := s.SetRead(t.Context(), []feeds.ItemID{saved[0].ID}, true); err != nil {
		t.Fatal(err)
	}
	got, err := s.Facts(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	facts := map[string]string{}
	for _, f := range got {
		facts[f[0]] = f[1]
	}
	for name, want := range map[string]string{"items": "2", "unread": "1", "starred": "0", "pages": "0", "bookmarks": "0"} {
		if facts[name] != want {
			t.Errorf("%s is %q, want %q", name, facts[name], want)
		}
	}
	if facts["file"] == "" || facts["schema"] == "0" || facts["bytes"] == "0" {
		t.Errorf("facts: %v", got)
	}
}
