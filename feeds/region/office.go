package region

// term is one time in office. An end may be empty, and a day may be cut to its
// month or year where no more is known.
type term struct{ from, until string }

// date lets s tell what it did on a day: a leader is one in office then, and a
// war had all its parties only once it had begun.
func (s *span) date(day string) {
	switch {
	case s.sense.rule.name != "named war":
		s.sense.rule = standing(s.sense.terms, day)
	case day != "" && day < s.sense.terms[0].from && len(s.sense.codes) > 1:
		s.sense.codes = s.sense.codes[:1]
	}
}

// standing says what a person with these terms was on a day. On an unknown day
// only who has not left is in office.
func standing(terms []term, day string) *rule {
	left := false
	for _, t := range terms {
		switch {
		case day == "" && t.until != "":
			left = true
		case t.has(day):
			return ruleNamed("leader")
		case t.from <= day:
			left = true
		}
	}
	if left {
		return ruleNamed("former leader")
	}
	return ruleNamed("later leader")
}

// has says whether day lies in t; the unknown day lies in every open term.
func (t term) has(day string) bool {
	if day == "" {
		return t.until == ""
	}
	return t.from <= day && (t.until == "" || day[:len(t.until)] <= t.until)
}
