package feeds

import "time"

// Health is what is known of how a feed answers.
type Health struct {
	Feed     FeedID        `json:"feed"`
	Title    string        `json:"title,omitempty"` // what it calls itself, see Names
	LastTry  time.Time     `json:"last_try,omitzero"`
	LastGood time.Time     `json:"last_good,omitzero"` // last answer that was a feed, new or unchanged
	NextTry  time.Time     `json:"next_try,omitzero"`
	Wait     Wait          `json:"wait,omitempty"`    // why NextTry is when it is
	Every    time.Duration `json:"every,omitempty"`   // between two visits as things are now, without failures
	Newest   time.Time     `json:"newest,omitzero"`   // Published of the newest stored item
	Items    int           `json:"items"`             // stored items
	Undated  int           `json:"undated,omitempty"` // items of its last full answer without a date that can be believed
	Carried  int           `json:"carried,omitempty"` // items of its last full answer
	Publish  time.Duration `json:"publish,omitempty"` // between two items, as its last full answer shows; 0 if that does not show it
	Wish     time.Duration `json:"wish,omitempty"`    // how long the feed itself asks to be left alone
	Rest     Rest          `json:"rest,omitzero"`     // when the feed asks not to be visited
	Failures int           `json:"failures"`          // in a row
	Failing  time.Time     `json:"failing,omitzero"`  // the first of these failures
	Failure  *Failure      `json:"failure,omitempty"` // the last of them; nil if the last try went well
	Moved    Relocation    `json:"moved,omitzero"`    // where its server says it is now
	Took     time.Duration `json:"took,omitempty"`    // of the last try
	Usual    time.Duration `json:"usual,omitempty"`   // what good visits take, a running mean
	Hours    int           `json:"hours,omitempty"`   // clock hours of the last 30 days in which it answered well
}

// Retired says that the server calls the feed gone for good (HTTP 410), since
// Failing. It is asked after a day, then less and less often.
func (h Health) Retired() bool { return h.Failure != nil && h.Failure.Kind == FailGone }

// Relocation is the word of a server that a feed has moved for good.
type Relocation struct {
	To      string    `json:"to,omitempty"`      // the address; empty if the feed has not moved
	Since   time.Time `json:"since,omitzero"`    // when the server said so first
	Visits  int       `json:"visits,omitempty"`  // that were sent there in a row
	Learned bool      `json:"learned,omitempty"` // it was said often enough: the feed is asked there
}

// Rest is when a feed asks not to be visited (skipHours and skipDays of RSS
// 2.0), in UTC.
type Rest struct {
	Hours uint32 `json:"hours,omitempty"` // bit h stands for the hour from h:00 to h:59
	Days  uint8  `json:"days,omitempty"`  // bit d stands for time.Weekday d
}

// Covers says whether the feed rests at t.
func (r Rest) Covers(t time.Time) bool {
	t = t.UTC()
	return r.Hours>>t.Hour()&1 == 1 || r.Days>>int(t.Weekday())&1 == 1
}

// Wait says why a feed is not asked before its NextTry.
type Wait string

// The reasons to wait.
const (
	WaitUsual   Wait = "usual"   // as often as the reader has said, or the default
	WaitSeldom  Wait = "seldom"  // it publishes seldom
	WaitWish    Wait = "wish"    // the feed or its server asks for it
	WaitRest    Wait = "rest"    // the feed asks not to be visited at these hours or days
	WaitFailure Wait = "failure" // it failed, and is asked less often each time
	WaitOrder   Wait = "order"   // the server has told us when to come again
	WaitGone    Wait = "gone"    // the server calls it gone for good
	WaitNetwork Wait = "network" // the network is away, which is not held against the feed
)

// waitWords words reasons for people.
var waitWords = map[Wait]string{
	WaitUsual:   "as often as set",
	WaitSeldom:  "it publishes seldom",
	WaitWish:    "the feed asks for so much time",
	WaitRest:    "the feed rests at this time",
	WaitFailure: "it is asked less often while it fails",
	WaitOrder:   "the server has told us to wait",
	WaitGone:    "it is gone, and asked less and less often",
	WaitNetwork: "asked as soon as the network is back",
}

// Words says why, for people.
func (w Wait) Words() string { return waitWords[w] }

// Visited is what became of the visits to a feed in one clock hour that ended
// the same way.
type Visited struct {
	Feed   FeedID        `json:"feed"`
	At     time.Time     `json:"at"` // of the last of them
	Visits int           `json:"visits"`
	Kind   FailureKind   `json:"kind,omitempty"`   // empty for good visits
	Status int           `json:"status,omitempty"` // HTTP status of the last failure, if one came
	New    int           `json:"new,omitempty"`    // items that were never seen before
	Took   time.Duration `json:"took,omitempty"`   // the longest
}
