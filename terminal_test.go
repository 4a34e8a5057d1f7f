//go:build unix

package main

import (
	"bytes"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/charmbracelet/x/vt"
	"github.com/creack/pty"
)

// terminal is the real binary in an emulated terminal.
type terminal struct {
	t   *testing.T
	cmd *exec.Cmd
	pty *os.File

	mu    sync.Mutex // guards the screen; what it answers is read beside it
	vt    *vt.Emulator
	wrote bytes.Buffer
}

// Write shows what the program writes.
func (x *terminal) Write(p []byte) (int, error) {
	x.mu.Lock()
	defer x.mu.Unlock()
	x.wrote.Write(p)
	return x.vt.Write(p)
}

// obeys checks that the terminal was given nothing to obey that is not ours.
func (x *terminal) obeys() {
	x.mu.Lock()
	defer x.mu.Unlock()
	for _, f := range foreign(x.wrote.String()) {
		x.t.Errorf("the terminal was given %q", f)
	}
}

func (x *terminal) screen() string {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.vt.String()
}

// The size of the terminal.
const width, height = 120, 40

// start runs dateline in a terminal. A mute terminal answers
// no query, as old multiplexers do.
func start(t *testing.T, mute bool, args ...string) *terminal {
	t.Helper()
	if testing.Short() {
		t.Skip("runs the binary in a terminal")
	}
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
	cmd.Env = append(os.Environ(), "HOME="+home, "TMPDIR="+home, "XDG_CONFIG_HOME="+filepath.Join(home, "xdg"), "XDG_DATA_HOME="+filepath.Join(home, "xdg"), "TERM=xterm-256color", "BROWSER=true")
	f, err := pty.StartWithSize(cmd, &pty.Winsize{Cols: width, Rows: height})
	if err != nil {
		t.Fatal(err)
	}
	term := &terminal{t: t, cmd: cmd, pty: f, vt: vt.NewEmulator(width, height)}
	go func() { _, _ = io.Copy(term, f) }() // ends when the program does
	go func() {
		var answers io.Writer = f
		if mute {
			answers = io.Discard
		}
		_, _ = io.Copy(answers, term.vt)    // ends when the program does
		_, _ = io.Copy(io.Discard, term.vt) // so that showing its last words waits for nobody
	}()
	t.Cleanup(func() {
		_ = cmd.Process.Kill()
		_, _ = cmd.Process.Wait()
		_ = f.Close()
		term.obeys()
	})
	return term
}

// patience is how long a test waits for what must come.
const patience = 30 * time.Second

// until waits for a condition; told says what is wrong if it never holds.
func until(t *testing.T, holds func() bool, told func() string) {
	t.Helper()
	for deadline := time.Now().Add(patience); !holds(); time.Sleep(10 * time.Millisecond) {
		if time.Now().After(deadline) {
			t.Fatal(told())
		}
	}
}

// sees waits until the screen shows all words.
func (x *terminal) sees(words ...string) {
	x.t.Helper()
	for _, w := range words {
		until(x.t, func() bool { return strings.Contains(x.screen(), w) }, func() string {
			return fmt.Sprintf("the terminal does not show %q:\n%s", w, x.screen())
		})
	}
}

// leads waits until a cell of the screen is a link to an address.
func (x *terminal) leads(address string) {
	x.t.Helper()
	until(x.t, func() bool { return x.links(address) }, func() string { return "no cell leads to " + address + ":\n" + x.screen() })
}

func (x *terminal) links(address string) bool {
	x.mu.Lock()
	defer x.mu.Unlock()
	for i := range x.vt.Width() * x.vt.Height() {
		c := x.vt.CellAt(i%x.vt.Width(), i/x.vt.Width())
		if c != nil && strings.Contains(c.Link.URL+c.Link.Params, address) {
			return true
		}
	}
	return false
}

// becomes gives the terminal another size.
func (x *terminal) becomes(cols, rows int) {
	x.t.Helper()
	x.mu.Lock()
	x.vt.Resize(cols, rows)
	x.mu.Unlock()
	if err := pty.Setsize(x.pty, &pty.Winsize{Cols: uint16(cols), Rows: uint16(rows)}); err != nil {
		x.t.Fatal(err)
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
	ended := make(chan error, 1)
	go func() { ended <- x.cmd.Wait() }()
	select {
	case err := <-ended:
		if err != nil {
			x.t.Errorf("dateline ended with %v", err)
		}
	case <-time.After(patience):
		x.t.Fatalf("dateline does not end:\n%s", x.screen())
	}
}

// dies ends the program with no chance to do anything.
func (x *terminal) dies() {
	x.t.Helper()
	if err := x.cmd.Process.Kill(); err != nil {
		x.t.Fatal(err)
	}
	_ = x.cmd.Wait() // says that it was killed
}

func TestARealTerminal(t *testing.T) {
	for name, mute := range map[string]bool{"that answers": false, "that answers nothing": true} {
		t.Run(name, func(t *testing.T) {
			x := start(t, mute, "--demo")
			x.sees("DEMO", "Headlines", "1 failing")
			until(t, func() bool { return !strings.Contains(x.screen(), "⟳") }, func() string { return "the feeds are still being read:\n" + x.screen() })
			// Letters that arrive in one read are a key each.
			x.types("gjjj\r")
			x.sees("▸Article", "There is no timetable", "x fetches the page")
			x.types("x")
			x.sees("words · ")
			x.leads("https://caspian-crossing.example/data/aktau-sailings")
			x.types("?")
			x.sees("Everywhere")
			x.types("qqq")
			x.ends()
		})
	}
}
