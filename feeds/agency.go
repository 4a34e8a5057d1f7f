package feeds

import (
	"cmp"
	"strings"
)

// Agency is a news agency whose text others carry.
type Agency struct {
	Name        string      // the name Dateline uses
	Country     string      // where it is based; empty if the name is that of several
	Affiliation Affiliation // empty if the name is that of several
	Forms       []string    // in which credits write it; the name is one of them unless it means other things too
}

// Agencies returns all agencies that are known.
func Agencies() []Agency { return agencies }

// Agency returns the name of the agency whose own feed f is, or "".
func (f Feed) Agency() string {
	if f.Kind != Wire {
		return ""
	}
	return cmp.Or(formsOf[f.Name], agencyOf[f.Name].Name)
}

// IsOf says whether f is a feed of an agency itself, which is given by its
// name: of Reuters "Reuters World" is too.
func (f Feed) IsOf(wire string) bool {
	return f.Name == wire || f.Kind == Wire && (f.Agency() == wire || strings.HasPrefix(f.Name, wire+" "))
}

// agencies are found in the case in which they stand here: "AP" is a credit,
// "ap" is not.
var agencies = []Agency{
	{"AA", "TR", State, forms("AA|Anadolu|Anadolu Agency|Anadolu Ajansı|Anadolu Agency (AA)|الأناضول|الاناضول|آناتولی")},
	{"AAP", "AU", Independent, forms("AAP|Australian Associated Press")},
	{"Adnkronos", "IT", Independent, forms("Adnkronos|ADNKRONOS")},
	{"AFP", "FR", Public, forms("AFP|Agence France-Presse|Agence France Presse|AFP Staff Writers|АФП|أ ف ب|أ.ف.ب|ا ف ب|أ.ف.ب.|فرانس برس|法新社|AFP時事|AFP=時事|AFPBB News|एएफपी|خبرگزاری فرانسه")},
	{"Agerpres", "RO", Public, forms("Agerpres|AGERPRES")},
	{"ANI", "IN", Independent, forms("ANI|Asian News International|एएनआई")},
	{"ANP", "NL", Independent, forms("ANP")},
	{"ANSA", "IT", Independent, forms("ANSA|Ansa")},
	{"AP", "US", Independent, forms("AP|The Associated Press|Associated Press|AP News|أ ب|أ.ب|أسوشيتد برس|أسوشييتد برس|美联社|美聯社|AP通信")},
	{"APA", "", "", forms("APA")}, // of Austria and of Azerbaijan
	{"APS", "DZ", State, forms("واج|Algérie Presse Service")},
	{"Armenpress", "AM", State, forms("Armenpress|ARMENPRESS|Арменпресс")},
	{"Azertac", "AZ", State, forms("Azertac|AZERTAC|AZƏRTAC")},
	{"Belga", "BE", Independent, forms("Belga|BELGA|Belga News Agency")},
	{"BelTA", "BY", State, forms("BelTA|BELTA|БелТА|БЕЛТА")},
	{"Bernama", "MY", State, forms("Bernama|BERNAMA")},
	{"Bloomberg", "US", Independent, forms("Bloomberg|Bloomberg News|بلومبرغ|彭博社")},
	{"BTA", "BG", Public, forms("BTA|БТА")},
	{"CNA", "TW", Public, forms("CNA|Central News Agency|中央社")},
	{"CNS", "CN", State, forms("China News Service|中新社|中新网|中新網")},
	{"CP", "CA", Independent, forms("CP|Canadian Press|The Canadian Press|La Presse Canadienne")},
	{"CTK", "CZ", Public, forms("CTK|ČTK")},
	{"dpa", "DE", Independent, forms("dpa|DPA|dpa-AFX|dpa-infocom|Deutsche Presse-Agentur|dpa International|د ب أ|د.ب.أ|德新社")},
	{"EFE", "ES", Public, forms("EFE|Agencia EFE|Efe|إفي|埃菲社|ЭФЭ")},
	{"Europa Press", "ES", Independent, forms("Europa Press|EUROPA PRESS")},
	{"Fars", "IR", State, forms("Fars News Agency|فارس")},
	{"IANS", "IN", Independent, forms("IANS|आईएएनएस")},
	{"Interfax", "RU", Independent, forms("Interfax|INTERFAX|INTERFAX.RU|Интерфакс|ИНТЕРФАКС")},
	{"Interfax-Ukraine", "UA", Independent, forms("Interfax-Ukraine|Интерфакс-Украина|Інтерфакс-Україна")},
	{"IRNA", "IR", State, forms("IRNA|ایرنا|إرنا")},
	{"ISNA", "IR", State, forms("ISNA|ایسنا")},
	{"Jiji", "JP", Independent, forms("Jiji|JIJI|Jiji Press|時事|時事通信|時事通信社|时事社")},
	{"KCNA", "KP", State, forms("KCNA|조선중앙통신|朝中社|朝鮮中央通信|朝鲜中央通讯社")},
	{"KUNA", "KW", State, forms("KUNA|كونا")},
	{"Kyodo", "JP", Independent, forms("Kyodo|KYODO|Kyodo News|共同|共同社|共同通信|共同通信社")},
	{"Lusa", "PT", Public, forms("Lusa|LUSA|Agência Lusa")},
	{"MAP", "MA", State, forms("Maghreb Arabe Presse|و م ع|و.م.ع")},
	{"Mehr", "IR", State, forms("Mehr News Agency|MNA")},
	{"Meridian", "CH", Independent, forms("Meridian|Meridian Wire")}, // invented: the agency of the demo
	{"MTI", "HU", State, forms("MTI")},
	{"NAN", "NG", State, forms("News Agency of Nigeria")},
	{"Newsis", "KR", Independent, forms("Newsis|뉴시스")},
	{"News1", "KR", Independent, forms("뉴스1")},
	{"NINA", "IQ", Independent, forms("NINA")},
	{"NTB", "NO", Independent, forms("NTB")},
	{"PA", "GB", Independent, forms("PA Media|PA news agency|Press Association")}, // "PA" alone is Pennsylvania too
	{"PAP", "PL", Public, forms("PAP|Polish Press Agency|Polska Agencja Prasowa")},
	{"Prensa Latina", "CU", State, forms("Prensa Latina")},
	{"PTI", "IN", Independent, forms("PTI|Press Trust of India|पीटीआई|भाषा")},
	{"QNA", "QA", State, forms("QNA|Qatar News Agency|قنا")},
	{"Reuters", "GB", Independent, forms("Reuters|REUTERS|Thomson Reuters|Reuters Staff|Reuters Breakingviews|reuters.com|Рейтер|Ройтерс|Reuter|رويترز|رویترز|路透社|路透|ロイター|로이터|रॉयटर्स|רויטרס")},
	{"RIA Novosti", "RU", State, forms("RIA Novosti|RIA|Sputnik|РИА Новости|РИА|俄新社|سبوتنيك")},
	{"SANA", "SY", State, forms("SANA|سانا")},
	{"SPA", "SA", State, forms("SPA|Saudi Press Agency|واس")},
	{"STT", "FI", Independent, forms("STT")},
	{"Tanjug", "RS", Independent, forms("Tanjug|TANJUG|Танјуг")},
	{"Tasnim", "IR", State, forms("Tasnim|Tasnim News Agency|تسنیم|تسنيم")},
	{"TASS", "RU", State, forms("TASS|Itar-Tass|ITAR-TASS|ТАСС|塔斯社|تاس|タス通信")},
	{"TT", "SE", Independent, forms("TT News Agency")},
	{"Ukrinform", "UA", State, forms("Ukrinform|UKRINFORM|Укрінформ|Укринформ")},
	{"UNI", "IN", Independent, forms("United News of India")},
	{"UNIAN", "UA", Independent, forms("UNIAN|УНИАН|УНІАН")},
	{"UPI", "US", Independent, forms("UPI|United Press International")},
	{"WAFA", "PS", Government, forms("WAFA|وفا")},
	{"WAM", "AE", State, forms("WAM|Emirates News Agency|وام")},
	{"Xinhua", "CN", State, forms("Xinhua|XINHUA|Xinhua News Agency|新华社|新華社|新华网|新華網|شينخوا|Синьхуа|신화통신")},
	{"Yonhap", "KR", StateFunded, forms("Yonhap|YONHAP|Yonhap News Agency|연합뉴스|聯合ニュース|韩联社|韓聯社")},
}

func forms(s string) []string { return strings.Split(s, "|") }

// formsOf maps each form to the name of its agency.
var formsOf = func() map[string]string {
	out := map[string]string{}
	for _, a := range agencies {
		for _, form := range a.Forms {
			out[form] = a.Name
		}
	}
	return out
}()

// agencyOf maps each name to its agency.
var agencyOf = func() map[string]Agency {
	out := map[string]Agency{}
	for _, a := range agencies {
		out[a.Name] = a
	}
	return out
}()
