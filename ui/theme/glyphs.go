package theme

// Glyphs are the signs that are not letters, with their plain stand-ins for
// terminals that only know ASCII.
type Glyphs struct {
	Unread, Star, Bar, Focus, Dot, Ellipsis, Refresh, Down, Rule, Times, Bullet, Continued string
	Corner                                                                                 [4]string // top left, top right, bottom left, bottom right
	Horizontal, Vertical                                                                   string
	Blocks                                                                                 []string          // rising bars of a chart; the lowest stands for nothing
	Keys                                                                                   map[string]string // keys that are written in another way than in config.toml
}

// Fancy are the signs of a Unicode terminal; all are one cell wide.
func Fancy() Glyphs {
	return Glyphs{
		Unread: "●", Star: "★", Bar: "▌", Focus: "▸", Dot: "·", Ellipsis: "…", Refresh: "⟳", Down: "▾", Rule: "─",
		Times: "×", Bullet: "•", Continued: "↳",
		Corner: [4]string{"╭", "╮", "╰", "╯"}, Horizontal: "─", Vertical: "│",
		Blocks: []string{"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"},
		Keys: map[string]string{
			"up": "↑", "down": "↓", "left": "←", "right": "→", "enter": "⏎", "pgdown": "pgdn",
		},
	}
}

// ASCII are the signs of a terminal that knows no others.
func ASCII() Glyphs {
	return Glyphs{
		Unread: "*", Star: "+", Bar: ">", Focus: ">", Dot: "-", Ellipsis: "~", Refresh: "@", Down: "v", Rule: "-",
		Times: "x", Bullet: "-", Continued: "\\",
		Corner: [4]string{"+", "+", "+", "+"}, Horizontal: "-", Vertical: "|",
		Blocks: []string{"_", ".", ":", "-", "=", "+", "*", "#"},
		Keys:   map[string]string{"pgdown": "pgdn"},
	}
}
