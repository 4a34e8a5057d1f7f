package feeds

import (
	"math"
	"time"
)

// Hour is a clock hour: how many of them began since 1970 UTC.
type Hour int64

// HourOf returns the hour in which t lies.
func HourOf(t time.Time) Hour {
	const seconds = int64(time.Hour / time.Second)
	s := t.Unix()
	if s < 0 {
		s -= seconds - 1 // the quotient is cut towards zero
	}
	return Hour(s / seconds)
}

// Watch is the set of hours in which the news was observed: at least one feed
// answered well in each of them. In the others the program was off, asleep or
// without a network, and what it knows of them is no measure.
type Watch map[Hour]bool

// Observed returns how much of the time between two moments was observed: whole
// hours are, or are not.
func (w Watch) Observed(from, to time.Time) time.Duration {
	var d time.Duration
	for from.Before(to) {
		h := HourOf(from)
		end := time.Unix(int64(h+1)*int64(time.Hour/time.Second), 0)
		if end.After(to) {
			end = to
		}
		if w[h] {
			d += end.Sub(from)
		}
		from = end
	}
	return d
}

// Tally is what is known of one hour.
type Tally struct {
	Stories  int // told in that hour: published by at least one feed
	Observed bool
}

// Activity is the hours of one region up to now, oldest first. The last hour
// is the one that is going on.
type Activity []Tally

// NewActivity returns n hours up to last that are observed as watch says, and
// in which nothing was told yet.
func NewActivity(last Hour, n int, watch Watch) Activity {
	a := make(Activity, n)
	for i := range a {
		a[i].Observed = watch[last-Hour(n-1-i)]
	}
	return a
}

// Cells returns the last hours of a in n cells of each hours. A cell is
// observed if any of its hours was, and then counts the stories of these.
func (a Activity) Cells(n, each int) Activity {
	out := make(Activity, n)
	for i := range min(len(a), n*each) {
		from, to := a[len(a)-1-i], &out[n-1-i/each]
		if from.Observed {
			to.Observed = true
			to.Stories += from.Stories
		}
	}
	return out
}

// Rhythm says how unusual it is that a region is silent.
type Rhythm string

// What can be said of a silence.
const (
	Usual  Rhythm = "usual"  // it has been as silent before, or may well be by chance
	Silent Rhythm = "silent" // it is quieter than its own past
	Unsure Rhythm = "unsure" // too little of its past was observed to say
)

// Silence is how long nothing was told of a region, and what that means.
type Silence struct {
	Rhythm   Rhythm
	Hours    int // full clock hours without a story
	Unseen   int // of Hours, those that were not observed
	Longest  int // observed hours of the longest silence before, as far as a goes back
	Observed int // observed hours before this silence
}

// The measure of silence.
const (
	// EnoughHours must be observed before a silence, or nothing is said of it:
	// two days, so that two nights are among them.
	EnoughHours = 48
	// chance is how probable a silence may be at the most to be told. Some 25
	// regions are looked at all day; at 5 % one of them would be called silent
	// at any time without being so.
	chance = 0.01
)

// Silence measures the silence at the end of a against the hours before it.
// The hour that is going on is not over, so it can end a silence but not be
// part of one.
//
// Only observed hours count, on both sides: a program that was off heard
// nothing, and that is no silence. The region's own rhythm is the rate at which
// it leaves an hour without a story. If stories came at random (Poisson), an
// hour would be silent with that probability q, and k hours in a row with
// q to the power of k. The share of silent hours stands for the rate, not the
// number of stories: ten stories in one hour say no more of the next hour than
// one. Since news keeps office hours and does not come at random, a silence
// must also be longer than any before it: a region that sleeps nine hours every
// night is not silent after eight.
func (a Activity) Silence() Silence {
	end := len(a) - 1
	if end < 0 || a[end].Stories > 0 {
		return Silence{Rhythm: Usual}
	}
	var s Silence
	heard := 0 // observed hours of this silence
	for ; end > 0 && a[end-1].Stories == 0; end-- {
		s.Hours++
		if a[end-1].Observed {
			heard++
		}
	}
	s.Unseen = s.Hours - heard
	quiet := s.recall(a[:end])
	s.Rhythm = s.judge(heard, quiet)
	return s
}

// recall counts the hours before the silence, and returns how many of those
// that were observed had no story.
func (s *Silence) recall(past Activity) (quiet int) {
	run := 0
	for _, h := range past {
		if h.Observed {
			s.Observed++
		}
		switch {
		case h.Stories > 0:
			run = 0
		case h.Observed:
			quiet++
			run++
			s.Longest = max(s.Longest, run)
		}
	}
	return quiet
}

// judge says what heard silent hours mean after a past of which quiet ones of
// those observed were silent too.
func (s *Silence) judge(heard, quiet int) Rhythm {
	// Half an hour is added to either side (Krichevsky and Trofimov): that none
	// was silent in a short past does not mean that none can be.
	q := (float64(quiet) + 0.5) / float64(s.Observed+1)
	switch {
	case heard <= s.Longest:
		return Usual
	case s.Observed < EnoughHours:
		return Unsure
	case math.Pow(q, float64(heard)) > chance:
		return Usual
	default:
		return Silent
	}
}
