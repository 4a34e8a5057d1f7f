package region

import (
	"testing"
	"unicode/utf8"
)

func TestForms(t *testing.T) {
	l := shared().lexicons.all()
	for form, of := range map[string]string{
		"والأردن": "الأردن", "وللأردن": "الأردن", "فبلبنان": "لبنان", "الروسية": "روسي", "بالإيرانيين": "إيراني",
		"ובבריטניה": "בריטניה", "בצ׳כיה": "צ'כיה", "הצרפתיות": "צרפתי", "כשבארה״ב": `ארה"ב`,
	} {
		if got, want := l.form(folded(nil, form), anyLanguages), l.words[fold(of)]; got != want || want == 0 {
			t.Errorf("%s is no form of %s", form, of)
		}
	}
	for _, word := range []string{"", "و", "ال", "ב", "כמו", "كتاب"} {
		if w := l.form(folded(nil, word), anyLanguages); w != 0 {
			t.Errorf("%s is a form of word %d", word, w)
		}
	}
}

func FuzzForms(f *testing.F) {
	f.Add("والאردن")
	f.Add("ש\u202eירדן")
	f.Fuzz(func(t *testing.T, s string) {
		if len(s) <= maxWord && utf8.ValidString(s) {
			shared().lexicons.all().form(folded(nil, s), anyLanguages)
		}
	})
}
