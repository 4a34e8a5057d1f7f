package story

// unityAcross is the logit from which the best pair of two stories shows that
// they are one in several languages. It claims more than crossStrong does.
const unityAcross = 3.5

// oneAcross says whether two stories tell one event in several languages. Their
// newest items are compared each with each: one firm pair agrees strongly, all
// pairs of two languages do on average as items that join, and no pair speaks
// against it.
func (x *Index) oneAcross(first, second *cluster) bool {
	if !x.unitable(first, second) {
		return false
	}
	var best, sum, pairs float64
	for _, e := range first.newest() {
		for _, o := range second.newest() {
			if o.tongue == e.tongue {
				if x.weigh(e, o).logit < against {
					return false
				}
				continue
			}
			m := x.crossing.weigh(e, o)
			if m.conflicts() || m.logit < stays {
				return false
			}
			if m.firm() {
				best = max(best, m.logit)
			}
			sum += m.logit
			pairs++
		}
	}
	return pairs > 1 && best >= unityAcross && sum >= crossThreshold*pairs
}
