//go:build linux || darwin || freebsd

package store

import "syscall"

// freeDisk returns how many bytes are free on the disk of a folder, and whether
// that is known.
func freeDisk(folder string) (bytes int64, known bool) {
	var disk syscall.Statfs_t
	if err := syscall.Statfs(folder, &disk); err != nil {
		return 0, false
	}
	return int64(disk.Bavail) * int64(disk.Bsize), true //nolint:gosec // no disk is so large
}
