// Package picture makes an image from outside fit for the terminal: bounded
// before it is decoded, scaled down, and written in the graphics protocol of
// kitty (https://sw.kovidgoyal.net/kitty/graphics-protocol/) with placeholders,
// which are characters like all others: they scroll with the text and are never
// in its way. It also knows which terminals draw such pictures. It fetches
// nothing and sends nothing: main gives it the bytes of an image, ui sends what
// it makes of them.
package picture

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image"
	_ "image/gif" // the formats that are read
	_ "image/jpeg"
	"image/png"
	"io"

	"golang.org/x/image/draw"
	_ "golang.org/x/image/webp"
)

// The largest image that is decoded. At the worst format, a progressive JPEG
// without subsampling, a pixel takes 15 bytes while it is.
const (
	maxSide   = 16384
	maxPixels = 10_000_000
)

// Picture is an image as it is sent to the terminal.
type Picture struct {
	PNG  []byte
	Size image.Point // in pixels
}

// Read decodes the first frame of an image and scales it down to fit box, in
// pixels. The error is worded for people, or ctx.Err() if ctx ended first.
func Read(ctx context.Context, data []byte, box image.Point) (Picture, error) {
	c, _, err := image.DecodeConfig(bytes.NewReader(data))
	switch {
	case err != nil:
		return Picture{}, errors.New("it is no JPEG, PNG, GIF or WebP")
	case c.Width < 1 || c.Height < 1:
		return Picture{}, errors.New("it has no size")
	case c.Width > maxSide || c.Height > maxSide || c.Width*c.Height > maxPixels:
		return Picture{}, fmt.Errorf("its %d x %d pixels are too many", c.Width, c.Height)
	}
	m, _, err := image.Decode(within{ctx, bytes.NewReader(data)})
	if ctx.Err() != nil {
		return Picture{}, ctx.Err()
	}
	if err != nil {
		return Picture{}, errors.New("it is damaged")
	}
	small := shrink(m, fit(m.Bounds().Size(), box))
	var out bytes.Buffer
	if err := png.Encode(&out, small); err != nil {
		return Picture{}, fmt.Errorf("it could not be written anew: %w", err)
	}
	return Picture{PNG: out.Bytes(), Size: small.Bounds().Size()}, ctx.Err()
}

// within reads until ctx ends: decoders stop where their reader does.
type within struct {
	ctx context.Context
	io.Reader
}

// Read reads on.
func (w within) Read(p []byte) (int, error) {
	if err := w.ctx.Err(); err != nil {
		return 0, err
	}
	return w.Reader.Read(p)
}

// fit returns the largest size of the shape of size within box. Nothing is made
// larger than it is.
func fit(size, box image.Point) image.Point {
	if size.X <= box.X && size.Y <= box.Y {
		return size
	}
	if size.X*box.Y > box.X*size.Y {
		return image.Pt(box.X, max(1, (size.Y*box.X+size.X/2)/size.X))
	}
	return image.Pt(max(1, (size.X*box.Y+size.Y/2)/size.Y), box.Y)
}

// shrink scales an image down. It is halved first, which keeps the share of
// each pixel in the result and costs little memory.
func shrink(m image.Image, to image.Point) image.Image {
	for {
		size := m.Bounds().Size()
		if size.X < 2*to.X || size.Y < 2*to.Y {
			break
		}
		m = scale(m, size.Div(2))
	}
	return scale(m, to)
}

func scale(m image.Image, to image.Point) image.Image {
	out := image.NewRGBA(image.Rectangle{Max: to})
	draw.ApproxBiLinear.Scale(out, out.Bounds(), m, m.Bounds(), draw.Src, nil)
	return out
}
