package fetch

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"time"

	"dateline/feeds"
)

// refused says what a status means. Other 5xx are the server's fault, all else
// is FailStatus: a 404 may well be a mistake of today, a 410 is meant.
var refused = map[int]feeds.FailureKind{
	http.StatusUnauthorized:               feeds.FailBlocked,
	http.StatusForbidden:                  feeds.FailBlocked,
	http.StatusUnavailableForLegalReasons: feeds.FailBlocked,
	http.StatusPaymentRequired:            feeds.FailPaywall,
	http.StatusGone:                       feeds.FailGone,
	http.StatusTooManyRequests:            feeds.FailRateLimited,
}

// refusal names an answer that is not what was asked for.
func refusal(resp *http.Response, now time.Time) *feeds.Failure {
	f := &feeds.Failure{
		Kind:   refused[resp.StatusCode],
		Status: resp.StatusCode,
		Retry:  retryAfter(resp.Header, now),
		Detail: detail(resp.Status),
	}
	switch {
	case resp.Header.Get("Cf-Mitigated") == "challenge":
		f.Kind = feeds.FailBlocked
	case f.Kind != "":
	case resp.StatusCode == http.StatusServiceUnavailable && f.Retry > 0:
		f.Kind = feeds.FailRateLimited
	case resp.StatusCode >= 500:
		f.Kind = feeds.FailServer
	default:
		f.Kind = feeds.FailStatus
	}
	return f
}

// failure names an error of the way there and back. A *feeds.Failure stays as
// it is.
func failure(err error) *feeds.Failure {
	var known *feeds.Failure
	if errors.As(err, &known) {
		return known
	}
	return &feeds.Failure{Kind: kindOf(err), Detail: detail(err.Error())}
}

// kindOf goes from the cause that says most to the one that says least.
func kindOf(err error) feeds.FailureKind {
	switch {
	case is[*net.DNSError](err):
		return feeds.FailDNS
	case isTLS(err):
		return feeds.FailTLS
	case isDial(err):
		return feeds.FailConnect
	case isTimeout(err):
		return feeds.FailTimeout
	}
	return feeds.FailBroken
}

func is[T error](err error) bool {
	var target T
	return errors.As(err, &target)
}

func isTLS(err error) bool {
	var op *net.OpError
	alert := errors.As(err, &op) && (op.Op == "remote error" || op.Op == "local error")
	return alert || errors.Is(err, http.ErrSchemeMismatch) || is[*tls.CertificateVerificationError](err) || is[tls.RecordHeaderError](err) ||
		is[x509.UnknownAuthorityError](err) || is[x509.HostnameError](err) || is[x509.CertificateInvalidError](err)
}

func isDial(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) && (op.Op == "dial" || op.Op == "proxyconnect")
}

func isTimeout(err error) bool {
	var slow net.Error
	return errors.Is(err, context.DeadlineExceeded) || errors.As(err, &slow) && slow.Timeout()
}

func detail(s string) string { return feeds.Clean(s, maxDetail) }
