package feeds

// Nearest returns the word of known closest to word by edit distance, the
// first of several; "" if known is empty. It answers a typing error.
func Nearest(word string, known []string) string {
	best, least := "", 1<<30
	for _, k := range known {
		if d := distance(word, k); d < least {
			best, least = k, d
		}
	}
	return best
}
