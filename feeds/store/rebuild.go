package store

import (
	"context"
	"path/filepath"
)

// Stores that were made before files could shrink give nothing back, little by
// little or otherwise. Once there is much room in one it is written anew, which
// takes some seconds in which nobody else writes.

// spareDisk is what stays free of the disk at that, besides two copies of what is
// stored: one on its way, one in the log.
const spareDisk = 256 << 20

// Rebuild writes a store anew that has much room and cannot give it back, if the
// disk has enough of it; from then on Shrink does. That it could not be done is
// no error: the room is used for what comes.
func (s *Store) Rebuild(ctx context.Context) error {
	u, err := s.usage(ctx)
	if err != nil || u.shrinks || !u.roomy() {
		return err
	}
	needed := int64(u.pages-u.idle) * pageSize * 2
	if free, known := freeDisk(filepath.Dir(s.path)); !known || free < needed+spareDisk {
		return nil
	}
	if err := s.rewrite(ctx); damaged(err) || ctx.Err() != nil {
		return s.worded(err)
	}
	return nil
}

// rewrite writes the store anew. What it needs besides goes to a file: it would
// be too much for the memory.
func (s *Store) rewrite(ctx context.Context) error {
	c, err := s.writer.Conn(ctx)
	if err != nil {
		return err
	}
	defer func() { _ = c.Close() }() // it goes back to the pool
	defer func() { _, _ = c.ExecContext(context.WithoutCancel(ctx), "PRAGMA temp_store = MEMORY") }()
	_, err = c.ExecContext(ctx, "PRAGMA temp_store = FILE; PRAGMA auto_vacuum = INCREMENTAL; VACUUM")
	return err
}
