package cli

import (
	"context"
	"strings"
	"testing"

	"dateline/feeds"
)

// cutOff is a library without a network.
type cutOff struct{ shelf }

func (cutOff) Refresh(_ context.Context, emit func(feeds.Event)) error {
	emit(feeds.NetworkChanged{Away: true})
	return nil
}

func TestRefreshWithoutANetworkSaysSo(t *testing.T) {
	code, _, errs := runWith(t, cutOff{}, "refresh")
	if code != exitFailed || !strings.Contains(errs, "no server can be reached: check your network") {
		t.Errorf("code %d, %q", code, errs)
	}
}
