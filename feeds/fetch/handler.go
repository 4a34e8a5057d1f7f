package fetch

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"sync"
)

// Handler returns a transport that hands every request to h inside this
// process, without a network. Bodies stream as they are written. When the
// request's context ends or the body is closed, the request h sees ends too;
// a panic of h breaks the connection, as it would on a real one.
func Handler(h http.Handler) http.RoundTripper { return inProcess{h} }

type inProcess struct{ handler http.Handler }

// RoundTrip answers req by the handler.
func (t inProcess) RoundTrip(req *http.Request) (*http.Response, error) {
	ctx, cancel := context.WithCancel(req.Context())
	r, w := io.Pipe()
	a := &answerWriter{header: http.Header{}, body: w, ready: make(chan struct{})}
	stop := context.AfterFunc(ctx, func() { _ = w.CloseWithError(ctx.Err()) }) // never fails
	body := &answerBody{PipeReader: r, end: func() { stop(); cancel() }}
	go a.serve(t.handler, asServed(ctx, req))
	select {
	case <-a.ready:
	case <-ctx.Done():
		_ = body.Close() // never fails
		return nil, ctx.Err()
	}
	if a.failed != nil {
		_ = body.Close() // never fails
		return nil, a.failed
	}
	return a.response(req, body), nil
}

// asServed returns req as a server would see it.
func asServed(ctx context.Context, req *http.Request) *http.Request {
	r := req.Clone(ctx)
	r.RequestURI = r.URL.RequestURI()
	r.Host = or(r.Host, r.URL.Host)
	r.RemoteAddr = "in-process"
	if r.Body == nil {
		r.Body = http.NoBody
	}
	return r
}

// answerBody ends the handler's request when its reader has had enough.
type answerBody struct {
	*io.PipeReader
	end func()
}

func (b *answerBody) Close() error {
	b.end()
	return b.PipeReader.Close()
}

// answerWriter is the handler's side of the exchange.
type answerWriter struct {
	header http.Header
	body   *io.PipeWriter
	ready  chan struct{} // closed when sent and status, or failed, are set
	once   sync.Once
	sent   http.Header
	status int
	failed error
}

func (a *answerWriter) serve(h http.Handler, r *http.Request) {
	defer func() {
		if p := recover(); p != nil {
			err := fmt.Errorf("the handler broke off (%v): %w", p, io.ErrUnexpectedEOF)
			a.once.Do(func() {
				a.failed = err
				close(a.ready)
			})
			_ = a.body.CloseWithError(err) // never fails
		}
	}()
	h.ServeHTTP(a, r)
	a.WriteHeader(http.StatusOK)
	// A handler that returns because it was called off has not finished.
	_ = a.body.CloseWithError(r.Context().Err()) // never fails
}

// Header returns the fields that WriteHeader will send.
func (a *answerWriter) Header() http.Header { return a.header }

// WriteHeader sends the head of the answer, once.
func (a *answerWriter) WriteHeader(status int) {
	if status < 200 {
		return // only news of an answer to come
	}
	a.once.Do(func() {
		a.sent, a.status = a.header.Clone(), status
		close(a.ready)
	})
}

// Write hands p to the reader and returns when it has taken it.
func (a *answerWriter) Write(p []byte) (int, error) {
	a.WriteHeader(http.StatusOK)
	return a.body.Write(p)
}

// Flush is there for handlers that stream; every Write is flushed.
func (a *answerWriter) Flush() { a.WriteHeader(http.StatusOK) }

func (a *answerWriter) response(req *http.Request, body io.ReadCloser) *http.Response {
	length, err := strconv.ParseInt(a.sent.Get("Content-Length"), 10, 64)
	if err != nil || length < 0 {
		length = -1
	}
	return &http.Response{
		Status:        fmt.Sprintf("%d %s", a.status, http.StatusText(a.status)),
		StatusCode:    a.status,
		Proto:         "HTTP/1.1",
		ProtoMajor:    1,
		ProtoMinor:    1,
		Header:        a.sent,
		Body:          body,
		ContentLength: length,
		Request:       req,
	}
}
