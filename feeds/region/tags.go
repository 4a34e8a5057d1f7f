package region

import (
	"cmp"
	"slices"

	"dateline/feeds"
)

// tally adds up the evidence of one code.
type tally struct {
	tag    feeds.Tag
	strong float64             // weight from title and lead
	zones  [len(zones)]float64 // weight by zone
}

// tags turns the names into tags.
func (d *document) tags() feeds.Tags {
	order := make([]*tally, 0, 8)
	for _, s := range d.spans {
		if s.entry == nil {
			continue
		}
		order = d.count(order, s, s.sense.codes, s.sense.rule)
		order = d.count(order, s, s.told(), ruleNamed(ownRule))
	}
	var tags feeds.Tags
	for _, t := range order {
		t.tag.About = t.strong >= aboutFrom
		if isCountry(t.tag.Code) {
			tags.Countries = append(tags.Countries, t.tag)
		} else {
			tags.Areas = append(tags.Areas, t.tag)
		}
	}
	tags.Countries = choose(tags.Countries)
	tags.Areas = choose(tags.Areas)
	if len(tags.Countries) == 0 && d.home != "" {
		tags.Countries = []feeds.Tag{ownCountry(d.home)}
	}
	return tags
}

// count adds s as evidence of codes by a rule.
func (d *document) count(order []*tally, s span, codes []string, by *rule) []*tally {
	for _, c := range codes {
		i := slices.IndexFunc(order, func(t *tally) bool { return t.tag.Code == c })
		if i < 0 {
			i = len(order)
			order = append(order, &tally{tag: feeds.Tag{Code: c}})
		}
		order[i].add(d.evidence(s, by), d.tokens[s.first].zone, by.strength)
	}
	return order
}

// evidence returns the words of s and where they stand.
func (d *document) evidence(s span, by *rule) feeds.Evidence {
	a, b := d.tokens[s.first], d.tokens[s.last]
	p := d.parts[a.part]
	return feeds.Evidence{
		Words: p.text[a.start:b.end], Field: p.field, Offset: int(a.start), Rule: by.name,
	}
}

// add counts one piece of evidence. A further mention in a zone weighs less
// than the first, and no more than one more altogether.
func (t *tally) add(e feeds.Evidence, z zone, strength float64) {
	w := zones[z] * strength
	if t.zones[z] > 0 {
		w = min(w*again, max(0, 2*zones[z]-t.zones[z]))
	}
	t.zones[z] += w
	t.tag.Weight += w
	if z <= lead {
		t.strong += w
	}
	same := func(o feeds.Evidence) bool { return o.Words == e.Words && o.Field == e.Field }
	if len(t.tag.Why) < maxWhy && !slices.ContainsFunc(t.tag.Why, same) {
		t.tag.Why = append(t.tag.Why, e)
	}
}

// choose keeps the tags that weigh enough, heaviest first.
func choose(tags []feeds.Tag) []feeds.Tag {
	slices.SortStableFunc(tags, func(a, b feeds.Tag) int { return cmp.Compare(b.Weight, a.Weight) })
	for i, t := range tags {
		if t.Weight < enough || t.Weight < share*tags[0].Weight {
			return tags[:i]
		}
	}
	return tags
}

// ownCountry is the tag of an item that tells no country by itself.
func ownCountry(code string) feeds.Tag {
	return feeds.Tag{Code: code, Weight: zones[home], Why: []feeds.Evidence{
		{Words: code, Field: feeds.FieldFeed, Rule: "feed's own country"},
	}}
}
