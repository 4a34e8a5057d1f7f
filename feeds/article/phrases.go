package article

// shareWords are the labels of share buttons.
const shareWords = `share|tweet|whats ?app|facebook|twitter|telegram|linkedin|pinterest|pint|pin it|reddit|e-?mail|print|copy link|baixar|flipboard|viber|vk|messenger|comments?|shares?|permalink|e-?mail this`

// noiseLines are left out wherever they stand.
var noiseLines = []lineRule{
	whole("advertisement", 60, `adverts?`, `ads?`, `advertisements?`, `advertising`, `sponsored( content)?`, `promoted( content)?`, `publicidade?`,
		`publicidad`, `publicité`, `anzeige`, `werbung`, `pubblicità`, `реклама`, `إعلان`, `广告`, `広告`, `광고`, `reklam`,
		`(article|story) continues (below|after).*`, `scroll to continue.*`, `continue reading.*below`, `continue reading the main story`),
	whole("share bar", 120, `\d*\s*((`+shareWords+`)[\s|/·•,\d()]*)+`, `share (this|on|via|with).*`, `compartilh(e|ar).*`, `compart(e|ir).*`, `partager.*`,
		`teilen`, `condividi.*`, `поделиться.*`, `paylaş`, `شارك.*`, `分享.*`, `공유.*`),
	whole("page's own words", 120, `this (slideshow|video|content|page) requires javascript.*`, `(please )?enable javascript.*`, `loading`,
		`your browser does not support.*`, `caption`, `close`, `play( video)?`, `text size`, `print article`, `order reprints`,
		`learn more`, `click here.*`, `.*ctrl\s?\+\s?enter.*`, `opens (in )?(a )?new (tab|window)`, `our standards: .*`, `the (thomson reuters )?trust principles`,
		`purchase licensing rights`, `skip advertisement`,
		`انتهای پیام`, `read more`, `show more`, `view all`, `more`),
	begins("picture credit", 220, `(photos?|image|picture|pic|foto|credit|photograph|photo credit|image credit|image source|фото|图片来源|사진)\s*[:：©=]\s*`,
		`photo by\b`, `(file|representational|representative) (photo|image|picture)\b`),
	ends("picture credit at the end", 320, `[(\[](image|photo|picture|pic|credit|foto|file|ap photo|фото)\b[^()\[\]]{0,80}[)\]]`,
		`[(\[](getty|afp|ap|reuters|epa)( images)?/[^()\[\]]{1,60}[)\]]`, `[(\[](getty images|shutterstock)[^()]{0,40}[)\]]`,
		`/\s*(getty images|reuters|afp|ap|shutterstock|epa)`, `via (getty images|ap|reuters|afp)`),
	begins("subscription", 400, `(sign up|subscribe|register)\b.{0,80}\b(newsletters?|free|today|now|inbox|digest|updates|briefings?|e-?mails?|channel|alerts?)\b`,
		`(get|receive)\b.{0,80}\b(newsletters?|in your inbox|to your inbox|e-?mail alerts?|through your (door|letterbox))`,
		`join (our|us on) .{0,60}(channel|group|telegram|whatsapp|newsletter)`, `(follow|like|find) us on\b`,
		`follow .{1,60} on (twitter|facebook|instagram|x|telegram|google news)\b`, `download (our|the) .{0,40}\bapp\b`,
		`if you (enjoyed|liked) this (article|story|post)`, `already a (subscriber|member)`, `support (our|independent) journalism`, `become an? .{0,30}(supporter|member|patron)\b`, `(give|donate|contribute) (once|now|today|monthly)\b`,
		`подпи(сывайтесь|шитесь)`, `подписаться`, `inscrivez-vous`, `abonnez-vous`, `suscríb[ea]te`, `siga-nos`, `siga o`, `síguenos`, `suivez-nous`,
		`assine`, `inscreva-se`, `iscriviti`, `abone ol`, `اشترك`, `تابعونا`, `关注我们`, `구독`),
	begins("consent", 600, `(we|this (web)?site|our (web)?sites?) (also )?uses? .{0,40}cookies`, `we and our .{0,30}partners`, `by (continuing|clicking|using) .{0,80}cookies`,
		`(wir|diese (web)?seite) .{0,40}cookies`, `(nous utilisons|ce site utilise) .{0,40}cookies`, `(este sitio|utilizamos|usamos) .{0,40}cookies`, `мы используем .{0,40}(cookie|куки)`),
	begins("another edition", 400, `a version of this (article|story) (appears|appeared) in print`),
	{"address", lazy(`^\W*[\w.+-]+@[\w-]+(\.[\w-]+)+\W*$`), 80},
	{"when another text was written", lazy(`^\d{1,2} \pL{3,10},? \d{1,2}:\d{2}$`), 60},
	whole("comments", 120, `(post|leave|add|write|view|show|read|see)( a| all| your| the)? comments?.*`, `comments?( are closed)?\W*\d*`,
		`join the (conversation|discussion)`, `(tell us )?what (do )?you think`, `have your say.*`),
}

// keptLines are text whatever other rules say of them: what a newsroom says
// about its own text.
var keptLines = []lineRule{
	begins("correction", 600, `corrections?\b`, `clarifications?\b`, `corrigendum`, `erratum`, `editors?['’]?s?['’]? note`, `note (from|of) the editors?`,
		`an? (earlier|previous) version`, `.{0,80}\b(was|has been) (corrected|amended|clarified)\b`, `.{0,80}\bto (correct|clarify|remove|reflect)\b`,
		`berichtigung`, `korrektur`, `anm(erkung|\.) der redaktion`, `rectificatif`, `note de la rédaction`, `corrección`, `nota de la redacción`,
		`correção`, `nota da redação`, `errata\b`, `rettifica`, `nota della redazione`, `исправление`, `от редакции`, `تصحيح`, `更正`, `編集部注`, `정정`),
}

// leadLines lead on to other pages: they are left out, their links kept.
var leadLines = []lineRule{
	begins("related, with a mark", 300, `(related|see also|see more|also read|read also|read more|read next|also see|also watch|watch|more from|more on|related (post|story|stories|article|articles|news|coverage|reading)|don.?t miss|you (may|might) (also )?(like|be interested)|recommended|editor'?s picks?|must read|further reading|read this|keep reading|in pictures|in case you missed it|from the archives?)\s*[:：|>»–—-]`),
	begins("related", 300, `don.?t miss\b`, `you may also like\b`, `(leia|veja) (também|mais)`, `saiba mais`, `lee también`, `lea también`, `ver también`,
		`te puede interesar`, `lire aussi`, `à lire`, `voir aussi`, `lesen sie auch`, `mehr zum thema`, `auch interessant`, `leggi anche`, `читайте также`,
		`читать также`, `смотрите также`, `читайте:`, `ayrıca (oku|bakınız)`, `ilgili haber`, `baca juga`, `más información\W*$`, `यह भी पढ़ें`, `อ่านเพิ่มเติม`, `קראו (גם|עוד)`, `читайте також`, `اقرأ أيض`, `إقرأ أيض`, `اقرأ المزيد`,
		`بیشتر بخوانید`, `相关(新闻|阅读|报道)`, `延伸阅读`, `関連記事`, `관련\s?기사`, `czytaj także`, `czytaj też`, `lees ook`, `läs också`, `les også`,
		`citește și`, `διαβάστε επίσης`),
}

// tailHeads open what follows a text: from such a line on nothing is text,
// when it stands in the latter half of the page's words.
var tailHeads = []lineRule{
	begins("what follows", 90, `related (links?|content|coverage|stor(y|ies)|articles?|posts?|news|topics?|reading)`,
		`more (from|on|in|stories|news|about|like this)\b`, `most (read|popular|viewed|shared)`, `(leave|post|add) (a|your) (comment|reply)`,
		`(\d+ )?comments?\W*$`, `read (more|next)\W*$`, `recommended (for you|stories|articles|reading)`, `you (may|might) also (like|be interested)`,
		`about the authors?`, `(sign up|subscribe)\b`, `something to consider`, `latest (news|stories)`, `trending( now)?\W*$`, `top stories`, `share this`,
		`tags?\W*$`, `tags?:`, `topics?:`, `filed under`, `posted in`, `follow us`, `newsletter`, `editors?.? picks?`, `what to read next`, `also read\b`,
		`in this (article|story)\W*$`),
	begins("what follows, elsewhere", 90, `отзывы`, `добавить отзыв`, `комментарии`, `читайте также`, `по теме`, `похожие`, `рекомендуем`, `самые популярные`,
		`оставить комментарий`, `теги`, `другие новости`, `coment[áa]rios?\W*$`, `deixe (um|seu) coment`, `leia (também|mais)`, `veja (também|mais)`,
		`not[íi]cias relacionadas`, `mais lidas`, `lee también`, `lo más (leído|visto)`, `deja (un|tu) comentario`, `à lire aussi`, `lire aussi`,
		`sur le même (sujet|thème)`, `commentaires?\W*$`, `les plus lus`, `mehr zum thema`, `das könnte sie auch`, `kommentare?\W*$`, `meistgelesen`,
		`leggi anche`, `articoli correlati`, `commenti\W*$`, `مواضيع ذات صلة`, `أخبار ذات صلة`, `التعليقات`, `الأكثر قراءة`, `اقرأ أيض`,
		`相关(新闻|阅读|报道|链接)`, `延伸阅读`, `责任编辑`, `この記事を書いた人`, `関連(記事|ニュース)`, `관련\s?(기사|뉴스)`, `ilgili haberler`, `yorumlar`),
}

// tailLines are left out at the end of a text.
var tailLines = []lineRule{
	begins("copyright", 500, `©`, `\(c\) \d{4}`, `copyright\b`, `all rights reserved`, `todos os direitos reservados`, `todos los derechos`,
		`tous droits réservés`, `alle rechte`, `tutti i diritti`, `все права защищены`, `جميع الحقوق`, `版权`, `저작권자`, `無断転載`, `this material may not be published`),
	ends("copyright at the end", 300, `all rights reserved`, `tous droits réservés`, `todos los derechos reservados`),
	begins("who wrote and edited", 400, `\(?(additional )?(reporting|writing|editing|edited|compiled|produced|translated) by\b`,
		`with (reporting|inputs?|files|additional reporting) (by|from)\b`, `\(with (inputs?|files|agency)\b`, `(write|contact|reach) (to )?.{2,60} at \S+@\S+`,
		`(e-?mail|contact|contacto)\b.{0,60}(@|:)`, `follow .{1,40} (on|@)`, `(story|article) (by|from)\b`, `责任编辑`),
	begins("where it was before", 300, `via \S+$`, `more ap\b`, `first published`, `(last )?(updated|modified|published|posted)\b.{0,12}\d`,
		`(source|fonte|fuente|quelle|источник|来源)\s*[:：]`,
		`www\.\S+$`),
	{"initials", lazy(`^\pL{2,4}(-\pL{2,4})*(/\pL{1,4}(-\pL{1,4})*){2,}$`), 40},
	begins("page's own words", 200, `note: we are .{0,40}moderating`, `atenção: coment`, `(home|back|top|next|previous|prev)\W*$`),
}

// headLines are left out before the first sentence of a text.
var headLines = []lineRule{
	begins("dated", 160, `((first |last )?(published|updated|posted|modified|created|date|issued)|publi(cado|é|cada|shed)|atualizad[oa]|actualizado|mis à jour|veröffentlicht|aktualisiert|pubblicato|опубликовано|обновлено|نشر|发布).{0,40}\d`),
	{"date", lazy(`(?i)^[^\pL\pN]*(\pL{2,9}-?\pL*,?\s+)?(\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}[./-]\d{1,2}[./-]\d{1,2}|\d{4}年\d{1,2}月|\d{1,2}\.?\s+(de\s+)?\pL{3,10}\.?,?\s+(de\s+)?\d{4}|\pL{3,9}\.?\s+\d{1,2},?\s+\d{4})([^.!?]|[ap]\.m\.)*$`), 120},
	{"time and date", lazy(`^\d{1,2}[:.]\d{2},?\s+\d{1,2}[./-]\d{1,2}[./-]\d{2,4}\b.{0,60}$`), 120},
	{"date in Thai", lazy(`^\d{1,2}\s+[\p{Thai}.]{3,15}\s+25\d{2}\b[^.]{0,12}[\d:. \p{Thai}]*$`), 120},
	{"count", lazy(`^[\d.,\s]{5,}$`), 20},
	{"byline", lazy(`^(?i:by|por|par|von|di|автор|текст|door|av)(\s+\p{Lu}[^.!?]*|\W*)$`), 120},
	whole("label", 60, `highlights?`, `breaking news`, `news`, `exclusive`, `analysis`, `opinion`, `listen to (this )?article.*`, `\d+ min(ute)?s?( read)?`, `live`, `video`),
}
