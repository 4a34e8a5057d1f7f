package cli

import (
	"regexp"
	"slices"
	"strings"

	"dateline/feeds"
)

// masked stands for what a report does not tell.
const masked = "***"

// secretKey is the name of a part of an address whose value is nobody else's
// business.
var secretKey = regexp.MustCompile(`(?i)key|token|auth|pass|pwd|secret|sig|session|sid$|code|hash|user|uid|mail|login|account|credential|jwt`)

// random are words that nobody has chosen: many letters and digits in a row, or
// in the groups of a UUID (RFC 9562).
var random = regexp.MustCompile(`(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z0-9_~]{16,}`)

// inText finds addresses in a text.
var inText = regexp.MustCompile(`(?i)\bhttps?://[^\s"'<>]+`)

// mask hides what of addresses is a secret: a name and password, values of the
// query that are called so, and words that nobody has chosen.
type mask struct{ secrets []string }

// maskFor returns the mask that hides the secrets of these addresses wherever
// they stand.
func maskFor(addresses []string) mask {
	var m mask
	for _, a := range addresses {
		_, found := hide(a)
		m.secrets = append(m.secrets, found...)
	}
	slices.SortFunc(m.secrets, func(a, b string) int { return len(b) - len(a) })
	m.secrets = slices.Compact(m.secrets)
	return m
}

// shortest is the length in bytes from which a secret is looked for outside of
// its address: a shorter one may be any word.
const shortest = 8

// text returns s without secrets.
func (m mask) text(s string) string {
	s = inText.ReplaceAllStringFunc(s, func(address string) string {
		out, _ := hide(address)
		return out
	})
	for _, secret := range m.secrets {
		if len(secret) >= shortest {
			s = strings.ReplaceAll(s, secret, masked)
		}
	}
	return s
}

// id returns the id of a feed, which is made of the words of its address unless
// the reader has given it one, without what is a secret of the address.
func (m mask) id(id feeds.FeedID, address string) feeds.FeedID {
	const enough = 6 // letters of a secret
	_, secrets := hide(address)
	for _, secret := range secrets {
		words := strings.FieldsFunc(strings.ToLower(secret), func(r rune) bool { return (r < 'a' || r > 'z') && (r < '0' || r > '9') })
		slug := strings.Join(words, "-")
		if at := strings.Index(string(id), slug[:min(len(slug), enough)]); slug != "" && at >= 0 {
			id = id[:at] + masked
		}
	}
	return id
}

// hide returns an address without its secrets, and these.
func hide(address string) (out string, secrets []string) {
	scheme, rest, ok := strings.Cut(address, "://")
	if !ok {
		return address, nil
	}
	keep := func(secret string) string {
		secrets = append(secrets, secret)
		return masked
	}
	cut := strings.IndexAny(rest+"/", "/?#")
	host, tail := rest[:cut], rest[cut:]
	if at := strings.LastIndexByte(host, '@'); at >= 0 {
		host = keep(host[:at]) + host[at:]
	} else if name, port, ok := strings.Cut(host, ":"); ok && strings.Trim(port, "0123456789") != "" && !strings.HasPrefix(host, "[") {
		host = keep(name + ":" + port) // of an address that breaks off within its password
	}
	path, query, asks := strings.Cut(tail, "?")
	path = random.ReplaceAllStringFunc(path, func(word string) string {
		if !chosen(word) {
			return keep(word)
		}
		return word
	})
	if asks {
		path += "?" + hideValues(query, keep)
	}
	return scheme + "://" + host + path, secrets
}

// hideValues hides the secrets of a query.
func hideValues(query string, keep func(string) string) string {
	parts := strings.SplitAfter(query, "&")
	for i, part := range parts {
		pair, end := strings.TrimSuffix(part, "&"), part[len(strings.TrimSuffix(part, "&")):]
		name, value, named := strings.Cut(pair, "=")
		if !named {
			name, value = "", pair
		}
		word := random.FindString(value)
		if value == "" || !secretKey.MatchString(name) && (word == "" || chosen(word)) {
			continue
		}
		if named {
			name += "="
		}
		parts[i] = name + keep(value) + end
	}
	return strings.Join(parts, "")
}

// chosen says whether a long word is one that people write: without a digit, or
// a number.
func chosen(word string) bool {
	return !strings.ContainsAny(word, "0123456789") || strings.Trim(word, "0123456789") == ""
}

// mask hides the secrets of the report.
func (rep *Report) mask() {
	var addresses []string
	for _, f := range rep.Feeds {
		addresses = append(addresses, f.URL, f.Listed)
	}
	m := maskFor(addresses)
	m.all(rep.Faults)
	known, ids := map[feeds.FeedID]feeds.Feed{}, map[feeds.FeedID]feeds.FeedID{}
	for id, f := range rep.Feeds {
		f.ID = m.id(m.id(id, f.URL), f.Listed)
		f.Name, f.Called, f.URL, f.Listed = m.text(f.Name), m.text(f.Called), m.text(f.URL), m.text(f.Listed)
		known[f.ID], ids[id] = f, f.ID
	}
	rep.Feeds = known
	for i := range rep.Health {
		h := &rep.Health[i]
		h.Feed, h.Title, h.Moved.To, h.Failure = ids[h.Feed], m.text(h.Title), m.text(h.Moved.To), m.failure(h.Failure)
	}
	for i := range rep.Visits {
		rep.Visits[i].Feed = ids[rep.Visits[i].Feed]
	}
}

// failure returns a failure without secrets; nil for none.
func (m mask) failure(f *feeds.Failure) *feeds.Failure {
	if f == nil {
		return nil
	}
	out := *f
	out.Detail, out.Found, out.By, out.Others = m.text(f.Detail), m.text(f.Found), m.text(f.By), slices.Clone(f.Others)
	m.all(out.Others)
	return &out
}

// all hides the secrets of several texts.
func (m mask) all(texts []string) {
	for i := range texts {
		texts[i] = m.text(texts[i])
	}
}
