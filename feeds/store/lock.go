package store

import (
	"context"
	"time"

	"github.com/gofrs/flock"
)

// Locks are of the system's: they end with the process that holds them, however
// it ends, and the files that carry them stay. Where the system has none, for
// instance on some network drives, everybody is let in: two that load do more
// than they need, one that waits for ever does nothing.

// lockAgain is how often is asked for a lock that another process holds.
const lockAgain = 2 * time.Second

// hold takes the lock on a file, together with others or alone, and says
// whether it was free for that.
func hold(path string, together bool) (l *flock.Flock, free bool) {
	l = flock.New(path, flock.SetPermissions(0o600))
	try := l.TryLock
	if together {
		try = l.TryRLock
	}
	free, err := try()
	return l, free || err != nil
}

// Lead waits until no other process loads into the store at path, and keeps
// others from it until release is called or the process ends. If it has to wait
// it calls waiting once. It fails only with the error of ctx or of waiting.
func Lead(ctx context.Context, path string, waiting func() error) (release func(), err error) {
	l, free := hold(path+".loading", false)
	for told := false; !free; told = true {
		if !told {
			if err := waiting(); err != nil {
				return nil, err
			}
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(lockAgain):
		}
		l, free = hold(path+".loading", false)
	}
	return func() { _ = l.Close() }, nil // the end of the process does the same
}
