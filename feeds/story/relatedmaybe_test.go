package story

import "testing"

func TestOneNameIsNoBackingForANearMiss(t *testing.T) {
	for _, tt := range []struct {
		shared
		want bool
	}{
		{shared{}, false},
		{shared{titleNames: 1}, false},
		{shared{titleNames: 2}, true},
		{shared{titleNames: 1, numbers: 1}, true},
	} {
		if got := (match{shared: tt.shared}).backed(); got != tt.want {
			t.Errorf("%d names, %d numbers: %v", tt.titleNames, tt.numbers, got)
		}
	}
}
