package parse

import (
	"cmp"
	"mime"
	"net/url"
	"regexp"
	"slices"
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// found is a feed that a web page names as one of its own.
type found struct {
	address string
	likely  int // to be the one that was meant
}

// page says that a web page came instead of a feed: its title, and the feeds
// that it names, the likeliest first.
func page(text string, src Source) *feeds.Failure {
	title, all := look(text[:min(len(text), pageBytes)], src)
	f := &feeds.Failure{Kind: feeds.FailHTML, Detail: feeds.Clean(title, detailBytes), By: stranger(src)}
	if robotTitle.MatchString(f.Detail) {
		f.Kind = feeds.FailRobots
		return f
	}
	slices.SortStableFunc(all, func(a, b found) int { return cmp.Compare(b.likely, a.likely) })
	for i, other := range all[:min(len(all), 1+maxOthers)] {
		if i == 0 {
			f.Found = other.address
		} else {
			f.Others = append(f.Others, other.address)
		}
	}
	return f
}

// robotTitle is the title of pages that let only people pass.
var robotTitle = regexp.MustCompile(`(?i)^(just a moment|attention required|access denied$|robot check|are you a robot|human verification|pardon our interruption|` +
	`vercel security checkpoint|ddos-guard|making sure you're not a bot)`)

// look returns the title of a page and the feeds that it names, but for the one
// that was asked for.
func look(text string, src Source) (title string, all []found) {
	base, asked := src.URL, wordsOf(src.Feed.URL)
	z := html.NewTokenizer(strings.NewReader(text))
	for len(all) < maxFound {
		switch z.Next() {
		case html.ErrorToken:
			return title, all
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			attrs := map[string]string{}
			for _, a := range t.Attr {
				attrs[a.Key] = a.Val
			}
			switch t.Data {
			case "title":
				if title == "" && z.Next() == html.TextToken {
					title = plain(string(z.Text()))
				}
			case "base":
				base = cmp.Or(resolve(src.URL, attrs["href"]), base)
			case "link", "a":
				address := resolve(base, attrs["href"])
				named := slices.ContainsFunc(all, func(f found) bool { return f.address == address })
				if namesFeed(attrs) && address != "" && address != src.URL && address != src.Feed.URL && !named {
					all = append(all, found{address, likely(attrs, address, asked, src.Feed)})
				}
			}
		default:
		}
	}
	return title, all
}

// likely says how likely a link leads to the feed that was meant: by the words
// that its address and its title share with the address asked for, and by its
// language. What readers say is no news.
func likely(attrs map[string]string, address string, asked map[string]bool, f feeds.Feed) int {
	const wrong, right = 100, 3 // more than words can make good; as much as three words
	n := 0
	for w := range wordsOf(address + "/" + attrs["title"]) {
		if asked[w] {
			n++
		}
	}
	if comments.MatchString(attrs["title"] + " " + address) {
		n -= wrong
	}
	switch want, is := primary(f.Language), primary(attrs["hreflang"]); {
	case want == "" || is == "":
	case want == is:
		n += right
	default:
		n -= right
	}
	return n
}

// wordsOf returns the words of an address behind its host.
func wordsOf(address string) map[string]bool {
	_, rest, _ := strings.Cut(address, "://")
	_, path, _ := strings.Cut(rest, "/")
	out := map[string]bool{}
	for _, w := range wordPattern.FindAllString(strings.ToLower(path), maxWords) {
		out[w] = !sayNothing[w]
	}
	return out
}

var wordPattern = regexp.MustCompile(`[\p{L}\p{N}]+`)

// sayNothing are words of addresses that tell no feed from another.
var sayNothing = map[string]bool{"rss": true, "rss2": true, "feed": true, "feeds": true, "xml": true, "atom": true, "rdf": true, "index": true, "php": true, "json": true}

// stranger returns the host that answered, if it is not that of the feed.
func stranger(src Source) string {
	asked, answered := hostOf(src.Feed.URL), hostOf(src.URL)
	if asked == "" || asked == answered || strings.HasSuffix(asked, "."+answered) || strings.HasSuffix(answered, "."+asked) {
		return ""
	}
	return answered
}

func hostOf(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(strings.ToLower(u.Hostname()), "www.")
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
