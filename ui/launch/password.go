package launch

import (
	"context"
	"errors"
	"os"
	"strings"
	"time"

	"dateline/feeds"
)

// passwordLimit is how long a command may take that may have to ask the reader.
const passwordLimit = time.Minute

var errNoPassword = errors.New("it is empty")

// Password returns the password of a login: the first line that its command
// prints, or what its variable holds. No error holds any of it.
func Password(ctx context.Context, l feeds.Login) (string, error) {
	text := os.Getenv(l.Env)
	if len(l.Command) > 0 {
		out, err := Job{Command: l.Command, Limit: passwordLimit}.run(ctx)
		if err != nil {
			return "", err
		}
		text = string(out)
	}
	line, _, _ := strings.Cut(text, "\n")
	if line = strings.TrimRight(line, "\r"); line == "" {
		return "", errNoPassword
	}
	return line, nil
}
