//go:build unix

package store_test

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"dateline/feeds"
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

func TestAFullDiskLosesNothingThatWasSaved(t *testing.T) {
	path := filepath.Join(t.TempDir(), "dateline.db")
	acknowledged := map[feeds.ItemID]bool{}
	for round := range 3 * *rounds {
		cmd := exec.CommandContext(t.Context(), os.Args[0], "-test.run=^TestChildFillsTheDisk$")
		cmd.Env = append(os.Environ(), childStore+"="+path, fmt.Sprintf("%s=%d", childRoom, 400_000+round*150_000))
		out, err := cmd.CombinedOutput()
		if err == nil {
			t.Fatal("the disk was never full")
		}
		for line := range bytes.Lines(out) {
			var id int64
			if _, err := fmt.Sscanf(string(line), "kept %d", &id); err == nil {
				acknowledged[feeds.ItemID(id)] = true
			}
		}
		if said := string(out); !strings.Contains(said, "what was stored before is kept") || !strings.Contains(said, "room") {
			t.Errorf("round %d: it does not say what to do:\n%s", round, said)
		}
		checkKept(t, path, acknowledged)
	}
	if len(acknowledged) < 3 {
		t.Errorf("only %d marks were acknowledged", len(acknowledged))
	}
}
