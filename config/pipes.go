package config

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"github.com/pelletier/go-toml/v2/unstable"
)

// Pipe is a command of the reader's own that is given the text of an article.
type Pipe struct {
	Name    string        // lower-case words with hyphens
	Command []string      // the program and its words
	Key     string        // runs it at once; empty if none
	Shown   bool          // what it prints is shown in place of the text
	Limit   time.Duration // after which it is ended
}

// pipeTable is the name of the blocks of pipes.
const pipeTable = "pipe"

// pipeRows is every key of a [[pipe]] block.
var pipeRows = []row[Pipe]{
	{"pipe.name", func(d *Pipe, c cell) { c.name(&d.Name) }},
	{"pipe.command", func(d *Pipe, c cell) { c.command(&d.Command) }},
	{"pipe.key", func(d *Pipe, c cell) { c.pressedOnce(&d.Key) }},
	{"pipe.shown", func(d *Pipe, c cell) { c.flag(&d.Shown) }},
	{"pipe.limit", func(d *Pipe, c cell) { c.span(&d.Limit, time.Second, time.Hour, "60s") }},
}

// parted takes the blocks of pipes out of the entries of config.toml.
func parted(entries []entry) (rest, pipes []entry) {
	for _, e := range entries {
		if e.name == pipeTable || strings.HasPrefix(e.name, pipeTable+".") {
			pipes = append(pipes, e)
		} else {
			rest = append(rest, e)
		}
	}
	return rest, pipes
}

// pipes reads the [[pipe]] blocks. own are the reader's keys, keys all that are
// bound.
func (s *source) pipes(entries []entry, own map[string][]string, keys []Binding) []Pipe {
	var out []Pipe
	for _, block := range chunks(entries) {
		d := Pipe{Shown: true, Limit: time.Minute}
		form[Pipe]{rows: pipeRows, header: unstable.ArrayTable}.fill(&d, s, block)
		has := func(key string) (entry, bool) {
			i := slices.IndexFunc(block, func(e entry) bool { return e.name == key })
			if i < 0 {
				return entry{}, false
			}
			return block[i], true
		}
		name, named := has("pipe.name")
		if _, ok := has("pipe.command"); !named || !ok {
			s.fault(block[0].at, "", "", "want a name and a command in this [[pipe]]")
			continue
		}
		if slices.ContainsFunc(out, func(o Pipe) bool { return d.Name != "" && o.Name == d.Name }) {
			s.fault(name.value.at, name.name, name.value.raw, "want a name of its own")
		}
		if key, ok := has("pipe.key"); ok && d.Key != "" {
			if other, taken := holder(d.Key, out, own, keys); taken {
				s.fault(key.value.at, key.name, key.value.raw, fmt.Sprintf("want another key: it is %q already", other))
			}
		}
		out = append(out, d)
	}
	return out
}

// holder returns what a key does already: one of pipes, or a binding.
func holder(key string, pipes []Pipe, own map[string][]string, keys []Binding) (string, bool) {
	for _, p := range pipes {
		if p.Key == key {
			return p.Name, true
		}
	}
	b, taken := rival(Binding{}, key, own, keys)
	return b.Name, taken
}

// name reads a name of lower-case words.
func (c cell) name(dst *string) {
	if c.kind != unstable.String || !isID(c.text) {
		c.want(c.value, `lower-case words with hyphens, such as "translate"`)
		return
	}
	*dst = c.text
}

// command reads a program and its words.
func (c cell) command(dst *[]string) {
	const what = `a list such as ["trans", "-b", ":en"]`
	if c.kind == unstable.Array && len(c.list) == 0 {
		c.want(c.value, what)
	}
	c.words(dst, what)
}

// pressedOnce reads one key.
func (c cell) pressedOnce(dst *string) {
	key, ok := canonical(c.text)
	if c.kind != unstable.String || !ok {
		c.want(c.value, `a key such as "T", "ctrl+t" or "f5"`)
		return
	}
	*dst = key
}
