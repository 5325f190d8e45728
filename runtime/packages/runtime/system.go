package runtime

import "unsafe"

const (
	GOOS     string = "linux"
	GOARCH   string = "amd64"
	Compiler        = "gc" // the one whose behaviour programs find here
)

// Version returns the version of Go that programs are compiled for.
func Version() string { return "go1.26" }

// GOROOT returns the root of a Go distribution, if the environment names one.
func GOROOT() string

// An Error is a run-time error.
type Error interface {
	error

	// RuntimeError only tells run-time errors from others.
	RuntimeError()
}

// A TypeAssertionError explains a failed type assertion.
type TypeAssertionError struct {
	text string
}

func (*TypeAssertionError) RuntimeError() {}

func (e *TypeAssertionError) Error() string { return e.text }

// A PanicNilError is what panic(nil) panics with.
type PanicNilError struct {
	text string
}

func (*PanicNilError) RuntimeError() {}

func (e *PanicNilError) Error() string { return e.text }

// LockOSThread does nothing: goroutines move between threads, and no state of a thread is theirs.
func LockOSThread() {}

// UnlockOSThread undoes LockOSThread.
func UnlockOSThread() {}

// NumCgoCall returns the number of calls of C code.
func NumCgoCall() int64 { return 0 }

// SetCgoTraceback has no effect: there is no C code to trace.
func SetCgoTraceback(version int, traceback, context, symbolizer unsafe.Pointer) {}

// Breakpoint stops the program for a debugger.
func Breakpoint()
