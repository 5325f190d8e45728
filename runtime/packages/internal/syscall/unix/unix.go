// Package unix makes system calls that Go's library needs and package syscall does not offer.
package unix

import (
	"syscall"
	"unsafe"
)

// What Eaccess asks for.
const (
	R_OK = 4
	W_OK = 2
	X_OK = 1
)

// Eaccess reports whether the effective user may use the file as mode says.
func Eaccess(path string, mode uint32) error {
	const currentDirectory, effective = -100, 0x200 // AT_FDCWD, AT_EACCESS
	const sysFaccessat2 = 439
	name, err := syscall.BytePtrFromString(path)
	if err != nil {
		return err
	}
	at := currentDirectory
	_, _, errno := syscall.Syscall6(sysFaccessat2, uintptr(at), uintptr(unsafe.Pointer(name)), uintptr(mode), effective, 0, 0)
	if errno == syscall.ENOSYS { // a kernel before 5.8: the real user stands for the effective one
		_, _, errno = syscall.Syscall(syscall.SYS_FACCESSAT, uintptr(at), uintptr(unsafe.Pointer(name)), uintptr(mode))
	}
	if errno != 0 {
		return errno
	}
	return nil
}

// GetRandomFlag says where GetRandom takes its bytes from, and whether it waits.
type GetRandomFlag uintptr

const (
	GRND_NONBLOCK GetRandomFlag = 1
	GRND_RANDOM   GetRandomFlag = 2
)

// GetRandom fills p with random bytes of the system, and returns how many there are.
func GetRandom(p []byte, flags GetRandomFlag) (n int, err error) {
	const sysGetrandom = 318
	if len(p) == 0 {
		return 0, nil
	}
	count, _, errno := syscall.Syscall(sysGetrandom, uintptr(unsafe.Pointer(&p[0])), uintptr(len(p)), uintptr(flags))
	if errno != 0 {
		return 0, errno
	}
	return int(count), nil
}

// Fcntl reads or changes the state of a file descriptor.
func Fcntl(fd int, cmd int, arg int) (int, error) {
	value, _, errno := syscall.Syscall(syscall.SYS_FCNTL, uintptr(fd), uintptr(cmd), uintptr(arg))
	if errno != 0 {
		return -1, errno
	}
	return int(value), nil
}

// IsNonblock reports whether calls on a file descriptor never wait.
func IsNonblock(fd int) (nonblocking bool, err error) {
	flags, err := Fcntl(fd, syscall.F_GETFL, 0)
	return err == nil && flags&syscall.O_NONBLOCK != 0, err
}

// KernelVersion returns the first two numbers of the kernel's version; zeros if they are not to be
// made out.
func KernelVersion() (major, minor int) {
	var name syscall.Utsname
	if syscall.Uname(&name) != nil {
		return 0, 0
	}
	var numbers [2]int
	at := 0
	for _, c := range name.Release {
		if '0' <= c && c <= '9' {
			numbers[at] = numbers[at]*10 + int(c-'0')
		} else if at++; at == len(numbers) {
			break
		}
	}
	return numbers[0], numbers[1]
}

// KernelVersionGE reports whether the kernel is at least as new as that version.
func KernelVersionGE(x, y int) bool {
	major, minor := KernelVersion()
	return major > x || major == x && minor >= y
}

// CopyFileRange copies n bytes from one file to another; offsets that are nil are those of the files.
func CopyFileRange(rfd int, roff *int64, wfd int, woff *int64, n int, flags int) (copied int, err error) {
	const sysCopyFileRange = 326
	count, _, errno := syscall.Syscall6(sysCopyFileRange, uintptr(rfd), uintptr(unsafe.Pointer(roff)), uintptr(wfd), uintptr(unsafe.Pointer(woff)), uintptr(n), uintptr(flags))
	if errno != 0 {
		return -1, errno
	}
	return int(count), nil
}

// Fstatat is Stat, or Lstat, of a name that is relative to a directory.
func Fstatat(dirfd int, path string, stat *syscall.Stat_t, flags int) error {
	name, err := syscall.BytePtrFromString(path)
	if err != nil {
		return err
	}
	_, _, errno := syscall.Syscall6(syscall.SYS_NEWFSTATAT, uintptr(dirfd), uintptr(unsafe.Pointer(name)), uintptr(unsafe.Pointer(stat)), uintptr(flags), 0, 0)
	if errno != 0 {
		return errno
	}
	return nil
}
