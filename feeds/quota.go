package feeds

import "time"

// Quota lets at most so many stories a day pass of those that one publisher
// tells alone, so that a loud source cannot fill a list. It is asked for one
// story after the other, in the order of the list. The zero Quota lets all pass.
type Quota struct {
	Each int // stories of one publisher and day; 0 for all
	met  map[Share]int
}

// Share is what a quota is counted for: the stories that one publisher family
// tells alone, of one day.
type Share struct {
	Family string
	Day    int // counts days; the same in one zone
}

// ShareOf returns the share of the quota that s takes, by the day on which it
// was last told in the given zone. A story never takes any, and Family is
// empty, if several publishers tell it, if it is starred, or if there is news
// since it was read.
func (s *Story) ShareOf(directory map[FeedID]Feed, zone *time.Location) Share {
	family := familyOf(s.Items[0], directory)
	for _, it := range s.Items[1:] {
		if familyOf(it, directory) != family {
			return Share{}
		}
	}
	if s.Starred() || s.News() > 0 {
		return Share{}
	}
	const longest = 400 // days of a year, and more
	day := s.Updated().In(zone)
	return Share{Family: family, Day: day.Year()*longest + day.YearDay()}
}

// Pass says whether the next story of a share may be listed, and counts it.
func (q *Quota) Pass(s Share) bool {
	if q.Each == 0 || s.Family == "" {
		return true
	}
	if q.met == nil {
		q.met = map[Share]int{}
	}
	q.met[s]++
	return q.met[s] <= q.Each
}

// Over returns how many stories of a share did not pass.
func (q *Quota) Over(s Share) int { return max(0, q.met[s]-q.Each) }
