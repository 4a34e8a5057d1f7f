package load

import (
	"context"
	"encoding/base64"
	"errors"
	"strings"

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

func (l *Loader) password(ctx context.Context, f feeds.Feed) (string, error) {
	l.mu.Lock()
	known, ok := l.passwords[f.ID]
	l.mu.Unlock()
	if ok {
		return known, nil
	}
	password, err := l.parts.Password(ctx, f.Login)
	if err != nil {
		return "", err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.passwords[f.ID] = password
	return password, nil
}

// refused forgets the password of a feed whose server does not take it: the
// next visit asks for it anew.
func (l *Loader) refused(id feeds.FeedID, err error) {
	var f *feeds.Failure
	if errors.As(err, &f) && f.Status == unauthorized {
		l.mu.Lock()
		defer l.mu.Unlock()
		delete(l.passwords, id)
	}
}
