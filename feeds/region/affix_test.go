package region

import "testing"

func TestBare(t *testing.T) {
	for word, want := range map[string]string{
		"الأردن": "أردن", "בעמאן": "עמאן", "한국은": "한국", "Iran": "", "日": "", "по": "",
	} {
		if got, ok := bare(word); got != want || ok != (want != "") {
			t.Errorf("%s: %q, want %q", word, got, want)
		}
	}
}
