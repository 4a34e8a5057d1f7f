package cli

import (
	"errors"
	"syscall"
)

// isEPIPE says whether the reader of our output has gone, as head(1) does.
func isEPIPE(err error) bool { return errors.Is(err, syscall.EPIPE) }
