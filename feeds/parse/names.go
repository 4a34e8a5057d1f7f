package parse

import "strings"

// dateSigns brings what stands beside the numbers of a date into one form, and
// the names of months that are no single word.
var dateSigns = strings.NewReplacer(
	"年", "-", "月", "-", "日", " ", "년 ", "-", "월 ", "-", "년", "-", "월", "-", "일", " ",
	"كانون الثاني", "يناير", "تشرين الأول", "أكتوبر", "تشرين الثاني", "نوفمبر", "كانون الأول", "ديسمبر",
	"ม.ค.", " jan ", "ก.พ.", " feb ", "มี.ค.", " mar ", "เม.ย.", " apr ", "พ.ค.", " may ", "มิ.ย.", " jun ",
	"ก.ค.", " jul ", "ส.ค.", " aug ", "ก.ย.", " sep ", "ต.ค.", " oct ", "พ.ย.", " nov ", "ธ.ค.", " dec ",
	"上午", " am ", "午前", " am ", "오전", " am ", "下午", " pm ", "午後", " pm ", "오후", " pm ",
	"a.m.", "am", "p.m.", "pm", "a. m.", "am", "p. m.", "pm", "π.μ.", "πμ", "μ.μ.", "μμ", "ق.ظ", "am", "ب.ظ", "pm", "−", "-",
	"時", ":", "时", ":", "点", ":", "分", ":", "秒", " ", "시", ":", "분", ":", "초", " ",
)

// halves maps the words behind a time that say which half of the day it is in.
var halves = map[string]string{
	"am": "am", "πμ": "am", "öö": "am", "ص": "am", "صباحا": "am", "صباحاً": "am",
	"pm": "pm", "μμ": "pm", "ös": "pm", "م": "pm", "مساء": "pm", "مساءً": "pm",
}

// months maps the names of months, lower-case, to their numbers.
var months = func() map[string]int {
	m := map[string]int{}
	for _, row := range monthNames {
		for i, name := range strings.Fields(row) {
			m[name] = i + 1
		}
	}
	delete(m, "-")
	return m
}()

// monthNames has twelve names a row, "-" where a form is the same as in
// another row. The forms are those that stand in dates.
var monthNames = []string{
	"january february march april may june july august september october november december",
	"jan feb mar apr - jun jul aug sep oct nov dec",
	"- - - - - - - - sept - - -",
	"janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
	"janv févr - avr - - juil - - - - déc",
	"- fevrier - - - - - aout - - - -",
	"januar februar märz april mai juni juli august september oktober november dezember",
	"jänner feber mär - - - - - - okt - dez",
	"jän - mrz - - - - - - - - -",
	"enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
	"ene - - abr - - - ago setiembre - - dic",
	"janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
	"- fev marco - - - - - set out - -",
	"gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
	"gen - - - mag giu lug - - ott - -",
	"januari februari maart april mei juni juli augustus september oktober november december",
	"- - mrt - - - - agustus - - - desember",
	"- - maret - maj - - augusti - - - -",
	"ianuarie februarie martie aprilie mai iunie iulie august septembrie octombrie noiembrie decembrie",
	"января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
	"январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
	"янв фев мар апр - июн июл авг сен окт ноя дек",
	"- февр - - - - - - сент - нояб -",
	"січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
	"stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
	"sty lut - kwi - cze lip sie wrz paź lis gru",
	"ledna února března dubna května června července srpna září října listopadu prosince",
	"január február március április május június július augusztus szeptember október november december",
	"tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta marraskuuta joulukuuta",
	"ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
	"ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου δεκεμβρίου",
	"يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
	"- - - ابريل - يونيه يوليه اغسطس - اكتوبر - -",
	"- شباط آذار نيسان أيار حزيران تموز آب أيلول - - -",
	"ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
	"јануар фебруар март април мај јун јул август септембар октобар новембар децембар",
	"јануара фебруара марта априла маја јуна јула августа септембра октобра новембра децембра",
	"januar februar mart april maj jun jul avgust septembar oktobar novembar decembar",
	"januarja februarja marca aprila maja junija julija avgusta septembra oktobra novembra decembra",
	"януари февруари март април май юни юли август септември октомври ноември декември",
	"sausio vasario kovo balandžio gegužės birželio liepos rugpjūčio rugsėjo spalio lapkričio gruodžio",
	"janvāris februāris marts aprīlis maijs jūnijs jūlijs augusts septembris oktobris novembris decembris",
	"jaanuar veebruar märts aprill mai juuni juuli august september oktoober november detsember",
	"gener febrer març abril maig juny juliol agost setembre octubre novembre desembre",
	"yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr",
	"ינואר פברואר מרץ אפריל מאי יוני יולי אוגוסט ספטמבר אוקטובר נובמבר דצמבר",
	"בינואר בפברואר במרץ באפריל במאי ביוני ביולי באוגוסט בספטמבר באוקטובר בנובמבר בדצמבר",
	"ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
	"جنوری فروری مارچ اپریل مئی جون جولائی اگست ستمبر اکتوبر نومبر دسمبر",
	"มกราคม กุมภาพันธ์ มีนาคม เมษายน พฤษภาคม มิถุนายน กรกฎาคม สิงหาคม กันยายน ตุลาคม พฤศจิกายน ธันวาคม",
	"জানুয়ারি ফেব্রুয়ারি মার্চ এপ্রিল মে জুন জুলাই আগস্ট সেপ্টেম্বর অক্টোবর নভেম্বর ডিসেম্বর",
	"- subat - - mayis - - agustos eylul - kasim aralik",
	"oca şub mar nis may haz tem ağu eyl eki kas ara",
	"січ лют бер кві тра чер лип сер вер жов лис гру",
	"- - - квіт трав черв - серп верес жовт лист груд",
	"яну - - - май юни юли - - - ное дек",
	"студзеня лютага сакавіка красавіка - чэрвеня ліпеня жніўня верасня кастрычніка лістапада снежня",
	"јануари февруари - - - јуни јули - септември октомври ноември декември",
	"қаңтар ақпан наурыз сәуір мамыр маусым шілде тамыз қыркүйек қазан қараша желтоқсан",
	"- febr - - - - - - - - - des",
	"- - márc ápr máj jún júl - szept - - -",
	"ian - - - - iun iul - - - noi -",
	"siječnja veljače ožujka travnja svibnja lipnja srpnja kolovoza rujna - studenoga prosinca",
	"janar shkurt mars prill maj qershor korrik gusht shtator tetor nëntor dhjetor",
	"- - mac - - - julai ogos - - - disember",
	"- - machi aprili - - - agosti septemba oktoba novemba desemba",
	"- - - - - - - avgust sentabr oktabr - -",
	"ιανουάριος φεβρουάριος μάρτιος απρίλιος μάιος ιούνιος ιούλιος αύγουστος σεπτέμβριος οκτώβριος νοέμβριος δεκέμβριος",
	"- - μάρ - μάι ιούν ιούλ αύγ σεπτ - νοέ -",
	"- - - - μαΐ - - - - - - -",
	"იანვარი თებერვალი მარტი აპრილი მაისი ივნისი ივლისი აგვისტო სექტემბერი ოქტომბერი ნოემბერი დეკემბერი",
	"იან თებ მარ აპრ მაი ივნ ივლ აგვ სექ ოქტ ნოე დეკ",
	"հունվարի փետրվարի մարտի ապրիլի մայիսի հունիսի հուլիսի օգոստոսի սեպտեմբերի հոկտեմբերի նոյեմբերի դեկտեմբերի",
	"جانفي فيفري - أفريل ماي جوان جويلية أوت - - - -",
	"- - - - - - يوليوز غشت شتنبر - نونبر دجنبر",
	"जनवरी फ़रवरी मार्च अप्रैल मई जून जुलाई अगस्त सितम्बर अक्तूबर नवम्बर दिसम्बर",
	"जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर अक्टूबर नवंबर दिसंबर",
}

// zones maps the names of time zones, lower-case, to minutes east of UTC. Of
// a name that several zones share the one counts that news feeds use most.
var zones = map[string]int{
	"z": 0, "ut": 0, "utc": 0, "gmt": 0, "wet": 0, "west": 60, "bst": 60,
	"cet": 60, "cest": 120, "mez": 60, "mesz": 120, "eet": 120, "eest": 180, "trt": 180, "tsi": 180, "msk": 180, "msd": 240,
	"wat": 60, "cat": 120, "sast": 120, "eat": 180,
	"idt": 180, "gst": 240, "irst": 210, "aft": 270, "pkt": 300, "uzt": 300, "ist": 330, "npt": 345, "mmt": 390,
	"ict": 420, "wib": 420, "wita": 480, "hkt": 480, "sgt": 480, "myt": 480, "pht": 480, "awst": 480,
	"jst": 540, "kst": 540, "acst": 570, "acdt": 630, "aest": 600, "aedt": 660, "nzst": 720, "nzdt": 780,
	"nst": -210, "ndt": -150, "ast": -240, "adt": -180, "brt": -180, "art": -180, "clt": -240, "pet": -300, "cot": -300,
	"est": -300, "edt": -240, "et": -300, "cst": -360, "cdt": -300, "ct": -360, "mst": -420, "mdt": -360, "mt": -420,
	"pst": -480, "pdt": -420, "pt": -480, "akst": -540, "akdt": -480, "hst": -600,
}
