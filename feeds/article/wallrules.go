package article

import "dateline/feeds"

// wallRule knows pages that stand before a text. All its words are in lower
// case.
type wallRule struct {
	kind   feeds.FailureKind
	name   string   // what stands there
	most   int      // bytes; a page with more text is no such wall
	titles []string // of the page, before the name of the site
	says   []string
	marks  []string // in addresses and ids of the page, and at the head of its scripts
}

// wallRules are tried in their order.
var wallRules = []wallRule{
	{
		kind: feeds.FailBlocked, name: "Cloudflare", most: 900,
		titles: []string{"just a moment", "attention required! | cloudflare", "please wait... | cloudflare"},
		says:   []string{"checking your browser before accessing", "performance & security by cloudflare", "you are unable to access", "needs to review the security of your connection"},
		marks:  []string{"_cf_chl_opt", "/cdn-cgi/challenge-platform/h/", "cf-error-details", "cf-challenge"},
	},
	{
		kind: feeds.FailBlocked, name: "DataDome", most: 900,
		says:  []string{"please enable js and disable any ad blocker"},
		marks: []string{"captcha-delivery.com"},
	},
	{
		kind: feeds.FailBlocked, name: "PerimeterX", most: 900,
		titles: []string{"access to this page has been denied"},
		says:   []string{"access to this page has been denied", "press & hold to confirm", "we believe you are using automation tools"},
		marks:  []string{"px-captcha", "captcha.px-cdn.net", "captcha.px-cloud.net", "_pxappid"},
	},
	{
		kind: feeds.FailBlocked, name: "Imperva", most: 1200,
		titles: []string{"pardon our interruption"},
		says:   []string{"pardon our interruption", "made us think you were a bot", "made us think you might be a bot", "incapsula incident id", "request unsuccessful. incapsula"},
		marks:  []string{"distil_r_captcha", "_incapsula_resource?cwudnsai", "_incapsula_resource?incident"},
	},
	{
		kind: feeds.FailBlocked, name: "Akamai", most: 600,
		titles: []string{"access denied"},
		says:   []string{"you don't have permission to access", "errors.edgesuite.net", "powered and protected by"},
		marks:  []string{"sec-if-cpt-container", "/_sec/cp_challenge/", "behavioral-content"},
	},
	{
		kind: feeds.FailBlocked, name: "AWS WAF", most: 600,
		titles: []string{"human verification"},
		marks:  []string{"awswafintegration", "awswafcookiedomainlist"},
	},
	{
		kind: feeds.FailBlocked, name: "a check for robots", most: 900,
		titles: []string{
			"ddos-guard", "making sure you're not a bot", "vercel security checkpoint", "security check", "are you a robot", "you have been blocked", "403 forbidden", "robot check",
			"человек или робот", "vérification de sécurité", "sicherheitsüberprüfung", "安全验证", "滑动验证页面",
		},
		says: []string{
			"checking your browser", "verify you are human", "verify that you are human", "verifying you are human", "confirm you are human", "prove you are human", "verify you are not a robot",
			"confirm that you are not a robot", "are you a robot?", "unusual traffic from your", "detected unusual activity from your", "enable javascript and cookies to continue",
			"access to this site has been denied", "ddos protection by", "complete the security check", "you have been blocked", "your request has been blocked", "your ip address has been blocked",
			"solve the captcha", "complete the captcha", "this process is automatic. your browser will redirect", "client challenge",
			"bestätigen sie, dass sie kein roboter sind", "bestätigen sie, dass sie ein mensch sind", "ungewöhnlichen datenverkehr", "vérifiez que vous êtes humain", "vérifier que vous êtes humain",
			"confirmez que vous n'êtes pas un robot", "verifica que eres humano", "verifique que usted es humano", "confirme que no es un robot", "confirme que você não é um robô", "verifique se você é humano",
			"подтвердите, что вы не робот", "проверка браузера", "доступ к сайту заблокирован", "robot olmadığınızı doğrulayın", "insan olduğunuzu doğrulayın", "erősítse meg, hogy nem robot",
			"تحقق من أنك إنسان", "أثبت أنك لست روبوت", "请完成安全验证", "请验证您是真人", "访问过于频繁", "ロボットではないこと", "人間であることを確認",
		},
		marks: []string{"ddos-guard/", "/.well-known/vercel/security", "anubis_challenge", "sucuri_cloudproxy", "/.within.website/x/cmd/anubis"},
	},
	{
		kind: feeds.FailConsent, name: "a question for consent", most: maxWalled,
		titles: []string{"before you continue", "we value your privacy", "cookie consent", "your privacy choices", "privacy gate", "datenschutz-einstellungen", "privacy settings"},
		says: []string{
			"before you continue to", "we value your privacy", "we and our partners", "manage your privacy", "manage cookie", "manage consent", "manage settings", "reject all", "accept all",
			"accept cookies to continue", "your privacy choices", "consent to the use of cookies", "store and/or access information on a device", "to continue, please accept",
			"wir und unsere partner", "mit werbung und tracking", "mit werbung weiterlesen", "cookies akzeptieren", "alle akzeptieren", "zustimmen und weiter", "informationen auf einem gerät speichern",
			"nous et nos partenaires", "accepter et continuer", "tout accepter", "continuer sans accepter", "stocker et/ou accéder à des informations",
			"nosotros y nuestros socios", "aceptar y continuar", "aceptar las cookies", "aceptar todo", "almacenar o acceder a información", "nós e os nossos parceiros", "aceitar e continuar", "aceitar todos", "aceitar cookies",
			"noi e i nostri partner", "accetta e continua", "accetta tutti", "continua senza accettare", "akceptuję i przechodzę", "alle cookies accepteren", "wij en onze partners", "elfogadom az összes", "mi és partnereink",
			"мы и наши партнёры", "мы и наши партнеры", "принять все", "принять и продолжить", "tümünü kabul et", "biz ve ortaklarımız", "çerezleri kabul", "قبول الكل", "نحن وشركاؤنا", "قبول ملفات تعريف الارتباط",
			"接受所有", "接受全部", "我们和我们的合作伙伴", "同意して続ける", "すべて同意", "すべて受け入れる", "당사와 파트너",
		},
		marks: []string{"/collectconsent", "consent.google", "privacy-mgmt.com/", "/cmp/consent"},
	},
	{
		kind: feeds.FailGone, name: "a page that says it is not there", most: 600,
		titles: []string{
			"404", "page not found", "not found", "error 404", "page unavailable", "article not found", "story not found", "content not found", "page no longer available",
			"seite nicht gefunden", "page introuvable", "page non trouvée", "página no encontrada", "página não encontrada", "pagina non trovata", "страница не найдена", "ошибка 404",
			"sayfa bulunamadı", "az oldal nem található", "الصفحة غير موجودة", "页面不存在", "页面未找到", "ページが見つかりません", "お探しのページ",
		},
		says: []string{
			"page not found", "the page you are looking for", "the page you were looking for", "the page you requested", "the page you have requested", "the page you're looking for", "we can't find the page", "we can’t find the page",
			"we couldn't find the page", "this page does not exist", "this page doesn't exist", "this page is no longer available", "this article is no longer available", "this story is no longer available", "this content is no longer available",
			"this article has been removed", "this story has been removed", "seite nicht gefunden", "die angeforderte seite", "die gewünschte seite", "dieser artikel ist nicht mehr verfügbar", "page introuvable",
			"la page que vous recherchez", "la page demandée n'existe", "cet article n'est plus disponible", "página no encontrada", "la página que busca", "la página que buscas", "esta página no existe", "página não encontrada",
			"a página que você procura", "pagina non trovata", "la pagina che cerchi", "страница не найдена", "запрашиваемая страница", "такой страницы нет", "страница удалена", "sayfa bulunamadı", "aradığınız sayfa",
			"az oldal nem található", "a keresett oldal", "الصفحة غير موجودة", "الصفحة التي تبحث عنها", "页面不存在", "您访问的页面", "页面未找到", "文章已删除", "ページが見つかりません", "お探しのページは", "記事は削除", "掲載期間が終了",
		},
	},
	{
		kind: feeds.FailScript, name: "a text that a script would fetch", most: 600,
		says: []string{
			"enable javascript", "javascript is required", "javascript is disabled", "requires javascript", "turn on javascript", "activate javascript", "allow javascript", "without javascript enabled",
			"javascript aktivieren", "aktivieren sie javascript", "activer javascript", "activez javascript", "activar javascript", "active javascript", "habilite javascript", "habilite o javascript", "ative o javascript",
			"abilita javascript", "abilitare javascript", "включите javascript", "javascript'i etkinleştirin", "engedélyezze a javascript", "تفعيل جافا سكريبت", "تفعيل javascript", "启用javascript", "启用 javascript", "javascriptを有効",
		},
	},
}

// prompts are lines that ask for money or an account before the text goes on.
// They speak to the reader; that a text merely ends with an offer is none.
var prompts = []lineRule{
	holds("offer", 160,
		`(subscribe|subscription|register|registration|sign (in|up)|log ?in|join|account|membership|become a \pL+|trial|unlimited access|free articles?)\b.{0,60}\bto (continue|keep reading|unlock|finish reading|view this|read (this|the) (article|story|full|rest|whole)|access (this|the) (article|story|full|rest))`,
		`^\W*(subscribe|register|log in|sign in) (to|and) (continue|read|keep)`, `^\W*(to|want to) (continue|keep|finish|unlock|go on) reading`, `\bto continue reading\b.{0,80}(subscri|sign|log|register|account|join)`, `^\W*continue reading with a`,
		`\bthis (article|story|content|page|post) is (reserved |available |only |exclusively |exclusive )*(for|to) (\pL+ )?(subscribers|members|premium)`, `^\W*(available|exclusive|exclusively|reserved) (only )?(to|for) (our )?(paying |paid )?subscribers`,
		`^\W*unlock (this|the) (article|story|full)`, `\byou(.ve| have) (reached|read|used|hit) (your|the|all|all of) .{0,30}(limit|articles|stories)`, `\bthe (rest|remainder) of this (article|story) is (for|available|behind|only)`),
	holds("offer in other languages", 240,
		`réservée? aux abonnés`, `réservée? à nos abonnés`, `il vous reste.{0,40}(de cet article|à lire|à découvrir)`, `abonnez-vous pour (lire|continuer|accéder|poursuivre)`, `pour lire la suite.{0,40}abonn`, `la suite est réservée`,
		`(jetzt|mit \pL+\+?( \pL+)?) weiterlesen`, `weiterlesen mit`, `nur für abonnenten`, `(exklusiv|nur) für .{0,20}abonnent`, `lesen sie diesen artikel mit`, `um (diesen artikel .{0,30}(zu lesen|lesen zu)|weiterzulesen)`, `dieser artikel ist (nur )?für .{0,20}(abonnent|mitglieder)`,
		`(exclusivo|solo|sólo|contenido) para suscriptores`, `suscríbe(te|ase) para (seguir|continuar|leer)`, `para (seguir|continuar) leyendo`, `(exclusivo|só|conteúdo) para assinantes`, `assine para (continuar|ler)`, `para continuar (lendo|a ler)`,
		`(contenuto|articolo) (riservato|esclusivo).{0,20}abbonati`, `abbonati per (continu\pL+|leggere)`, `per continu\pL+ a leggere`, `dostęp (tylko )?dla prenumeratorów`, `alleen voor abonnees`,
		`(доступ\pL*|материал|только) (только )?(для|по) подпис`, `чтобы (читать|продолжить чтение|дочитать).{0,60}(подпи|войдите|зарегистр)`, `(оформите|купите) подписку,? чтобы`,
		`abonelere özel`, `devamını okumak için.{0,40}(abone|giriş|üye)`, `előfizetőink(nek| számára)`, `a teljes cikk.{0,40}előfizet`, `للمشتركين فقط`, `للاشتراك ومتابعة القراءة`, `لمتابعة القراءة`,
		`会員限定`, `有料会員`, `この記事は(有料|会員)`, `続きを読むには`, `残り\d+文字`, `유료\s?회원`, `구독자 전용`, `订阅后(阅读|可)`, `(仅限|仅供).{0,6}(订阅|会员|付费)`, `付费(阅读|后)`, `登录后(阅读|查看)(全文)?`),
}

// holds returns a rule for lines that hold one of the phrases.
func holds(what string, limit int, phrases ...string) lineRule {
	return lineRule{what, like(``, phrases, ``), limit}
}
