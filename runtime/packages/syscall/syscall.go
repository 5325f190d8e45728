// Package syscall is the interface to Linux on x86-64. System calls are made in
// runtime/os/system_call.cpp; one that may wait lets other goroutines run meanwhile.
package syscall

import "unsafe"

const ImplementsGetwd = true

// Files of the process.
var (
	Stdin  = 0
	Stdout = 1
	Stderr = 2
)

// What a call that may wait is given lies on the heap, so that others can use the goroutine's stack
// slot meanwhile: so it is with all functions here that pass numbers of pointers on.
//
//go:uintptrescapes
func call(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, errno uintptr)
func rawCall(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2, errno uintptr)

// Syscall makes a system call that may wait.
//
//go:uintptrescapes
func Syscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, errno := call(trap, a1, a2, a3, 0, 0, 0)
	return r1, r2, Errno(errno)
}

// Syscall6 is Syscall with six arguments.
//
//go:uintptrescapes
func Syscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, errno := call(trap, a1, a2, a3, a4, a5, a6)
	return r1, r2, Errno(errno)
}

// RawSyscall makes a system call that does not wait.
func RawSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, errno := rawCall(trap, a1, a2, a3, 0, 0, 0)
	return r1, r2, Errno(errno)
}

// RawSyscall6 is RawSyscall with six arguments.
func RawSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	r1, r2, errno := rawCall(trap, a1, a2, a3, a4, a5, a6)
	return r1, r2, Errno(errno)
}

// done makes a system call for its effect.
//
//go:uintptrescapes
func done(trap, a1, a2, a3, a4, a5, a6 uintptr) error {
	_, _, errno := call(trap, a1, a2, a3, a4, a5, a6)
	return asError(errno)
}

// number makes a system call for its result, which is -1 after an error.
//
//go:uintptrescapes
func number(trap, a1, a2, a3, a4, a5, a6 uintptr) (int, error) {
	r, _, errno := call(trap, a1, a2, a3, a4, a5, a6)
	if errno != 0 {
		return -1, Errno(errno)
	}
	return int(r), nil
}

// own makes a system call that never fails and never waits.
func own(trap, a1 uintptr) int {
	r, _, _ := rawCall(trap, a1, 0, 0, 0, 0, 0)
	return int(r)
}

func asError(errno uintptr) error {
	if errno == 0 {
		return nil
	}
	return Errno(errno)
}

// ByteSliceFromString returns the bytes of s and a zero; a zero in s is an error.
func ByteSliceFromString(s string) ([]byte, error) {
	for i := 0; i < len(s); i++ {
		if s[i] == 0 {
			return nil, EINVAL
		}
	}
	bytes := make([]byte, len(s)+1)
	copy(bytes, s)
	return bytes, nil
}

// BytePtrFromString returns a pointer to the first byte of ByteSliceFromString.
func BytePtrFromString(s string) (*byte, error) {
	bytes, err := ByteSliceFromString(s)
	if err != nil {
		return nil, err
	}
	return &bytes[0], nil
}

// SlicePtrFromStrings does it for many, with a nil pointer behind them.
func SlicePtrFromStrings(texts []string) ([]*byte, error) {
	pointers := make([]*byte, len(texts)+1)
	for i, s := range texts {
		var err error
		if pointers[i], err = BytePtrFromString(s); err != nil {
			return nil, err
		}
	}
	return pointers, nil
}

// StringByteSlice is ByteSliceFromString that panics.
func StringByteSlice(s string) []byte {
	bytes, err := ByteSliceFromString(s)
	if err != nil {
		panic("syscall: string with NUL passed to StringByteSlice")
	}
	return bytes
}

// StringBytePtr is BytePtrFromString that panics.
func StringBytePtr(s string) *byte { return &StringByteSlice(s)[0] }

// StringSlicePtr is SlicePtrFromStrings that panics.
func StringSlicePtr(texts []string) []*byte {
	pointers, err := SlicePtrFromStrings(texts)
	if err != nil {
		panic("syscall: string with NUL passed to StringByteSlice")
	}
	return pointers
}

// path1 makes a system call whose first argument is a name.
//
//go:uintptrescapes
func path1(trap uintptr, path string, a2, a3, a4 uintptr) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	return done(trap, uintptr(unsafe.Pointer(p)), a2, a3, a4, 0, 0)
}

// pathAt makes a system call with a directory, a name and more.
//
//go:uintptrescapes
func pathAt(trap uintptr, dir int, path string, a3, a4, a5 uintptr) error {
	p, err := BytePtrFromString(path)
	if err != nil {
		return err
	}
	return done(trap, uintptr(dir), uintptr(unsafe.Pointer(p)), a3, a4, a5, 0)
}

func twoTexts(from, to string) (p, q *byte, err error) {
	if p, err = BytePtrFromString(from); err == nil {
		q, err = BytePtrFromString(to)
	}
	return p, q, err
}

// paths makes a system call with two names.
func paths(trap uintptr, from, to string) error {
	p, q, err := twoTexts(from, to)
	if err != nil {
		return err
	}
	return done(trap, uintptr(unsafe.Pointer(p)), uintptr(unsafe.Pointer(q)), 0, 0, 0, 0)
}

// pathsAt makes a system call with two directories, each with a name.
func pathsAt(trap uintptr, fromDir int, from string, toDir int, to string) error {
	p, q, err := twoTexts(from, to)
	if err != nil {
		return err
	}
	return done(trap, uintptr(fromDir), uintptr(unsafe.Pointer(p)), uintptr(toDir), uintptr(unsafe.Pointer(q)), 0, 0)
}

// start returns where the bytes of b begin: a pointer, so that a call in which it becomes a number keeps them on the
// heap.
func start(b []byte) unsafe.Pointer { return unsafe.Pointer(unsafe.SliceData(b)) }

func decimal(n int) string {
	if n < 0 {
		return "-" + decimal(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return decimal(n/10) + string(rune('0'+n%10))
}
