package launch

import (
	"os/exec"
	"strconv"
	"syscall"
)

// noConsole starts a program without a console (DETACHED_PROCESS).
const noConsole = 0x00000008

// detach gives c no console to write on and a process group of its own.
func detach(c *exec.Cmd) {
	c.SysProcAttr = &syscall.SysProcAttr{CreationFlags: noConsole | syscall.CREATE_NEW_PROCESS_GROUP}
}

// kill ends c and all that it has started.
func kill(c *exec.Cmd) error {
	tree := exec.Command("taskkill", "/T", "/F", "/PID", strconv.Itoa(c.Process.Pid)) //nolint:noctx // it ends by itself
	if err := tree.Run(); err != nil {
		return c.Process.Kill()
	}
	return nil
}
