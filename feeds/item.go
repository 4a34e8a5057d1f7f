package feeds

import (
	"slices"
	"time"
)

// DateMark says how far the time of an item can be trusted.
type DateMark string

// The marks a date can carry.
const (
	DateGiven   DateMark = ""        // the feed's own date
	DateMissing DateMark = "missing" // the feed gave none that could be read: Published is Seen
	DateAbsurd  DateMark = "absurd"  // the feed's date lies in the future or before the web: Published is Seen
)

// Item is one entry of one feed. Every string in it has passed Clean: it holds
// no control character, no bidi override, and is safe to print.
type Item struct {
	ID         ItemID
	Feed       FeedID
	Key        string // identity within the feed: guid, else link, else title, hashed
	Title      string // one line, never empty
	Summary    string // plain text of the feed's short description; paragraphs end in "\n\n"
	Text       string // plain text of the feed's full content where it says more than Summary; lists omit it
	URL        string // absolute http or https address of the page, or empty
	Byline     string // "by AFP Staff Writers" without the "by"
	Categories []string
	Language   string    // BCP 47 tag
	Published  time.Time // never zero, UTC; see Date
	Date       DateMark
	Seen       time.Time // when Dateline first saw the item, UTC
	Updated    time.Time // when the feed last changed title, summary or text; zero if never
	Retitled   time.Time // when Dateline last saw the feed change the title; zero if never
	Place      string    // place of the dateline, "Beijing"; empty if the text has none
	Wire       string    // agency whose text this is, "AFP"; empty if unknown
	Sketch     []byte    // fingerprint of summary and text, by which copies are known; empty if they are too short
	Copy       ItemID    // first item seen with the same text; zero if the text is its own
	Tags       Tags
	Story      StoryID // zero until grouped
	Join       Join    // why the item belongs to its story
	Read       bool
	Starred    bool
}

// Join says why an item was put into its story: the shared words, numbers or
// countries, strongest first. The first item of a story has an empty Join.
type Join struct {
	With  ItemID   `json:"with,omitempty"`
	Score float64  `json:"score,omitempty"` // 0..1
	Words []string `json:"words,omitempty"`
	Kind  JoinKind `json:"kind,omitempty"`
}

// JoinKind names the sort of evidence that a Join rests on.
type JoinKind string

// The kinds of evidence.
const (
	JoinWords    JoinKind = ""         // words of one language
	JoinCopy     JoinKind = "copy"     // the same text in other hands
	JoinLanguage JoinKind = "language" // names, numbers and countries across languages
)

// Move puts a stored item into another story.
type Move struct {
	Item  ItemID
	Story StoryID
	Join  Join
}

// Edit is a headline that a feed has changed: what it said before At.
type Edit struct {
	At    time.Time
	Title string
}

// Field names the part of an item in which evidence was found.
type Field string

// The fields evidence can come from, strongest first.
const (
	FieldTitle    Field = "title"
	FieldSummary  Field = "summary"
	FieldCategory Field = "category"
	FieldDateline Field = "dateline"
	FieldText     Field = "text"
	FieldAddress  Field = "address" // the words in the address of its page
	FieldFeed     Field = "feed"    // the feed's own country, when the text names none
	FieldUser     Field = "you"     // a correction made by the reader
)

// Evidence is one reason for a tag: the words that were found, where, and by
// which rule ("country name", "demonym", "capital", ...).
type Evidence struct {
	Words  string `json:"words"`
	Field  Field  `json:"field"`
	Offset int    `json:"offset,omitempty"` // bytes into the field
	Rule   string `json:"rule"`
}

// OwnRule is the rule of evidence that the reader's corrections gave.
const OwnRule = "your correction"

// Tag says that an item is about a country, or names an area or a bloc.
type Tag struct {
	Code   string     `json:"code"`   // country: ISO 3166-1 alpha-2 or XK; area or bloc: its region slug
	Weight float64    `json:"weight"` // sum of the evidence; orders tags, has no unit
	About  bool       `json:"about"`  // the item is about it; else it is only mentioned
	Why    []Evidence `json:"why,omitempty"`
}

// Tags holds what an item is about. Countries are in order of weight.
type Tags struct {
	Countries []Tag `json:"countries,omitempty"`
	Areas     []Tag `json:"areas,omitempty"`  // only those that the text names
	Denied    []Tag `json:"denied,omitempty"` // countries that corrections took away, and what had told them
}

// Subjects returns the countries that the text is about. If it only mentions
// countries, it is about those, so that nothing tagged is found nowhere.
func (t Tags) Subjects() []Tag {
	rest := func(c Tag) bool { return !c.About }
	first := slices.IndexFunc(t.Countries, rest)
	if first < 0 || !slices.ContainsFunc(t.Countries, func(c Tag) bool { return c.About }) {
		return t.Countries
	}
	if !slices.ContainsFunc(t.Countries[first:], func(c Tag) bool { return c.About }) {
		return t.Countries[:first:first] // the usual order: nothing to copy
	}
	return slices.DeleteFunc(slices.Clone(t.Countries), rest)
}

// Mentions returns the countries that the text names but is not about.
func (t Tags) Mentions() []Tag {
	if len(t.Subjects()) == len(t.Countries) {
		return nil
	}
	return slices.DeleteFunc(slices.Clone(t.Countries), func(c Tag) bool { return c.About })
}

// Codes returns the codes of tags in their order.
func Codes(tags []Tag) []string {
	codes := make([]string, len(tags))
	for i, t := range tags {
		codes[i] = t.Code
	}
	return codes
}
