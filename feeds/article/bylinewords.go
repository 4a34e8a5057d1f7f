package article

// byWords and byVerbs are what a byline begins with before its names, in the languages
// that write it: one that stands before a name only, then those that a colon
// may follow.
const (
	byWords = `by|por|par|von|di|da|door|av|af|autor|autora|autore|auteur|автор|автори|текст|szerző|skribent|tekst|text(?: (?:und|&) (?:fotos?|bilder|interview|video))?|testo|texte|texto|fotos? und text|autorin|autoren|` +
		`yazan|yazar|oleh|penulis|przez|od|bởi|tác giả|συντάκτης|του|της|מאת|נכתב על ידי|بقلم|كتب|كتبت|إعداد|الكاتب|نویسنده|लेखक|ผู้เขียน|โดย|作者|文|撰文|記者|记者|编辑|기자|글`
	byVerbs = `(?:written|posted|published|reported|authored|story|article|words|report|analysis|opinion|review|interview|commentary|a cura|geschrieben|` +
		`veröffentlicht|gespeichert|erstellt|eingestellt|verfasst|ein beitrag|ein artikel|ein gastbeitrag|gastbeitrag|kommentar|publicado|escrito|escrita|publié|écrit|propos recueillis|` +
		`pubblicato|scritto|geplaatst|geschreven|skrevet|skriven|опубликовал|post author|` +
		`(?:view |see |show |zeige )?(?:all|alle|more|mehr) (?:posts|articles|stories|beiträge|artikel)|beiträge|artikel|beitrag)`
)

// bylineStart is what a byline line begins with, up to its first name.
var bylineStart = lazy(`^(?i:(?:` + byVerbs + `\s+)?(?:` + byWords + `)|interview|reporting|reporter|author|authors|redaktion|` + byVerbs + `\s*:)(?:\s*[:：]\s*|\s+)` +
	`(?i:by\s+)?(\p{Lu}|\p{Lo}|\p{Ll}{2,3} \p{Lu})`)

// label is a byline that stops before its names, as where they are a link.
var label = lazy(`^(?i:(?:` + byVerbs + `\s+)?(?:` + byWords + `)|reporting|reporter|authors?)\s*[:：]?$`)

// bylineEnd is what follows the names in the same line: a date, a time of
// reading, what the reader may do, a place, an address, who took the pictures,
// what somebody is.
var bylineEnd = lazy(`(?:\sAn? \p{Ll}.*$)|(?i)\s*(?:\||•|·|—|–|\s-\s|\(|\[|»|►|` +
	`\b(?:fotos?|photos?|pictures?|bild(?:er)?|illustration(?:en|s)?|grafik|foto di|crédits?)\s*:|\bphoto(?:graph)?s? by\b|` +
	`\b(?:published|updated|posted|last updated|created|geändert|aktualisiert|stand|veröffentlicht|publié|publicado|atualizado|actualizado|aggiornato|обновлено|опубликовано)\b|` +
	`\b(?:follow|view|read more|more (?:from|by)|see more|contact|email|e-mail|share|show|edit|alle (?:artikel|beiträge)|alles von|mehr (?:von|artikel)|über |kategorien?|kontakt|minutes? read|min read|lesezeit|tiempo de lectura|hace \d|vor \d|\d+ (?:hours?|days?|min\w*) ago|for the|mitglied|is an?|covers|writes)\b|` +
	`\s(?:기자|특파원)(?:\s|$)|,?\s*\b(?:on|am|le|el|il|in|um|at) (?:\d|\pL{3,12},? \d|\pL{3,12}, \d{1,2})|` +
	`,?\s*\b(?:mon|tues|wednes|thurs|fri|satur|sun|mo|di|mi|do|fr|sa|so|mon|diens|donners|frei|sams|sonn)(?:day|tag|woch)?,? \d|,?\s*\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b|,?\s*\b(?:montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag)\b|` +
	`,?\s*\d{1,2}[./]\s?\d|,?\s*\d{1,2}\.?\s+\pL{3,10}\.?,? \d{4}|,?\s*\b\pL{3,9}\.? \d{1,2},? \d{4}|\s\d{1,2}:\d\d|\s\d+\s*$|\S*@\S+|https?://|www\.).*$`)

// notNames are what content systems and comment forms write where an author
// should stand, folded.
var notNames = set(`admin administrator editor editors staff webmaster user root author authors web online newsroom redaktion redacción redação redazione desk none null
	undefined noauthor unknown anonymous name nameerforderlich namerequired email datum date by von follow comment comments says sagt gast guest wordpressadmin
	webteam webredaktion onlineredaktion dieredaktion redaktionell staffreporter staffwriter staffwriters ourcorrespondent correspondent newsdesk webdesk team artikelvon share autor autorin autoren zeige autorenseite autorenseitevon
	редакция редактор админ 管理员 编辑 编辑部 admin1 superuser default postedby publishedby veröffentlichtam publiziertam`)

// company is what makes a name that of a business or an association, which
// stands behind an outlet and wrote nothing.
var company = lazy(`\b(?:GmbH|gGmbH|AG|KG|e\. ?V|Inc|LLC|Ltd|S\.A|S\.r\.l|Sp\. z o\. ?o|B\.V)\.?(?:,|$)`)

// roles are what follows a name after a comma and is none: "Ann Lund, senior
// editor".
var roles = lazy(`(?i)\b(?:editor|reporter|correspondent|journalist|columnist|staff writer|senior writer|bureau chief|producer|photographer|redakteur(?:in)?|` +
	`korrespondent(?:in)?|journaliste|corr[e]spondante?|corresponsal|periodista|redactor(?:a)?|jornalista|redaktion|корреспондент|обозреватель|журналист|muhabir[iı]?|redattore)\b|记者$|記者$|기자$`)

// asks is how a link begins that says what the reader may do.
var asks = lazy(`(?i)^(?:zur|zum|alle|mehr|view|see|read|show|meet|contact|lire|voir) `)

// said are words of comments and forms that no byline has.
var said = lazy(`(?i)\b(?:says|said|sagt|schreibt|meint|dit|escribió|erforderlich|required|comentó|kommentar|comment|copyright|rights reserved|designed|followers|javascript)\b|[*?!©]`)
