package article_test

import (
	"context"
	"errors"
	"testing"

	"dateline/feeds"
	"dateline/feeds/article"
	"dateline/feeds/fetch"
)

func TestAnImageIsAskedForAlone(t *testing.T) {
	var asked []fetch.Request
	refused := &feeds.Failure{Kind: feeds.FailBlocked, Status: 403}
	r := article.Reader{Get: func(_ context.Context, q fetch.Request) (fetch.Response, error) {
		asked = append(asked, q)
		if len(asked) > 1 {
			return fetch.Response{}, refused
		}
		return fetch.Response{Body: []byte("\x89PNG")}, nil
	}}
	data, err := r.Picture(t.Context(), "https://outlet.example/1.png")
	if string(data) != "\x89PNG" || err != nil {
		t.Errorf("%q, %v", data, err)
	}
	if _, err := r.Picture(t.Context(), "https://outlet.example/2.png"); !errors.Is(err, refused) {
		t.Errorf("error %v", err)
	}
	if q := asked[0]; q.URL != "https://outlet.example/1.png" || q.Limit != 8<<20 || q.Accept != "image/webp, image/jpeg, image/png, image/gif" {
		t.Errorf("asked %+v", q)
	}
}
