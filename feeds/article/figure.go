package article

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxCaption is the bytes of a picture's caption; a longer text is none.
const maxCaption = 1000

// captionNames are the phrases in class names of what stands below a picture.
var captionNames = index(nameRow{keep, `caption, legend, cutline`})

// setFigures makes pictures plain before anything looks at them: the image that
// stands in <noscript> for one that a script loads takes its place, and a
// picture whose caption is told by a class name only becomes a <figure>.
func setFigures(body *html.Node) {
	var noscripts, captions, below []*html.Node
	each(body, func(n *html.Node) bool {
		switch {
		case isElement(n, "noscript"):
			noscripts = append(noscripts, n)
		case isElement(n, "figcaption"):
			return false
		case isCaption(n):
			captions = append(captions, n)
		case isBelow(n):
			below = append(below, n)
			return false
		}
		return true
	})
	for _, n := range noscripts {
		unhide(n)
	}
	for _, c := range captions {
		if holder := pictureOf(c); holder != nil {
			rename(holder, atom.Figure)
			rename(c, atom.Figcaption)
		}
	}
	for _, c := range below {
		holder := before(c)
		c.Parent.RemoveChild(c)
		holder.AppendChild(c)
		rename(holder, atom.Figure)
		rename(c, atom.Figcaption)
	}
}

func rename(n *html.Node, tag atom.Atom) { n.DataAtom, n.Data = tag, tag.String() }

// unhide gives the address of the image in a <noscript>, which the parser
// leaves as text, to the image before it that has none of its own.
func unhide(noscript *html.Node) {
	img := before(noscript)
	if !isElement(img, "img", "amp-img") || !standsIn(attr(img, "src")) || noscript.FirstChild == nil {
		return
	}
	shown, _, err := parse([]byte(noscript.FirstChild.Data))
	if err != nil {
		return
	}
	if own := find(shown, func(n *html.Node) bool { return isElement(n, "img") && !standsIn(attr(n, "src")) }); own != nil {
		img.Attr = own.Attr
	}
}

// before returns what stands before n, and after what stands after it, white
// space apart.
func before(n *html.Node) *html.Node {
	return solid(n, func(n *html.Node) *html.Node { return n.PrevSibling })
}

func after(n *html.Node) *html.Node {
	return solid(n, func(n *html.Node) *html.Node { return n.NextSibling })
}

func solid(n *html.Node, step func(*html.Node) *html.Node) *html.Node {
	n = step(n)
	for n != nil && n.Type == html.TextNode && strings.TrimSpace(n.Data) == "" {
		n = step(n)
	}
	return n
}

// standsIn says whether an image only holds the place of another.
func standsIn(src string) bool { return src == "" || strings.HasPrefix(src, "data:") }

// isCaption says whether n is named as the words of a picture.
func isCaption(n *html.Node) bool {
	if !isElement(n, "p", "div", "span", "small") {
		return false
	}
	if _, ok := captionNames.match(nameWords(attr(n, "class"))); !ok || holdsPicture(n) {
		return false
	}
	words := wordsIn(n)
	return words > 0 && words <= maxCaption
}

// maxCredit is the bytes of text beside a picture that are no caption yet.
const maxCredit = 100

// credited is the end of a caption that says whose picture it is.
var credited = lazy(`©[^.!?]{2,60}$|(?:摄|攝|撮影|촬영)[)）]?$`)

// isBelow says whether n is the caption of a picture by its place alone: right
// below a picture without words, and set in its middle as that is, or ending
// with whose picture it is.
func isBelow(n *html.Node) bool {
	if !isElement(n, "p", "div") {
		return false
	}
	above := before(n)
	if !isElement(above, "p", "div") || !holdsPicture(above) || holdsPicture(n) || wordsIn(above) > maxCredit {
		return false
	}
	words := wordsIn(n)
	return words > 0 && words <= maxCaption/2 && (isCentred(above) && isCentred(n) && !isCentred(after(n)) || credited().MatchString(strings.TrimSpace(textIn(n, maxCaption))))
}

func isCentred(n *html.Node) bool {
	return n != nil && (attr(n, "align") == "center" || strings.Contains(strings.ReplaceAll(attr(n, "style"), " ", ""), "text-align:center"))
}

// pictureOf returns the part of the page that is a picture and the caption c
// and nothing else; nil if there is none.
func pictureOf(c *html.Node) *html.Node {
	for n := c.Parent; n != nil && wordsIn(n) == wordsIn(c); n = n.Parent {
		switch {
		case isElement(n, "figcaption", "body", "main", "article", "section", "a"):
			return nil
		case holdsPicture(n):
			return n
		}
	}
	return nil
}

func holdsPicture(n *html.Node) bool {
	return find(n, func(c *html.Node) bool { return isElement(c, "img", "amp-img") }) != nil
}

// wordsIn is the bytes of text at and below n, up to little more than a
// caption's.
func wordsIn(n *html.Node) int {
	return len(strings.Join(strings.Fields(textIn(n, maxCaption)), " "))
}
