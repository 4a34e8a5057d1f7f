package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"syscall"

	"github.com/spf13/cobra"

	"dateline/feeds"
)

// runner holds what the commands share.
type runner struct {
	app  App
	set  Settings
	errs io.Writer
	code int
}

// fail words an error once and sets the exit code.
func (r *runner) fail(err error) {
	r.code = exitFailed
	var usage UsageError
	if errors.As(err, &usage) {
		r.code = exitUsage
	}
	r.note(err)
}

// note tells something apart from the output.
func (r *runner) note(err error) {
	_, _ = fmt.Fprintf(r.errs, "dateline: %s\n", safe(err)) // the last place to tell anything
}

// safe returns what err says, line by line, without what a terminal would
// obey: it may name files, addresses and words of a command line.
func safe(err error) string {
	const limit = 16 << 10
	lines := strings.Split(err.Error(), "\n")
	for i, line := range lines {
		lines[i] = feeds.Clean(line, limit)
	}
	return strings.Join(lines, "\n")
}

// do wraps a command so that its errors are worded here and not by cobra. Of a
// command that was stopped only the exit code tells; to stop the dashboard is
// to leave it.
func (r *runner) do(run func(cmd *cobra.Command, args []string) error) func(*cobra.Command, []string) error {
	return func(cmd *cobra.Command, args []string) error {
		err := run(cmd, args)
		dashboard := !cmd.HasParent()
		switch {
		case cmd.Context().Err() != nil && !dashboard:
			r.code = exitStopped
		case err != nil && !errors.Is(err, context.Canceled) && !isClosedPipe(err):
			r.fail(err)
		}
		return nil
	}
}

// isClosedPipe says whether the reader of our output has gone, as head(1) does.
func isClosedPipe(err error) bool {
	return errors.Is(err, os.ErrClosed) || errors.Is(err, io.ErrClosedPipe) || errors.Is(err, syscall.EPIPE)
}

// input returns the standard input of a command. Reading it ends with the
// command's context: by itself it would wait for the next line, whatever the
// user presses.
func input(cmd *cobra.Command) io.ReadCloser {
	r, w := io.Pipe()
	stop := context.AfterFunc(cmd.Context(), func() { _ = w.CloseWithError(cmd.Context().Err()) })
	go func() {
		defer stop()
		_, err := io.Copy(w, cmd.InOrStdin())
		_ = w.CloseWithError(err) // of the pipe itself nothing can fail
	}()
	return r
}
