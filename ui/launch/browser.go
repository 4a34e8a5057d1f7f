package launch

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"dateline/feeds"
)

// Browser opens addresses in the reader's browser. All fields but Command must
// be set.
type Browser struct {
	Command []string                 // of the settings; empty for $BROWSER, and without that for the system's own
	Getenv  func(name string) string // the environment
	System  string                   // the operating system, as the toolchain calls it
}

// NoDisplay is the error of a system's own browser on a machine where it could
// draw on nothing.
type NoDisplay struct{ Remote bool } // the reader is on the machine by ssh

// Error returns the sentence for people.
func (e NoDisplay) Error() string {
	if e.Remote {
		return "you are on this machine by ssh, and it has no display for a browser"
	}
	return "there is no display for a browser; $BROWSER may name one for the terminal, such as w3m"
}

// inTerminal are browsers that draw on the terminal.
var inTerminal = []string{
	"browsh", "carbonyl", "cha", "chawan", "edbrowse", "elinks", "links", "links2", "lynx", "netrik", "retawq", "w3m", "www-browser",
}

// systems says how an address is opened where the reader has decided nothing:
// the first row that holds.
var systems = []struct {
	holds    func(Browser) bool
	commands [][]string // tried in their order
}{
	{on("windows"), [][]string{{"rundll32", "url.dll,FileProtocolHandler"}}},
	{on("darwin"), [][]string{{"open"}}},
	{has("TERMUX_VERSION"), [][]string{{"termux-open-url"}}},
	{has("WSL_DISTRO_NAME"), [][]string{{"wslview"}, {"rundll32.exe", "url.dll,FileProtocolHandler"}}},
	{has("DISPLAY", "WAYLAND_DISPLAY"), [][]string{{"xdg-open"}}},
}

func on(system string) func(Browser) bool {
	return func(b Browser) bool { return b.System == system }
}

// has holds where one of names is set in the environment.
func has(names ...string) func(Browser) bool {
	return func(b Browser) bool {
		return slices.ContainsFunc(names, func(n string) bool { return b.Getenv(n) != "" })
	}
}

// patience is how long an early end of a browser is waited for.
const patience = 5 * time.Second

// Open opens an address in the first browser that can. One that draws on the
// terminal is not started but returned: it is to be run in place of the screen.
// Any other gets no terminal and lives on without us; an error with which it
// ends at once is told.
func (b Browser) Open(ctx context.Context, address string) (*exec.Cmd, error) {
	address, ok := feeds.SafeURL(address)
	if !ok {
		return nil, errors.New("only http and https addresses are opened")
	}
	commands, err := b.commands()
	if err != nil {
		return nil, err
	}
	var failed []string
	for _, c := range commands {
		words, err := fill(c, address)
		if err == nil {
			var own *exec.Cmd
			if own, err = b.start(ctx, words); err == nil {
				return own, nil
			}
		}
		failed = append(failed, err.Error())
	}
	return nil, errors.New(strings.Join(failed, "; "))
}

// commands returns the commands to try.
func (b Browser) commands() ([][]string, error) {
	if len(b.Command) > 0 {
		return [][]string{b.Command}, nil
	}
	if value := b.Getenv("BROWSER"); value != "" {
		return listed(value, os.PathListSeparator, func(name string) bool {
			_, err := exec.LookPath(name)
			return err == nil
		})
	}
	for _, s := range systems {
		if s.holds(b) {
			return s.commands, nil
		}
	}
	return nil, NoDisplay{Remote: has("SSH_CONNECTION", "SSH_TTY")(b)}
}

// start starts a browser, or returns one that is to be run in the terminal.
func (b Browser) start(ctx context.Context, words []string) (*exec.Cmd, error) {
	file, err := find(words[0])
	if err != nil {
		return nil, err
	}
	if ending := strings.ToLower(filepath.Ext(file)); b.System == "windows" && (ending == ".bat" || ending == ".cmd") {
		return nil, fmt.Errorf("%s is not run: Windows would read the address as a command line", feeds.Clean(file, said))
	}
	c := exec.Command(file, words[1:]...) //nolint:noctx // a browser outlives the screen
	if slices.Contains(inTerminal, base(words[0])) {
		return c, nil
	}
	detach(c)
	if err := c.Start(); err != nil {
		return nil, fmt.Errorf("%s did not start: %w", feeds.Clean(words[0], said), err)
	}
	return nil, early(ctx, c, words[0])
}

// early returns the error with which a program ends at once.
func early(ctx context.Context, c *exec.Cmd, program string) error {
	ended := make(chan error, 1)
	go func() { ended <- c.Wait() }()
	select {
	case err := <-ended:
		return Ended(program, err)
	case <-time.After(patience):
	case <-ctx.Done():
	}
	return nil
}
