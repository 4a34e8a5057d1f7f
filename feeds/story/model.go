package story

import "math"

// model says how likely two entries tell one event, and what makes a story of
// such likelihoods. Its form is a logistic regression (Cox, 1958). The numbers
// of the one in use stand in weights.go: model_fit_test.go fits them on pairs of
// news items whose events are known, with much, little and no text below the
// title.
type model struct {
	weights   evidence
	threshold float64 // logit from which an item joins a story
	caution   float64 // the logit that two long texts must bring beyond others: all long texts are alike
	share     float64 // of the members of a story, those that fit best are averaged
}

// evidence holds one number for each input.
type evidence [inputs]float64

// The inputs of the model.
const (
	bias       = iota
	cosine     // square root of the cosine of all words, which tells apart texts that share little
	sum        // ln(1+sum) of the weights of the shared words
	depth      // how much text both have below the title
	strangers  // each title names somebody, and the two name nobody in common
	uncounted  // both texts give numbers, and none is the same
	missed     // weight of the names in a title that the other text lacks, the lighter side
	unanswered // share of a title that the other text lacks, the lighter side
	inputs
)

// Seven weights are priors and not fitted, because the pairs cannot teach them.
// Their items bear the time of the event and not their own; each outlet told an
// event once; and sentences that differ in nothing but the country or the
// person stand in none of the sets.
const (
	priorDay       = -2.0 // a day: what comes later is a sequel, and the panel offers it as such
	priorOutlet    = -0.5 // both are of one feed, which rarely tells an event twice
	priorAgain     = -2.0 // ... a day: it comes back with news, or with the same column
	priorElsewhere = -7.0 // different countries, and no name or number is the same
	priorTemplate  = -5.0 // one sentence about two: the titles differ in nothing but the names
	priorAbroad    = -1.4 // different countries, which the sets, of one country's news mostly, do not teach
	priorApart     = -1.5 // different countries, and each title names somebody else
)

// evidence returns the inputs for one pair.
func (s shared) evidence() evidence {
	return evidence{
		bias: 1, cosine: math.Sqrt(s.cosine), sum: math.Log1p(s.sum), depth: s.depth,
		strangers: is(s.strangers), uncounted: is(s.uncounted),
		missed: s.missed, unanswered: s.unanswered,
	}
}

// prior is the part of the logit that is not fitted.
func (s shared) prior() float64 {
	return priorDay*s.gap + (priorOutlet+priorAgain*s.gap)*is(s.outlet) +
		priorElsewhere*is(s.country < 0 && !s.named) + priorTemplate*is(s.template) +
		priorAbroad*is(s.country < 0) + priorApart*is(s.country < 0 && s.strangers)
}

// logit is the model's answer: 0 is even odds, above it speaks for one event.
func (m *model) logit(s shared) float64 {
	z := s.prior() - m.caution*s.depth
	for i, v := range s.evidence() {
		z += m.weights[i] * v
	}
	return z
}

// likelihood turns a logit into 0..1.
func likelihood(z float64) float64 { return 1 / (1 + math.Exp(-z)) }

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
