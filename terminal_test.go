//go:build unix

package main

import (
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is the real binary in an emulated terminal.
type terminal struct {
	t    *testing.T
	cmd  *exec.Cmd
	pty  *os.File
	vt   *vt.SafeEmulator
	done chan struct{}
}

// start runs dateline in a terminal of the given size. A mute terminal answers
// no query, as old multiplexers do.
func start(t *testing.T, width, height int, mute bool, args ...string) *terminal {
	t.Helper()
	home := t.TempDir()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	// testscript's TestMain turns the test binary into dateline by this name.
	link := filepath.Join(home, "dateline")
	if err := os.Symlink(self, link); err != nil {
		t.Fatal(err)
	}
	cmd := exec.CommandContext(t.Context(), link, args...)
	cmd.Env = append(os.Environ(), "HOME="+home, "XDG_CONFIG_HOME="+filepath.Join(home, "xdg"), "XDG_DATA_HOME="+filepath.Join(home, "xdg"), "TERM=xterm-256color", "BROWSER=true")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: uint16(width), Rows: uint16(height)})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, cmd: cmd, pty: f, vt: vt.NewSafeEmulator(width, height), done: make(chan struct{})}
	go func() {
		defer close(term.done)
		_, _ = io.Copy(term.vt, f) // ends when the program does
	}()
	go func() {
		var answers io.Writer = f
		if mute {
			answers = io.Discard
		}
		_, _ = io.Copy(answers, term.vt)
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_, _ = cmd.Process.Wait()
		_ = f.Close()
	})
	return term
}

// sees waits until the screen shows all words.
func (x *terminal) sees(words ...string) {
	x.t.Helper()
	deadline := time.Now().Add(30 * time.Second)
	for {
		screen := x.vt.String()
		missing := ""
		for _, w := range words {
			if !strings.Contains(screen, w) {
				missing = w
			}
		}
		if missing == "" {
			return
		}
		if time.Now().After(deadline) {
			x.t.Fatalf("the terminal does not show %q:\n%s", missing, screen)
		}
		time.Sleep(10 * time.Millisecond)
	}
}

func (x *terminal) types(keys string) {
	x.t.Helper()
	if _, err := io.WriteString(x.pty, keys); err != nil {
		x.t.Fatal(err)
	}
}

// ends waits for the program and checks its exit code.
func (x *terminal) ends() {
	x.t.Helper()
	if err := x.cmd.Wait(); err != nil {
		x.t.Errorf("dateline ended with %v", err)
	}
}

func TestARealTerminal(t *testing.T) {
	if testing.Short() {
		t.Skip("runs the binary in a terminal")
	}
	for name, mute := range map[string]bool{"that answers": false, "that answers nothing": true} {
		t.Run(name, func(t *testing.T) {
			x := start(t, 120, 40, mute, "--demo")
			x.sees("DEMO", "Headlines", "1 failing")
			// Two letters that arrive in one read are two keys.
			x.types("gjj\r")
			x.sees("Article")
			x.types("x")
			x.sees("min")
			x.types("?")
			x.sees("Everywhere")
			x.types("qqq")
			x.ends()
		})
	}
}
