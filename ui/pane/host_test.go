package pane

import "testing"

func TestHost(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.outlet.example/a?b":  "outlet.example",
		"http://192.0.2.1:8080/":          "192.0.2.1",
		"http://[2001:db8::1]/":           "2001:db8::1",
		"https://пример.рф/ю":             "xn--e1afmkfd.xn--p1ai (пример.рф)",
		"https://аpple.example:8080/":     "xn--pple-43d.example (аpple.example)",
		"https://xn--pple-43d.example/x":  "xn--pple-43d.example (аpple.example)",
		"https://www.xn--80ak6aa92e.com/": "xn--80ak6aa92e.com (аррӏе.com)",
		"https://xn--\u0301.example/":     "xn--xn---yvc.example (xn--\u0301.example)",
		"no address:":                     "",
		"https://%":                       "",
	} {
		if got := Host(address); got != want {
			t.Errorf("Host(%q) = %q, want %q", address, got, want)
		}
	}
}
