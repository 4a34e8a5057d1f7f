package feeds

import (
	"cmp"
	"fmt"
	"time"
)

// Rise is how fast a story gains sources now, and how fast it did before.
// A source counts once, when it first told the story, however much it has sent
// since; who carries a text that was told before is no source.
//
// Only observed time counts, on both sides: in an hour in which the program was
// off nobody was heard, and what was found of it afterwards is what feeds still
// held. So sources that first told the story in such an hour count for neither
// side, and the hour is no silence.
type Rise struct {
	New    int           // sources that first told it in the last hours
	Recent time.Duration // observed time of these hours
	Before int           // sources that first told it before
	Past   time.Duration // observed time from its beginning up to these hours
	Unseen time.Duration // not observed since its beginning
	Told   int           // sources that first told it in the last hours, observed or not
	Age    time.Duration // since its beginning
}

// The measure of a rise.
const (
	// recentHours are the last hours, in which sources count as new.
	recentHours = 3 * time.Hour
	// enoughRecent and enoughPast must be observed on either side, or they are
	// not compared.
	enoughRecent = time.Hour
	enoughPast   = 3 * time.Hour
	// longestPast bounds the past: who told a story weeks ago says nothing of it.
	longestPast = 14 * 24 * time.Hour
	// usual is added to the sources an hour of the past: one in four hours, so
	// that after a silence not every word is an outbreak.
	usual = 0.25
	// several sources must be new: a single one is no rise.
	several = 2
)

// Rise measures the sources of s at the time now.
func (s *Story) Rise(directory map[FeedID]Feed, watch Watch, now time.Time) Rise {
	if s.Updated().Before(now.Add(-recentHours)) {
		return Rise{}
	}
	return riseOf(s.firstTold(directory), watch, now)
}

// riseOf measures sources by when each of them first told a story.
func riseOf(told []time.Time, watch Watch, now time.Time) Rise {
	begin := now
	for _, at := range told {
		if at.Before(begin) {
			begin = at
		}
	}
	if oldest := now.Add(-longestPast); begin.Before(oldest) {
		begin = oldest
	}
	recent := now.Add(-recentHours)
	if recent.Before(begin) {
		recent = begin
	}
	r := Rise{Recent: watch.Observed(recent, now), Past: watch.Observed(begin, recent), Age: now.Sub(begin)}
	r.Unseen = r.Age - r.Recent - r.Past
	for _, at := range told {
		r.count(at, begin, recent, watch)
	}
	return r
}

// count adds a source that first told the story at a time.
func (r *Rise) count(at, begin, recent time.Time, watch Watch) {
	late, heard := !at.Before(recent), watch[HourOf(at)]
	if late {
		r.Told++
	}
	switch {
	case late && heard:
		r.New++
	case heard && !at.Before(begin):
		r.Before++
	}
}

// known says whether enough was observed to compare the last hours with those
// before.
func (r Rise) known() bool { return r.Recent >= enoughRecent && r.Past >= enoughPast }

// ratio is the measure of a rise: the sources an hour of the last hours, divided
// by those an hour before and the usual ones together.
func (r Rise) ratio() float64 {
	if !r.known() {
		return 0
	}
	return float64(r.New) / r.Recent.Hours() / (float64(r.Before)/r.Past.Hours() + usual)
}

// Rising says whether the story gains several sources, and faster than before.
// A story that is too new, or too little observed, is not said to be rising.
func (r Rise) Rising() bool { return r.New >= several && r.ratio() > 1 }

// compare orders by rise: first what is rising, by how much; then what several
// sources told in the last hours and cannot be compared with a past, by how
// many; then all else.
func (r Rise) compare(o Rise) int {
	level, weight := r.rank()
	otherLevel, otherWeight := o.rank()
	return cmp.Or(cmp.Compare(level, otherLevel), cmp.Compare(weight, otherWeight))
}

func (r Rise) rank() (level int, weight float64) {
	switch {
	case r.Rising():
		return 2, r.ratio()
	case !r.known() && r.Told >= several:
		return 1, float64(r.Told)
	default:
		return 0, 0
	}
}

// Words says why the story stands where it does in the rising order: "3 new src
// in 3 h, before 1 in 5 h". They are empty if no source is new.
func (r Rise) Words() string {
	switch {
	case r.known() && r.New > 0:
		words := fmt.Sprintf("%d new src in %s, before %d in %s", r.New, Lasting(r.Recent), r.Before, Lasting(r.Past))
		if r.Unseen >= time.Hour {
			words += fmt.Sprintf(", %s not observed", Lasting(r.Unseen))
		}
		return words
	case r.known() || r.Told < several:
		return ""
	case r.Age < recentHours+enoughPast:
		return fmt.Sprintf("%d src in %s, no past yet", r.Told, Lasting(min(r.Age, recentHours)))
	default:
		return fmt.Sprintf("%d src in %s, past not observed", r.Told, Lasting(recentHours))
	}
}

// Lasting writes a length of time in whole hours, a shorter one in minutes, one
// of several days in days.
func Lasting(d time.Duration) string {
	const day = 24 * time.Hour
	switch d = d.Round(time.Minute); {
	case d < time.Hour:
		return fmt.Sprintf("%d min", max(1, int(d.Minutes())))
	case d < 3*day:
		return fmt.Sprintf("%d h", int(d.Round(time.Hour).Hours()))
	default:
		return fmt.Sprintf("%d days", int(d.Round(day)/day))
	}
}

// firstTold returns for each source of s when it first told the story.
func (s *Story) firstTold(directory map[FeedID]Feed) []time.Time {
	var out []time.Time
	for _, side := range s.Sides(directory) {
		for _, src := range side.Sources {
			out = append(out, src.First)
		}
	}
	return out
}
