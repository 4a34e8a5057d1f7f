package region

import "dateline/feeds"

// rule is one way to tell a country by a name.
type rule struct {
	name     string  // for people
	strength float64 // factor of the weight of the zone
	place    bool    // the name is that of a place, so a given name or a state beside it may take it away
	aside    bool    // the text names the country by it, but is not for that about it
}

// rules lists every rule. The tables and the contexts name them.
var rules = []rule{
	{name: "country name", strength: 1, place: true},
	{name: "disputed place", strength: 1, place: true},
	{name: "demonym", strength: 1},
	{name: "capital", strength: 1, place: true},
	{name: "city", strength: 1, place: true},
	{name: "province", strength: 1, place: true},
	{name: "state", strength: 1, place: true},
	{name: "seat of government", strength: 1},
	{name: "leader", strength: 1},
	{name: "former leader", strength: 0.7, aside: true},
	{name: "later leader", strength: 0.4, aside: true},
	{name: "armed group", strength: 1},
	{name: "named war", strength: 1},
	{name: "party to a war", strength: 0.6},
	{name: "institution", strength: 0.7},
	{name: "area named", strength: 1},
	{name: "feed's own country", strength: 1},
	{name: ownRule, strength: 1},
}

// ownRule is the rule of what the reader has corrected.
const ownRule = feeds.OwnRule

func ruleNamed(name string) *rule {
	for i := range rules {
		if rules[i].name == name {
			return &rules[i]
		}
	}
	return nil
}

// zone is a stretch of the text in which evidence weighs the same.
type zone uint8

const (
	title zone = iota
	lead       // first sentence of the summary, or of the body if there is no summary
	category
	dateline
	address // the path of the page's address
	early   // the next sentences
	late    // the rest of a long text
	home    // not in the text
)

// zones says what evidence weighs in each zone.
var zones = [...]float64{
	title: 3, lead: 2, category: 2, dateline: 1, address: 0.75, early: 0.75, late: 0.2, home: 0.25,
}

// The one set of parameters of what becomes a tag. They were chosen on
// headlines, agency leads and whole articles together.
const (
	leadBytes  = 350  // a first sentence ends here at the latest
	earlyBytes = 400  // of a summary or body, from its start
	longBytes  = 500  // a summary or body from here on is long
	again      = 0.3  // weight of a further mention in a zone, as a part of the first
	enough     = 0.5  // least weight of a tag
	share      = 0.1  // least weight of a tag, as a part of the heaviest one
	longShare  = 0.45 // the same for a tag that only stands in a long text
	aboutFrom  = 2.0  // least weight from title and lead for About
	maxWhy     = 8    // pieces of evidence kept for a tag
)

// part is a piece of an item that is read by itself.
type part struct {
	field feeds.Field
	text  string
	zone  zone // of its first word
	prose bool // goes from lead to early to late
}

// appendParts appends to ps what is read of a text in turn.
func appendParts(ps []part, t Text) []part {
	ps = append(ps, part{feeds.FieldTitle, t.Title, title, false})
	if t.Summary != "" {
		ps = append(ps, part{feeds.FieldSummary, t.Summary, lead, true})
	}
	for _, c := range t.Categories {
		ps = append(ps, part{feeds.FieldCategory, c, category, false})
	}
	ps = append(ps, part{feeds.FieldDateline, t.Place, dateline, false}, part{feeds.FieldAddress, slug(t.URL), address, false})
	body := part{feeds.FieldText, t.Body, lead, true}
	if t.Summary != "" {
		body.zone = early
	}
	return append(ps, body)
}
