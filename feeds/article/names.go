package article

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
)

// nameRow is a verdict and the phrases, parted by commas, that lead to it. A
// phrase "read more" stands for read-more, read_more and readMore; one that
// begins with = must be the whole name: "=article" is not article-tools.
type nameRow struct {
	verdict verdict
	phrases string
}

// partRow is what class names and ids make of a part of a page.
type partRow struct {
	what string // names the row where it is tested
	weak bool   // the words also name what is no clutter: prose is kept
	nameRow
}

// partRows are the names that news sites and the systems behind them give
// to what surrounds a text.
var partRows = []partRow{
	{"related boxes", false, nameRow{related, `
		related, relateds, see also, also read, also like, more stories, more news, more from, more on, more in,
		recommended, recommendation, recommendations, recirc, recirculation, trending, most read, most popular, popular posts,
		latest news, top stories, you may like, read next, up next, next article, next post, prev post, previous post, post navigation,
		nav links, outbrain, taboola, zergnet, revcontent, mgid, jp relatedposts, yarpp, further reading, inline story,
		story list, related links, editors picks, similar, inset related, keep reading, must read, read also,
		interlink, crosslink, suggested, suggestions, linked article, onward, linkinbio, read on, more info`}},
	{"teasers", true, nameRow{related, `teaser, teasers, promo, sidebar, further, read more, readmore`}},
	{"share bars", true, nameRow{drop, `
		share, shares, sharing, sharedaddy, sharebar, addthis, addtoany, social, socials, social bar, follow, follow us, facebook like,
		print button, print only, noprint, no print, font size, text size, reactions`}},
	{"newsletter forms", false, nameRow{drop, `
		newsletter, newsletters, subscribe, subscription, signup, sign up, mailing list, email signup, paywall, regwall, piano,
		donate, donation, cta card, membership, support us, push notification`}},
	{"advertising", true, nameRow{drop, `
		advert, adverts, advertisement, advertising, ad, ads, adsense, adslot, ad slot, ad unit, dfp, gpt, sponsor, sponsored, sponsors`}},
	{"comments", false, nameRow{drop, `
		comments, comment list, comment form, disqus, respond, livefyre, fb comments, spot im, viafoura, comments area, feedback,
		rating, ratings, poll, quiz, vote, votes`}},
	{"consent", false, nameRow{drop, `cookie, cookies, consent, gdpr, popup, modal, overlay, lightbox, toast, interstitial`}},
	{"site frame", false, nameRow{drop, `
		breadcrumb, breadcrumbs, pagination, pager, toolbar, masthead, topbar, navbar, navigation, menu, site header,
		site footer, footer, page footer, skip link, gallery nav, edit link, back to top`}},
	{"parts of the frame", true, nameRow{drop, `
		tools, nav, skip nav, skip to, thumbnails, jump to, table of contents, toc, widget, widget area`}},
	{"hidden parts", false, nameRow{drop, `
		screen reader text, visually hidden, visuallyhidden, sr only, offscreen, =hidden, =is hidden, loading, spinner, accessibility`}},
	{"topic tags", true, nameRow{drop, `tags, tag list, taglist, post tags, article tags, topics, keywords`}},
	{"byline and date", true, nameRow{drop, `
		post meta, entry meta, article meta, postmeta, timestamp, dateline meta, published, pubdate, updated, credits`}},
	{"author bios", false, nameRow{drop, `byline, bylines, post author, authors, author bio, author box, authorbox, about author, author biography, author info, author card, bio, contributor, contributors`}},
	{"legal lines", false, nameRow{drop, `copyright, disclaimer, correction form`}},
	{"app promos", false, nameRow{drop, `app promo, download app`}},
	{"pull quotes", false, nameRow{drop, `pullquote, pull quote`}},
	{"audio players", true, nameRow{drop, `audio player, listen, player controls, video controls`}},
}

// proofNames are the phrases that mark the text itself. An element that
// carries one is judged by no name.
var proofNames = index(nameRow{keep, `article body, articlebody, story body, storybody, post content, entry content, article content, article text,
	post body, story text, main content, body content, story content, content body, body copy, =article`})

// headingTags are the elements that part a text.
var headingTags = set("h1 h2 h3 h4 h5 h6")

// variants are the first words of class names that say what a page or a part
// of it has, or what it is about, and not what it is: has-sidebar, tag-media.
var variants = set("has no not with without category tag")

// nameRules is the index of partRows; the row of a rule is its place there.
var nameRules = index(rowsOf(partRows)...)

func rowsOf(parts []partRow) []nameRow {
	rows := make([]nameRow, len(parts))
	for i, p := range parts {
		rows[i] = p.nameRow
	}
	return rows
}

type nameRule struct {
	words   []string
	whole   bool // the words must be all of the name
	verdict verdict
	row     int
}

// nameIndex holds rules by the first word of their phrase, longest first.
type nameIndex map[string][]nameRule

func index(rows ...nameRow) nameIndex {
	idx := nameIndex{}
	for i, row := range rows {
		for phrase := range strings.SplitSeq(row.phrases, ",") {
			phrase, whole := strings.CutPrefix(strings.TrimSpace(phrase), "=")
			words := strings.Fields(phrase)
			idx[words[0]] = append(idx[words[0]], nameRule{words, whole, row.verdict, i})
		}
	}
	for _, rules := range idx {
		slices.SortStableFunc(rules, func(a, b nameRule) int { return cmp.Compare(len(b.words), len(a.words)) })
	}
	return idx
}

// match returns the verdict of the first rule whose phrase stands in words.
func (idx nameIndex) match(words []string) (verdict, bool) {
	r, ok := idx.rule(words)
	return r.verdict, ok
}

func (idx nameIndex) rule(words []string) (nameRule, bool) {
	for i := range words {
		for _, r := range idx[words[i]] {
			if len(r.words) <= len(words)-i && slices.Equal(r.words, words[i:i+len(r.words)]) && (!r.whole || len(r.words) == len(words)) {
				return r, true
			}
		}
	}
	return nameRule{}, false
}

// named looks every name of a class or id up by itself, and what follows a
// "--" in it too: a variant of a part.
func (idx nameIndex) named(names string) (nameRule, bool) {
	for name := range strings.FieldsSeq(names) {
		for part := range strings.SplitSeq(name, "--") {
			words := nameWords(part)
			if len(words) == 0 || variants[words[0]] {
				continue
			}
			if r, ok := idx.rule(words); ok {
				return r, true
			}
		}
	}
	return nameRule{}, false
}

// marksOf returns the class and the id of n, as far as they say what n is: the
// ids of headingTags are made of their words.
func marksOf(n *html.Node) string {
	if headingTags[n.Data] {
		return attr(n, "class")
	}
	return strings.Join([]string{attr(n, "class"), attr(n, "id"), attr(n, "data-testid"), attr(n, "data-qa")}, " ")
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
