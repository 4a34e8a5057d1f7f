package article

import (
	"errors"

	"dateline/feeds"
)

// failureWords says what went wrong, what to do, and which key helps.
func (p *Pane) failureWords() string {
	said := p.failure.Error()
	if f, ok := errors.AsType[*feeds.Failure](p.failure); ok {
		said = f.Error() + "; " + f.PageTodo()
	}
	return "The page could not be fetched at " + p.clock(p.failed) + ": " + semicolons(said, p.remedy()) + "."
}

// lasting are the failures that another try would meet again, with the key that
// does better.
var lasting = map[feeds.FailureKind]string{
	feeds.FailStatus:     openBrowser,
	feeds.FailBlocked:    openBrowser,
	feeds.FailGone:       openBrowser,
	feeds.FailTooLarge:   openBrowser,
	feeds.FailRedirects:  openBrowser,
	feeds.FailNotHTML:    openBrowser,
	feeds.FailNoText:     openBrowser,
	feeds.FailPaywall:    openBrowser,
	feeds.FailConsent:    openBrowser,
	feeds.FailScript:     openBrowser,
	feeds.FailAggregator: openBrowser,
	feeds.FailPrivate:    openBrowser,
	feeds.FailAddress:    "",
	feeds.FailOffline:    "",
}

// More names the key that may bring more of the text than is there; empty if
// none would.
func (p *Pane) More() string {
	it, ok := p.Item()
	again := fullText
	if p.of == pageText {
		again = refetch
	}
	switch {
	case !ok, it.URL == "", p.fetching:
		return ""
	case p.failure != nil:
		if f, known := errors.AsType[*feeds.Failure](p.failure); known {
			if better, lasts := lasting[f.Kind]; lasts {
				return better
			}
		}
		return again
	case p.of == pageText:
		return lasting[p.article.Cut]
	}
	return again
}

// remedy says what the key does that may bring more.
func (p *Pane) remedy() string {
	switch key := p.More(); key {
	case "":
		return ""
	case openBrowser:
		return p.offer(key, "opens it")
	default:
		return p.offer(key, "tries again")
	}
}
