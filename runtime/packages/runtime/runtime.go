// Package runtime: control over goroutines and the collector. The functions are part of the runtime
// (runtime/sched/package_runtime.cpp).
package runtime

// Gosched yields the processor; the current goroutine goes on later.
func Gosched()

// Goexit ends the calling goroutine after running its deferred calls.
func Goexit()

// GC runs a garbage collection and returns when it is complete.
func GC()

// NumGoroutine returns the number of goroutines that exist.
func NumGoroutine() int

// NumCPU returns the number of processors usable by this process.
func NumCPU() int

// GOMAXPROCS sets how many processors may run goroutines at once and returns the previous setting;
// n < 1 changes nothing.
func GOMAXPROCS(n int) int

// SetDefaultGOMAXPROCS sets what GOMAXPROCS is where no environment variable sets it.
func SetDefaultGOMAXPROCS()
