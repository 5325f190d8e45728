package runtime

import (
	"internal/profilerecord"
	"unsafe"
)

// There are profiles of the processor's time and of goroutines. There is no tracer, and allocations and waits are not
// sampled: what starts that says so or does nothing, what reads it finds it empty, as in Go before anything was started.

type profilingError string

func (e profilingError) Error() string { return string(e) }

// StartTrace always fails.
func StartTrace() error { return profilingError("execution tracing is not available in this program") }

// StopTrace has nothing to stop.
func StopTrace() {}

// ReadTrace returns nil: no trace is running.
func ReadTrace() (buf []byte) { return nil }

// A StackRecord is the calls of one goroutine.
type StackRecord struct {
	Stack0 [32]uintptr // program counters, up to the first 0
}

// Stack returns the program counters of the record.
func (r *StackRecord) Stack() []uintptr { return calls(r.Stack0[:]) }

func calls(counters []uintptr) []uintptr {
	for i, pc := range counters {
		if pc == 0 {
			return counters[:i]
		}
	}
	return counters
}

// A MemProfileRecord tells what was allocated and freed at one place.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack0                    [32]uintptr
}

// InUseBytes returns the bytes that are not freed.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns how many objects are not freed.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// Stack returns the program counters of the record.
func (r *MemProfileRecord) Stack() []uintptr { return calls(r.Stack0[:]) }

// A BlockProfileRecord tells how long goroutines waited at one place.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	StackRecord
}

// MemProfileRate is there for programs that set it.
var MemProfileRate int = 512 * 1024

// MemProfile finds no records.
func MemProfile(p []MemProfileRecord, inuseZero bool) (n int, ok bool) { return 0, true }

// BlockProfile finds no records.
func BlockProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// MutexProfile finds no records.
func MutexProfile(p []BlockProfileRecord) (n int, ok bool) { return 0, true }

// ThreadCreateProfile finds no records.
func ThreadCreateProfile(p []StackRecord) (n int, ok bool) { return 0, true }

// SetBlockProfileRate has no effect.
func SetBlockProfileRate(rate int) {}

var mutexProfileFraction int

// SetMutexProfileFraction returns what was set before; a negative rate sets nothing.
func SetMutexProfileFraction(rate int) int {
	old := mutexProfileFraction
	if rate >= 0 {
		mutexProfileFraction = rate
	}
	return old
}

// SetCPUProfileRate takes hz samples in each second of the processors' time, or no more if hz is not positive. Package
// runtime/pprof reads them.
func SetCPUProfileRate(hz int) {
	if !setProfileRate(max(0, min(hz, 1_000_000))) {
		print("runtime: cannot set cpu profile rate until previous profile has finished.\n")
	}
}

func setProfileRate(hz int) bool

// CPUProfile panics.
//
// Deprecated: it has no data since long.
func CPUProfile() []byte { panic("CPUProfile no longer available") }

// GoroutineProfile fills p with the calls of all goroutines, that of the caller first, and returns their number. If p
// is too short, it only returns that.
func GoroutineProfile(p []StackRecord) (n int, ok bool) {
	n = goroutineProfile(unsafe.Slice((*[32]uintptr)(unsafe.Pointer(unsafe.SliceData(p))), len(p)))
	return n, n <= len(p)
}

func goroutineProfile(p [][32]uintptr) int

// What follows is for package runtime/pprof, which names these functions in such a way or is given them so.

func pprof_goroutineProfileWithLabels(p []profilerecord.StackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	records := make([]StackRecord, len(p))
	n, ok = GoroutineProfile(records)
	if ok {
		for i := range records[:n] {
			p[i].Stack = records[i].Stack()
		}
	}
	return n, ok
}

// No goroutine is found to wait for ever.
func pprof_goroutineLeakProfileWithLabels(p []profilerecord.StackRecord, labels []unsafe.Pointer) (n int, ok bool) {
	return 0, true
}

func pprof_memProfileInternal(p []profilerecord.MemProfileRecord, inuseZero bool) (n int, ok bool) {
	return 0, true
}

func pprof_blockProfileInternal(p []profilerecord.BlockProfileRecord) (n int, ok bool) {
	return 0, true
}
func pprof_mutexProfileInternal(p []profilerecord.BlockProfileRecord) (n int, ok bool) {
	return 0, true
}
func pprof_threadCreateInternal(p []profilerecord.StackRecord) (n int, ok bool) { return 0, true }

func pprof_makeProfStack() []uintptr              { return make([]uintptr, 128) }
func pprof_fpunwindExpand(dst, src []uintptr) int { return copy(dst, src) }

//go:linkname cyclesPerSecond runtime/pprof.runtime_cyclesPerSecond
func cyclesPerSecond() int64 { return 1_000_000_000 }

//go:linkname frameStartLine runtime/pprof.runtime_FrameStartLine
func frameStartLine(f *Frame) int { return 0 }

//go:linkname frameSymbolName runtime/pprof.runtime_FrameSymbolName
func frameSymbolName(f *Frame) string { return f.Function }

//go:linkname expandFinalInlineFrame runtime/pprof.runtime_expandFinalInlineFrame
func expandFinalInlineFrame(stk []uintptr) []uintptr { return stk }

// Labels of goroutines are in no profile.
//
//go:linkname setProfLabel runtime/pprof.runtime_setProfLabel
func setProfLabel(labels unsafe.Pointer) {}

//go:linkname getProfLabel runtime/pprof.runtime_getProfLabel
func getProfLabel() unsafe.Pointer { return nil }

//go:linkname goroutineleakcount runtime/pprof.runtime_goroutineleakcount
func goroutineleakcount() int { return 0 }

//go:linkname goroutineLeakGC runtime/pprof.runtime_goroutineLeakGC
func goroutineLeakGC() { GC() }
