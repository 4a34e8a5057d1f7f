package config

import (
	"bytes"
	"cmp"
	"encoding/xml"
	"errors"
	"io"
	"slices"
	"strings"

	"dateline/feeds"

	"golang.org/x/text/language"
)

// opml reads the outlines of an OPML file, however deep they lie. Folders and
// categories that bear the name of a region become tags.
func (g *gatherer) opml(atlas *feeds.Atlas) {
	in := &piecemeal{Reader: bytes.NewReader(g.data)}
	d := xml.NewDecoder(in)
	d.Strict = false
	d.Entity = xml.HTMLEntity
	// The bytes are UTF-8 by now, whatever the declaration says.
	d.CharsetReader = func(_ string, r io.Reader) (io.Reader, error) { return r, nil }
	var folders []string
	depth := 0
	for !g.full {
		at := int(d.InputOffset())
		in.left = maxPiece
		token, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			g.fault(int(d.InputOffset()), "", "", "this is no OPML from here on: "+feeds.Clean(err.Error(), maxName))
			return
		}
		switch t := token.(type) {
		case xml.StartElement:
			if !isOutline(t.Name) {
				continue
			}
			o := outlineOf(t.Attr)
			if o.address != "" {
				g.add(at, o.address, o.feed(folders, atlas))
			}
			if depth++; depth <= maxFolders {
				folders = append(folders, o.name)
			}
		case xml.EndElement:
			if isOutline(t.Name) && depth > 0 {
				depth--
				folders = folders[:min(len(folders), depth)]
			}
		}
	}
}

// piecemeal is a file of which a decoder takes a tag or a text at a time, none of
// which may be long.
type piecemeal struct {
	*bytes.Reader
	left int // bytes of this one
}

var errLongPiece = errors.New("a tag or a text of more than 128 kB")

// ReadByte returns the next byte of the piece.
func (p *piecemeal) ReadByte() (byte, error) {
	if p.left--; p.left < 0 {
		return 0, errLongPiece
	}
	return p.Reader.ReadByte()
}

func isOutline(n xml.Name) bool { return strings.EqualFold(n.Local, "outline") }

// outline is what the attributes of one outline say.
type outline struct {
	name, address, language, category string
}

func outlineOf(attrs []xml.Attr) outline {
	get := func(name string) string {
		i := slices.IndexFunc(attrs, func(a xml.Attr) bool { return strings.EqualFold(a.Name.Local, name) })
		if i < 0 {
			return ""
		}
		return strings.TrimSpace(attrs[i].Value)
	}
	return outline{
		name:     feeds.Clean(cmp.Or(get("text"), get("title")), maxName),
		address:  feedScheme(get("xmlUrl")),
		language: get("language"),
		category: get("category"),
	}
}

// feedScheme turns the addresses that browsers once gave to feed readers
// (feed://host/x, feed:https://host/x) into plain ones.
func feedScheme(address string) string {
	rest, ok := strings.CutPrefix(address, "feed:")
	if ok && strings.HasPrefix(rest, "//") {
		return "http:" + rest
	}
	return rest
}

// feed returns what the outline, inside of folders, says of its feed.
func (o outline) feed(folders []string, atlas *feeds.Atlas) feeds.Feed {
	f := feeds.Feed{Name: o.name}
	if tag, err := language.Parse(o.language); err == nil {
		f.Language = tag.String()
	}
	words := strings.FieldsFunc(o.category, func(r rune) bool { return r == ',' || r == '/' })
	for _, w := range append(words, folders...) {
		slug := strings.Join(strings.Fields(strings.ToLower(w)), "-")
		// Only regions: a folder IT is not about Italy.
		if r, ok := atlas.Region(slug); ok && slug != feeds.World {
			f.Tags = union(f.Tags, []string{r.Slug})
		}
	}
	return f
}
