package region

import (
	"cmp"
	"slices"

	"dateline/feeds"
)

// own is what the reader has corrected, ready for use.
type own struct {
	names   *lexicon             // the words of aliases, on top of the tables; nil if there are none
	stories map[string][]verdict // by subject
	feeds   map[string][]verdict
}

// hasNames says whether words were corrected.
func (o *own) hasNames() bool { return o != nil && o.names != nil }

// verdict is what one correction says of a country.
type verdict struct {
	country string
	add     bool
}

// learn makes corrections ready. Those of words need the tables.
func learn(tables func() *lexicon, all feeds.Corrections) *own {
	o := &own{stories: map[string][]verdict{}, feeds: map[string][]verdict{}}
	for _, c := range all {
		v := verdict{c.Country, c.Add}
		switch c.Scope {
		case feeds.ScopeStory:
			o.stories[c.Subject] = append(o.stories[c.Subject], v)
		case feeds.ScopeFeed:
			o.feeds[c.Subject] = append(o.feeds[c.Subject], v)
		case feeds.ScopeAlias:
			if o.names == nil {
				o.names = tables().overlay()
			}
			o.names.addAlias(c.Subject, v)
		}
	}
	return o
}

// overlay returns an empty lexicon that knows the words of l and nothing of its
// names. It costs nothing but what is put into it.
func (l *lexicon) overlay() *lexicon {
	return &lexicon{
		base: l, words: map[string]word{}, count: l.count, edges: map[uint64]int32{}, entries: make([]*entry, 1),
	}
}

// addAlias enters words with what the reader says of them. Words without a
// letter name nothing.
func (l *lexicon) addAlias(words string, v verdict) {
	if _, _, ok := nextWord(words, 0); !ok {
		return
	}
	e := l.name(words, 0)
	e.plain.rule = ruleNamed(ownRule)
	e.verdicts = append(e.verdicts, v) // one for the spelling that name has added
}

// verdicts returns what the reader says of the words from i to j as they are
// written.
func (d *document) verdicts(e *entry, i, j int) []verdict {
	var out []verdict
	for k, v := range e.verdicts {
		if d.fits(&e.spellings[k], i, j) {
			out = append(out, v)
		}
	}
	return out
}

// drops says whether the last of vs that is about country takes it away.
func drops(vs []verdict, country string) bool {
	for _, v := range slices.Backward(vs) {
		if v.country == country {
			return !v.add
		}
	}
	return false
}

// tell makes codes what s stands for, but for those that the reader says the
// words do not tell.
func (s *span) tell(codes []string) {
	s.sense.codes = codes
	if !slices.ContainsFunc(codes, func(c string) bool { return drops(s.own, c) }) {
		return
	}
	s.sense.codes = nil
	for _, c := range codes {
		if drops(s.own, c) {
			s.denied = append(s.denied, c)
		} else {
			s.sense.codes = append(s.sense.codes, c)
		}
	}
}

// told returns the countries that the words tell by the reader's word alone.
func (s span) told() []string {
	var out []string
	for _, v := range s.own {
		if v.add && !drops(s.own, v.country) && !slices.Contains(s.sense.codes, v.country) && !slices.Contains(out, v.country) {
			out = append(out, v.country)
		}
	}
	return out
}

// apply makes the corrections of the item itself and of its feed; that of the
// item goes before.
func (o *own) apply(tags *feeds.Tags, text Text) {
	for _, v := range o.feeds[string(text.Feed)] {
		v.apply(tags, "this feed")
	}
	for _, v := range o.stories[text.Subject] {
		v.apply(tags, "this story")
	}
	tags.Denied = slices.DeleteFunc(tags.Denied, func(d feeds.Tag) bool {
		return slices.ContainsFunc(tags.Countries, func(t feeds.Tag) bool { return t.Code == d.Code })
	})
}

// apply makes one correction.
func (v verdict) apply(tags *feeds.Tags, of string) {
	why := feeds.Evidence{Words: of, Field: feeds.FieldUser, Rule: ownRule}
	i := slices.IndexFunc(tags.Countries, func(t feeds.Tag) bool { return t.Code == v.country })
	switch {
	case v.add && i < 0:
		tags.Countries = append(tags.Countries, feeds.Tag{Code: v.country, Weight: heaviest(tags.Countries), About: true, Why: []feeds.Evidence{why}})
		slices.SortStableFunc(tags.Countries, func(a, b feeds.Tag) int { return cmp.Compare(b.Weight, a.Weight) })
	case v.add:
		t := &tags.Countries[i]
		t.About, t.Why = true, append(t.Why, why)
	case i >= 0:
		gone := tags.Countries[i]
		gone.Why = append(gone.Why, why)
		tags.Denied = append(tags.Denied, gone)
		tags.Countries = slices.Delete(tags.Countries, i, i+1)
	}
}

// heaviest returns the weight of an added country: that of the first, behind
// which it stands.
func heaviest(countries []feeds.Tag) float64 {
	if len(countries) == 0 {
		return 1
	}
	return countries[0].Weight
}

// touches says whether a correction is about the item that text is of.
func (o *own) touches(text Text) bool {
	return len(o.feeds[string(text.Feed)]) > 0 || len(o.stories[text.Subject]) > 0
}

// hasCorrected says whether words that were corrected stand in d.
func (d *document) hasCorrected() bool {
	for i := range d.tokens {
		if _, ok := d.corrected(i); ok {
			return true
		}
	}
	return false
}
