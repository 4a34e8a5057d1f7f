package parse

import (
	"mime"
	"regexp"
	"strings"

	"golang.org/x/net/html"
)

// foundIn returns the address of the feed that a web page names as its own, ""
// if it names none, or none but the one that was asked for.
func foundIn(page string, src Source) string {
	base, spare := src.URL, ""
	z := html.NewTokenizer(strings.NewReader(page[:min(len(page), pageBytes)]))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return spare
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			attrs := map[string]string{}
			for _, a := range t.Attr {
				attrs[a.Key] = a.Val
			}
			switch t.Data {
			case "base":
				if b := resolve(src.URL, attrs["href"]); b != "" {
					base = b
				}
			case "link", "a":
				address := resolve(base, attrs["href"])
				switch {
				case !namesFeed(attrs) || address == "" || address == src.URL || address == src.Feed.URL:
				case !comments.MatchString(attrs["title"] + " " + address):
					return address
				case spare == "":
					spare = address
				}
			}
		default:
		}
	}
}

// comments tell the feed of what readers say from that of what is news.
var comments = regexp.MustCompile(`(?i)\bcomments?\b`)

// namesFeed says whether the attributes of a link lead to a feed that says the
// same as its page.
func namesFeed(attrs map[string]string) bool {
	kind, _, err := mime.ParseMediaType(attrs["type"])
	if err != nil || !feedTypes[kind] {
		return false
	}
	for rel := range strings.FieldsSeq(strings.ToLower(attrs["rel"])) {
		if rel == "alternate" || rel == "feed" {
			return true
		}
	}
	return false
}

// feedTypes are the media types by which pages name feeds.
var feedTypes = map[string]bool{
	"application/rss+xml": true, "application/atom+xml": true, "application/rdf+xml": true, "application/feed+json": true,
}
