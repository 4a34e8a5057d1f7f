package article

import (
	"net/url"
	"path"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// noPicture are the words in addresses of images that stand for an outlet
// rather than for a text.
var noPicture = lazy(`(?i)(?:^|[/_.-])(?:logos?|placeholder|fallback|favicon|apple-touch-icon|icons?|avatars?|gravatar|sprite|blank|spacer|pixel|share-image|social-?share|no-?image|og-?default|site-?image)(?:[/_.-]|$)|(?:^|[/_.-])default[_.-]|\.svg(?:$|\?)`)

// minPicture is how many columns of pixels an image of a text has at least,
// where a page says so; less is an icon or a face.
const minPicture = 100

func isIcon(n *html.Node) bool {
	return atoi(strings.TrimSuffix(attr(n, "width"), "px"), minPicture) < minPicture
}

// declaredPicture is the lead image that a page declares.
func declaredPicture(base *url.URL, n notes) feeds.Picture {
	for _, src := range n.all(imageField) {
		if to := pictureURL(base, src); to != "" {
			return feeds.Picture{
				URL: to, Alt: feeds.Clean(n.first(imageAltField), maxField),
				Caption: feeds.Clean(untagged(n.first(captionField)), maxField),
			}
		}
	}
	return feeds.Picture{}
}

func pictureURL(base *url.URL, src string) string {
	to := absolute(base, src)
	if to == "" || len(to) > maxURL || noPicture().MatchString(to) {
		return ""
	}
	return to
}

// pictureReach is how many bytes of text below the headline a picture is still
// above the text.
const pictureReach = 500

// leadPicture returns the image between headline and text with its caption,
// else the one that the page declares.
func leadPicture(body, at *html.Node, d declared, o outline) feeds.Picture {
	base, err := url.Parse(d.address)
	if err != nil || at == nil {
		return d.picture
	}
	var p feeds.Picture
	below := -1
	each(body, func(n *html.Node) bool {
		switch {
		case p.URL != "" || below > pictureReach || n.Type == html.ElementNode && n.Data != "noscript" && (unread[n.Data] || o.isBeside(n)):
			return false
		case n == at:
			below = 0
			return false
		case below < 0:
			return true
		case n.Type == html.TextNode:
			below += len(strings.TrimSpace(n.Data))
		case isElement(n, "figure"):
			p = figurePicture(n, base)
			return p.URL == ""
		case isElement(n, "img", "amp-img"):
			p = imagePicture(n, base)
		}
		return true
	})
	if p.URL == "" {
		return withCaption(d.picture, body, base)
	}
	if samePicture(p.URL, d.picture.URL) {
		p.Caption, p.Alt = firstOf(p.Caption, d.picture.Caption), firstOf(p.Alt, d.picture.Alt)
	}
	return p
}

// maxFigures is how many figures of a page may be the declared picture.
const maxFigures = 60

// withCaption returns the picture that a page declares as the page shows it
// elsewhere, above the headline say.
func withCaption(p feeds.Picture, body *html.Node, base *url.URL) feeds.Picture {
	figures, shown := 0, p
	find(body, func(n *html.Node) bool {
		if !isElement(n, "figure") || p.URL == "" {
			return p.URL == ""
		}
		if f := figurePicture(n, base); samePicture(f.URL, p.URL) {
			shown = f
		}
		figures++
		return shown.Caption != "" || figures == maxFigures
	})
	return shown
}

func figurePicture(n *html.Node, base *url.URL) feeds.Picture {
	img := find(n, func(c *html.Node) bool { return isElement(c, "img", "amp-img") && imagePicture(c, base).URL != "" })
	if img == nil {
		return feeds.Picture{}
	}
	p := imagePicture(img, base)
	if c := find(n, func(c *html.Node) bool { return isElement(c, "figcaption") }); c != nil {
		p.Caption = captionIn(c)
	}
	return p
}

// captionEnd is what sellers of pictures add to a caption.
var captionEnd = lazy(`(?i)[\s,|]*(?:purchase licensing rights|buy this (?:photo|picture)|opens (?:in (?:a )?)?new tab)\b.*$`)

// captionStart is the place of a picture among those of a gallery.
var captionStart = lazy(`^\d+\s?/\s?\d+\s+`)

// captionIn is the text of a caption.
func captionIn(n *html.Node) string {
	text := captionStart().ReplaceAllString(feeds.Clean(textIn(n, maxBlock), maxBlock), "")
	return captionEnd().ReplaceAllString(text, "")
}

func imagePicture(n *html.Node, base *url.URL) feeds.Picture {
	if isIcon(n) {
		return feeds.Picture{}
	}
	to := pictureURL(base, imageSource(n))
	if to == "" {
		return feeds.Picture{}
	}
	return feeds.Picture{URL: to, Alt: feeds.Clean(attr(n, "alt"), maxField)}
}

// imageSource is the address of an image: the one that a script loads later
// goes before the one that stands in for it, the first of a set comes last.
func imageSource(n *html.Node) string {
	set, _, _ := strings.Cut(strings.TrimSpace(firstOf(attr(n, "srcset"), attr(n, "data-srcset"))), " ")
	src := attr(n, "src")
	if strings.HasPrefix(src, "data:") {
		src = ""
	}
	return firstOf(attr(n, "data-src"), attr(n, "data-original"), attr(n, "data-lazy-src"), src, strings.TrimSuffix(set, ","))
}

// samePicture says whether two addresses are of one image, in whatever size.
func samePicture(a, b string) bool {
	if a == "" || b == "" {
		return false
	}
	return a == b || len(pictureName(a)) >= 6 && pictureName(a) == pictureName(b)
}

// sizes are the parts of a file's name that say how large it is.
var sizes = lazy(`(?i)[-_@](?:\d+x\d*|x\d+|\d+w|[1-3]x|scaled|large|small|medium|thumb|lg|sm|md)\b`)

// pictureName is the name of an image's file without its size and kind.
func pictureName(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	name := path.Base(u.Path)
	return fold(sizes().ReplaceAllString(strings.TrimSuffix(name, path.Ext(name)), ""))
}

// takePicture makes the image at the top of a text the lead image, and takes
// it out of the text with the line that repeats its caption, so that neither
// is set twice.
func takePicture(a *feeds.Article) {
	takeTop(a)
	caption := fold(a.Picture.Caption)
	top := min(headBlocks, len(a.Blocks))
	i := slices.IndexFunc(a.Blocks[:top], func(b feeds.Block) bool { return caption != "" && isProse(b) && fold(b.Plain()) == caption })
	if i >= 0 {
		a.Blocks = slices.Delete(a.Blocks, i, i+1)
	}
}

// takeTop keeps the words of the image at the top, those of the page's head
// only where it has none.
func takeTop(a *feeds.Article) {
	for i, b := range a.Blocks[:min(headBlocks, len(a.Blocks))] {
		if isSentence(b) {
			return
		}
		if b.Kind != feeds.Image {
			continue
		}
		caption := plainSpans(b.Spans)
		same := samePicture(a.Picture.URL, b.URL) || caption != "" && fold(caption) == fold(a.Picture.Caption)
		if !same && (noPicture().MatchString(b.URL) || a.Picture.Caption != "") {
			continue
		}
		if !same {
			a.Picture = feeds.Picture{URL: b.URL}
		}
		a.Picture.Caption = firstOf(caption, a.Picture.Caption)
		a.Picture.Alt = firstOf(b.Alt, a.Picture.Alt)
		a.Blocks = slices.Delete(a.Blocks, i, i+1)
		return
	}
}

func plainSpans(spans []feeds.Span) string {
	return strings.TrimSpace(feeds.Block{Kind: feeds.Paragraph, Spans: spans}.Plain())
}
