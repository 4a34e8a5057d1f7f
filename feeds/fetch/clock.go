package fetch

import "time"

// clock measures the time that one Get takes of its server, and calls it off
// when that is too long. It stands still while the Get waits for others.
type clock struct {
	limit time.Duration
	spent time.Duration // before since
	since time.Time     // zero while it stands still
	timer *time.Timer
}

// start lets the clock go; end is called when the time is up.
func (c *clock) start(end func()) {
	c.since = time.Now()
	c.timer = time.AfterFunc(c.limit-c.spent, end)
}

// stop lets the clock stand still.
func (c *clock) stop() {
	c.timer.Stop()
	c.spent, c.since = c.took(), time.Time{}
}

func (c *clock) took() time.Duration {
	if c.since.IsZero() {
		return c.spent
	}
	return c.spent + time.Since(c.since)
}

func (c *clock) over() bool { return c.took() >= c.limit }
