package ui

import (
	"fmt"
	"os/exec"
	"runtime"

	"dateline/feeds"
)

// Browse opens an address by the command that opener returns for it, or in the
// system's way if that is nil. The address is handed over as one argument, never through a
// shell, and the command's output goes nowhere, so it cannot scribble on the
// screen.
func Browse(opener func(address string) []string, address string) error {
	safe, ok := feeds.SafeURL(address)
	if !ok {
		return fmt.Errorf("only http and https addresses are opened, not %s", feeds.Clean(address, 200))
	}
	command := opener(safe)
	if len(command) == 0 {
		command = systemOpener(safe)
	}
	c := exec.Command(command[0], command[1:]...) //nolint:noctx // the browser outlives the screen
	if err := c.Start(); err != nil {
		return fmt.Errorf("the browser did not start (%w): set browser in config.toml or $BROWSER", err)
	}
	go c.Wait() //nolint:errcheck // reaped; its exit code says nothing we could tell
	return nil
}

func systemOpener(address string) []string {
	switch runtime.GOOS {
	case "darwin":
		return []string{"open", address}
	case "windows":
		return []string{"rundll32", "url.dll,FileProtocolHandler", address}
	default:
		return []string{"xdg-open", address}
	}
}
