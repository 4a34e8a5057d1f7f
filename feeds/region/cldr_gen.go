//go:build ignore

// This program writes data/local.tsv and, for other letters than Latin and Greek
// ones, data/local_east.tsv: the names of countries, of large areas and of the
// capitals after which a time zone is called, in other languages than English.
// Its input are two packages of Unicode CLDR, unpacked side by side in a
// folder:
//
//	npm install --prefix DIR cldr-localenames-full@48.0.0 cldr-dates-full@48.0.0
//	go run cldr_gen.go DIR/node_modules
package main

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

const head = `# Names of countries, areas and capitals in other languages, from Unicode CLDR 48 (cldr-localenames-full, cldr-dates-full), written by cldr_gen.go. Copyright
# 1991-2025 Unicode, Inc. Licence: Unicode-3.0 (https://www.unicode.org/license.txt), distributed under its terms. Names equal to English ones are left out. Checked: 2026-11-22.
name	codes	rule	languages
`

const languages = `es fr de pt it ru uk pl tr ar fa he ur hi zh zh-Hant ja ko id nl
	sv cs ro el th bn`

// longest is the length of a name that a headline may hold, in letters.
const longest = 30

// areas are the regions of CLDR that are areas of ours.
const areas = `002 africa 005 south-america 009 oceania 011 west-africa 014 east-africa 015 north-africa 030 east-asia
	034 south-asia 035 southeast-asia 142 asia 143 central-asia 150 europe 202 sub-saharan-africa 419 latam EU eu`

// capitals are the time zones that are called after the capital of a country,
// and of that country only. Those of states called like their capital are left
// out.
const capitals = `
Africa: Accra GH|Addis_Ababa ET|Algiers DZ|Asmera ER|Bamako ML|Bangui CF|Banjul GM|Bissau GW|Brazzaville CG
Bujumbura BI|Cairo EG|Conakry GN|Dakar SN|Freetown SL|Gaborone BW|Harare ZW|Juba SS|Kampala UG|Khartoum SD|Kigali RW
Kinshasa CD|Libreville GA|Lome TG|Luanda AO|Lusaka ZM|Malabo GQ|Maputo MZ|Maseru LS|Mbabane SZ|Mogadishu SO
Monrovia LR|Nairobi KE|Ndjamena TD|Niamey NE|Nouakchott MR|Ouagadougou BF|Porto-Novo BJ|Tripoli LY|Tunis TN|Windhoek NA
America: Asuncion PY|Bogota CO|Buenos_Aires AR|Caracas VE|Cayenne GF|Godthab GL|Havana CU|La_Paz BO|Lima PE
Managua NI|Mexico_City MX|Montevideo UY|Nassau BS|Paramaribo SR|Port-au-Prince HT|Port_of_Spain TT|Santiago CL
Santo_Domingo DO|Tegucigalpa HN
Asia: Amman JO|Ashgabat TM|Baghdad IQ|Baku AZ|Bangkok TH|Beirut LB|Bishkek KG|Damascus SY|Dhaka BD|Dili TL
Dushanbe TJ|Jakarta ID|Jerusalem IL|Kabul AF|Katmandu NP|Kuala_Lumpur MY|Manila PH|Muscat OM|Nicosia CY|Phnom_Penh KH
Pyongyang KP|Riyadh SA|Seoul KR|Taipei TW|Tashkent UZ|Tbilisi GE|Tehran IR|Thimphu BT|Tokyo JP|Ulaanbaatar MN
Vientiane LA|Yerevan AM
Atlantic: Reykjavik IS
Europe: Amsterdam NL|Athens GR|Belgrade RS|Berlin DE|Bratislava SK|Bucharest RO|Budapest HU|Chisinau MD|Copenhagen DK
Dublin IE|Helsinki FI|Kiev UA|Lisbon PT|Ljubljana SI|London GB|Madrid ES|Minsk BY|Moscow RU|Oslo NO|Paris FR
Podgorica ME|Prague CZ|Riga LV|Rome IT|Sarajevo BA|Skopje MK|Sofia BG|Stockholm SE|Tallinn EE|Tirane AL|Vaduz LI
Vienna AT|Vilnius LT|Warsaw PL|Zagreb HR
Indian: Antananarivo MG
Pacific: Apia WS|Majuro MH|Noumea NC|Port_Moresby PG|Tarawa KI
`

// place is a name without its language.
type place struct{ code, rule, name string }

// table holds the languages in which each place has its name.
type table map[place][]string

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: go run cldr_gen.go DIR, the folder with cldr-localenames-full and cldr-dates-full")
	}
	english, err := names(os.Args[1], "en")
	if err != nil {
		log.Fatal(err)
	}
	known := map[string]bool{}
	for _, p := range english {
		known[p.name] = true
	}
	t := table{}
	for _, language := range strings.Fields(languages) {
		places, err := names(os.Args[1], language)
		if err != nil {
			log.Fatal(err)
		}
		for _, p := range places {
			if !known[p.name] && !slices.Contains(t[p], language) {
				t[p] = append(t[p], language)
			}
		}
	}
	for name, eastern := range map[string]bool{"local": false, "local_east": true} {
		if err := os.WriteFile("data/"+name+".tsv", t.text(eastern), 0o644); err != nil {
			log.Fatal(err)
		}
	}
}

// spelled returns what a headline writes for a name of CLDR: both of "Myanmar
// (Burma)", but nothing of a label that only tells two apart, such as "Congo
// (DRC)", and no Latin word so short that it may be any.
func spelled(code, name string) []string {
	name, inside, _ := strings.Cut(strings.TrimSuffix(name, ")"), " (")
	forms := []string{name}
	switch {
	case inside == "":
	case code == "MM":
		forms = append(forms, inside)
	case code == "CD" || code == "CG" || strings.Contains(inside, ")"):
		return nil
	}
	return slices.DeleteFunc(forms, func(s string) bool {
		return strings.ContainsAny(s, "()（[]/,") || strings.Contains(s, " - ") || strings.Contains(s, " – ") ||
			s == "" || utf8.RuneCountInString(s) > longest || utf8.RuneCountInString(s) < 4 && (len(s) < 6 || unicode.Is(unicode.Latin, []rune(s)[0]))
	})
}

// names returns all places as language calls them.
func names(dir, language string) ([]place, error) {
	var territories struct {
		Main map[string]struct {
			LocaleDisplayNames struct{ Territories map[string]string }
		}
	}
	if err := read(&territories, dir, "cldr-localenames-full", language, "territories.json"); err != nil {
		return nil, err
	}
	var zones struct {
		Main map[string]struct {
			Dates struct {
				TimeZoneNames struct {
					Zone map[string]map[string]struct{ ExemplarCity string }
				}
			}
		}
	}
	if err := read(&zones, dir, "cldr-dates-full", language, "timeZoneNames.json"); err != nil {
		return nil, err
	}
	var out []place
	for key, name := range territories.Main[language].LocaleDisplayNames.Territories {
		code, _, _ := strings.Cut(key, "-")
		rule := "country name"
		if slug, ok := areaOf[code]; ok {
			code, rule = slug, "area named"
		} else if !countries[code] {
			continue
		}
		for _, n := range spelled(code, name) {
			out = append(out, place{code, rule, n})
		}
	}
	for continent, cities := range zones.Main[language].Dates.TimeZoneNames.Zone {
		for city, zone := range cities {
			code, ok := capitalOf[continent+"/"+city]
			if !ok {
				continue
			}
			for _, n := range spelled(code, zone.ExemplarCity) {
				out = append(out, place{code, "capital", n})
			}
		}
	}
	return out, nil
}

func read(into any, dir, pack, language, file string) error {
	path := filepath.Join(dir, pack, "main", language, file)
	text, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(text, into); err != nil {
		return fmt.Errorf("%s: %w", path, err)
	}
	return nil
}

// text writes one half of the table in order of code, rule and name.
func (t table) text(eastern bool) []byte {
	var rows []place
	for p := range t {
		if r, _ := utf8.DecodeRuneInString(p.name); eastern == (r >= 'Ѐ' && !unicode.In(r, unicode.Latin, unicode.Greek)) {
			rows = append(rows, p)
		}
	}
	slices.SortFunc(rows, func(a, b place) int {
		return cmp.Or(cmp.Compare(a.code, b.code), -cmp.Compare(a.rule, b.rule), cmp.Compare(a.name, b.name))
	})
	out := bytes.NewBufferString(head)
	for _, p := range rows {
		fmt.Fprintf(out, "%s\t%s\t%s\t%s\n", p.name, p.code, p.rule, strings.Join(t[p], " "))
	}
	return out.Bytes()
}

var areaOf = func() map[string]string {
	out := map[string]string{}
	fields := strings.Fields(areas)
	for pair := range slices.Chunk(fields, 2) {
		out[pair[0]] = pair[1]
	}
	return out
}()

var capitalOf = func() map[string]string {
	out := map[string]string{}
	continent := ""
	for line := range strings.Lines(strings.TrimSpace(capitals)) {
		line = strings.TrimSpace(line)
		if before, after, ok := strings.Cut(line, ": "); ok {
			continent, line = before, after
		}
		for zone := range strings.SplitSeq(line, "|") {
			city, code, _ := strings.Cut(zone, " ")
			out[continent+"/"+city] = code
		}
	}
	return out
}()

// countries are the codes of data/countries.tsv.
var countries = func() map[string]bool {
	text, err := os.ReadFile("data/countries.tsv")
	if err != nil {
		log.Fatal(err)
	}
	out := map[string]bool{}
	for line := range strings.Lines(string(text)) {
		if code, _, ok := strings.Cut(line, "\t"); ok && len(code) == 2 {
			out[code] = true
		}
	}
	return out
}()
