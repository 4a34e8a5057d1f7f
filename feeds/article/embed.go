package article

import (
	"net/url"
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// embedHosts are the hosts whose frames are posts, videos and the like; what
// any other host frames into a page is left out.
var embedHosts = set(`
	youtube.com youtube-nocookie.com youtu.be vimeo.com dailymotion.com rutube.ru bilibili.com twitch.tv odysee.com rumble.com
	twitter.com x.com facebook.com instagram.com tiktok.com telegram.org t.me vk.com bsky.app threads.net reddit.com mastodon.social
	soundcloud.com spotify.com podcasts.apple.com megaphone.fm acast.com audioboom.com
	datawrapper.de dwcdn.net flourish.studio infogram.com documentcloud.org scribd.com brightcove.net jwplayer.com jwplatform.com
	google.com c-span.org arcgis.com`)

// postNames are the phrases in class names of quotes that a script turns into
// a post of another site.
var postNames = index(nameRow{keep, `twitter tweet, twitter video, instagram media, tiktok embed, fb post, fb video,
	reddit embed, reddit card, bluesky embed, mastodon embed, text post media, telegram post`})

// The attributes of the images that stand for embeds while a page is worked
// on, since no rule for text touches an image: address, and words of a post.
const (
	embedMark  = "data-embed"
	embedQuote = "data-quote"
)

// embedOf returns a marked image for a post or video from elsewhere, nil if n
// is none.
func embedOf(n *html.Node, base *url.URL) *html.Node {
	switch n.Data {
	case "iframe", "embed", "amp-iframe":
		return framed(n, base)
	case "blockquote", "div":
		return posted(n, base)
	case "video", "audio":
		return played(n, base)
	}
	return nil
}

func framed(n *html.Node, base *url.URL) *html.Node {
	src := absolute(base, firstOf(attr(n, "src"), attr(n, "data-src"), attr(n, "data-lazy-src")))
	if !embeddable(src) {
		return nil
	}
	return mark(src, host(src), "")
}

func embeddable(address string) bool {
	u, err := url.Parse(address)
	if err != nil || address == "" {
		return false
	}
	host := u.Hostname()
	for !embedHosts[host] {
		_, rest, found := strings.Cut(host, ".")
		if !found {
			return false
		}
		host = rest
	}
	return true
}

// posted takes the last link of a post: the first ones are part of its text.
func posted(n *html.Node, base *url.URL) *html.Node {
	if _, ok := postNames.match(nameWords(attr(n, "class"))); !ok {
		return nil
	}
	address := absolute(base, firstOf(attr(n, "cite"), attr(n, "data-instgrm-permalink"), attr(n, "data-href")))
	each(n, func(c *html.Node) bool {
		if to := absolute(base, attr(c, "href")); isElement(c, "a") && embeddable(to) {
			address = to
		}
		return true
	})
	if address == "" {
		return nil
	}
	return mark(address, host(address), textIn(n, maxBlock))
}

func played(n *html.Node, base *url.URL) *html.Node {
	source := n
	if attr(n, "src") == "" {
		source = find(n, func(c *html.Node) bool { return isElement(c, "source") && attr(c, "src") != "" })
	}
	if source == nil {
		return nil
	}
	if src := absolute(base, attr(source, "src")); src != "" {
		return mark(src, firstOf(attr(n, "title"), attr(n, "aria-label"), host(src)), "")
	}
	return nil
}

func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return feeds.Clean(strings.TrimPrefix(u.Hostname(), "www."), maxField)
}

// mark returns the image that stands for an embed: label names it, quote is
// what a post says.
func mark(address, label, quote string) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: "img", Attr: []html.Attribute{
		{Key: "src", Val: address},
		{Key: embedMark, Val: address},
		{Key: "alt", Val: feeds.Clean(label, maxField)},
		{Key: embedQuote, Val: feeds.Clean(quote, maxBlock)},
	}}
}
