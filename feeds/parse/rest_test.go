package parse_test

import (
	"testing"
	"time"

	"dateline/feeds"
	"dateline/feeds/parse"
)

func TestRest(t *testing.T) {
	const item = "<item><title>T</title><guid>1</guid></item>"
	for _, c := range []struct {
		doc  string
		want feeds.Rest
	}{
		{"<skipHours><hour>0</hour><hour> 5 </hour><hour>23</hour></skipHours>", feeds.Rest{Hours: 1 | 1<<5 | 1<<23}},
		{"<skipHours><hour>24</hour></skipHours>", feeds.Rest{Hours: 1}},
		{"<skipHours><hour>25</hour><hour>-1</hour><hour>noon</hour><hour/></skipHours>", feeds.Rest{}},
		{"<skipDays><day>Sunday</day><day> saturday </day></skipDays>", feeds.Rest{Days: 1<<time.Sunday | 1<<time.Saturday}},
		{"<skipDays><day>Someday</day></skipDays>", feeds.Rest{}},
	} {
		r, err := parse.Parse([]byte(`<rss version="2.0"><channel><title>C</title>`+c.doc+item+"</channel></rss>"), source)
		if err != nil || r.Rest != c.want {
			t.Errorf("%s: %+v, %v", c.doc, r.Rest, err)
		}
	}
}
