package region

import (
	"cmp"
	"slices"

	"dateline/feeds"
)

// tally adds up the evidence of one code.
type tally struct {
	tag   feeds.Tag
	zones [len(zones)]float64 // weight by zone
	firm  [lead + 1]float64   // of the best piece that is not said aside, in title and lead
}

// tags turns the names into tags.
func (d *document) tags() feeds.Tags {
	order := make([]*tally, 0, 8)
	var denied []*tally
	for _, s := range d.spans {
		if s.entry == nil {
			continue
		}
		order = d.count(order, s, s.sense.codes, s.sense.rule)
		order = d.count(order, s, s.told(), ruleNamed(ownRule))
		denied = d.count(denied, s, s.denied, s.sense.rule)
	}
	var countries, areas []*tally
	for _, t := range order {
		t.tag.About = t.firm[title]+t.firm[lead] >= aboutFrom
		if isCountry(t.tag.Code) {
			countries = append(countries, t)
		} else {
			areas = append(areas, t)
		}
	}
	var tags feeds.Tags
	tags.Countries = d.choose(countries)
	tags.Areas = d.choose(areas)
	if len(tags.Countries) == 0 && d.home != "" {
		tags.Countries = []feeds.Tag{ownCountry(d.home)}
	}
	for _, t := range denied {
		tags.Denied = append(tags.Denied, t.tag)
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
		order[i].add(d.evidence(s, by), d.tokens[s.first].zone, by)
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
func (t *tally) add(e feeds.Evidence, z zone, r *rule) {
	w := zones[z] * r.strength
	if z <= lead && !r.aside {
		t.firm[z] = max(t.firm[z], w)
	}
	if t.zones[z] > 0 {
		w = min(w*again, max(0, 2*zones[z]-t.zones[z]))
	}
	t.zones[z] += w
	t.tag.Weight += w
	same := func(o feeds.Evidence) bool { return o.Words == e.Words && o.Field == e.Field }
	if len(t.tag.Why) < maxWhy && !slices.ContainsFunc(t.tag.Why, same) {
		t.tag.Why = append(t.tag.Why, e)
	}
}

// choose keeps the tags that weigh enough, heaviest first.
func (d *document) choose(tallies []*tally) []feeds.Tag {
	slices.SortStableFunc(tallies, func(a, b *tally) int { return cmp.Compare(b.tag.Weight, a.tag.Weight) })
	var tags []feeds.Tag
	for _, t := range tallies {
		if t.tag.Weight >= max(enough, d.share(t)*tallies[0].tag.Weight) {
			tags = append(tags, t.tag)
		}
	}
	return tags
}

// share is the least weight of a tag as a part of the heaviest one. A long text
// names often what it is about, so that what only stands in it needs more.
func (d *document) share(t *tally) float64 {
	if d.long && t.zones[title] == 0 && t.zones[dateline] == 0 {
		return longShare
	}
	return share
}

// ownCountry is the tag of an item that tells no country by itself.
func ownCountry(code string) feeds.Tag {
	return feeds.Tag{Code: code, Weight: zones[home], Why: []feeds.Evidence{
		{Words: code, Field: feeds.FieldFeed, Rule: "feed's own country"},
	}}
}
