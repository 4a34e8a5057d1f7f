package article

// What one page may bring. Beyond a limit a page is cut, not refused.
const (
	maxPage      = 5 << 20 // bytes asked of a server
	maxTree      = 60_000  // nodes and attributes of a page
	maxNodes     = 40_000  // nodes below the body that a text is looked for in
	maxDepth     = 48      // elements within each other below the body; deeper ones are unwrapped
	maxBlocks    = 4_000
	maxText      = 1 << 20  // bytes of text looked at, and set
	maxBlock     = 64 << 10 // bytes of text in one block
	maxField     = 500      // bytes of a title, name or table cell
	maxNames     = 8 << 10  // bytes of the classes, or of the id, of an element
	maxURL       = 2_048    // bytes of an address
	maxRelated   = 60       // links apart from the text
	maxRows      = 1_000    // of one table
	maxCells     = 50       // of one row
	maxCellMean  = 150      // bytes of text in a cell of data, on average
	minBody      = 250      // bytes of a text that is more than a teaser
	maxBlockHead = 300      // bytes of a line in which a dateline is looked for
	maxLabel     = 150      // bytes of a line that may be no sentence
	minLinkText  = 12       // bytes of text in a link worth offering
)
