package health

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"dateline/feeds"
	"dateline/ui/pane"
	"dateline/ui/pane/panetest"
)

func quiet() []Region {
	ago := func(d time.Duration) time.Time { return noon.Add(-d) }
	return []Region{
		{"Sahel", feeds.Quiet{
			Silence: feeds.Silence{Rhythm: feeds.Silent, Hours: 9, Unseen: 6, Longest: 4, Observed: 80},
			Newest:  ago(9*time.Hour + time.Minute), Feeds: 3, Failing: 2,
		}},
		{"Mexico, Central America & Caribbean", feeds.Quiet{
			Silence: feeds.Silence{Rhythm: feeds.Usual}, Newest: ago(2 * time.Hour), Feeds: 3, Failing: 3, Down: ago(6 * time.Hour),
		}},
	}
}

func TestRegions(t *testing.T) {
	var out strings.Builder
	for _, c := range []struct {
		name     string
		regions  []Region
		observed int
	}{{"quiet", quiet(), 80}, {"calm", nil, feeds.EnoughHours}, {"too early", nil, 5}} {
		for _, size := range [][2]int{{120, 16}, {80, 16}, {80, 11}, {38, 9}, {38, 4}} {
			p := open(state(), 0, 0)
			p.SetRegions(c.regions, c.observed)
			p.Resize(size[0], size[1])
			fmt.Fprintf(&out, "== %s, %dx%d\n%s", c.name, size[0], size[1], panetest.Bare(p.View()))
		}
	}
	panetest.Golden(t, "regions", out.String())
}

func TestTheCursorStaysWhenRegionsFallSilent(t *testing.T) {
	p := open(state(), 80, 16)
	panetest.Press(p, "G")
	p.SetRegions(quiet(), 80)
	if got := panetest.Press(p, "r"); got != (pane.Refresh{Feed: "off"}) {
		t.Errorf("the cursor went to %#v", got)
	}
	if got := panetest.Bare(p.View()); !strings.Contains(got, "▌ Almanac") {
		t.Errorf("the cursor is out of sight:\n%s", got)
	}
	p.Click(5, 0)
	p.Click(5, 4) // the first feed in sight
	if got := panetest.Press(p, "r"); got == (pane.Refresh{Feed: "off"}) {
		t.Error("a click below the regions selects nothing")
	}
}
