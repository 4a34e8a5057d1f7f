//go:build unix

package launch

import (
	"os/exec"
	"syscall"
)

// detach gives c a session of its own: it has no terminal to write on, and
// neither ctrl+c nor the end of our terminal reaches it.
func detach(c *exec.Cmd) { c.SysProcAttr = &syscall.SysProcAttr{Setsid: true} }

// kill ends c, which was detached, and all that it has started.
func kill(c *exec.Cmd) error { return syscall.Kill(-c.Process.Pid, syscall.SIGKILL) }
