package figure

import (
	"context"
	_ "embed"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"

	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
)

//go:embed resvg/resvg.wasm.gz
var resvgWASM []byte

// Rasteriser turns SVG into pixels, by resvg run in a WebAssembly engine. It
// takes about a second to compile when it is first used, and none of that when
// a cache from an earlier run is given. It is used by one goroutine at a time.
type Rasteriser struct {
	runtime wazero.Runtime
	module  wazero.CompiledModule
}

// mostMemory is in pages of 64 KiB: 2 GiB, enough for A3 at 600 dots an inch.
const mostMemory = 32768

// NewRasteriser compiles resvg. cache may be nil. Close gives its memory back.
func NewRasteriser(ctx context.Context, cache wazero.CompilationCache) (*Rasteriser, error) {
	wasm, err := gunzip(resvgWASM)
	if err != nil {
		return nil, fmt.Errorf("resvg: %w", err)
	}
	config := wazero.NewRuntimeConfig().WithMemoryLimitPages(mostMemory)
	if cache != nil {
		config = config.WithCompilationCache(cache)
	}
	r := &Rasteriser{runtime: wazero.NewRuntimeWithConfig(ctx, config)}
	if r.module, err = r.runtime.CompileModule(ctx, wasm); err != nil {
		return nil, errors.Join(fmt.Errorf("resvg: %w", err), r.Close(ctx))
	}
	return r, nil
}

// Close frees what the engine holds.
func (r *Rasteriser) Close(ctx context.Context) error { return r.runtime.Close(ctx) }

// pixels draws an SVG so many pixels wide and returns it as RGBA with
// premultiplied alpha, four bytes a pixel.
func (r *Rasteriser) pixels(ctx context.Context, svg []byte, fonts [][]byte, width int) (pix []byte, w, h int, err error) {
	heap := &jsHeap{objects: make([]any, heapFirst)}
	host, err := heap.define(r.runtime.NewHostModuleBuilder("wbg")).Instantiate(ctx)
	if err != nil {
		return nil, 0, 0, fmt.Errorf("resvg: %w", err)
	}
	defer host.Close(ctx)
	m, err := r.runtime.InstantiateModule(ctx, r.module, wazero.NewModuleConfig().WithName(""))
	if err != nil {
		return nil, 0, 0, fmt.Errorf("resvg: %w", err)
	}
	defer m.Close(ctx)
	heap.memory = m.Memory()
	call := func(name string, args ...uint64) uint64 {
		if err != nil {
			return 0
		}
		var out []uint64
		if out, err = m.ExportedFunction(name).Call(ctx, args...); err != nil {
			err = fmt.Errorf("resvg: %w", err)
			return 0
		}
		if len(out) == 0 {
			return 0
		}
		return out[0]
	}
	// result calls a function that leaves a value, or an error, on the stack.
	result := func(name string, args ...uint64) uint32 {
		stack := call("__wbindgen_add_to_stack_pointer", api.EncodeI32(-16))
		call(name, append([]uint64{stack}, args...)...)
		if err != nil {
			return 0
		}
		word := func(i uint32) uint32 { v, _ := heap.memory.ReadUint32Le(uint32(stack) + 4*i); return v }
		value, problem, failed := word(0), word(1), word(2)
		call("__wbindgen_add_to_stack_pointer", 16)
		if err == nil && failed != 0 {
			err = fmt.Errorf("resvg: %v", heap.take(problem))
		}
		return value
	}
	options, err := json.Marshal(map[string]any{
		"font":  map[string]any{"loadSystemFonts": false, "defaultFontFamily": family, "sansSerifFamily": family},
		"fitTo": map[string]any{"mode": "width", "value": width},
	})
	if err != nil {
		return nil, 0, 0, err
	}
	at := call("__wbindgen_malloc", uint64(len(options)), 1)
	if err != nil || !heap.memory.Write(uint32(at), options) {
		return nil, 0, 0, errors.Join(err, errors.New("resvg: out of memory"))
	}
	list := &jsArray{}
	for _, f := range fonts {
		list.items = append(list.items, jsBytes{data: f})
	}
	picture := result("resvg_new", uint64(heap.add(jsBytes{data: svg})), at, uint64(len(options)), uint64(heap.add(list)))
	image := result("resvg_render", uint64(picture))
	w, h = int(uint32(call("renderedimage_width", uint64(image)))), int(uint32(call("renderedimage_height", uint64(image))))
	handle := call("renderedimage_pixels", uint64(image))
	if err != nil {
		return nil, 0, 0, err
	}
	pixels, ok := heap.take(uint32(handle)).(jsBytes)
	if !ok || len(pixels.data) != 4*w*h {
		return nil, 0, 0, errors.New("resvg: it gave no pixels")
	}
	return pixels.data, w, h, nil
}

// jsHeap holds the JavaScript values that the module, which was built for a
// browser, refers to by number.
type jsHeap struct {
	memory  api.Memory
	objects []any
	free    []uint32
}

// heapFirst is the first number that is free: those below are undefined, null,
// true and false, and what wasm-bindgen keeps for its own stack.
const heapFirst = 132

type (
	jsArray  struct{ items []any }
	jsMemory struct{} // the module's memory, or its buffer
	jsWalk   struct { // an iterator of an array
		of *jsArray
		at int
	}
	jsStep struct { // what an iterator gives
		value any
		done  bool
	}
	// jsBytes is a Uint8Array: bytes of its own, or a part of the module's memory.
	jsBytes struct {
		data   []byte
		inside bool
		at, n  uint32
	}
)

func (h *jsHeap) add(v any) uint32 {
	if n := len(h.free); n > 0 {
		i := h.free[n-1]
		h.free = h.free[:n-1]
		h.objects[i] = v
		return i
	}
	h.objects = append(h.objects, v)
	return uint32(len(h.objects) - 1)
}

func (h *jsHeap) get(i uint32) any {
	if int(i) >= len(h.objects) {
		return nil
	}
	return h.objects[i]
}

func (h *jsHeap) take(i uint32) any {
	v := h.get(i)
	if i >= heapFirst && int(i) < len(h.objects) {
		h.objects[i] = nil
		h.free = append(h.free, i)
	}
	return v
}

// read returns a copy of bytes of the module's memory.
func (h *jsHeap) read(at, n uint32) []byte {
	b, ok := h.memory.Read(at, n)
	if !ok {
		panic("resvg: it reads beyond its memory")
	}
	return append([]byte(nil), b...)
}

// define gives the module the functions that it imports. The numbers in their
// names are those of the build of resvg-wasm 2.6.2.
func (h *jsHeap) define(b wazero.HostModuleBuilder) wazero.HostModuleBuilder {
	flag := func(b bool) uint32 {
		if b {
			return 1
		}
		return 0
	}
	for name, f := range map[string]any{
		"__wbg_new_28c511d9baebfa89":    func(at, n uint32) uint32 { return h.add(string(h.read(at, n))) },
		"__wbindgen_memory":             func() uint32 { return h.add(jsMemory{}) },
		"__wbg_buffer_12d079cc21e14bdb": func(uint32) uint32 { return h.add(jsMemory{}) },
		"__wbg_newwithbyteoffsetandlength_aa4a17c33a06e5cb": func(_, at, n uint32) uint32 {
			return h.add(jsBytes{inside: true, at: at, n: n})
		},
		"__wbindgen_object_drop_ref": func(i uint32) { h.take(i) },
		"__wbg_new_63b92bc8671ed464": func(i uint32) uint32 {
			switch v := h.get(i).(type) {
			case jsMemory:
				return h.add(jsBytes{inside: true, n: h.memory.Size()})
			case jsBytes:
				if v.inside {
					return h.add(jsBytes{data: h.read(v.at, v.n)})
				}
				return h.add(v)
			}
			return h.add(jsBytes{})
		},
		"__wbg_values_839f3396d5aac002": func(i uint32) uint32 {
			a, _ := h.get(i).(*jsArray)
			return h.add(&jsWalk{of: a})
		},
		"__wbg_next_196c84450b364254": func(i uint32) uint32 {
			w, _ := h.get(i).(*jsWalk)
			if w == nil || w.of == nil || w.at >= len(w.of.items) {
				return h.add(jsStep{done: true})
			}
			w.at++
			return h.add(jsStep{value: w.of.items[w.at-1]})
		},
		"__wbg_done_298b57d23c0fc80c": func(i uint32) uint32 {
			s, ok := h.get(i).(jsStep)
			return flag(!ok || s.done)
		},
		"__wbg_value_d93c65011f51a456": func(i uint32) uint32 {
			s, _ := h.get(i).(jsStep)
			return h.add(s.value)
		},
		"__wbg_instanceof_Uint8Array_2b3bbecd033d19f6": func(i uint32) uint32 {
			_, ok := h.get(i).(jsBytes)
			return flag(ok)
		},
		// The SVG is handed over as bytes, so that no value is a string here.
		"__wbindgen_string_get": func(ret, i uint32) {
			h.memory.WriteUint32Le(ret, 0)
			h.memory.WriteUint32Le(ret+4, 0)
		},
		"__wbg_new_16b304a2cfa7ff4a": func() uint32 { return h.add(&jsArray{}) },
		"__wbindgen_string_new":      func(at, n uint32) uint32 { return h.add(string(h.read(at, n))) },
		"__wbg_push_a5b05aedc7234f9f": func(i, v uint32) uint32 {
			a, ok := h.get(i).(*jsArray)
			if !ok {
				return 0
			}
			a.items = append(a.items, h.get(v))
			return uint32(len(a.items))
		},
		"__wbg_length_c20a40f15020d68a": func(i uint32) uint32 {
			switch v := h.get(i).(type) {
			case jsBytes:
				if v.inside {
					return v.n
				}
				return uint32(len(v.data))
			case *jsArray:
				return uint32(len(v.items))
			}
			return 0
		},
		"__wbg_set_a47bac70306a19a7": func(to, from, offset uint32) {
			dst, _ := h.get(to).(jsBytes)
			src, _ := h.get(from).(jsBytes)
			b := src.data
			if src.inside {
				b = h.read(src.at, src.n)
			}
			if dst.inside {
				if !h.memory.Write(dst.at+offset, b) {
					panic("resvg: it writes beyond its memory")
				}
			} else if int(offset) <= len(dst.data) {
				copy(dst.data[offset:], b)
			}
		},
		"__wbindgen_throw": func(at, n uint32) { panic("resvg: " + string(h.read(at, n))) },
	} {
		b = b.NewFunctionBuilder().WithFunc(f).Export(name)
	}
	return b
}

// pngChunk is one chunk of a PNG file: length, name, data, check sum.
func pngChunk(name string, data []byte, sum func([]byte) uint32) []byte {
	b := binary.BigEndian.AppendUint32(nil, uint32(len(data)))
	b = append(append(b, name...), data...)
	return binary.BigEndian.AppendUint32(b, sum(b[4:]))
}
