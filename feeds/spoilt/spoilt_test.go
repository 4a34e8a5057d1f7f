package spoilt

import (
	"slices"
	"testing"
)

func TestOf(t *testing.T) {
	good := []string{"one two three", `{"a": [1]}`, ""}
	first := Of(500, good...)
	if !slices.Equal(first, Of(500, good...)) {
		t.Error("two runs differ")
	}
	if !slices.Equal(first[:len(good)], good) {
		t.Error("the good ones are not tried")
	}
	distinct := slices.Compact(slices.Sorted(slices.Values(first)))
	if len(distinct) < 300 {
		t.Errorf("%d of %d are distinct", len(distinct), len(first))
	}
	for _, s := range first {
		if len(s) > longest {
			t.Errorf("one has %d bytes", len(s))
		}
	}
}
