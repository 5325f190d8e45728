package runtime

import "unsafe"

// The functions of this file have no exported name, in Go either; modules take them by //go:linkname.

func fastrand() uint32   { return uint32(randomWord()) }
func fastrand64() uint64 { return randomWord() }
func cheaprand() uint32  { return fastrand() }

// fastrandn returns a number below n.
func fastrandn(n uint32) uint32  { return uint32(uint64(fastrand()) * uint64(n) >> 32) }
func cheaprandn(n uint32) uint32 { return fastrandn(n) }

func memhash32(p unsafe.Pointer, seed uintptr) uintptr { return memhash(p, seed, 4) }
func memhash64(p unsafe.Pointer, seed uintptr) uintptr { return memhash(p, seed, 8) }

func strhash(s unsafe.Pointer, seed uintptr) uintptr {
	text := *(*string)(s)
	return memhash(unsafe.Pointer(unsafe.StringData(text)), seed, uintptr(len(text)))
}

func memmove(to, from unsafe.Pointer, n uintptr) {
	copy(unsafe.Slice((*byte)(to), n), unsafe.Slice((*byte)(from), n))
}

func memclrNoHeapPointers(p unsafe.Pointer, n uintptr) { clear(unsafe.Slice((*byte)(p), n)) }

// Implemented by the runtime.

func randomWord() uint64

// memhash hashes size bytes at p.
func memhash(p unsafe.Pointer, seed, size uintptr) uintptr

// nanotime returns what a clock shows that is never set, in nanoseconds.
func nanotime() int64
