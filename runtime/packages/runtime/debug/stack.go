package debug

import (
	"os"
	"runtime"
)

// PrintStack prints what Stack returns to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack returns the traceback of the calling goroutine.
func Stack() []byte {
	text := make([]byte, 1024)
	for {
		n := runtime.Stack(text, false)
		if n < len(text) {
			return text[:n]
		}
		text = make([]byte, 2*len(text))
	}
}

// What Go starts with.
var maxStack, maxThreads = 1_000_000_000, 10_000

// SetMaxStack sets the bytes that a stack may grow to and returns what was set before. A stack never grows
// beyond 512 MiB, whatever is set; a lower limit is not enforced.
func SetMaxStack(bytes int) int {
	old := maxStack
	maxStack = bytes
	return old
}

// SetMaxThreads sets how many threads the program may have and returns what was set before. There are about as many
// as GOMAXPROCS says; a lower limit is not enforced.
func SetMaxThreads(threads int) int {
	old := maxThreads
	maxThreads = threads
	return old
}

// SetTraceback makes the program tell more when it fails, as this value of the variable GOTRACEBACK would; never
// less than what the variable says.
func SetTraceback(level string)
