package fetch

import (
	"bytes"
	"compress/flate"
	"io"
)

// pile takes in a body of unknown length. When it grows beyond usual ones it asks
// whether there is room for it, and keeps the rest packed until all of it is
// there: of a body that turns out to be too large next to nothing is held.
type pile struct {
	plain  []byte
	packed bytes.Buffer
	packer *flate.Writer // nil as long as nothing is packed
	size   int64
	large  func() error // nil when there is room
}

// Write takes in a part. It fails if there is no room.
func (h *pile) Write(p []byte) (int, error) {
	if h.packer == nil && h.size+int64(len(p)) > usualBody {
		if h.large != nil {
			if err := h.large(); err != nil {
				return 0, err
			}
		}
		h.packer, _ = flate.NewWriter(&h.packed, flate.BestSpeed) // fails for unknown levels only
	}
	h.size += int64(len(p))
	if h.packer != nil {
		return h.packer.Write(p)
	}
	h.plain = append(h.plain, p...)
	return len(p), nil
}

// all returns the body. Nothing can be written any more.
func (h *pile) all() ([]byte, error) {
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
