package runtime

import "unsafe"

// There is no tracer and there are no profiles: what starts one says so or does nothing, what reads one finds it
// empty, as in Go before anything was started.

type profilingError string

func (e profilingError) Error() string { return string(e) }

// StartTrace always fails.
func StartTrace() error { return profilingError("execution tracing is not available in this program") }

// StopTrace has nothing to stop.
func StopTrace() {}

// ReadTrace returns nil: no trace is running.
func ReadTrace() []byte { return nil }

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

// SetCPUProfileRate has no effect.
func SetCPUProfileRate(hz int) {}

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
