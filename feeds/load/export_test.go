package load

import "time"

// Jumped has the clock of a loader jump.
func Jumped(l *Loader, by time.Duration) { l.jumped(by) }
