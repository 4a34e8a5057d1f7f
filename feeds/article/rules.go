package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// verdict says what to do with a part of a page.
type verdict int

const (
	keep    verdict = iota
	drop            // of no use to a reader
	related         // not the text, but its links lead on
)

// tagRules judges elements by their tag. What is dropped here is dropped
// however much text it holds.
var tagRules = map[string]verdict{
	"script": drop, "style": drop, "noscript": drop, "template": drop, "svg": drop, "math": drop, "canvas": drop,
	"button": drop, "input": drop, "select": drop, "textarea": drop, "datalist": drop, "dialog": drop, "map": drop,
	"link": drop, "meta": drop, "base": drop, "head": drop, "frameset": drop,
}

// weakTags are elements that are clutter unless they hold a good part of the
// page's text, as they do on carelessly built pages.
var weakTags = map[string]verdict{
	"nav": drop, "footer": drop, "aside": related, "form": drop, "menu": drop, "label": drop, "fieldset": drop,
}

// roleRules judges elements by their ARIA role.
var roleRules = map[string]verdict{
	"navigation": drop, "banner": drop, "contentinfo": drop, "complementary": related, "dialog": drop, "alertdialog": drop,
	"alert": drop, "search": drop, "menu": drop, "menubar": drop, "toolbar": drop, "form": drop, "button": drop,
}

// nameRules judges elements by the words of their class and id. A row is a
// phrase: "read more" stands for read-more, read_more and readMore.
var nameRules = index(
	nameRow{related, `
		related, relateds, read more, readmore, see also, also read, also like, more stories, more news, more from, more on, more in,
		recommended, recommendation, recommendations, recirc, recirculation, trending, most read, most popular, popular posts,
		latest news, top stories, you may like, read next, up next, next article, next post, prev post, previous post, post navigation,
		nav links, outbrain, taboola, zergnet, revcontent, mgid, teaser, teasers, jp relatedposts, yarpp, further reading, inline story,
		story list, related links, editors picks, sidebar, similar, inset related, further, keep reading, must read, read also,
		promo, interlink, crosslink, suggested, suggestions, linked article, onward, linkinbio, read on`},
	nameRow{drop, `
		share, shares, sharing, sharedaddy, sharebar, addthis, addtoany, social, socials, social bar, follow, follow us, facebook like,
		newsletter, newsletters, subscribe, subscription, signup, sign up, mailing list, email signup, paywall, regwall, piano,
		advert, adverts, advertisement, advertising, ad, ads, adsense, adslot, ad slot, ad unit, dfp, gpt, sponsor, sponsored, sponsors,
		comments, comment list, comment form, disqus, respond, livefyre, fb comments, spot im, viafoura, comments area,
		cookie, cookies, consent, gdpr, cmp, popup, modal, overlay, lightbox, toast, interstitial,
		breadcrumb, breadcrumbs, pagination, pager, toolbar, tools, masthead, topbar, navbar, nav, navigation, menu, site header,
		site footer, footer, page footer, skip link, skip, screen reader text, visually hidden, visuallyhidden, sr only, offscreen,
		print only, noprint, no print, hidden, tags, tag list, taglist, post tags, article tags, topics, keywords, post meta, entry meta,
		article meta, postmeta, byline, bylines, author bio, author box, authorbox, about author, author info, author card, post author, bio, authors,
		timestamp, dateline meta, published, pubdate, updated, credits, copyright, disclaimer, correction form, feedback, rating, ratings, poll,
		quiz, widget, widget area, donate, donation, membership, support us, app promo, download app, audio player, listen, player controls,
		print button, font size, text size, pullquote, pull quote, gallery nav, thumbnails, edit link, reactions, vote, votes,
		push notification, back to top, jump to, table of contents, toc, loading, spinner, video controls, accessibility`},
)

// proofNames are the phrases that mark the text itself. An element that
// carries one is judged by no name.
var proofNames = index(nameRow{keep, `article body, articlebody, story body, storybody, post content, entry content, article content, article text, post body, story text,
		main content, body content, story content, content body, body copy, article`})

// nameRow is a verdict and the phrases, parted by commas, that lead to it.
type nameRow struct {
	verdict verdict
	phrases string
}

type nameRule struct {
	words   []string
	verdict verdict
}

// nameIndex holds rules by the first word of their phrase, longest first.
type nameIndex map[string][]nameRule

func index(rows ...nameRow) nameIndex {
	idx := nameIndex{}
	for _, row := range rows {
		for phrase := range strings.SplitSeq(row.phrases, ",") {
			words := strings.Fields(phrase)
			idx[words[0]] = append(idx[words[0]], nameRule{words, row.verdict})
		}
	}
	for _, rules := range idx {
		slices.SortStableFunc(rules, func(a, b nameRule) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return idx
}

// match returns the verdict of the first rule whose phrase stands in words.
func (idx nameIndex) match(words []string) (verdict, bool) {
	for i := range words {
		for _, r := range idx[words[i]] {
			if len(r.words) <= len(words)-i && slices.Equal(r.words, words[i:i+len(r.words)]) {
				return r.verdict, true
			}
		}
	}
	return keep, false
}

// nameWords splits a class or id into lower-case words: "relatedPosts-box_2"
// gives related, posts, box.
func nameWords(s string) []string {
	var words []string
	start, lower := -1, false
	for i, r := range s {
		letter := unicode.IsLetter(r)
		if start >= 0 && (!letter || lower && unicode.IsUpper(r)) {
			words = append(words, strings.ToLower(s[start:i]))
			start = -1
		}
		if letter && start < 0 {
			start = i
		}
		lower = letter && unicode.IsLower(r)
	}
	if start >= 0 {
		words = append(words, strings.ToLower(s[start:]))
	}
	return words
}

// metaProps are the microdata properties that say something about a text and
// are none of it.
var metaProps = set(`keywords datePublished dateModified dateCreated mainEntityOfPage publisher author alternativeHeadline
	copyrightHolder copyrightYear inLanguage articleSection headline identifier`)

// How much of the page's unlinked text an element must hold to be kept
// whatever its marks say: 1 in so many.
const (
	always    = 0 // never kept
	hiddenOne = 2
	markedOne = 4
)

// judge says what the marks of n (tag, role, class, id) make of it, and with
// how much text it is kept all the same.
func judge(n *html.Node) (v verdict, unless int) {
	if v = tagRules[n.Data]; v != keep {
		return v, always
	}
	if n.Data == "body" || n.Data == "h1" {
		return keep, always
	}
	if isHidden(n) {
		return drop, hiddenOne
	}
	if v = weakTags[n.Data]; v != keep {
		return v, markedOne
	}
	if v = roleRules[strings.ToLower(attr(n, "role"))]; v != keep || isMeta(attr(n, "itemprop")) {
		return max(v, drop), markedOne
	}
	for _, key := range [...]string{"class", "id"} {
		words := nameWords(attr(n, key))
		if _, ok := proofNames.match(words); ok {
			return keep, always
		}
		if v, ok := nameRules.match(words); ok {
			return v, markedOne
		}
	}
	return keep, always
}

func isMeta(props string) bool {
	for p := range strings.FieldsSeq(props) {
		if metaProps[p] {
			return true
		}
	}
	return false
}

func isHidden(n *html.Node) bool {
	return hasAttr(n, "hidden") || attr(n, "aria-hidden") == "true" || attr(n, "aria-modal") == "true" || invisible(attr(n, "style"))
}

func invisible(style string) bool {
	if style == "" {
		return false
	}
	style = strings.ToLower(strings.ReplaceAll(style, " ", ""))
	return strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}
