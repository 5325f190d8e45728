package debug

import (
	"os"
	"runtime"
	"syscall"
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

// SetMaxStack sets the bytes that a stack may grow to and returns what was set before; a program whose stack grows
// beyond ends. As stacks double, the largest power of two below is what can be used; not less than 64 KiB, nor more
// than 512 MiB.
func SetMaxStack(bytes int) int {
	old := maxStack
	maxStack = bytes
	setMaxStack(bytes)
	return old
}

func setMaxStack(bytes int)

// SetMaxThreads sets how many threads the program may have and returns what was set before; a program that needs more
// ends. There are about as many as GOMAXPROCS says, and one for each system call that keeps others waiting.
func SetMaxThreads(threads int) int {
	old := maxThreads
	maxThreads = threads
	setMaxThreads(threads)
	return old
}

func setMaxThreads(threads int)

// CrashOptions has no options yet.
type CrashOptions struct{}

// SetCrashOutput makes the runtime write what it prints when the program fails to f as well; nil ends that. It keeps
// a descriptor of its own, so the caller may close f.
func SetCrashOutput(f *os.File, opts CrashOptions) error {
	descriptor := -1
	if f != nil {
		connection, err := f.SyscallConn()
		if err != nil {
			return err
		}
		var failed syscall.Errno
		err = connection.Control(func(fd uintptr) {
			var copied uintptr
			copied, _, failed = syscall.Syscall(syscall.SYS_FCNTL, fd, syscall.F_DUPFD_CLOEXEC, 0)
			descriptor = int(copied)
		})
		if err != nil {
			return err
		}
		if failed != 0 {
			return os.NewSyscallError("dup", failed)
		}
	}
	if old := setCrashOutput(descriptor); old >= 0 {
		return syscall.Close(old)
	}
	return nil
}

func setCrashOutput(descriptor int) (old int)

// SetPanicOnFault makes faults at addresses other than nil panics of the calling goroutine, with an error that has a
// method Addr() uintptr; without it they end the program. It returns what was set before.
func SetPanicOnFault(enabled bool) bool

// SetTraceback makes the program tell more when it fails, as this value of the variable GOTRACEBACK would; never
// less than what the variable says.
func SetTraceback(level string)
