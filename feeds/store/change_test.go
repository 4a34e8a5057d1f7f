package store_test

import (
	"strings"
	"testing"

	"dateline/feeds"
	"dateline/feeds/store"
)

func TestCorrections(t *testing.T) {
	found := func() feeds.Tags {
		return feeds.Tags{
			Countries: []feeds.Tag{
				{Code: "AT", Weight: 3, About: true, Why: []feeds.Evidence{{Words: "Vienna", Field: feeds.FieldTitle, Rule: "capital"}}},
				{Code: "CH", Weight: 1},
			},
			Areas: []feeds.Tag{{Code: "danube", Weight: 1}},
		}
	}
	for _, c := range []struct{ steps, want string }{
		{"", "AT CH?"},
		{"+IR", "AT IR* CH?"},
		{"+IR -IR", "AT CH?"},
		{"-AT", "CH?"},
		{"-AT +AT", "AT CH?"},
		{"+AT", "AT CH?"},
		{"-IR", "AT CH?"},
		{"+CH", "AT CH*"},
		{"+CH -CH", "AT CH?"},
		{"-CH +CH", "AT CH?"},
		{"-CH +CH +CH", "AT CH*"},
		{"-AT -CH", ""},
		{"-AT -CH +IR", "IR*"},
		{"+IR +IR", "AT IR* CH?"},
		{"+IR edit", "AT IR* CH?"},
		{"-AT edit", "CH?"},
		{"-AT edit +AT", "AT CH?"},
		{"-AT -CH edit +AT +CH", "AT CH?"},
		{"-AT away edit +AT", "CH? AT*"}, // the new text does not name it, the reader does
	} {
		t.Run(c.steps, func(t *testing.T) {
			s, it := open(t), item("k", "Envoys meet in Vienna")
			it.Tags = found()
			save(t, s, nil, it)
			for step := range strings.FieldsSeq(c.steps) {
				switch step {
				case "away":
					it.Tags.Countries = it.Tags.Countries[1:]
				case "edit":
					it.Title += "!"
					same(t, "saved", save(t, s, nil, it), items(t, s, store.Query{}))
				default:
					tags, err := s.Correct(t.Context(), 1, step[1:], step[0] == '+')
					if err != nil {
						t.Fatal(err)
					}
					same(t, "answer", tags, items(t, s, store.Query{})[0].Tags)
				}
			}
			tags := items(t, s, store.Query{})[0].Tags
			if got := shorthand(tags); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
			same(t, "areas", tags.Areas, found().Areas)
		})
	}
	if _, err := open(t).Correct(t.Context(), 99, "FR", true); err == nil || err.Error() != "there is no item 99" {
		t.Errorf("an unknown item: %v", err)
	}
}

// shorthand writes countries with "?" if only mentioned, "*" if the reader
// said so.
func shorthand(tags feeds.Tags) string {
	var out []string
	for _, tag := range tags.Countries {
		s := tag.Code
		if !tag.About {
			s += "?"
		}
		for _, why := range tag.Why {
			if why.Field == feeds.FieldUser && why.Rule == "your correction" {
				s += "*"
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, " ")
}
