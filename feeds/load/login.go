package load

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"
	"time"

	"dateline/feeds"
)

// unauthorized is the HTTP status of a server that does not take a password.
const unauthorized = 401

// headers returns what a request for f says for its own host only: the headers
// that the reader has set, and who he is. A password is asked for once, and
// again after the server has refused it; it stands in no store and no failure.
func (l *Loader) headers(ctx context.Context, f feeds.Feed) (map[string]string, error) {
	out := map[string]string{}
	for _, line := range f.Headers {
		name, value, _ := strings.Cut(line, ":")
		out[name] = strings.TrimSpace(value)
	}
	if f.Login.Empty() {
		return out, nil
	}
	password, err := l.password(ctx, f)
	if err != nil {
		return nil, &feeds.Failure{Kind: feeds.FailLogin, Detail: feeds.Clean(err.Error(), maxDetail)}
	}
	out["Authorization"] = authorization(f.Login.User, password)
	return out, nil
}

// authorization names the reader by name and password (RFC 7617), or by a token
// alone (RFC 6750).
func authorization(user, password string) string {
	if user == "" {
		return "Bearer " + password
	}
	return "Basic " + base64.StdEncoding.EncodeToString([]byte(user+":"+password))
}

// secret is the password of a login, which several feeds may share.
type secret struct {
	turn   places // had while it is asked for: nobody is asked twice at once
	word   string
	failed error
	at     time.Time // of that failure
}

// secret returns that of a login.
func (l *Loader) secret(login feeds.Login) *secret {
	l.mu.Lock()
	defer l.mu.Unlock()
	key := login.Env + "\x00" + strings.Join(login.Command, "\x00")
	if l.secrets[key] == nil {
		l.secrets[key] = &secret{turn: make(places, 1)}
	}
	return l.secrets[key]
}

func (l *Loader) password(ctx context.Context, f feeds.Feed) (string, error) {
	s := l.secret(f.Login)
	if err := s.turn.take(ctx); err != nil {
		return "", err
	}
	defer s.turn.free()
	if s.word != "" {
		return s.word, nil
	}
	if s.failed != nil && time.Since(s.at) < askAgain {
		return "", s.failed
	}
	s.word, s.failed = l.parts.Password(ctx, f.Login)
	s.at = time.Now()
	return s.word, s.failed
}

// refused forgets the password of a feed whose server does not take it: the
// next visit asks for it anew.
func (l *Loader) refused(ctx context.Context, login feeds.Login, err error) {
	var f *feeds.Failure
	if !errors.As(err, &f) || f.Status != unauthorized || login.Empty() {
		return
	}
	s := l.secret(login)
	if s.turn.take(ctx) == nil {
		s.word = ""
		s.turn.free()
	}
}
