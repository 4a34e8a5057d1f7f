package feeds

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// Names says under which names feeds are shown. A name that the reader's list or
// the pack gives always holds; a feed without one is shown as it calls itself. It
// cannot pass for another outlet: where what it calls itself may be the name of
// another, its host stands before that. And it is only shown: whose text a feed
// carries and for whom it counts go by its Name and its Family, as without it.
// A Names is for one goroutine.
type Names struct {
	feeds  map[FeedID]Feed
	owned  []owned
	claims map[FeedID]claim    // of feeds without a name
	alike  map[string][]FeedID // those that call themselves the same, by the key of that
}

// owned is a name that belongs to somebody.
type owned struct {
	key string // see nameKey; between spaces if its script has them between words
	url string // of the feed that has it; empty for an agency
}

// claim is what a feed calls itself.
type claim struct {
	title string // as it gives it
	name  string // the same if it is a name, else empty
	key   string // of the name
	apart bool   // the host has to stand before it
}

// NewNames returns the names of the feeds of a list, of which health is known.
// The names of outlets are theirs whether they stand in the list or not.
func NewNames(list, outlets []Feed, health []Health) *Names {
	n := &Names{feeds: Directory(list), claims: map[FeedID]claim{}, alike: map[string][]FeedID{}}
	for _, f := range slices.Concat(list, outlets) {
		if !f.Unnamed {
			n.own(f.Name, f.URL)
		}
	}
	for _, a := range agencies {
		for _, form := range a.Forms {
			n.own(form, "")
		}
	}
	for _, h := range health {
		n.Learn(h)
	}
	return n
}

func (n *Names) own(name, url string) {
	key := nameKey(name)
	if key == "" {
		return
	}
	if !strings.ContainsFunc(key, unspaced) {
		key = " " + key + " "
	}
	n.owned = append(n.owned, owned{key, url})
}

// Directory returns the feeds by their ids. It is the map of n itself: it changes
// with n and is not to be written to.
func (n *Names) Directory() map[FeedID]Feed { return n.feeds }

// Put replaces the feed of f's ID by f. What it calls itself is to be learned
// again.
func (n *Names) Put(f Feed) {
	n.Learn(Health{Feed: f.ID})
	n.feeds[f.ID] = f
}

// Learn takes from h what its feed calls itself, and returns the feeds that are
// shown under another name than before.
func (n *Names) Learn(h Health) []FeedID {
	was := n.claims[h.Feed]
	if was.title == h.Title || !n.feeds[h.Feed].Unnamed {
		return nil
	}
	now := n.claim(n.feeds[h.Feed], h.Title)
	n.claims[h.Feed] = now
	touched := []FeedID{h.Feed}
	touched = append(touched, n.regroup(was.key, func(ids []FeedID) []FeedID {
		return slices.DeleteFunc(ids, func(id FeedID) bool { return id == h.Feed })
	})...)
	touched = append(touched, n.regroup(now.key, func(ids []FeedID) []FeedID { return append(ids, h.Feed) })...)
	return slices.DeleteFunc(touched, func(id FeedID) bool { return !n.settle(id) })
}

// regroup changes which feeds call themselves the same, and returns them if by
// that they stand on several hosts now, or on one again.
func (n *Names) regroup(key string, change func([]FeedID) []FeedID) []FeedID {
	if key == "" {
		return nil
	}
	before := n.several(key)
	if n.alike[key] = change(n.alike[key]); n.several(key) == before {
		return nil
	}
	return n.alike[key]
}

// several says whether feeds of several hosts call themselves the same.
func (n *Names) several(key string) bool {
	ids := n.alike[key]
	return slices.ContainsFunc(ids, func(id FeedID) bool { return n.feeds[id].Name != n.feeds[ids[0]].Name })
}

// settle words how a feed is shown, and says whether that is new.
func (n *Names) settle(id FeedID) bool {
	f, c := n.feeds[id], n.claims[id]
	called := c.name
	if called != "" && (c.apart || n.several(c.key)) {
		called = f.Name + ": " + called // in front, where no narrow pane cuts it off
	}
	if called == f.Called {
		return false
	}
	f.Called = called
	n.feeds[id] = f
	return true
}

// claim judges what a feed calls itself.
func (n *Names) claim(f Feed, title string) claim {
	key := nameKey(title)
	words := strings.Fields(key)
	c := claim{title: title}
	if allIn(words, noNames) || isAddress(title) {
		return c
	}
	c.name, c.key = title, key
	c.apart = allIn(words, partNames) || holdsAddress(title) || mixesScripts(title) || n.ofAnother(key, f.URL)
	return c
}

// ofAnother says whether a name holds one that belongs to another host.
func (n *Names) ofAnother(key, url string) bool {
	key = " " + key + " "
	return slices.ContainsFunc(n.owned, func(o owned) bool {
		return strings.Contains(key, o.key) && (o.url == "" || !sameHost(o.url, url))
	})
}

// noNames are words that say what a document is and not whose.
var noNames = wordSet("rss rss2 atom xml rdf json feed feeds channel title untitled default index home homepage test null undefined")

// partNames are words that name a part of what an outlet has. Some of noNames
// are among them: "RSS News" says no more than "News".
var partNames = wordSet("rss atom xml feed feeds home news newsfeed latest breaking top all main recent headlines headline stories story articles " +
	"article posts updates live today world international global national politics business blog press releases release media front page " +
	"новости лента главная noticias últimas actualidad portada actualités accueil nachrichten aktuell startseite schlagzeilen notizie " +
	"ultime notícias haberler gündem nieuws berita wiadomości أخبار الأخبار 新闻 新聞 要闻 ニュース 뉴스 समाचार")

func wordSet(s string) map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields(s) {
		out[nameKey(w)] = true
	}
	return out
}

// allIn says whether no word is outside of the set. It is so of no words.
func allIn(words []string, set map[string]bool) bool {
	return !slices.ContainsFunc(words, func(w string) bool { return !set[w] })
}

// isAddress says whether a title is an address and nothing else.
func isAddress(title string) bool {
	return !strings.Contains(title, " ") && (holdsAddress(title) || strings.Contains(title, "/"))
}

// holdsAddress says whether a dot stands within a word: there a host may be
// named.
func holdsAddress(title string) bool {
	rs := []rune(title)
	for i := 1; i+1 < len(rs); i++ {
		if isDot(rs[i]) && isWord(rs[i-1]) && isWord(rs[i+1]) {
			return true
		}
	}
	return false
}

// isDot says whether r parts the labels of a host (IDNA, UTS #46) or looks so.
func isDot(r rune) bool { return strings.ContainsRune(".。．｡․", r) }

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

// mixesScripts says whether letters stand side by side that look alike and are
// not the same: of the Latin script and of the Cyrillic or the Greek.
func mixesScripts(s string) bool {
	has := func(t ...*unicode.RangeTable) bool {
		return strings.ContainsFunc(s, func(r rune) bool { return unicode.In(r, t...) })
	}
	return has(unicode.Latin) && has(unicode.Cyrillic, unicode.Greek)
}

// nameKey is the same for names that read the same: their words without case,
// accents and marks.
func nameKey(name string) string {
	plain := strings.Map(func(r rune) rune {
		switch {
		case unicode.Is(unicode.Mn, r):
			return -1
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r):
			return unicode.ToLower(r)
		}
		return ' '
	}, norm.NFKD.String(name))
	return strings.Join(strings.Fields(plain), " ")
}
