package theme

import "strings"

// linkless are the beginnings of names of terminals (TERM) that show the
// escape codes of a link as text, or drop them: consoles, old terminals, and
// GNU Screen, whose name tmux may bear too.
var linkless = []string{"", "dumb", "linux", "cons", "vt", "ansi", "sun", "eterm", "emacs", "screen"}

// TakesLinks says whether the terminal of an environment takes links (OSC 8).
// One that is not known to be without does: it must skip codes it does not
// know. In GNU Screen nothing says what lies behind it.
func TakesLinks(getenv func(string) string) bool {
	if getenv("TMUX") != "" || getenv("WT_SESSION") != "" { // tmux and Windows Terminal
		return true
	}
	term := getenv("TERM")
	for _, name := range linkless {
		if term == name || name != "" && strings.HasPrefix(term, name) {
			return false
		}
	}
	return getenv("STY") == ""
}
