package store

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"
)

// pragmas are set on every connection; busy_timeout (milliseconds) stands
// first, because the next ones may have to wait for another process.
var pragmas = []string{
	"busy_timeout(5000)",
	"synchronous(NORMAL)", // in WAL a killed program loses nothing, a power cut at most the last marks
	"foreign_keys(1)",
	"temp_store(MEMORY)",
	"wal_autocheckpoint(8000)",    // pages, 32 MB: see checkpoints
	"journal_size_limit(8388608)", // what the log keeps of the disk when it is written back
}

// folder makes the folder of the store, for the user alone, and returns the
// absolute path of the store.
func folder(path string) (string, error) {
	path, err := filepath.Abs(path)
	if err != nil {
		return "", fmt.Errorf("find the folder of %s: %w", path, err)
	}
	return path, worded(path, os.MkdirAll(filepath.Dir(path), 0o700))
}

// prepare makes the file, for the user alone. SQLite would make it readable by
// all.
func prepare(path string) error {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	if _, there := os.Stat(path); there == nil && errors.Is(err, fs.ErrPermission) {
		return &fault{fmt.Sprintf(says[sqlite3.SQLITE_CANTOPEN], path), err}
	}
	if err != nil {
		return worded(path, err)
	}
	return worded(path, f.Close())
}

// connector opens connections that know words(). Its driver is our own and
// not the registered one, so that nothing global changes.
type connector struct {
	drv *sqlite.Driver
	dsn string
}

func (c connector) Connect(context.Context) (driver.Conn, error) { return c.drv.Open(c.dsn) }
func (c connector) Driver() driver.Driver                        { return c.drv }

func connect(path string) (connector, error) {
	drv := &sqlite.Driver{}
	err := drv.RegisterDeterministicScalarFunction("words", 1,
		func(_ *sqlite.FunctionContext, args []driver.Value) (driver.Value, error) {
			s, _ := args[0].(string)
			return words(s), nil
		})
	return connector{drv, dsn(path)}, err
}

// pool returns a pool of at most size connections, of which none is open yet.
func (c connector) pool(size int) *sql.DB {
	db := sql.OpenDB(c)
	db.SetMaxOpenConns(size)
	return db
}

// dsn escapes the path, in which "?", "#" and "%" are legal.
func dsn(path string) string {
	path = filepath.ToSlash(path)
	if !strings.HasPrefix(path, "/") {
		path = "/" + path // a Windows drive
	}
	q := url.Values{"_txlock": {"immediate"}, "_pragma": pragmas}
	u := url.URL{Scheme: "file", Path: path, RawQuery: q.Encode()}
	return u.String()
}
