package fetch_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"errors"
	"io"
	"log"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"dateline/feeds"
)

// showing returns the address of a server that shows a certificate made so.
func showing(t *testing.T, from, until time.Time, change func(*x509.Certificate)) string {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	made := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: from, NotAfter: until, Subject: pkix.Name{CommonName: "Harbour Authority"},
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)},
	}
	change(made)
	der, err := x509.CreateCertificate(rand.Reader, made, made, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	s := httptest.NewUnstartedServer(http.NotFoundHandler())
	s.Config.ErrorLog = log.New(io.Discard, "", 0)
	s.TLS = &tls.Config{Certificates: []tls.Certificate{{Certificate: [][]byte{der}, PrivateKey: key}}}
	s.StartTLS()
	t.Cleanup(s.Close)
	return s.URL
}

func TestWhatIsWrongWithACertificate(t *testing.T) {
	past, future := time.Date(2019, 11, 3, 0, 0, 0, 0, time.UTC), time.Date(2190, 1, 2, 0, 0, 0, 0, time.UTC)
	elsewhere := func(c *x509.Certificate) {
		c.IPAddresses, c.DNSNames = nil, []string{"portal.example", "wifi.example"}
	}
	for _, tt := range []struct {
		name        string
		from, until time.Time
		change      func(*x509.Certificate)
		want        feeds.Failure
	}{
		{"expired", past.AddDate(-1, 0, 0), past, elsewhere, feeds.Failure{Kind: feeds.FailExpired, Detail: "3 Nov 2019"}},
		{"early", future, future.AddDate(1, 0, 0), elsewhere, feeds.Failure{Kind: feeds.FailEarly, Detail: "2 Jan 2190"}},
		{"another host", past, future, elsewhere, feeds.Failure{Kind: feeds.FailOtherHost, Detail: "portal.example", By: "portal.example"}},
		{"untrusted", past, future, func(*x509.Certificate) {}, feeds.Failure{Kind: feeds.FailUntrusted, Detail: "Harbour Authority"}},
	} {
		_, err := get(t, showing(t, tt.from, tt.until, tt.change))
		f, ok := errors.AsType[*feeds.Failure](err)
		if !ok || f.Kind != tt.want.Kind || f.Detail != tt.want.Detail || f.By != tt.want.By {
			t.Errorf("%s: got %#v, want %#v", tt.name, err, tt.want)
		}
	}
}
