package pane

import "dateline/feeds"

// Action is what a key can do. The list is closed: ui carries each one out in
// one switch, and the linter checks that none is forgotten.
//
//sumtype:decl
type Action interface{ action() }

type (
	// Handled means that the pane has dealt with the key by itself.
	Handled struct{}
	// Select means that the cursor now stands on another story.
	Select struct{ Story feeds.StoryID }
	// Open shows a story in the article pane and gives that pane the focus.
	// Item picks one version of it; zero means the story's lead.
	Open struct {
		Story feeds.StoryID
		Item  feeds.ItemID
	}
	// Show puts another version of the open story into the article pane.
	Show struct{ Item feeds.ItemID }
	// Back leaves: an overlay, a story opened from another one, a pane, and at
	// last the program.
	Back struct{}
	// Quit ends the program.
	Quit struct{}
	// Run carries out a global command by its name, as its key would.
	Run struct{ Command string }
	// Fetch asks for the full text of an item. Again asks the server even if
	// the text is already stored.
	Fetch struct {
		Item  feeds.ItemID
		Again bool
	}
	// Browse opens an address in the reader's browser.
	Browse struct{ URL string }
	// Pipe gives the text of the open article to the reader's own command of
	// that name.
	Pipe struct{ Name string }
	// Copy puts text on the clipboard. What names it: "link", "citation".
	Copy struct{ Text, What string }
	// SetRead marks items as read or unread.
	SetRead struct {
		Items []feeds.ItemID
		On    bool
	}
	// SetStarred stars items or takes the star away.
	SetStarred struct {
		Items []feeds.ItemID
		On    bool
	}
	// Filter shows only the stories that pass a filter. Each of Terms is the
	// text of a filter, or of a part of one; none means all stories.
	Filter struct{ Terms []string }
	// ShowAll lists all stories of these publisher families, and holds back
	// those of all others as the settings say.
	ShowAll struct{ Families []string }
	// Search asks the store for all items that hold the words of Query.
	Search struct{ Query string }
	// Refresh asks a feed at once; an empty Feed means all feeds.
	Refresh struct{ Feed feeds.FeedID }
	// Take has a feed asked at another address from now on; at that of the
	// reader's list if Address is empty. Undo says that it takes back one like it.
	Take struct {
		Feed    feeds.FeedID
		Address string
		Undo    bool
	}
	// Correct says that the explained story is about a country, or is not, and
	// has the reader choose how far that reaches. With Words it is about these
	// words alone.
	Correct struct {
		Country string // ISO 3166-1 alpha-2
		Add     bool
		Words   string
	}
	// Amend keeps corrections, or takes them back. What says in words what has
	// been corrected; Undo that it is taken back.
	Amend struct {
		Step feeds.Amendment
		What string
		Undo bool
	}
	// Tell puts a sentence into the status line.
	Tell struct{ Text string }
)

func (Handled) action()    {}
func (Select) action()     {}
func (Open) action()       {}
func (Show) action()       {}
func (Back) action()       {}
func (Quit) action()       {}
func (Run) action()        {}
func (Fetch) action()      {}
func (Browse) action()     {}
func (Pipe) action()       {}
func (Copy) action()       {}
func (SetRead) action()    {}
func (SetStarred) action() {}
func (Filter) action()     {}
func (ShowAll) action()    {}
func (Search) action()     {}
func (Refresh) action()    {}
func (Take) action()       {}
func (Correct) action()    {}
func (Amend) action()      {}
func (Tell) action()       {}
