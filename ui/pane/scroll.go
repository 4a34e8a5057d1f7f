package pane

// MoveKeys are the keys that move in every overlay; they share names with the
// list's, so one remapping moves everywhere.
func MoveKeys(r Remap) []Key {
	return []Key{
		r.Bind("down", "move down", "j", "down"),
		r.Bind("up", "move up", "k", "up"),
		r.Bind("half-down", "half a page down", "ctrl+d"),
		r.Bind("half-up", "half a page up", "ctrl+u"),
		r.Bind("page", "a page down", "space", "pgdown"),
		r.Bind("page-up", "a page up", "pgup"),
		r.Bind("top", "to the top", "g", "home"),
		r.Bind("bottom", "to the bottom", "G", "end"),
	}
}

// Move returns where a cursor or a top line at stands after the move key of
// that name, among n places with page of them in sight. It answers false if
// name is no move.
func Move(name string, at, n, page int) (int, bool) {
	page = max(1, page)
	switch name {
	case "down":
		at++
	case "up":
		at--
	case "half-down":
		at += max(1, page/2)
	case "half-up":
		at -= max(1, page/2)
	case "page":
		at += page
	case "page-up":
		at -= page
	case "top":
		at = 0
	case "bottom":
		at = n - 1
	default:
		return at, false
	}
	return max(0, min(at, n-1)), true
}

// Window returns the first of n lines to draw so that the line at stays in
// sight of height lines, scrolling from top as little as needed.
func Window(top, at, n, height int) int {
	top = max(0, min(top, at, n-height))
	return max(top, at-height+1)
}
