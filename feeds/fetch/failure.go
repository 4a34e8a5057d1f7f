package fetch

import (
	"cmp"
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"net"
	"net/http"
	"slices"
	"strings"
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
	if f.Retry > 0 {
		f.Server = ServerOf(resp.Request.URL)
	}
	switch {
	case checksForRobots(resp.Header):
		f.Kind = feeds.FailRobots
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

// robotChecks are the headers, and what they hold in small letters, by which
// servers say that they let only people pass: of Cloudflare, of AWS WAF, which
// answers 202 or 405, and of Vercel.
var robotChecks = []struct{ header, holds string }{
	{"Cf-Mitigated", "challenge"}, {"X-Amzn-Waf-Action", "challenge"}, {"X-Amzn-Waf-Action", "captcha"}, {"X-Vercel-Mitigated", "challenge"},
}

// checksForRobots says whether an answer is a check that no program passes.
func checksForRobots(h http.Header) bool {
	return slices.ContainsFunc(robotChecks, func(c struct{ header, holds string }) bool {
		return strings.EqualFold(h.Get(c.header), c.holds)
	})
}

// failure names an error of the way there and back. A *feeds.Failure stays as
// it is.
func failure(err error) *feeds.Failure {
	var known *feeds.Failure
	if errors.As(err, &known) {
		return known
	}
	if f := certificate(err, time.Now()); f != nil {
		return f
	}
	return &feeds.Failure{Kind: kindOf(err), Detail: detail(err.Error())}
}

// certificate says what is wrong with the certificate of a server, nil if it is
// not that.
func certificate(err error, now time.Time) *feeds.Failure {
	if invalid, ok := errors.AsType[x509.CertificateInvalidError](err); ok && invalid.Reason == x509.Expired {
		if from := invalid.Cert.NotBefore; now.Before(from) {
			return &feeds.Failure{Kind: feeds.FailEarly, Detail: from.UTC().Format(dayForm)}
		}
		return &feeds.Failure{Kind: feeds.FailExpired, Detail: invalid.Cert.NotAfter.UTC().Format(dayForm)}
	}
	if other, ok := errors.AsType[x509.HostnameError](err); ok {
		whose := detail(cmp.Or(first(other.Certificate.DNSNames), other.Certificate.Subject.CommonName))
		return &feeds.Failure{Kind: feeds.FailOtherHost, Detail: whose, By: whose}
	}
	if unknown, ok := errors.AsType[x509.UnknownAuthorityError](err); ok {
		issuer := unknown.Cert.Issuer
		return &feeds.Failure{Kind: feeds.FailUntrusted, Detail: detail(cmp.Or(issuer.CommonName, first(issuer.Organization)))}
	}
	return nil
}

// dayForm is how the day of a certificate is told.
const dayForm = "2 Jan 2006"

func first(all []string) string {
	if len(all) == 0 {
		return ""
	}
	return all[0]
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
