package article

import (
	"strings"

	"golang.org/x/net/html"

	"dateline/feeds"
)

// wallRule knows pages that stand before a text by what they say.
type wallRule struct {
	kind  feeds.FailureKind
	below int // bytes; on a page with less text the words may stand anywhere, else in the text
	says  []string
}

// wallRules are tried in their order on pages with little text. The phrases
// are in lower case.
var wallRules = []wallRule{
	{feeds.FailBlocked, 300, []string{
		"checking your browser", "verify you are human", "verifying you are human", "are you a robot", "unusual traffic from your",
		"enable javascript and cookies to continue", "access to this page has been denied", "attention required! | cloudflare", "ddos protection by",
		"complete the security check", "press & hold to confirm", "pardon our interruption", "you have been blocked",
	}},
	{feeds.FailConsent, 300, []string{
		"before you continue to", "we value your privacy", "we and our partners", "manage your privacy", "manage cookie", "manage consent",
		"accept all cookies", "accept cookies to continue", "your privacy choices", "consent to the use of cookies", "store and/or access information on a device",
		"wir und unsere partner", "mit werbung und tracking", "cookies akzeptieren", "zustimmen und weiter", "nous et nos partenaires", "accepter et continuer",
		"continuer sans accepter", "aceptar y continuar", "aceptar las cookies", "accetta e continua", "akceptuję i przechodzę", "alle cookies accepteren", "同意して続ける",
	}},
	{feeds.FailPaywall, 700, []string{
		"subscribe to continue", "subscribe to read", "subscribe now to read", "to continue reading", "to keep reading", "to read the full", "to read this article", "continue reading with a",
		"this article is for subscribers", "this content is for subscribers", "available to subscribers", "exclusive to subscribers", "for subscribers only", "subscribers only",
		"already a subscriber", "already have a subscription", "unlock this article", "become a member to", "you have reached your limit", "you have read all your free",
		"start your free trial", "create a free account to", "register to continue", "log in to continue", "sign in to continue",
		"réservé aux abonnés", "réservé à nos abonnés", "il vous reste", "weiterlesen mit", "jetzt weiterlesen", "nur für abonnenten", "para suscriptores", "exclusivo para assinantes",
		"para continuar leyendo", "para continuar lendo", "contenuto riservato agli abbonati", "только для подписчиков", "dostęp dla prenumeratorów", "abonelere özel", "会員限定", "有料会員", "유료회원", "订阅后阅读",
	}},
	{feeds.FailScript, 300, []string{
		"enable javascript", "javascript is required", "javascript is disabled", "requires javascript", "need to enable javascript", "javascript aktivieren",
		"activer javascript", "activar javascript", "habilite o javascript", "включите javascript", "启用javascript",
	}},
}

// appRoots are the ids of the elements that scripts fill.
var appRoots = set("root app __next __nuxt ___gatsby svelte react-root main-app app-root")

// How much text, in bytes, a page may bring and yet be something else.
const (
	maxWalled = 3000 // with the words of a wall in it
	maxTeaser = 1000 // of a page that says its text is not free
	minText   = 90   // less is no text
)

// signs is what tells a wall, gathered before the page is pruned.
type signs struct {
	said    string // text of title, body and noscript in lower case, cut
	scripts int
	appRoot bool
}

// maxSigns is how many bytes of a page's words are searched for walls.
const maxSigns = 32 << 10

func readSigns(doc *html.Node) signs {
	var s signs
	var said strings.Builder
	each(doc, func(n *html.Node) bool {
		switch {
		case n.Type == html.TextNode && said.Len() < maxSigns:
			said.WriteString(n.Data)
			said.WriteByte(' ')
		case isElement(n, "script"):
			s.scripts++
			return false
		case isElement(n, "style"):
			return false
		}
		s.appRoot = s.appRoot || n.Type == html.ElementNode && appRoots[attr(n, "id")]
		return true
	})
	s.said = strings.ToLower(feeds.Clean(said.String(), maxSigns))
	return s
}

// wall says what stands before the text of a page of which no more than text
// could be read; nil if that is the text.
func (s signs) wall(text string, paid bool) *feeds.Failure {
	if len(text) > maxWalled {
		return nil
	}
	text = strings.ToLower(text)
	for _, r := range wallRules {
		for _, phrase := range r.says {
			if strings.Contains(text, phrase) || len(text) <= r.below && strings.Contains(s.said, phrase) {
				return &feeds.Failure{Kind: r.kind, Detail: phrase}
			}
		}
	}
	switch {
	case paid && len(text) <= maxTeaser:
		return &feeds.Failure{Kind: feeds.FailPaywall}
	case len(text) >= minText:
		return nil
	case s.appRoot && s.scripts > 0:
		return &feeds.Failure{Kind: feeds.FailScript}
	}
	return &feeds.Failure{Kind: feeds.FailNoText}
}
