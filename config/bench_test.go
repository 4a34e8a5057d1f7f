package config_test

import (
	"testing"

	"dateline/config"
)

// BenchmarkPack stands on the way to the first paint.
func BenchmarkPack(b *testing.B) {
	atlas := atlas(b)
	for b.Loop() {
		if _, err := config.Pack(atlas); err != nil {
			b.Fatal(err)
		}
	}
}
