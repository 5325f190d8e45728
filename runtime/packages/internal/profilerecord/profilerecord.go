// Package profilerecord has the records that packages runtime and runtime/pprof share.
package profilerecord

// A StackRecord is the calls of one goroutine, the innermost first.
type StackRecord struct {
	Stack []uintptr
}

// A MemProfileRecord tells what was allocated and freed at one place.
type MemProfileRecord struct {
	AllocBytes, FreeBytes     int64
	AllocObjects, FreeObjects int64
	Stack                     []uintptr
}

// InUseBytes returns the bytes that are not freed.
func (r *MemProfileRecord) InUseBytes() int64 { return r.AllocBytes - r.FreeBytes }

// InUseObjects returns how many objects are not freed.
func (r *MemProfileRecord) InUseObjects() int64 { return r.AllocObjects - r.FreeObjects }

// A BlockProfileRecord tells how long goroutines waited at one place.
type BlockProfileRecord struct {
	Count  int64
	Cycles int64
	Stack  []uintptr
}
