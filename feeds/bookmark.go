package feeds

import "time"

// Bookmark is where a reader stopped in the text of an item. It names a place
// of the text, not of a screen, so it holds at every width.
type Bookmark struct {
	Item    ItemID
	Block   int       // index into Article.Blocks; -1 is the head of the page
	At      int       // bytes into the block
	Percent int       // how far into the text that is, 0 to 100
	Whole   bool      // the text was that of the page, not the feed's own
	Kept    time.Time // when the reader stopped
}
