package config

import (
	"net/textproto"
	"regexp"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"
	"golang.org/x/net/http/httpguts"
)

// ownHeaders are those that the program sets itself, and those that would hold a
// password in a file.
var ownHeaders = []string{
	"Accept-Encoding", "Authorization", "Connection", "Content-Length", "Host", "If-Modified-Since", "If-None-Match",
	"Proxy-Authorization", "Range", "Te", "Trailer", "Transfer-Encoding", "Upgrade", "User-Agent",
}

// headers reads a list of headers of a request.
func (c cell) headers(dst *[]string) {
	out := []string{}
	for _, v := range c.elements(`a list such as ["Accept-Language: fr"]`) {
		name, content, ok := strings.Cut(v.text, ":")
		content = strings.TrimSpace(content)
		switch {
		case v.kind != unstable.String || !ok || !httpguts.ValidHeaderFieldName(name) || !httpguts.ValidHeaderFieldValue(content):
			c.want(v, `a name, a colon and a value, such as "Accept-Language: fr"`)
		case slices.Contains(ownHeaders, textproto.CanonicalMIMEHeaderKey(name)):
			c.want(v, "another header: this one is set by Dateline, user_agent and password_command have lines of their own")
		default:
			out = append(out, name+": "+content)
		}
	}
	*dst = out
}

// program reads a command: its file and its words.
func (c cell) program(dst *[]string) {
	c.words(dst, `a list such as ["pass", "show", "news"]`)
	if len(*dst) == 0 && c.kind == unstable.Array && len(c.list) == 0 {
		c.want(c.value, `a list such as ["pass", "show", "news"]`)
	}
}

var variableName = regexp.MustCompile(`^[A-Za-z_][A-Za-z0-9_]{0,99}$`)

// variable reads the name of a variable of the environment.
func (c cell) variable(dst *string) {
	if c.kind != unstable.String || !variableName.MatchString(c.text) {
		c.want(c.value, `the name of a variable, such as "NEWS_PASSWORD"; the password itself stands in no file`)
		return
	}
	*dst = c.text
}

// logins notes a feed whose login is not whole, or says one thing twice.
func (s *source) logins(b block) {
	l := b.feed.Login
	user, named := b.get("feed.user")
	env, second := b.get("feed.password_env")
	switch {
	case named && l.Empty() && len(s.faults) == 0:
		s.fault(user.at, "feed.user", user.raw, "want a password_command or a password_env, too")
	case second && len(l.Command) > 0:
		s.fault(env.at, "feed.password_env", env.raw, "want either this or a password_command")
	}
}
