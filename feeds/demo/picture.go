package demo

import (
	"bytes"
	"hash/fnv"
	"image"
	"image/color"
	"image/png"
	"math"
)

// size of a picture, in pixels.
const width, height = 480, 270

// paint returns a PNG of hills under a low sun. Equal names give equal
// pictures, other names other hills.
func paint(name string) []byte {
	h := fnv.New32a()
	_, _ = h.Write([]byte(name)) // a hash takes everything
	seed := float64(h.Sum32() % 1000)
	img := image.NewRGBA(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			img.SetRGBA(x, y, colourAt(x, y, seed))
		}
	}
	var out bytes.Buffer
	if err := png.Encode(&out, img); err != nil {
		panic(err) // the picture is of a legal size and the buffer takes all
	}
	return out.Bytes()
}

// colourAt returns the nearest hill that covers a point, else sun or sky.
func colourAt(x, y int, seed float64) color.RGBA {
	at := float64(x) / width
	for n := range 3 { // the nearest first
		far := float64(n)
		ridge := 0.85 - 0.14*far + 0.05*math.Sin(at*(4+3*far)+seed*(far+1)) + 0.02*math.Sin(at*17+seed)
		if float64(y) > ridge*height {
			return color.RGBA{uint8(30 + 35*n), uint8(48 + 36*n), uint8(60 + 34*n), 255}
		}
	}
	dx, dy := float64(x)-width*(0.2+math.Mod(seed, 60)/100), float64(y)-height*0.4
	if dx*dx+dy*dy < 26*26 {
		return color.RGBA{250, 226, 178, 255}
	}
	down := float64(y) / height
	return color.RGBA{uint8(120 + 110*down), uint8(150 + 50*down), uint8(185 - 15*down), 255}
}
