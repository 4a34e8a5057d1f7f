// Package feeds holds the words of the house: Feed, Item, Story, Article,
// Tag, Region, Event. Both wings meet in them. It imports nothing of ours and
// does no I/O; what finds, reads, stores or shows these things lives in the
// rooms below it and in ui.
package feeds

import (
	"cmp"
	"strings"
	"time"
)

// FeedID names a feed: a lower-case slug that stays the same when the address
// of the feed changes.
type FeedID string

// ItemID names one stored item. The store gives it at first sight, counting
// from 1; zero means "not stored".
type ItemID int64

// StoryID names one story. It is the ItemID of the item that opened the story,
// so it survives a restart and every later item. Of two stories that turn out
// to be one, the one that was opened first keeps its name.
type StoryID int64

// Kind says what sort of publisher stands behind a feed.
type Kind string

// The kinds of publisher a feed can have.
const (
	Wire         Kind = "wire"
	Broadcaster  Kind = "broadcaster"
	Newspaper    Kind = "newspaper"
	Magazine     Kind = "magazine"
	ThinkTank    Kind = "think-tank"
	Multilateral Kind = "multilateral"
	Ministry     Kind = "government"
	Defence      Kind = "defence"
	NGO          Kind = "ngo"
	Regional     Kind = "regional"
)

// Kinds lists every Kind, in the order of the feed pack's documentation.
func Kinds() []Kind {
	return []Kind{Wire, Broadcaster, Newspaper, Magazine, ThinkTank, Multilateral, Ministry, Defence, NGO, Regional}
}

// Affiliation says in one neutral word who can tell the publisher what to
// write. It is a fact about ownership, never a score of truth.
type Affiliation string

// The affiliations a publisher can have.
const (
	Independent Affiliation = "independent"
	Public      Affiliation = "public"
	StateFunded Affiliation = "state-funded"
	State       Affiliation = "state"
	Exile       Affiliation = "exile"
	Government  Affiliation = "government"
	Party       Affiliation = "party"
)

// Affiliations lists every Affiliation.
func Affiliations() []Affiliation {
	return []Affiliation{Independent, Public, StateFunded, State, Exile, Government, Party}
}

// Feed is one address that is asked for news, and the facts about who
// publishes it.
type Feed struct {
	ID          FeedID
	Name        string        // the outlet as readers know it; its host if nobody has named it
	Unnamed     bool          // nobody has: Name is the host
	Called      string        // then what it is shown as instead, see Names; empty if the Name is
	URL         string        // http or https
	Listed      string        // the address that the reader's list gives it, if the reader has taken URL instead; else empty
	Country     string        // where the outlet is based: ISO 3166-1 alpha-2 or XK; empty for multilateral bodies
	Language    string        // BCP 47 tag of the feed's text
	Kind        Kind          //
	Affiliation Affiliation   //
	Family      string        // publisher family: feeds of one family count as one source
	Tags        []string      // region slugs or country codes (lower case) this feed is about; empty for the world
	Checked     string        // day the address was last seen working, YYYY-MM-DD
	Off         bool          // listed, but not asked
	Every       time.Duration // how often to ask; zero means the loader's default
	FullText    bool          // opening an item of it fetches its page without a further key
	Agent       string        // the User-Agent sent; empty means the program's own
	Headers     []string      // "Name: value", sent to the host of URL only
	Login       Login         // likewise
}

// Login is who the reader is to the server of a feed. The password itself is
// never part of a Feed: it comes from a command or from the environment.
type Login struct {
	User    string   // empty if the password is a token that says all
	Command []string // the program that prints the password, and its words
	Env     string   // or the variable that holds it
}

// Empty says that the server asks for no login.
func (l Login) Empty() bool { return len(l.Command) == 0 && l.Env == "" }

// Personal says whether requests for f hold what is for its own host only.
func (f Feed) Personal() bool { return len(f.Headers) > 0 || !f.Login.Empty() }

// At returns f as it is when the reader has taken an address for it; the one of
// the list takes that back.
func (f Feed) At(address string) Feed {
	f.Listed = cmp.Or(f.Listed, f.URL)
	if f.URL = address; f.URL == f.Listed {
		f.Listed = ""
	}
	return f
}

// MayMove says whether f may be asked at another address without a word in the
// reader's list: not where the way there could be read by others while its own
// could not, and not at another host when it has something to say that is for
// its own host only.
func (f Feed) MayMove(to string) bool {
	secure := func(address string) bool { return strings.HasPrefix(address, "https:") }
	return (secure(to) || !secure(f.URL)) && (!f.Personal() || sameHost(f.URL, to))
}

// Home returns the country that items of f are about when the text names
// none: the only country of a feed that covers one country, else "".
func (f Feed) Home() string {
	if len(f.Tags) == 1 && len(f.Tags[0]) == 2 {
		return strings.ToUpper(f.Tags[0])
	}
	return ""
}

// Outlet returns the name of f for readers: its slug if it has no name.
func (f Feed) Outlet() string { return cmp.Or(f.Called, f.Name, string(f.ID)) }

// Directory returns feeds by their ids.
func Directory(all []Feed) map[FeedID]Feed {
	out := make(map[FeedID]Feed, len(all))
	for _, f := range all {
		out[f.ID] = f
	}
	return out
}
