package runtime

import "unsafe"

// MemStats holds what ReadMemStats tells (runtime/mem/package_debug.cpp). Sizes are in bytes, times in
// nanoseconds.
type MemStats struct {
	Alloc         uint64 // bytes of objects on the heap
	TotalAlloc    uint64 // bytes allocated since the start
	Sys           uint64 // bytes obtained from the system
	Lookups       uint64 // 0
	Mallocs       uint64 // objects allocated since the start
	Frees         uint64 // of them, freed
	HeapAlloc     uint64 // as Alloc
	HeapSys       uint64
	HeapIdle      uint64
	HeapInuse     uint64
	HeapReleased  uint64
	HeapObjects   uint64
	StackInuse    uint64
	StackSys      uint64
	MSpanInuse    uint64
	MSpanSys      uint64
	MCacheInuse   uint64
	MCacheSys     uint64
	BuckHashSys   uint64
	GCSys         uint64
	OtherSys      uint64
	NextGC        uint64
	LastGC        uint64
	PauseTotalNs  uint64
	PauseNs       [256]uint64
	PauseEnd      [256]uint64
	NumGC         uint32 // collections
	NumForcedGC   uint32
	GCCPUFraction float64
	EnableGC      bool
	DebugGC       bool
	BySize        [61]struct {
		Size    uint32
		Mallocs uint64
		Frees   uint64
	}
}

// ReadMemStats fills m.
func ReadMemStats(m *MemStats) { readMemStats(m) }

func readMemStats(m *MemStats)

// KeepAlive makes sure that x is reachable until here.
//
//go:noinline
func KeepAlive(x any) { kept(x) }

func kept(x any)

// SetFinalizer arranges for finalizer(obj) to run in a goroutine of its own some time after obj, a
// pointer to an object, has become unreachable. A nil finalizer takes that back.
func SetFinalizer(obj any, finalizer any)

// A Cleanup is a call that AddCleanup has arranged for.
type Cleanup struct {
	id     uint64
	object uintptr // its complement: a Cleanup keeps nothing alive
}

// addCleanup arranges for run() once the object is unreachable; 0: it never is.
func addCleanup(object unsafe.Pointer, run func()) (id uint64)

func stopCleanup(object unsafe.Pointer, id uint64)

// AddCleanup arranges for cleanup(arg) to run in a goroutine of its own some time after *ptr has
// become unreachable.
func AddCleanup[T, S any](ptr *T, cleanup func(S), arg S) Cleanup {
	if ptr == nil {
		panic("runtime.AddCleanup: ptr is nil")
	}
	if same, ok := any(arg).(*T); ok && same == ptr {
		panic("runtime.AddCleanup: ptr is equal to arg, cleanup will never run")
	}
	id := addCleanup(unsafe.Pointer(ptr), func() { cleanup(arg) })
	return Cleanup{id, ^uintptr(unsafe.Pointer(ptr))}
}

// Stop takes the call back, unless it has been made.
func (c Cleanup) Stop() {
	if c.id != 0 {
		stopCleanup(unsafe.Pointer(^c.object), c.id)
	}
}
