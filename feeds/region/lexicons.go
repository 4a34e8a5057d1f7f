package region

import "sync"

// lexicons holds the names by which texts are read. Half of them are in
// other letters than Latin and Greek ones, and take as long to enter as the
// others: they come with the first text that has such letters.
type lexicons struct {
	mu    sync.Mutex
	names *lexicon  // nil before the first text
	spare sync.Pool // of documents: a text needs much room for a moment, and texts come by the thousand
}

// all returns the names of all scripts.
func (ls *lexicons) all() *lexicon { return ls.get(true) }

// document returns a document of which nothing but the source is known.
func (ls *lexicons) document(text Text) *document {
	d, ok := ls.spare.Get().(*document)
	if !ok {
		d = &document{}
	}
	d.source = appendParts(d.source, text)
	return d
}

// drop takes a document back, of which nothing is in use any more.
func (ls *lexicons) drop(d *document) {
	d.reset()
	ls.spare.Put(d)
}

// of returns the names that may stand in a text of these parts.
func (ls *lexicons) of(parts []part) *lexicon {
	eastern := false
	for _, p := range parts {
		eastern = eastern || hasEastern(p.text)
	}
	return ls.get(eastern)
}

func (ls *lexicons) get(eastern bool) *lexicon {
	ls.mu.Lock()
	defer ls.mu.Unlock()
	if ls.names == nil || eastern && !ls.names.eastern {
		ls.names = buildLexicon(eastern)
	}
	return ls.names
}

// hasEastern says whether text has letters from the Cyrillic ones on, but for
// the Latin and Greek ones that stand among them. It looks at first bytes: 0xD0
// is that of the first Cyrillic letters, 0xE1 that of Vietnamese ones, 0xE2
// that of quotation marks and dashes, and those from 0xEE on are for signs and
// wide Latin letters.
func hasEastern(text string) bool {
	for i := range len(text) {
		if c := text[i]; c >= 0xD0 && c < 0xEE && c != 0xE1 && c != 0xE2 {
			return true
		}
	}
	return false
}
