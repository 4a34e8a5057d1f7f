package article

import "strings"

// monthNames are how dates write the months, in the forms that stand in dates,
// without the dots of what is shortened. "_" is a space.
var monthNames = [12]string{
	`january jan januar jänner janvier janv enero ene janeiro gennaio gen januari ianuarie ian januara siječnja siječanj leden
		ledna styczeń stycznia sty január januára январь января янв січень січня студзеня януари јануар јануара ιανουαρίου ιανουάριος
		ιαν ocak oca tammikuuta tammikuu jaanuar janvāris sausio يناير كانون_الثاني جانفي ژانویه ژانویهٔ جنوری ינואר जनवरी জানুয়ারি
		มกราคม มค იანვარი հունվարի yanvar`,
	`february feb februar feber février févr fevrier fevr fév febrero fevereiro fev febbraio febr februari februarie februara
		veljače únor února luty lutego lut február februára февраль февраля фев февр лютий лютого лютага февруари фебруар φεβρουαρίου
		φεβρουάριος φεβ şubat şub helmikuuta helmikuu veebruar februāris vasario فبراير شباط فيفري فوریه فروری פברואר फरवरी
		ফেব্রুয়ারি กุมภาพันธ์ กพ თებერვალი փետրվարի fevral`,
	`march mar märz mrz maerz mars marzo março marco maart mrt maret martie marta ožujka březen března marzec marca március márc
		marec марта март мар березень березня сакавіка μαρτίου μάρτιος μαρ mart maaliskuuta maaliskuu märts marts kovo مارس آذار مارچ
		מרץ מרס मार्च মার্চ มีนาคม มีค მარტი մարտի`,
	`april apr avril avr abril abr aprile aprilie aprila travnja duben dubna kwiecień kwietnia kwi április ápr apríla апреля
		апрель апр квітень квітня красавіка април априла απριλίου απρίλιος απρ nisan nis huhtikuuta huhtikuu aprill aprīlis balandžio
		أبريل ابريل إبريل نيسان أفريل آوریل اپریل אפריל अप्रैल এপ্রিল เมษายน เมย აპრილი ապրիլի aprel`,
	`may mai mayo maio maggio mag mei maja maj svibnja květen května május máj mája мая май трав травень травня мај маја μαΐου
		μάιος μαΐ mayıs toukokuuta toukokuu maijs gegužės مايو أيار ماي مه مئی מאי मई মে พฤษภาคม พค მაისი մայիսի`,
	`june jun juni juin junio junho giugno giu iunie juna lipnja červen června czerwiec czerwca cze június jún júna июня июнь июн
		червень червня чэрвеня юни јун јуна ιουνίου ιούνιος ιουν haziran haz kesäkuuta kesäkuu juuni jūnijs birželio يونيو يونيه
		حزيران جوان ژوئن جون יוני जून জুন มิถุนายน มิย ივნისი հունիսի iyun`,
	`july jul juli juillet juil julio julho luglio lug iulie jula srpnja červenec července lipiec lipca lip július júl júla июля
		июль июл липень липня ліпеня юли јул јула ιουλίου ιούλιος ιουλ temmuz tem heinäkuuta heinäkuu juuli jūlijs liepos يوليو يوليه
		تموز جويلية ژوئیه جولائی יולי जुलाई জুলাই กรกฎาคม กค ივლისი հուլիսի iyul`,
	`august aug août aout agosto ago augustus agustus augusta kolovoza srpen srpna sierpień sierpnia sie augusztus августа август
		авг серпень серпня жніўня αυγούστου αύγουστος αυγ ağustos ağu elokuuta elokuu augusts rugpjūčio أغسطس اغسطس آب أوت اوت اگست
		אוגוסט अगस्त আগস্ট สิงหาคม สค აგვისტო օգոստոսի avqust`,
	`september sep sept septembre septiembre setiembre set setembro settembre septembrie septembra rujna září wrzesień września
		wrz szeptember szept септември сентября сентябрь сен сент вересень вересня верасня септембар септембра σεπτεμβρίου
		σεπτέμβριος σεπ σεπτ eylül eyl syyskuuta syyskuu septembris rugsėjo سبتمبر أيلول سپتامبر ستمبر ספטמבר सितंबर सितम्बर
		সেপ্টেম্বর กันยายน กย სექტემბერი սեպտեմբերի sentyabr`,
	`october oct oktober okt octobre octubre outubro out ottobre ott octombrie oktobra říjen října październik
		października paź október októbra октября октябрь окт жовтень жовтня кастрычніка октомври октобар октобра οκτωβρίου οκτώβριος
		οκτ ekim eki lokakuuta lokakuu oktoober oktobris spalio أكتوبر اكتوبر تشرين_الأول تشرين_الاول اکتبر اکتوبر אוקטובר अक्टूबर
		अक्तूबर অক্টোবর ตุลาคม ตค ოქტომბერი հոկտեմբերի oktyabr`,
	`november nov novembre noviembre novembro noiembrie novembra studenoga studenog listopad listopadu listopada lis ноября ноябрь
		ноя нояб листопад листопада лістапада ноември новембар новембра νοεμβρίου νοέμβριος νοε kasım kas marraskuuta marraskuu
		novembris lapkričio نوفمبر تشرين_الثاني نوامبر نومبر נובמבר नवंबर नवम्बर নভেম্বর พฤศจิกายน พย ნოემბერი նոյեմբերի noyabr`,
	`december dec dezember dez décembre déc decembre diciembre dic dezembro dicembre desember des decembrie decembra prosinca
		prosinec prosince grudzień grudnia gru декабря декабрь дек грудень грудня снежня декември децембар децембра δεκεμβρίου
		δεκέμβριος δεκ aralık ara joulukuuta joulukuu detsember decembris gruodžio ديسمبر كانون_الأول كانون_الاول دسامبر دسمبر דצמבר
		दिसंबर दिसम्बर ডিসেম্বর ธันวาคม ธค დეკემბერი դեկտեմբերի dekabr`,
}

// months maps a name to its month, 1 to 12.
var months = func() map[string]int {
	all := map[string]int{}
	for i, names := range monthNames {
		for name := range strings.FieldsSeq(names) {
			all[strings.ReplaceAll(name, "_", " ")] = i + 1
		}
	}
	return all
}()

// monthOf returns the month that a word of a date names, 0 if none. Hebrew
// writes "in" as the first letter of the name.
func monthOf(word string) int {
	word = strings.ReplaceAll(strings.Trim(word, ". "), ".", "")
	if m := months[word]; m > 0 {
		return m
	}
	return months[strings.TrimPrefix(word, "ב")]
}

// zones are the hours east of Greenwich of the zones that pages name. Names
// that several zones share are left out.
var zones = map[string]float64{
	"z": 0, "utc": 0, "gmt": 0, "wet": 0, "est": -5, "edt": -4, "cdt": -5, "mdt": -6, "pst": -8, "pdt": -7, "cet": 1, "cest": 2,
	"mez": 1, "mesz": 2, "eet": 2, "eest": 3, "msk": 3, "мск": 3, "jst": 9, "kst": 9, "hkt": 8, "sgt": 8, "aest": 10, "aedt": 11, "wib": 7, "pkt": 5,
}
