package launch

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"time"

	"dateline/feeds"
)

// Bounds of what a command may give.
const (
	maxOutput    = 1 << 20 // bytes that are shown
	maxComplaint = 4 << 10 // bytes of its error output that are kept: the last ones
	maxTitle     = 1000    // bytes of a headline in the environment
)

// language is what a tag of a language is made of (BCP 47).
var language = regexp.MustCompile(`^[A-Za-z0-9-]{2,35}$`)

// hangs is how long the output of a command is waited for that has ended.
const hangs = time.Second

// Job is one run of a command on a text.
type Job struct {
	Command []string      // the program and its words, as the reader wrote them
	Text    string        // its standard input
	Environ []string      // added to our environment: NAME=words
	Limit   time.Duration // after which it is ended
}

// Environ returns what a command is told of an article beside its text. These
// are words of the page: a script must quote them, as it must quote all that it
// has not written itself.
func Environ(a feeds.Article) []string {
	address, _ := feeds.SafeURL(a.URL)
	return []string{
		"DATELINE_TITLE=" + feeds.Clean(a.Title, maxTitle),
		"DATELINE_URL=" + address,
		"DATELINE_LANGUAGE=" + language.FindString(a.Language),
	}
}

// Pipes runs commands that are given a text, and ends them with the program.
// The zero value is ready for use.
type Pipes struct {
	mu      sync.Mutex
	closed  bool
	stops   map[*context.CancelFunc]bool
	running sync.WaitGroup
}

// Run runs a job and returns what it printed, clean, in blocks. What it had
// printed when it was ended, or failed, comes with the error. The error is
// ctx.Err() if ctx ended first.
func (p *Pipes) Run(ctx context.Context, j Job) ([]feeds.Block, error) {
	within, stop := context.WithCancel(ctx)
	defer stop()
	if !p.begin(&stop) {
		return nil, context.Canceled
	}
	defer p.end(&stop)
	out, err := j.run(within)
	if within.Err() != nil {
		return nil, within.Err()
	}
	return Blocks(out), err
}

// Close ends all that runs, waits for it, and lets nothing begin any more.
func (p *Pipes) Close() {
	p.mu.Lock()
	p.closed = true
	for stop := range p.stops {
		(*stop)()
	}
	p.mu.Unlock()
	p.running.Wait()
}

func (p *Pipes) begin(stop *context.CancelFunc) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		return false
	}
	if p.stops == nil {
		p.stops = map[*context.CancelFunc]bool{}
	}
	p.stops[stop] = true
	p.running.Add(1)
	return true
}

func (p *Pipes) end(stop *context.CancelFunc) {
	p.mu.Lock()
	delete(p.stops, stop)
	p.mu.Unlock()
	p.running.Done()
}

var errTooMuch = errors.New("its output was cut at 1 MB")

// run runs the job and returns the bytes that it printed.
func (j Job) run(ctx context.Context) ([]byte, error) {
	file, err := find(j.Command[0])
	if err != nil {
		return nil, err
	}
	ctx, stop := context.WithTimeoutCause(ctx, j.Limit, fmt.Errorf("it took longer than %s and was ended", j.Limit))
	defer stop()
	ctx, cut := context.WithCancelCause(ctx)
	defer cut(nil)
	out := &head{full: func() { cut(errTooMuch) }}
	complaint := &tail{}
	c := exec.CommandContext(ctx, file, j.Command[1:]...)
	c.Env = append(os.Environ(), j.Environ...)
	c.Stdin, c.Stdout, c.Stderr = strings.NewReader(j.Text), out, complaint
	c.Cancel = func() error { return kill(c) }
	c.WaitDelay = hangs
	detach(c)
	err = c.Run()
	left := errors.Is(err, exec.ErrWaitDelay) // something it has started holds its output
	if c.Process != nil && (left || ctx.Err() != nil) {
		_ = kill(c) // fails if all have ended
	}
	switch {
	case ctx.Err() != nil:
		return out.kept.Bytes(), context.Cause(ctx)
	case left:
		return out.kept.Bytes(), nil
	case err != nil:
		return out.kept.Bytes(), complaint.add(Ended(j.Command[0], err))
	}
	return out.kept.Bytes(), nil
}

// head keeps the first maxOutput bytes.
type head struct {
	kept bytes.Buffer
	full func()
}

// Write takes everything, so that what writes goes on until it is ended.
func (h *head) Write(p []byte) (int, error) {
	room := maxOutput - h.kept.Len()
	h.kept.Write(p[:min(len(p), room)])
	if len(p) > room {
		h.full()
	}
	return len(p), nil
}

// tail keeps the last maxComplaint bytes.
type tail struct{ kept []byte }

// Write takes everything.
func (t *tail) Write(p []byte) (int, error) {
	t.kept = append(t.kept, p[max(0, len(p)-maxComplaint):]...)
	t.kept = t.kept[max(0, len(t.kept)-maxComplaint):]
	return len(p), nil
}

// add adds the last line of the error output to an error.
func (t *tail) add(err error) error {
	lines := strings.Split(string(t.kept), "\n")
	for i := len(lines) - 1; i >= 0; i-- {
		if line := feeds.Clean(lines[i], said); line != "" {
			return fmt.Errorf("%w: %s", err, line)
		}
	}
	return err
}
