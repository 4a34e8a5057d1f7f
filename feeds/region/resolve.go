package region

import "slices"

// resolve decides what each name stands for: first the names whose own
// surroundings tell, then those that depend on the countries of the others.
func (d *document) resolve() {
	for _, late := range []bool{false, true} {
		for i := range d.spans {
			s := &d.spans[i]
			if s.entry == nil || s.entry.late != late {
				continue
			}
			s.tell(d.codesOf(*s))
			if s.sense.terms != nil {
				s.date(d.day)
			}
		}
		if !late {
			d.note()
		}
	}
}

// codesOf returns the codes of the first reading of the name that holds.
func (d *document) codesOf(s span) []string {
	for i := range s.entry.readings {
		if r := &s.entry.readings[i]; d.holds(r, s) {
			return r.codes
		}
	}
	if s.first == s.last && s.sense.rule != nil && s.sense.rule.place {
		for i := range d.lex.anyPlace {
			if r := &d.lex.anyPlace[i]; d.holds(r, s) {
				return r.codes
			}
		}
	}
	if d.namesake(s) {
		return nil
	}
	return s.sense.codes
}

// namesake says whether s is the family name of a leader after the given name
// of somebody else.
func (d *document) namesake(s span) bool {
	return s.first == s.last && s.sense.rule != nil && s.sense.rule.name == "leader" && d.afterGiven(s)
}

// note collects the countries found so far.
func (d *document) note() {
	for _, s := range d.spans {
		if s.entry == nil {
			continue
		}
		if !s.entry.late {
			d.find(s.sense.codes)
		}
		d.find(s.told())
	}
}

func (d *document) find(codes []string) {
	for _, c := range codes {
		if isCountry(c) && !slices.Contains(d.found, c) {
			d.found = append(d.found, c)
		}
	}
}

// isCountry tells a country code from the slug of an area.
func isCountry(code string) bool { return code[0] <= 'Z' }
