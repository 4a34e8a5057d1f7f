package story

import (
	"regexp"
	"slices"
	"strings"
)

// wires are the news agencies whose copy others carry, by the name Dateline
// uses, with every form in which credits write them. A form in capitals is
// found in capitals only: "AP" is a credit, "ap" is not.
var wires = []struct{ name, forms string }{
	{"AA", "Anadolu|Anadolu Agency|Anadolu Ajansı|AA"},
	{"AAP", "AAP|Australian Associated Press"},
	{"Adnkronos", "Adnkronos"},
	{"AFP", "AFP|Agence France-Presse|Agence France Presse"},
	{"ANI", "ANI|Asian News International"},
	{"ANP", "ANP"},
	{"ANSA", "ANSA"},
	{"AP", "AP|The Associated Press|Associated Press|AP News"},
	{"APA", "APA"},
	{"Belga", "Belga|Belga News Agency"},
	{"Bernama", "Bernama"},
	{"Bloomberg", "Bloomberg|Bloomberg News"},
	{"BTA", "BTA"},
	{"CNA", "CNA|Central News Agency"},
	{"CP", "Canadian Press|The Canadian Press|CP"},
	{"CTK", "CTK|ČTK"},
	{"dpa", "dpa|DPA|Deutsche Presse-Agentur|dpa International"},
	{"EFE", "EFE|Agencia EFE"},
	{"Europa Press", "Europa Press|EUROPA PRESS"},
	{"IANS", "IANS"},
	{"Interfax", "Interfax|INTERFAX"},
	{"Interfax-Ukraine", "Interfax-Ukraine"},
	{"IRNA", "IRNA"},
	{"Jiji", "Jiji Press|Jiji|JIJI"},
	{"KCNA", "KCNA"},
	{"KUNA", "KUNA"},
	{"Kyodo", "Kyodo|Kyodo News|KYODO"},
	{"Lusa", "Lusa|LUSA"},
	{"Meridian", "Meridian|Meridian Wire"}, // invented: the agency of the demo
	{"Mehr", "Mehr News Agency|MNA"},
	{"NINA", "NINA"},
	{"NTB", "NTB"},
	{"PA", "PA Media|Press Association"},
	{"PAP", "PAP|Polish Press Agency"},
	{"PTI", "PTI|Press Trust of India"},
	{"QNA", "QNA|Qatar News Agency"},
	{"Reuters", "Reuters|REUTERS|Thomson Reuters"},
	{"RIA Novosti", "RIA Novosti|Sputnik"},
	{"SANA", "SANA"},
	{"SPA", "SPA|Saudi Press Agency"},
	{"STT", "STT"},
	{"TASS", "TASS|Itar-Tass|ITAR-TASS"},
	{"TT", "TT News Agency"},
	{"Ukrinform", "Ukrinform"},
	{"UNI", "United News of India"},
	{"UPI", "UPI|United Press International"},
	{"WAM", "WAM|Emirates News Agency"},
	{"Xinhua", "Xinhua|XINHUA|Xinhua News Agency"},
	{"Yonhap", "Yonhap|Yonhap News Agency|YONHAP"},
}

// wireOf maps each form to the name of its agency.
var wireOf = func() map[string]string {
	out := map[string]string{}
	for _, w := range wires {
		for form := range strings.SplitSeq(w.forms, "|") {
			out[form] = w.name
		}
	}
	return out
}()

// wireForms matches any form, the longest first.
var wireForms = func() string {
	var forms []string
	for form := range wireOf {
		forms = append(forms, regexp.QuoteMeta(form))
	}
	slices.SortFunc(forms, func(a, b string) int {
		if len(a) != len(b) {
			return len(b) - len(a)
		}
		return strings.Compare(a, b)
	})
	return `(?P<wire>` + strings.Join(forms, "|") + `)`
}()
