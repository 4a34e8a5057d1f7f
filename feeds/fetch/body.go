package fetch

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"net/http"
	"time"

	"dateline/feeds"
)

// readBody reads at most limit bytes. Gzip that came without being asked for
// (a .gz file, a server that packs twice) is undone under the same limit.
func readBody(resp *http.Response, limit int64) ([]byte, error) {
	if resp.ContentLength > limit {
		return nil, tooLarge(resp)
	}
	body, err := readAll(resp, resp.Body, limit)
	if err != nil || !bytes.HasPrefix(body, []byte{0x1f, 0x8b}) {
		return body, err
	}
	z, err := gzip.NewReader(bytes.NewReader(body))
	if err != nil {
		return nil, fmt.Errorf("unpack the answer: %w", err)
	}
	return readAll(resp, z, limit)
}

// tooLarge says of which media type the answer is.
func tooLarge(resp *http.Response) *feeds.Failure {
	return &feeds.Failure{Kind: feeds.FailTooLarge, Detail: keep(resp.Header, "Content-Type")}
}

func readAll(resp *http.Response, r io.Reader, limit int64) ([]byte, error) {
	body, err := io.ReadAll(io.LimitReader(r, limit+1))
	if err != nil {
		return nil, fmt.Errorf("read the answer: %w", err)
	}
	if int64(len(body)) > limit {
		return nil, tooLarge(resp)
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
