package fetch

import (
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
	"net/http"
	"time"

	"dateline/feeds"
)

// readBody reads at most limit bytes. Gzip that came without being asked for
// (a .gz file, a server that packs twice) is undone under the same limit. If the
// answer breaks off, what came of it comes with the error.
func readBody(resp *http.Response, limit int64, large func() error) ([]byte, error) {
	if resp.ContentLength > limit {
		return nil, tooLarge(resp)
	}
	body, err := readAll(resp, resp.Body, limit, large)
	if !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		return body, err
	}
	z, bad := gzip.NewReader(bytes.NewReader(body))
	if bad != nil {
		return nil, errors.Join(err, fmt.Errorf("unpack the answer: %w", bad))
	}
	body, bad = readAll(resp, z, limit, large)
	return body, errors.Join(err, bad)
}

// tooLarge says of which media type the answer is.
func tooLarge(resp *http.Response) *feeds.Failure {
	return &feeds.Failure{Kind: feeds.FailTooLarge, Detail: keep(resp.Header, "Content-Type")}
}

func readAll(resp *http.Response, r io.Reader, limit int64, large func() error) ([]byte, error) {
	h := pile{large: large}
	_, err := io.Copy(&h, io.LimitReader(r, limit+1))
	if h.size > limit {
		return nil, tooLarge(resp)
	}
	body, bad := h.all()
	if err = errors.Join(err, bad); err != nil {
		return body, fmt.Errorf("read the answer: %w", err)
	}
	return body, nil
}

// patient reads a body, and ends the request when nothing more comes of it.
type patient struct {
	io.ReadCloser
	end func()
}

func (b patient) Read(p []byte) (int, error) {
	stalled := time.AfterFunc(stallTimeout, b.end)
	n, err := b.ReadCloser.Read(p)
	if !stalled.Stop() && err != nil {
		err = &feeds.Failure{Kind: feeds.FailTimeout, Detail: "the answer stopped midway"}
	}
	return n, err
}

// drain reads what is left of a short answer, so that its connection can be
// used again. What it cannot read is of no interest.
func drain(r io.Reader) {
	_, _ = io.CopyN(io.Discard, r, maxDrain)
}
