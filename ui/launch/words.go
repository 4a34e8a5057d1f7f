package launch

import (
	"errors"
	"fmt"
	"regexp"
	"slices"
	"strings"

	"dateline/feeds"
)

// listed reads $BROWSER: commands parted by separator, each of which may stand
// for the address as %s (see fill) and for the separator as %c. Words are
// parted by blanks and may be quoted; nothing else means anything, there is no
// shell. A command that is as a whole the name of a program may hold blanks
// without quotes.
func listed(value string, separator rune, isProgram func(string) bool) ([][]string, error) {
	var out [][]string
	separated := strings.NewReplacer("%%", "%%", "%c", string(separator))
	for command := range strings.SplitSeq(value, string(separator)) {
		command = separated.Replace(strings.TrimSpace(command))
		// Other programs take such a sign for "in the background", where every
		// browser of ours is.
		command = strings.TrimSpace(strings.TrimSuffix(command, "&"))
		switch {
		case command == "":
		case isProgram(command):
			out = append(out, []string{command})
		default:
			words, err := split(command)
			if err != nil {
				return nil, fmt.Errorf("$BROWSER cannot be used: %w", err)
			}
			out = append(out, words)
		}
	}
	if len(out) == 0 {
		return nil, errors.New("$BROWSER cannot be used: it names no program")
	}
	return out, nil
}

// split parts a command at blanks. Quotes of both kinds keep blanks together.
func split(command string) ([]string, error) {
	var out []string
	var word strings.Builder
	quote, begun := rune(0), false
	for _, r := range command {
		switch {
		case r == quote:
			quote = 0
		case quote != 0:
			word.WriteRune(r)
		case r == '"' || r == '\'':
			quote, begun = r, true
		case r == ' ' || r == '\t' || r == '\n':
			if begun {
				out = append(out, word.String())
			}
			word.Reset()
			begun = false
		default:
			word.WriteRune(r)
			begun = true
		}
	}
	if quote != 0 {
		return nil, fmt.Errorf("a quote %c is not closed in %s", quote, feeds.Clean(command, said))
	}
	if begun {
		out = append(out, word.String())
	}
	if len(out) == 0 || out[0] == "" {
		return nil, errors.New("a command has no program")
	}
	return out, nil
}

const place = "%s" // stands for the address in a command

// placed finds what a percent sign means in a command.
var placed = strings.NewReplacer("%%", "%", place, "\x00")

// fill puts address into a command: in the place of each %s, else behind the
// last word. %% is a percent sign. A command in which the address would be
// read as a command line is refused.
func fill(command []string, address string) ([]string, error) {
	out := make([]string, len(command), len(command)+1)
	found := false
	for i, word := range command {
		word = placed.Replace(word)
		found = found || strings.Contains(word, "\x00")
		out[i] = word
	}
	if !found {
		out = append(out, "\x00")
	}
	if err := safe(out); err != nil {
		return nil, err
	}
	for i, word := range out {
		out[i] = strings.ReplaceAll(word, "\x00", address)
	}
	return out, nil
}

// obeyed are programs that read their words as a command line once more.
var obeyed = []string{"cmd", "powershell", "pwsh", "ssh", "mosh", "su", "wsl"}

// script is the option before a command line.
var script = regexp.MustCompile(`^(-[a-z]*c|/[cCkK])$`)

// safe refuses a command in which an address, written as a zero byte, is more
// than a word.
func safe(command []string) error {
	refuse := func(why string) error {
		words := strings.ReplaceAll(strings.Join(command, " "), "\x00", place)
		return fmt.Errorf("%s is not run: %s; name a script of your own that takes the address as its first word", feeds.Clean(words, said), why)
	}
	if slices.Contains(obeyed, base(command[0])) {
		return refuse(base(command[0]) + " would read the address as a command line")
	}
	for i, word := range command {
		switch {
		case !strings.Contains(word, "\x00"):
		case i == 0:
			return refuse("the address is no program")
		case strings.ContainsAny(word, " \t\n"):
			return refuse("the address would be a part of a command line")
		case script.MatchString(command[i-1]):
			return refuse("the address would be read as a command line")
		}
	}
	return nil
}
