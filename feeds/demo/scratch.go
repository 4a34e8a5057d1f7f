package demo

import (
	"fmt"
	"os"
	"path/filepath"
	"time"
)

const scratchName = "dateline-demo-"

// Scratch makes a folder for what one run of the demo keeps; the caller removes
// it. What runs left that were killed more than a day ago goes now.
func Scratch() (string, error) {
	const old = 24 * time.Hour
	left, _ := filepath.Glob(filepath.Join(os.TempDir(), scratchName+"*")) // the pattern is well formed
	for _, dir := range left {
		if info, err := os.Stat(dir); err == nil && time.Since(info.ModTime()) > old {
			_ = os.RemoveAll(dir) // another try comes with the next demo
		}
	}
	dir, err := os.MkdirTemp("", scratchName)
	if err != nil {
		return "", fmt.Errorf("make a folder for the demo: %w", err)
	}
	return dir, nil
}
