package feeds

import (
	"fmt"
	"slices"
	"strings"
	"time"
)

// Quiet is what is known of the quiet of a region: how long nothing was told
// of it, and whether those who would tell it can be heard.
type Quiet struct {
	Silence
	Newest  time.Time // when its newest story was told; zero if none is known
	Feeds   int       // that cover it and are asked
	Failing int       // of Feeds, those whose last visit failed
	Down    time.Time // when the last of Feeds that answered did so, if all are failing; zero if none ever did
}

// Deaf says that all feeds that cover the region fail: it is not heard, and may
// not be silent.
func (q Quiet) Deaf() bool { return q.Feeds > 0 && q.Failing == q.Feeds }

// Told says whether there is something to tell: a silence that is none by
// chance, one of two days of which too little is known to say so, or
// that nobody can be heard.
func (q Quiet) Told() bool {
	long := q.Rhythm == Unsure && q.Hours-q.Unseen >= EnoughHours && !q.Newest.IsZero()
	return q.Rhythm == Silent || long || q.Deaf()
}

// Hear adds a feed that covers the region to what is known, by how it answers.
func (q *Quiet) Hear(h Health) {
	q.Feeds++
	if h.Failure == nil {
		return
	}
	q.Failing++
	if h.LastGood.After(q.Down) {
		q.Down = h.LastGood
	}
}

// Words says what is told of the quiet, for people: "nothing for 9 h, 6 of them
// not observed, 2 of 3 feeds failing". Times are in the zone of now.
func (q Quiet) Words(now time.Time) string {
	var parts []string
	if !q.Deaf() || q.Rhythm == Silent {
		parts = append(parts, fmt.Sprintf("nothing for %d h", int(now.Sub(q.Newest).Hours())))
		if q.Unseen > 0 {
			parts = append(parts, fmt.Sprintf("%d of them not observed", q.Unseen))
		}
	}
	parts = append(parts, q.feedWords(now))
	switch {
	case q.Rhythm == Silent && q.Longest > 0:
		parts = append(parts, fmt.Sprintf("before at most %d h", q.Longest))
	case q.Rhythm != Silent && q.Deaf():
		parts = append(parts, q.newestWords(now))
	case q.Rhythm == Unsure:
		parts = append(parts, "too little observed before to say whether that is usual")
	}
	return strings.Join(parts, ", ")
}

// Brief is Words in two or three of them.
func (q Quiet) Brief(now time.Time) string {
	if q.Deaf() {
		return q.everyFeed() + " failing"
	}
	return fmt.Sprintf("silent for %d h", int(now.Sub(q.Newest).Hours()))
}

func (q Quiet) everyFeed() string {
	switch q.Feeds {
	case 1:
		return "its only feed"
	case 2:
		return "both feeds"
	default:
		return fmt.Sprintf("all %d feeds", q.Feeds)
	}
}

func (q Quiet) feedWords(now time.Time) string {
	switch {
	case q.Feeds == 0:
		return "no feed of its own"
	case q.Deaf() && q.Down.IsZero():
		return q.Brief(now) + " from the first"
	case q.Deaf():
		return q.Brief(now) + " since " + clock(q.Down, now)
	case q.Failing > 0:
		return fmt.Sprintf("%d of %d feeds failing", q.Failing, q.Feeds)
	case q.Feeds == 1:
		return "its only feed answers"
	default:
		return q.everyFeed() + " answer"
	}
}

func (q Quiet) newestWords(now time.Time) string {
	switch age := now.Sub(q.Newest); {
	case q.Newest.IsZero():
		return "no story known"
	case age < time.Hour:
		return fmt.Sprintf("newest story %d min old", max(0, int(age.Minutes())))
	default:
		return fmt.Sprintf("newest story %d h old", int(age.Hours()))
	}
}

// clock returns t in the zone of now, with its day unless that is the same.
func clock(t, now time.Time) string {
	t = t.In(now.Location())
	if y, d := t.Year(), t.YearDay(); y == now.Year() && d == now.YearDay() {
		return t.Format("15:04")
	}
	return t.Format("2 Jan 15:04")
}

// Covering returns the feeds that are asked and that cover the region of a
// filter: those whose tags name it, or that share with it at least
// half of the countries of the smaller one of the two. So a feed on the Balkans
// covers Europe and one on Europe the Balkans, but one on NATO does not cover
// the Middle East by Türkiye. A feed about the world covers no region in
// particular.
func (a *Atlas) Covering(all []Feed, filter Filter) []FeedID {
	region := map[string]bool{}
	for _, r := range a.Regions {
		for _, c := range r.Countries {
			if filter.Match(Tags{Countries: []Tag{{Code: c, About: true}}}) {
				region[c] = true
			}
		}
	}
	named := func(slug string) bool { return filter.Match(Tags{Areas: []Tag{{Code: slug, About: true}}}) }
	var out []FeedID
	for _, f := range all {
		if f.Off || len(f.Tags) == 0 {
			continue
		}
		if slices.ContainsFunc(f.Tags, named) || halfShared(a.countries(f.Tags), region) {
			out = append(out, f.ID)
		}
	}
	return out
}

// halfShared says whether at least half of the smaller set is in the other one.
func halfShared(a, b map[string]bool) bool {
	both := 0
	for c := range a {
		if b[c] {
			both++
		}
	}
	return both > 0 && 2*both >= min(len(a), len(b))
}

// countries returns the countries of slugs and lower-case country codes.
func (a *Atlas) countries(slugs []string) map[string]bool {
	out := map[string]bool{}
	for _, s := range slugs {
		r, ok := a.Region(s)
		if !ok {
			out[strings.ToUpper(s)] = true
		}
		for _, c := range r.Countries {
			out[c] = true
		}
	}
	return out
}
