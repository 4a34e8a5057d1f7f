package story_test

import (
	"testing"

	"dateline/feeds/story"
)

func TestStripPublisher(t *testing.T) {
	cut := map[string]string{ // title -> what is left
		"Ministers meet in Vienna over gas prices - The Danube Post":    "Ministers meet in Vienna over gas prices",
		"Ministers meet in Vienna over gas prices | Harbour 24":         "Ministers meet in Vienna over gas prices",
		"Ministers meet in Vienna over gas prices - harbour24.example":  "Ministers meet in Vienna over gas prices",
		"Ministers meet in Vienna over gas prices – Voice of the Delta": "Ministers meet in Vienna over gas prices",
		"US - China talks resume in Geneva today - Meridian":            "US - China talks resume in Geneva today",
		"Министры обсудили в Вене цены на газ - Северный Курьер":        "Министры обсудили в Вене цены на газ",
		"外相がウィーンで会談 | 東方新聞":                                             "外相がウィーンで会談",
	}
	for title, want := range cut {
		if got := story.StripPublisher(title); got != want {
			t.Errorf("StripPublisher(%q) = %q, want %q", title, got, want)
		}
	}
	for _, title := range []string{
		"Ministers meet in Vienna over gas prices",
		"Gas prices - Ministers meet",                                   // too little would be left
		"Two soldiers killed in border clash - officials",               // who said it
		"Two soldiers killed in border clash - Defence Ministry",        // who said it
		"Reforms give the budget room to breathe – Okafor",              // who said it
		"Ministers meet in Vienna - what happens next?",                 // a sentence
		"Oil exports stopped for a third week in a row - Iran",          // a country
		"The week ahead in the markets - Gold, Silver, Oil",             // a list
		"Parliament votes again tonight - and the government may fall",  // goes on
		"Final score in the cup tie of the north and the south - 3 : 2", // a number
		"",
	} {
		if got := story.StripPublisher(title); got != title {
			t.Errorf("StripPublisher(%q) = %q, want it untouched", title, got)
		}
	}
}
