package picture

import (
	"bytes"
	"context"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"
)

// halves is an image that is red on the left and blue on the right.
func halves(w, h int) image.Image {
	m := image.NewNRGBA(image.Rect(0, 0, w, h))
	for y := range h {
		for x := range w {
			c := color.NRGBA{R: 255, A: 255}
			if x >= w/2 {
				c = color.NRGBA{B: 255, A: 255}
			}
			m.SetNRGBA(x, y, c)
		}
	}
	return m
}

func asPNG(m image.Image) []byte {
	var b bytes.Buffer
	_ = png.Encode(&b, m)
	return b.Bytes()
}

func asJPEG(m image.Image) []byte {
	var b bytes.Buffer
	_ = jpeg.Encode(&b, m, nil)
	return b.Bytes()
}

func asGIF(m image.Image) []byte {
	var b bytes.Buffer
	_ = gif.Encode(&b, m, nil)
	return b.Bytes()
}

// claims is a PNG that says to have a size, and ends there.
func claims(w, h uint32) []byte {
	head := asPNG(halves(1, 1))[:33]
	binary.BigEndian.PutUint32(head[16:], w)
	binary.BigEndian.PutUint32(head[20:], h)
	binary.BigEndian.PutUint32(head[29:], crc32.ChecksumIEEE(head[12:29]))
	return head
}

func TestRead(t *testing.T) {
	box := image.Pt(100, 50)
	tests := []struct {
		name  string
		data  []byte
		want  image.Point
		fails string
	}{
		{"PNG", asPNG(halves(800, 400)), image.Pt(100, 50), ""},
		{"JPEG", asJPEG(halves(630, 630)), image.Pt(50, 50), ""},
		{"GIF", asGIF(halves(1000, 100)), image.Pt(100, 10), ""},
		{"small", asPNG(halves(20, 10)), image.Pt(20, 10), ""},
		{"a line", asPNG(halves(4000, 1)), image.Pt(100, 1), ""},
		{"a page", []byte("<!doctype html><p>Not found"), image.Point{}, "it is no JPEG, PNG, GIF or WebP"},
		{"nothing", nil, image.Point{}, "it is no JPEG"},
		{"broken off", asJPEG(halves(400, 400))[:900], image.Point{}, "it is damaged"},
		{"too wide", claims(16385, 1), image.Point{}, "its 16385 x 1 pixels are too many"},
		{"too large", claims(4000, 2501), image.Point{}, "its 4000 x 2501 pixels are too many"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, err := Read(t.Context(), tt.data, box)
			if tt.fails != "" {
				if err == nil || !strings.HasPrefix(err.Error(), tt.fails) {
					t.Errorf("error %v, want %q", err, tt.fails)
				}
				return
			}
			if err != nil || got.Size != tt.want {
				t.Fatalf("%v, %v; want %v", got.Size, err, tt.want)
			}
			m, err := png.Decode(bytes.NewReader(got.PNG))
			if err != nil {
				t.Fatal(err)
			}
			r, _, b, _ := m.At(tt.want.X/8, 0).RGBA()
			if r < 0xe000 || b > 0x1fff {
				t.Errorf("the left is no longer red: %x %x", r, b)
			}
		})
	}
}

// progressive is a grey JPEG whose decoder keeps all of it until the end: a few
// bytes that ask for the most memory.
func progressive(w, h uint16) []byte {
	b := append([]byte("\xff\xd8\xff\xdb\x00\x43\x00"), bytes.Repeat([]byte{1}, 64)...)
	b = append(b, "\xff\xc2\x00\x11\x08"...)
	b = binary.BigEndian.AppendUint16(binary.BigEndian.AppendUint16(b, h), w)
	b = append(b, "\x03\x01\x11\x00\x02\x11\x00\x03\x11\x00\xff\xc4\x00\x14\x00\x01"...)
	b = append(b, make([]byte, 16)...) // a table of one code for one value, both zero
	b = append(b, "\xff\xda\x00\x0c\x03\x01\x00\x02\x00\x03\x00\x00\x00\x00"...)
	blocks := (int(w) + 7) / 8 * ((int(h) + 7) / 8) * 3
	return append(append(b, make([]byte, (blocks+7)/8)...), "\xff\xd9"...)
}

func TestAPixelTakesNoMoreThanIsSaid(t *testing.T) {
	const side, most = 1200, 18 // bytes: the 15 of the decoder, and the image made smaller
	var before, after runtime.MemStats
	data := progressive(side, side)
	runtime.ReadMemStats(&before)
	_, err := Read(t.Context(), data, image.Pt(64, 64))
	runtime.ReadMemStats(&after)
	if took := after.TotalAlloc - before.TotalAlloc; err != nil || took > most*side*side {
		t.Errorf("%d bytes for %d pixels, %v", took, side*side, err)
	}
}

func TestReadingStopsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := Read(ctx, asPNG(halves(40, 40)), image.Pt(9, 9)); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v", err)
	}
}

func FuzzRead(f *testing.F) {
	for _, data := range [][]byte{asPNG(halves(9, 5)), asJPEG(halves(17, 3)), asGIF(halves(4, 4)), claims(1<<31-1, 9), []byte("RIFF\x20\x00\x00\x00WEBPVP8X")} {
		f.Add(data)
	}
	box := image.Pt(64, 32)
	f.Fuzz(func(t *testing.T, data []byte) {
		p, err := Read(t.Context(), data, box)
		if err != nil {
			return
		}
		if p.Size.X < 1 || p.Size.Y < 1 || p.Size.X > box.X || p.Size.Y > box.Y {
			t.Errorf("a picture of %v", p.Size)
		}
		drawn, err := png.DecodeConfig(bytes.NewReader(p.PNG))
		if err != nil || drawn.Width != p.Size.X || drawn.Height != p.Size.Y {
			t.Errorf("a picture of %v is drawn as one of %d by %d, %v", p.Size, drawn.Width, drawn.Height, err)
		}
	})
}

// BenchmarkTheLargest reads the largest image allowed.
func BenchmarkTheLargest(b *testing.B) {
	data := asJPEG(halves(4000, 2500))
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(b.Context(), data, image.Pt(1600, 640)); err != nil {
			b.Fatal(err)
		}
	}
}
