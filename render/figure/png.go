package figure

import (
	"bytes"
	"context"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/png"
	"io"
	"math"
)

// PNG writes f as a picture of so many dots an inch, which it records, with
// title, alternative text and command in its metadata. A size that is counted
// in pixels has its own number of them, and dpi does not matter.
func (f *Figure) PNG(ctx context.Context, w io.Writer, r *Rasteriser, dpi int) error {
	wide := f.scene.width * f.zoom / 72 // inches
	pixels := int(math.Round(wide * float64(dpi)))
	if f.size.Pixels > 0 {
		pixels = f.size.Pixels
	}
	var svg bytes.Buffer
	if err := f.svg(&svg, false); err != nil {
		return err
	}
	fonts := append([][]byte{fontData["regular"](), fontData["semibold"]()}, f.fonts.extra...)
	pix, width, height, err := r.pixels(ctx, svg.Bytes(), fonts, pixels)
	if err != nil {
		return err
	}
	// On white paper nothing is transparent, so that premultiplied is plain.
	img := &image.RGBA{Pix: pix, Stride: 4 * width, Rect: image.Rect(0, 0, width, height)}
	var b bytes.Buffer
	enc := png.Encoder{CompressionLevel: png.BestSpeed}
	if err := enc.Encode(&b, img); err != nil {
		return err
	}
	const head = 8 + 25 // signature and IHDR
	out := b.Bytes()
	perMetre := uint32(math.Round(float64(width) / wide / 0.0254))
	phys := append(binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, perMetre), perMetre), 1)
	parts := [][]byte{out[:head], pngChunk("pHYs", phys, crc32.ChecksumIEEE)}
	for _, t := range [][2]string{{"Title", f.Title}, {"Description", f.Alt}, {"Source", f.command}, {"Software", "dateline"}} {
		if t[1] != "" {
			parts = append(parts, pngChunk("iTXt", []byte(t[0]+"\x00\x00\x00\x00\x00"+t[1]), crc32.ChecksumIEEE))
		}
	}
	for _, p := range append(parts, out[head:]) {
		if _, err := w.Write(p); err != nil {
			return err
		}
	}
	return nil
}
