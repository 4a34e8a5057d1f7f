package store_test

import (
	"bytes"
	"database/sql"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

func TestThePathMayHoldAnything(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "a b%20c#d ü&e=f;g")
	if runtime.GOOS != "windows" {
		dir += "?h"
	}
	path := filepath.Join(dir, "dateline.db")
	s := openAt(t, path)
	save(t, s, nil, item("k", "T"))
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if n, err := openAt(t, path).Count(t.Context()); n != 1 || err != nil {
		t.Errorf("%d items came back, %v", n, err)
	}
}

func TestOnlyTheUserMayRead(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("file modes say little here")
	}
	dir := filepath.Join(t.TempDir(), "new")
	save(t, openAt(t, filepath.Join(dir, "dateline.db")), nil, item("k", "T"))
	want := map[string]os.FileMode{".": 0o700, "dateline.db": 0o600, "dateline.db-wal": 0o600}
	for name, mode := range want {
		if st, err := os.Stat(filepath.Join(dir, name)); err != nil || st.Mode().Perm() != mode {
			t.Errorf("%s: %v, %v; want %v", name, st.Mode().Perm(), err, mode)
		}
	}
}

func TestWhatCannotBeOpenedIsSaidAndLeftAlone(t *testing.T) {
	for _, c := range []struct {
		name string
		make func(t *testing.T, path string)
		want []string
	}{
		{"some other file", func(t *testing.T, path string) {
			write(t, path, bytes.Repeat([]byte("not a database "), 1000))
		}, []string{"is not a Dateline store", "--data"}},
		{"another program's database", func(t *testing.T, path string) {
			run(t, path, "CREATE TABLE bookmarks (url)")
		}, []string{"is not a Dateline store", "--data"}},
		{"a damaged store", func(t *testing.T, path string) {
			s := openAt(t, path)
			save(t, s, nil, visitOf(1, 300, 0).Items...)
			_ = s.Close()
			b, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			copy(b[100:4096], bytes.Repeat([]byte{0xa5}, 4096)) // the schema
			write(t, path, b)
		}, []string{"is damaged: start Dateline again", "set aside"}},
		{"a store of a newer version", func(t *testing.T, path string) {
			_ = openAt(t, path).Close()
			run(t, path, "PRAGMA user_version = 99")
		}, []string{"newer Dateline (schema 99, this one knows ", "update Dateline or use --data"}},
		{"a folder", func(t *testing.T, path string) {
			if err := os.Mkdir(path, 0o700); err != nil {
				t.Fatal(err)
			}
		}, []string{"cannot be opened", "--data"}},
	} {
		t.Run(c.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), "dateline.db")
			c.make(t, path)
			before, _ := os.ReadFile(path)
			s, err := store.Open(t.Context(), path)
			if err == nil {
				_ = s.Close()
				t.Fatal("it was opened")
			}
			for _, want := range append(c.want, path) {
				if !strings.Contains(err.Error(), want) {
					t.Errorf("%q does not say %q", err, want)
				}
			}
			if after, _ := os.ReadFile(path); !bytes.Equal(before, after) {
				t.Error("the file was changed")
			}
		})
	}
}

func TestAFolderThatCannotBeWritten(t *testing.T) {
	dir := t.TempDir()
	write(t, filepath.Join(dir, "file"), nil)
	_, err := store.Open(t.Context(), filepath.Join(dir, "file", "dateline.db"))
	if err == nil || !strings.Contains(err.Error(), "--data") {
		t.Errorf("a file in place of the folder: %v", err)
	}
	_, err = store.Open(t.Context(), filepath.Join(dir, strings.Repeat("long", 100), "dateline.db"))
	if err == nil || !strings.Contains(err.Error(), "--data") {
		t.Errorf("a name that the system does not take: %v", err)
	}
	if os.Geteuid() == 0 || runtime.GOOS == "windows" {
		t.Skip("modes do not bind this user")
	}
	if err := os.Chmod(dir, 0o500); err != nil {
		t.Fatal(err)
	}
	_, err = store.Open(t.Context(), filepath.Join(dir, "dateline.db"))
	if err == nil || !strings.Contains(err.Error(), dir+" cannot be written: make it writable or use --data") {
		t.Errorf("a folder without leave to write: %v", err)
	}
}

func TestAfterCloseErrorsAreSaid(t *testing.T) {
	s := open(t)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Items(t.Context(), store.Query{}); err == nil {
		t.Error("items came from a closed store")
	}
	if err := s.SetRead(t.Context(), []feeds.ItemID{1}, true); err == nil {
		t.Error("a mark went into a closed store")
	}
}

func write(t *testing.T, path string, b []byte) {
	t.Helper()
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
}

// run does what an outsider might do to the file.
func run(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	if _, err := db.ExecContext(t.Context(), statement); err != nil {
		t.Fatal(err)
	}
}
