package feeds

import (
	"slices"
	"time"
)

// Scope says how far a correction reaches.
type Scope string

// The scopes a correction can have.
const (
	ScopeStory Scope = "story" // one item of a story, see SubjectOf
	ScopeAlias Scope = "alias" // words, wherever they stand
	ScopeFeed  Scope = "feed"  // everything of a feed
)

// Scopes lists every Scope.
func Scopes() []Scope { return []Scope{ScopeStory, ScopeAlias, ScopeFeed} }

// Correction is the reader's word against the rules: that an item, or all of a
// feed, is about a country or is not; that words tell a country or do not.
type Correction struct {
	Scope   Scope
	Subject string    // what SubjectOf returns, the words as they stand in a text, or a FeedID
	Country string    // ISO 3166-1 alpha-2 or XK
	Add     bool      // it is so; else it is not
	Made    time.Time // day; zero if unknown
	Note    string    // for people: the headline, a reason
}

// SubjectOf names an item in a story correction: the address of its page, which
// other readers meet too, else its feed and key with a space between them.
func SubjectOf(it Item) string {
	if it.URL != "" {
		return it.URL
	}
	return string(it.Feed) + " " + it.Key
}

// Mark returns what c says in short: "+GE", "-US".
func (c Correction) Mark() string {
	if c.Add {
		return "+" + c.Country
	}
	return "-" + c.Country
}

// opposite returns what takes c back.
func (c Correction) opposite() Correction {
	c.Add = !c.Add
	return c
}

// bare returns what c says, without when and why it was made.
func (c Correction) bare() Correction {
	c.Made, c.Note = time.Time{}, ""
	return c
}

// says tells whether two corrections say the same.
func (c Correction) says(o Correction) bool { return c.bare() == o.bare() }

// Corrections are what a reader has corrected, in the order in which it was.
// Where two contradict each other, the later one holds.
type Corrections []Correction

// Has says whether the list says the same as c.
func (l Corrections) Has(c Correction) bool { return slices.ContainsFunc(l, c.says) }

// With returns the list with c. If it held the opposite, that is taken back and
// nothing is added: the rules decide again.
func (l Corrections) With(c Correction) Corrections {
	if undo := c.opposite(); l.Has(undo) {
		return l.Without(undo)
	}
	if l.Has(c) {
		return l
	}
	return append(slices.Clip(l), c)
}

// Without returns the list without what says the same as c.
func (l Corrections) Without(c Correction) Corrections {
	return slices.DeleteFunc(slices.Clone(l), c.says)
}

// Amendment is a step from one list of corrections to another one.
type Amendment struct{ Added, Removed Corrections }

// Inverse returns the step back.
func (a Amendment) Inverse() Amendment { return Amendment{a.Removed, a.Added} }

// Rows returns all corrections that the step adds or removes.
func (a Amendment) Rows() Corrections { return slices.Concat(a.Added, a.Removed) }

// Choose returns the step that takes each of choice into the list.
func (l Corrections) Choose(choice []Correction) Amendment {
	after := l
	for _, c := range choice {
		after = after.With(c)
	}
	return l.To(after)
}

// To returns the step that leads from the list to after.
func (l Corrections) To(after Corrections) Amendment {
	return Amendment{Added: after.beyond(l), Removed: l.beyond(after)}
}

// beyond returns what the list says and other does not. Shared files have
// thousands of rows, so they are not compared each with each.
func (l Corrections) beyond(other Corrections) Corrections {
	said := make(map[Correction]bool, len(other))
	for _, c := range other {
		said[c.bare()] = true
	}
	return slices.DeleteFunc(slices.Clone(l), func(c Correction) bool { return said[c.bare()] })
}

// Amend returns the list after the step. What the list has already, or lacks
// already, stays as it is.
func (l Corrections) Amend(a Amendment) Corrections {
	for _, c := range a.Removed {
		l = l.Without(c)
	}
	for _, c := range a.Added {
		if !l.Has(c) {
			l = append(slices.Clip(l), c)
		}
	}
	return l
}

// Forecast is what a choice of corrections would do: the step it means, and how
// many stored items would get other tags.
type Forecast struct {
	Amendment
	Items int
}

// LateError says that corrections are kept, but that stored items do not follow
// them yet.
type LateError struct{ Err error }

// Error returns the sentence for people.
func (e *LateError) Error() string {
	return "the correction is kept, and stored items follow at the next start: " + e.Err.Error()
}

// Unwrap returns what went wrong.
func (e *LateError) Unwrap() error { return e.Err }
