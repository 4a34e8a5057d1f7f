package fetch

import (
	"bytes"
	"compress/flate"
	"io"
)

// heap takes in a body of unknown length. What comes beyond the size of usual
// feeds is kept packed until all of it is there: of a body that turns out to be
// too large, and of many at once, next to nothing is held.
type heap struct {
	plain  []byte
	packed bytes.Buffer
	packer *flate.Writer // nil as long as nothing is packed
	size   int64
}

// Write takes in a part. It does not fail.
func (h *heap) Write(p []byte) (int, error) {
	h.size += int64(len(p))
	if h.packer == nil && h.size <= usualBody {
		h.plain = append(h.plain, p...)
		return len(p), nil
	}
	if h.packer == nil {
		h.packer, _ = flate.NewWriter(&h.packed, flate.BestSpeed) // fails for unknown levels only
	}
	return h.packer.Write(p)
}

// all returns the body. Nothing can be written any more.
func (h *heap) all() ([]byte, error) {
	if h.packer == nil {
		return h.plain, nil
	}
	if err := h.packer.Close(); err != nil {
		return nil, err
	}
	out := make([]byte, h.size)
	_, err := io.ReadFull(flate.NewReader(&h.packed), out[copy(out, h.plain):])
	return out, err
}
