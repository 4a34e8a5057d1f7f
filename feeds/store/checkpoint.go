package store

import (
	"context"
	"sync/atomic"
)

// SQLite writes its log back into the file when a commit finds it long, and
// whoever committed waits for the disk. Here that is done beside the writers, so
// that a mark of the reader's does not wait; only where it cannot keep up do they
// do it themselves (see pragmas).

// checkpointEvery is after how many transactions the log is written back; one of
// a visit takes about a hundred pages.
const checkpointEvery = 16

// checkpoints is when the log is written back.
type checkpoints struct {
	writes atomic.Int64
	due    chan struct{}
	stop   context.CancelFunc
	ended  chan struct{}
}

// written notes that a transaction has ended well.
func (c *checkpoints) written() {
	if c.writes.Add(1)%checkpointEvery != 0 {
		return
	}
	select {
	case c.due <- struct{}{}:
	default: // it is due already
	}
}

// startCheckpoints has the log written back until endCheckpoints.
func (s *Store) startCheckpoints() {
	ctx, stop := context.WithCancel(context.Background())
	s.log = checkpoints{due: make(chan struct{}, 1), stop: stop, ended: make(chan struct{})}
	go func() {
		defer close(s.log.ended)
		for {
			select {
			case <-ctx.Done():
				return
			case <-s.log.due:
			}
			// What goes wrong the next write meets, too, and somebody hears of it.
			_, err := s.db.ExecContext(ctx, "PRAGMA wal_checkpoint(PASSIVE)")
			_ = s.worded(err)
		}
	}()
}

func (s *Store) endCheckpoints() {
	if s.log.stop != nil {
		s.log.stop()
		<-s.log.ended
	}
}
