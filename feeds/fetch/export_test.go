package fetch

import (
	"crypto/tls"
	"crypto/x509"
	"net/http"
)

// Trust has c believe the certificates that roots vouch for.
func Trust(c *Client, roots *x509.CertPool) {
	for _, way := range []http.RoundTripper{c.guard.open, c.guard.guarded} {
		way.(*http.Transport).TLSClientConfig = &tls.Config{RootCAs: roots}
	}
}
