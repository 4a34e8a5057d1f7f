//go:build unix

package store_test

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"
)

const childRoom = "DATELINE_TEST_CHILD_ROOM"

// TestChildFillsTheDisk is a child that writes as TestChildWrites does, on a
// disk that takes no file above a size: to the system it is full then.
func TestChildFillsTheDisk(t *testing.T) {
	room, err := strconv.Atoi(os.Getenv(childRoom))
	if err != nil {
		t.Skip("only as a child")
	}
	signal.Ignore(syscall.SIGXFSZ)
	var limit syscall.Rlimit
	if err := syscall.Getrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	set(&limit.Cur, room)
	if err := syscall.Setrlimit(syscall.RLIMIT_FSIZE, &limit); err != nil {
		t.Fatal(err)
	}
	TestChildWrites(t)
}

// set gives a limit, which is of another type on each system, its number.
func set[N int64 | uint64](limit *N, n int) { *limit = N(n) }

// systemFaults are the faults that systems of this family can be brought to.
var systemFaults = []faultKind{
	{"killed", 30, "", inTurn(killed)},
	{"a full disk", 12, "what was stored before is kept", inTurn(fullDisk)},
	{"a folder that cannot be written", 4, "make it", inTurn(readOnly("."))},
	{"a file that cannot be written", 4, "make it readable and writable", inTurn(readOnly("dateline.db"))},
}

// report runs a child to its end and returns what it printed.
func report(cmd *exec.Cmd) (o outcome) {
	out, _ := cmd.CombinedOutput() // a fault is what it is there for
	for line := range strings.Lines(string(out)) {
		if id, ok := acknowledged(line); ok {
			o.kept = append(o.kept, id)
		} else if strings.Contains(line, "_test.go:") {
			o.said = errors.New(line)
		}
	}
	return o
}

func fullDisk(t *testing.T, path string, round int) outcome {
	o := report(child(t, "TestChildFillsTheDisk", path, fmt.Sprintf("%s=%d", childRoom, 300_000+round*60_000)))
	return again(t, path, o)
}

const (
	childUser = "DATELINE_TEST_CHILD_USER"
	nobody    = 65534
)

// TestChildIsAnybody is a child that writes as TestChildWrites does, as a user
// whom modes bind.
func TestChildIsAnybody(t *testing.T) {
	if os.Getenv(childUser) == "" {
		t.Skip("only as a child")
	}
	if os.Geteuid() == 0 {
		if err := syscall.Setuid(nobody); err != nil {
			t.Fatal(err)
		}
	}
	TestChildWrites(t)
}

// readOnly takes the leave to write from a file in the folder of the store.
func readOnly(name string) func(*testing.T, string, int) outcome {
	return func(t *testing.T, path string, _ int) outcome {
		dir := filepath.Dir(path)
		modes := map[string]os.FileMode{path: 0o600, dir: 0o700}
		for file, mode := range modes {
			if file == filepath.Join(dir, name) {
				mode &= 0o500
			}
			if os.Geteuid() == 0 {
				if err := os.Chown(file, nobody, nobody); err != nil {
					t.Fatal(err)
				}
			}
			if err := os.Chmod(file, mode); err != nil {
				t.Fatal(err)
			}
		}
		for _, above := range []string{filepath.Dir(dir), filepath.Dir(filepath.Dir(dir))} {
			if err := os.Chmod(above, 0o711); err != nil {
				t.Fatal(err)
			}
		}
		o := report(child(t, "TestChildIsAnybody", path, childUser+"=1"))
		for file, mode := range modes {
			if err := os.Chmod(file, mode); err != nil {
				t.Fatal(err)
			}
		}
		return again(t, path, o)
	}
}
