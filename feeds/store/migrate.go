package store

import (
	"context"
	"database/sql"
	"embed"
	"fmt"

	sqlite3 "modernc.org/sqlite/lib"
)

// migrations are the steps NNNN_what.sql that lead from an empty file to
// today's schema. A step that was released never changes. The number of steps
// taken is the file's user_version.
//
//go:embed migrations
var migrations embed.FS

// steps returns the migrations in their order.
func steps() ([]string, error) {
	entries, err := migrations.ReadDir("migrations") // sorted by name
	if err != nil {
		return nil, err
	}
	all := make([]string, len(entries))
	for i, e := range entries {
		sql, err := migrations.ReadFile("migrations/" + e.Name())
		if err != nil {
			return nil, err
		}
		all[i] = string(sql)
	}
	return all, nil
}

// migrate makes sure that the file is ours to write, and takes the steps that
// it has not seen.
func (s *Store) migrate(ctx context.Context) error {
	all, err := steps()
	if err != nil {
		return err
	}
	have, err := s.version(ctx, len(all))
	if err != nil {
		return err
	}
	if have == 0 { // before there is a table, else it does nothing
		if _, err := s.writer.ExecContext(ctx, "PRAGMA auto_vacuum = INCREMENTAL"); err != nil {
			return worded(s.path, err)
		}
	}
	// Only now: it changes the file. Once set, it holds for all connections.
	if _, err := s.writer.ExecContext(ctx, "PRAGMA journal_mode = WAL"); err != nil {
		return worded(s.path, err)
	}
	if have == len(all) {
		return nil
	}
	return s.transact(ctx, func(tx *sql.Tx) error {
		// Asked again, now that no other process can be migrating.
		if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&have); err != nil {
			return err
		}
		for i := have; i < len(all); i++ {
			if _, err := tx.ExecContext(ctx, all[i]); err != nil {
				return fmt.Errorf("migration %d: %w", i+1, err)
			}
		}
		_, err := tx.ExecContext(ctx, fmt.Sprintf("PRAGMA user_version = %d", max(have, len(all))))
		return err
	}, (*sql.Tx).Commit)
}

// version returns the schema of the file, which must be one of ours and not
// above known.
func (s *Store) version(ctx context.Context, known int) (int, error) {
	var have, tables int
	err := s.writer.QueryRowContext(ctx, "SELECT user_version, (SELECT count(*) FROM sqlite_schema) FROM pragma_user_version").Scan(&have, &tables)
	if err != nil {
		return 0, worded(s.path, err)
	}
	if have > known {
		return 0, &fault{words: fmt.Sprintf("%s was written by a newer Dateline (schema %d, this one knows %d): update Dateline or use --data with another folder", s.path, have, known)}
	}
	if have == 0 && tables > 0 {
		return 0, &fault{words: fmt.Sprintf(says[sqlite3.SQLITE_NOTADB], s.path)}
	}
	return have, nil
}
