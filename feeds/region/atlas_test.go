package region

import (
	"maps"
	"slices"
	"strconv"
	"strings"
	"testing"

	"dateline/feeds"
)

// iso is ISO 3166-1 alpha-2 as of 2026, and XK.
const iso = `AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ CA CC CD CF CG CH CI CK
CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW
GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF
MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO
RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ VA VC
VE VG VI VN VU WF WS YE YT ZA ZM ZW XK`

const slugs = `north-america central-america-caribbean south-america western-europe central-eastern-europe russia-ukraine
caucasus-central-asia middle-east north-africa west-africa east-africa central-southern-africa south-asia southeast-asia east-asia oceania world
nato eu brics g7 g20 asean gcc sco csto quad aukus five-eyes opec-plus aes ecowas african-union mercosur caricom pacific-islands-forum
sahel horn-of-africa great-lakes maghreb levant gulf red-sea east-med black-sea balkans western-balkans baltics nordics eastern-flank caucasus
central-asia post-soviet arctic indo-pacific south-china-sea taiwan-strait korean-peninsula andes northern-triangle pacific-islands
mena africa sub-saharan-africa latam americas europe asia asia-pacific`

func TestEveryCountryStandsInOneRegion(t *testing.T) {
	a := Atlas()
	times := map[string]int{}
	for _, r := range a.Regions {
		if r.Kind == feeds.Primary {
			for _, c := range r.Countries {
				times[c]++
			}
		}
	}
	for _, c := range strings.Fields(iso) {
		if times[c] != 1 {
			t.Errorf("%s stands in %d regions", c, times[c])
		}
		if a.Names[c] == "" {
			t.Errorf("%s has no name", c)
		}
		delete(times, c)
	}
	if len(times) > 0 || len(a.Names) != len(strings.Fields(iso)) {
		t.Errorf("unknown codes %v, %d names", times, len(a.Names))
	}
}

func TestSlugs(t *testing.T) {
	var got []string
	for _, r := range Atlas().Regions {
		got = append(got, r.Slug)
		if (len(r.Code) == 3) != (r.Kind == feeds.Primary) {
			t.Errorf("%s of kind %s has the code %q", r.Slug, r.Kind, r.Code)
		}
		if r.Label == "" || len(r.Countries) == 0 && r.Slug != feeds.World {
			t.Errorf("%s is not whole: %+v", r.Slug, r)
		}
	}
	if want := strings.Fields(slugs); !slices.Equal(got, want) {
		t.Errorf("slugs %v, want %v", got, want)
	}
}

func TestRollUps(t *testing.T) {
	a := Atlas()
	for slug, parts := range map[string][]string{
		"mena":  {"middle-east", "north-africa"},
		"latam": {"central-america-caribbean", "south-america"},
		"asia":  {"caucasus-central-asia", "middle-east", "south-asia", "southeast-asia", "east-asia"},
	} {
		want := map[string]bool{}
		for _, p := range parts {
			r, _ := a.Region(p)
			for _, c := range r.Countries {
				want[c] = true
			}
		}
		r, ok := a.Region(slug)
		got := map[string]bool{}
		for _, c := range r.Countries {
			got[c] = true
		}
		if !ok || !maps.Equal(got, want) {
			t.Errorf("%s holds %v", slug, r.Countries)
		}
	}
}

func TestRegionOfATag(t *testing.T) {
	a := Atlas()
	tags := shared().Tag(Text{Title: "Bamako and Kyiv sign a grain deal"})
	var got []string
	for _, r := range a.Primaries(feeds.Codes(tags.Countries)) {
		got = append(got, r.Slug)
	}
	if want := []string{"west-africa", "russia-ukraine"}; !slices.Equal(got, want) {
		t.Errorf("regions %v, want %v", got, want)
	}
	if !a.Only("sahel").Match(tags) || !a.Only("ua").Match(tags) || a.Only("asia").Match(tags) {
		t.Error("the filter does not follow the tags")
	}
}

func TestFiltersKnowCountriesByTheirOtherNames(t *testing.T) {
	g := feeds.NewGrammar(Atlas(), nil)
	for text, want := range map[string]string{
		"uk": "country:gb", "USA": "country:us", "country:drc,ivory coast": "country:cd,ci", "Burma": "country:mm",
		"Türkiye": "country:tr", "gaza": "country:ps", "america": "country:us", "americas": "region:americas",
		"georgia": "country:ge", "middle east -israel": "region:middle-east -country:il", "sea": "region:southeast-asia",
	} {
		if f, err := g.Parse(text); err != nil || f.String() != want {
			t.Errorf("%q: %q, %v; want %q", text, f, err, want)
		}
	}
}

// TestEveryPlaceIsReadByItsNames walks the whole atlas: code, slug, label and
// name lead back to the place, and no place hides another.
func TestEveryPlaceIsReadByItsNames(t *testing.T) {
	a := Atlas()
	g := feeds.NewGrammar(a, nil)
	read := func(text, want string) {
		if f, err := g.Parse(text); err != nil || f.String() != want {
			t.Errorf("%s is %q, %v; want %q", text, f, err, want)
		}
	}
	for _, r := range a.Regions {
		read(r.Slug, "region:"+r.Slug)
		read(strconv.Quote(r.Label), "region:"+r.Slug) // a comma would part it
		read("region:"+strconv.Quote(strings.ToLower(r.Name())), "region:"+r.Slug)
	}
	for code, name := range a.Names {
		low := strings.ToLower(code)
		read(low, "country:"+low)
		read(`country:"`+name+`"`, "country:"+low)
		read(name, "country:"+low)
	}
}
