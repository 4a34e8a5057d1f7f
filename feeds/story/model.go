package story

import "math"

// The model says how likely two entries tell one event. Its form is a logistic
// regression (Cox, 1958), fitted on pairs of English news items whose events
// are known, with much, little and no text below the title; names, depth
// and country were then moved towards precision. Three weights are set by hand, because
// those pairs cannot teach them: days, since the items bear the time of their
// event and not their own; outlet, since each told an event once; elsewhere,
// for sentences that differ in nothing but the country.
const (
	mBias      = -3.7
	mCosine    = 6.2
	mNames     = 2.0
	mSum       = 3.45 // of ln(1+sum)
	mConflict  = -0.6
	mDepth     = -2.0
	mSame      = 0.3  // about one country
	mOther     = -1.2 // about different countries
	mElsewhere = -5.0 // ... and no name or number is the same
	mDay       = -1.0
	mOutlet    = -0.5
)

// logit is the model's answer: 0 is even odds, above it speaks for one event.
func (s shared) logit() float64 {
	z := mBias + mCosine*s.cosine + mNames*s.names + mSum*math.Log1p(s.sum) + mDepth*s.depth + mDay*s.gap
	switch s.country {
	case 1:
		z += mSame
	case -1:
		z += mOther
		if s.names == 0 {
			z += mElsewhere
		}
	}
	if s.conflict {
		z += mConflict
	}
	if s.outlet {
		z += mOutlet
	}
	return z
}

// likelihood turns a logit into 0..1.
func likelihood(z float64) float64 { return 1 / (1 + math.Exp(-z)) }
