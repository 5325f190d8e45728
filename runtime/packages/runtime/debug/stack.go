package debug

import (
	"os"
	"runtime"
	"strconv"
)

func goroutineNumber() int64

// PrintStack prints what Stack returns to standard error.
func PrintStack() { os.Stderr.Write(Stack()) }

// Stack returns the traceback of the calling goroutine.
func Stack() []byte {
	text := []byte("goroutine ")
	text = strconv.AppendInt(text, goroutineNumber(), 10)
	text = append(text, " [running]:\n"...)
	callers := make([]uintptr, 64)
	for {
		n := runtime.Callers(1, callers)
		if n < len(callers) {
			callers = callers[:n]
			break
		}
		callers = make([]uintptr, 2*n)
	}
	frames := runtime.CallersFrames(callers)
	for more := len(callers) > 0; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		if frame.Function == "runtime.goexit" {
			break
		}
		text = append(text, frame.Function...)
		text = append(text, "(...)\n\t"...)
		text = append(text, frame.File...)
		text = append(text, ':')
		text = strconv.AppendInt(text, int64(frame.Line), 10)
		if frame.Entry != 0 && frame.PC > frame.Entry {
			text = append(text, " +0x"...)
			text = strconv.AppendUint(text, uint64(frame.PC-frame.Entry), 16)
		}
		text = append(text, '\n')
	}
	return text
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
