package pane

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/bidi"
)

// Visual returns a painted line in the order in which it is seen, for
// terminals that do not turn text from right to left by themselves. Styles and
// links stay with their characters, brackets are mirrored, numbers run from
// left to right. What stands apart on the line keeps its place: stretches are
// turned one by one, each in the direction of most of its letters, since a
// line may begin amid a sentence. Arabic letters are not joined; that is the
// terminal's to do.
func Visual(line string) string {
	if !strings.ContainsFunc(line, fromRight) {
		return line
	}
	cells := unpaint(line)
	for i := prompt(cells); i < len(cells); {
		j := stretch(cells, i)
		turn(cells[i:j])
		i = max(i+1, j)
	}
	return repaint(cells)
}

// fromRight says whether r is a letter or digit of a script that runs from
// right to left.
func fromRight(r rune) bool {
	if r < 0x590 || 0x900 <= r && r < 0xfb1d || 0xff00 <= r && r < 0x10800 {
		return false
	}
	p, _ := bidi.LookupRune(r)
	c := p.Class()
	return c == bidi.R || c == bidi.AL || c == bidi.AN
}

// cell is one character of a painted line.
type cell struct {
	char  string
	style string // the codes in force
	link  string // the code that opened the link it is in, or ""
}

// unpaint takes a painted line apart.
func unpaint(line string) []cell {
	var cells []cell
	style, link := "", ""
	for {
		text, code, rest := cutCode(line)
		for text != "" {
			n, _ := character(text)
			cells = append(cells, cell{text[:n], style, link})
			text = text[n:]
		}
		switch {
		case code == "":
			return cells
		case code == "\x1b[m" || code == "\x1b[0m":
			style = ""
		case strings.HasPrefix(code, linkOpens):
			if link = code; linked(code) == "" {
				link = ""
			}
		default:
			style += code
		}
		line = rest
	}
}

// A link of OSC 8: parameters, a semicolon and the address, none to end it.
const (
	linkOpens  = "\x1b]8;"
	linkCloses = "\x1b]8;;\x1b\\"
)

// linked returns the address of the code of a link.
func linked(code string) string {
	_, address, _ := strings.Cut(strings.TrimPrefix(code, linkOpens), ";")
	return strings.TrimRight(address, "\x1b\\\a")
}

// repaint puts a line together again, all its styles and links closed.
func repaint(cells []cell) string {
	var b strings.Builder
	var now cell
	for _, c := range append(cells, cell{}) {
		if now.link != c.link && now.link != "" {
			b.WriteString(linkCloses)
		}
		if now.style != c.style {
			if now.style != "" {
				b.WriteString("\x1b[m")
			}
			b.WriteString(c.style)
		}
		if now.link != c.link {
			b.WriteString(c.link)
		}
		b.WriteString(c.char)
		now = c
	}
	return b.String()
}

// prompt returns where the text begins on a line that may begin with the sign
// behind which the reader types.
func prompt(cells []cell) int {
	for i, c := range cells {
		if c.char == "/" || c.char == ">" {
			return i + 1
		}
		if c.char != " " {
			break
		}
	}
	return 0
}

// stretch returns the end of the text that begins at cells[i] and goes on up
// to what stands apart: two spaces, the end of the line, a dot between
// spaces, a rule, bar or mark. It returns i if no text
// begins there.
func stretch(cells []cell, i int) int {
	end := i
	for j := i; j < len(cells); j++ {
		switch {
		case apart(cells[j].char), cells[j].char == "·" && j > 0 && cells[j-1].char == " ":
			return end
		case cells[j].char == " ":
			if j == end+1 || j == i {
				return end
			}
		default:
			end = j + 1
		}
	}
	return end
}

// apart says whether char is no part of a text: a rule, a bar, a mark.
func apart(char string) bool {
	r, _ := utf8.DecodeRuneInString(char)
	return 0x2500 <= r && r <= 0x25ff || r == '•' || r == '★'
}

// turn puts a stretch into the order in which it is seen.
func turn(cells []cell) {
	chars := make([]string, len(cells))
	right, left := 0, 0
	for i, c := range cells {
		chars[i] = c.char
		if class := classOf(c.char); class == bidi.L {
			left++
		} else if class == bidi.R || class == bidi.AL {
			right++
		}
	}
	if right == 0 {
		return
	}
	order, turned := visualOrder(chars, right > left)
	out := make([]cell, len(cells))
	for i, from := range order {
		out[i] = cells[from]
		if turned[from] {
			out[i].char = mirror(out[i].char)
		}
	}
	copy(cells, out)
}
