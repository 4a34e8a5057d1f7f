package feeds

import "testing"

func TestSpelled(t *testing.T) {
	for address, want := range map[string]string{
		"https://www.outlet.example/a?b":  "https://www.outlet.example/a?b",
		"http://192.0.2.1:8080/":          "http://192.0.2.1:8080/",
		"http://[2001:db8::1]/":           "http://[2001:db8::1]/",
		"https://пример.рф/ю":             "https://xn--e1afmkfd.xn--p1ai/ю",
		"https://аpple.example:8080/":     "https://xn--pple-43d.example:8080/",
		"https://xn--pple-43d.example/x":  "https://xn--pple-43d.example/x",
		"https://www.xn--80ak6aa92e.com/": "https://www.xn--80ak6aa92e.com/",
		"https://xn--\u0301.example/":     "https://xn--xn---yvc.example/",
		"no address:":                     "no address:",
		"https://%":                       "https://%",
	} {
		if got := Spelled(address); got != want {
			t.Errorf("Spelled(%q) = %q, want %q", address, got, want)
		}
	}
}
