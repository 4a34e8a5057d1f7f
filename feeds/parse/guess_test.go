package parse

import (
	"strings"
	"testing"

	"golang.org/x/net/html/charset"
	"golang.org/x/text/unicode/norm"
)

// headlines are three of an invented outlet in each language, and the encodings
// that its texts were or are written in.
var headlines = []struct{ encodings, text string }{
	{"windows-1251 koi8-r iso-8859-5", "Министр прибыл на переговоры в столицу|Порт закрыт из-за шторма: паромы (Reuters) ждут|В парламенте обсудили новый бюджет"},
	{"windows-1251 koi8-u", "Міністр прибув на переговори до столиці|Порт закрито через шторм, пороми чекають|У парламенті обговорили новий бюджет"},
	{"windows-1251", "Министърът на преговори: «Марица» – „да“|Пристанището е затворено заради бурята|Парламентът обсъди новия бюджет"},
	{"windows-1251", "Министар стигао на преговоре у престоницу|Лука затворена због олује, трајекти чекају|Скупштина расправљала о новом буџету"},
	{"windows-1253 iso-8859-7", "Ο υπουργός έφθασε για συνομιλίες στην πρωτεύουσα|Κλειστό το λιμάνι λόγω καταιγίδας|Η βουλή συζήτησε τον νέο προϋπολογισμό"},
	{"windows-1255 iso-8859-8", "השר הגיע לשיחות בעיר הבירה|הנמל נסגר בגלל הסערה והמעבורות ממתינות|הכנסת דנה בתקציב החדש"},
	{"windows-1256 iso-8859-6", "وصل الوزير إلى العاصمة لإجراء محادثات|إغلاق الميناء بسبب العاصفة والعبارات تنتظر|البرلمان يناقش الميزانية الجديدة"},
	{"windows-1256", "وزير براي گفتگو به پايتخت رسيد|بندر به دليل توفان بسته شد|مجلس درباره بودجه تازه گفتگو کرد"},
	{"windows-874", "รัฐมนตรีเดินทางถึงเมืองหลวงเพื่อเจรจา|ท่าเรือปิดเพราะพายุ เรือข้ามฟากต้องรอ|รัฐสภาหารือเรื่องงบประมาณใหม่"},
	{"gb18030 gb2312", "部长抵达首都举行会谈|港口因风暴关闭，渡轮等待|议会讨论新的预算，GDP增长百分之五"},
	{"gb18030", "泽连斯基抵达布鲁塞尔|俄乌谈判在伊斯坦布尔重启|美军舰艇驶入南海"}, // mostly names
	{"big5", "部長抵達首都舉行會談|港口因風暴關閉，渡輪等待|議會討論新的預算，GDP增長百分之五"},
	{"shift_jis euc-jp", "大臣が会談のため首都に到着|嵐で港が閉鎖、フェリーは待機|国会で新しい予算案を審議"},
	{"euc-kr", "장관이 회담을 위해 수도에 도착했다|폭풍으로 항구가 폐쇄되어 여객선이 대기 중이다|국회에서 새 예산안을 논의했다"},
	{"windows-1254", "Bakan görüşmeler için başkente geldi|Liman fırtına nedeniyle kapatıldı|Meclis yeni bütçeyi görüştü, iş dünyası bekliyor"},
	{"windows-1250 iso-8859-2", "Minister przybył na rozmowy do stolicy, są postępy|Port zamknięty z powodu burzy, łodzie czekają|Sejm omówił nową ustawę budżetową, będzie głosować"},
	{"windows-1250 iso-8859-2", "Premiér přijel na jednání do hlavního města|Přístav je kvůli bouři uzavřen, trajekty čekají|Sněmovna projednala nový rozpočet, žádná změna"},
	{"windows-1250 iso-8859-2", "A miniszter tárgyalni érkezett a fővárosba|Vihar miatt lezárták a kikötőt, késnek a kompok, szükség lesz erőre|A képviselők az új költségvetésről döntöttek, a gyűlés végül eredményes"},
	{"windows-1257", "Ministras atvyko į derybas sostinėje, šalis laukia|Uostas uždarytas dėl audros, keltai čia laukia|Seimas svarstė naują biudžetą, žmonės tikisi daugiau"},
	{"windows-1258", "Bộ trưởng đến thủ đô để hội đàm|Cảng đóng cửa vì bão, phà phải chờ|Quốc hội thảo luận ngân sách mới"},

	{"windows-1252", "Le ministre est arrivé à la capitale, où l’on négocie|Le port fermé à cause de la tempête, ça gêne|À l’Assemblée, un budget débattu : « très contesté »"},
	{"windows-1252", "O ministro chegou à capital para negociações|Porto fechado: não há ligações à ilha, é a tempestade|Órgãos do país discutem orçamento, três votações amanhã"},
	{"windows-1252", "Ráðherrann er kominn til viðræðna í höfuðborginni|Höfnin lokuð vegna óveðurs, ferjur bíða|Þingið ræddi ný fjárlög, það á að kjósa á morgun"},
	{"windows-1252", "Der Minister ist für Gespräche in der Hauptstadt|Häfen wegen Sturms geschlossen, Fähren müssen warten|Über den Haushalt wird öffentlich geredet"},
	{"windows-1252", "El ministro llegó a la capital para la negociación|¿Cerrará el puerto? Los ferris esperan mañana|El Congreso debatió el presupuesto: «más años», según el país"},
	{"windows-1252", "Il ministro è arrivato nella capitale, più colloqui|Porto chiuso, così i traghetti: però c’è attesa|La città è senza libertà di bilancio"},
	{"windows-1252", "Ministern är på väg till huvudstaden för samtal|Hamnen är stängd på grund av storm, färjor väntar|Riksdagen höll möte om nästa års budget"},
	{"windows-1252", "Statsråden er på vei, møter også på lørdag|Havnen stengt, færger må vente på været|Stortinget drøfter nå årets budsjett"},
	{"windows-1252", "El ministre arribarà a la capital, és la primera reunió|Port tancat: això farà més difícil la col·laboració|Les eleccions començaran aviat, diu l’òrgan"},
	{"windows-1252", "Ministeri saapui pääkaupunkiin, neuvottelut jäivät kesken|Satama on suljettu myrskyn vuoksi, lähtöä odotetaan|Eduskunta käsitteli ensi vuoden määrärahoja"},
	{"windows-1252", "“The minister’s” port – closed|‘Budget’ … debated — again • and “again”|He said: “We’ll see”"},
	{"windows-1252", "Müller and Özil beat García, Sánchez|João Félix, Núñez and Håland meet Ødegaard|Zürich – Besançon – Málaga – Århus – Þórshöfn"},
	{"windows-1252", "Port tancat: això farà més difícil la col·laboració|São Tomé e Príncipe|La città è senza libertà, però c’è attesa"},
	{"windows-1252", "ÉLECTION À GENÈVE : RÉSULTATS RETARDÉS|ÎLE DE LA RÉUNION : PORT FERMÉ|DÉBÂCLE À L’ASSEMBLÉE"},
	{"windows-1252", "A café in Málaga|The São Paulo – Zürich flight|Señor Núñez’s façade, a fiancée’s résumé"},
	{"windows-1252", "Footnotes¹ of² the³ port: 1½ m², 20 °C, £5, ½, ¼, ¾, §7, ®, ©|ferry¹ and harbour³|30 µg/m³ ± 5 %"},
}

// TestGuess reads feeds that say nothing of their encoding and language, or lie.
func TestGuess(t *testing.T) {
	for _, tt := range headlines {
		for label := range strings.FieldsSeq(tt.encodings) {
			want := `<?xml version="1.0" encoding="utf-8"?><rss><channel><title>Courier</title><item><title>` +
				strings.ReplaceAll(tt.text, "|", "</title></item>\n<item><title>") + "</title></item></channel></rss>"
			if label == "windows-1258" {
				want = tonesApart(want)
			}
			enc, _ := charset.Lookup(label)
			body, err := enc.NewEncoder().Bytes([]byte(want))
			if err != nil {
				t.Fatalf("%s: %v", label, err)
			}
			for _, said := range []string{"utf-8", "iso-8859-1"} {
				if got := decode(body, "text/xml; charset="+said, ""); got != want {
					t.Errorf("%s, said to be in %s: got %q, want %q", label, said, got, want)
				}
			}
		}
	}
}

// tonesApart writes Vietnamese as windows-1258 has it: tones follow their letters.
func tonesApart(s string) string {
	tones := strings.NewReplacer("\u0323\u0302", "\u0302\u0323", "\u0323\u0306", "\u0306\u0323")
	letters := strings.NewReplacer("a\u0302", "â", "e\u0302", "ê", "o\u0302", "ô", "a\u0306", "ă", "o\u031b", "ơ", "u\u031b", "ư")
	return letters.Replace(tones.Replace(norm.NFD.String(s)))
}
