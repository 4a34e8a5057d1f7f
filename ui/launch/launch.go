// Package launch starts programs of the reader's own: the browser, and commands
// that are given the text of an article. Nothing that came from a page is ever
// read by a shell, and no program can write on the screen. It is not a model
// and decides neither when a program runs nor what becomes of its words: main
// wires it, ui asks for it by functions of its Backend.
package launch

import (
	"errors"
	"fmt"
	"os/exec"
	"strings"

	"dateline/feeds"
)

// said is the most bytes that are told of a name or of a complaint.
const said = 200

// base returns the name of a program without its folder and, as Windows writes
// it, its ending.
func base(program string) string {
	name := strings.ToLower(program[strings.LastIndexAny(program, `/\`)+1:])
	return strings.TrimSuffix(name, ".exe")
}

// find returns the file of a program.
func find(program string) (string, error) {
	file, err := exec.LookPath(program)
	if err != nil {
		return "", fmt.Errorf("%s is not installed, or not in a folder of $PATH", feeds.Clean(program, said))
	}
	return file, nil
}

// codes says what the exit codes of programs mean.
var codes = map[string]map[int]string{
	"xdg-open": {3: "no browser is set", 4: "the browser it called failed"},
}

// Ended words the error with which a program ended; it is nil if err is.
func Ended(program string, err error) error {
	exit, ok := errors.AsType[*exec.ExitError](err)
	if !ok || exit.ExitCode() < 0 {
		if err != nil {
			err = fmt.Errorf("%s ended: %w", feeds.Clean(program, said), err)
		}
		return err
	}
	words := fmt.Sprintf("%s ended with code %d", feeds.Clean(program, said), exit.ExitCode())
	if means := codes[base(program)][exit.ExitCode()]; means != "" {
		words += ": " + means
	}
	return errors.New(words)
}
