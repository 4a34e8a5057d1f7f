package parse

import "time"

// Every bound of what one feed can put into the store.
const (
	maxItems      = 2000
	titleBytes    = 600
	nameBytes     = 120 // of the title of a feed
	headBytes     = 120 // of a title made from the summary
	summaryBytes  = 2000
	leadBytes     = 600 // of a summary made from the full text
	textBytes     = 100 << 10
	bylineBytes   = 200
	maxAuthors    = 4
	categoryBytes = 100
	maxCategories = 20
	sourceBytes   = 1 << 20 // of one text as the feed has it; what stands beyond is not read
	itemBytes     = 2 << 20 // of one item with its tags, beside the texts that are laid aside; text beyond is not read
	detailBytes   = 200
	pageBytes     = 1 << 20 // of a page that came instead of a feed, in which one is looked for
	maxFound      = 50      // feeds that are looked at on such a page, ...
	maxOthers     = 5       // ... that are named beside the likeliest, ...
	maxWords      = 50      // ... and words of their addresses
	startBytes    = 60      // of an answer that is no feed, to show what came

	maxDepth  = 200                 // open elements of a document; what nests deeper loses its tags
	maxMarks  = 200_000             // elements and attributes of a document, or values of a JSON one; behind them it breaks off
	maxAttrs  = 50                  // of an element; more are not looked at
	attrBytes = 8 << 10             // a longer one is none
	rootBytes = 500                 // likewise, of the outermost element
	maxSpaces = 100                 // meanings of prefixes that hold at one place; more are not looked at
	dateBytes = 100                 // a longer date is none
	maxAhead  = 24 * time.Hour      // a date further in the future is absurd
	maxTTL    = 30 * 24 * time.Hour // a feed that asks for more gets this
)

// earliest is the year before which no news feed has an item.
const earliest = 1990
