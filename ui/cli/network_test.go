package cli

import (
	"context"
	"strings"
	"testing"

	"dateline/feeds"
)

// cutOff is a library without a network, or on one that a stranger keeps shut.
type cutOff struct {
	shelf
	stranger string
}

func (c cutOff) Refresh(_ context.Context, _ bool, emit func(feeds.Event)) error {
	emit(feeds.NetworkChanged{Away: true, Stranger: c.stranger})
	return nil
}

func TestRefreshWithoutANetworkSaysSo(t *testing.T) {
	for stranger, want := range map[string]string{
		"":               "no server can be reached: check your network",
		"portal.example": "sign in to your network with the browser: it answers with a page of its own (portal.example)",
	} {
		code, _, errs := runWith(t, cutOff{stranger: stranger}, "refresh")
		if code != exitFailed || !strings.Contains(errs, want) {
			t.Errorf("code %d, %q", code, errs)
		}
	}
}
