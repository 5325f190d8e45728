// Package os: the process, its environment and its files. The bodyless functions are part of the
// runtime (runtime/os).
package os

import (
	"syscall"
	"unsafe"
)

// bytesOf returns the bytes of a string, which must not be written to.
func bytesOf(s string) []byte { return unsafe.Slice(unsafe.StringData(s), len(s)) }

// Args holds the command-line arguments, starting with the program name.
var Args []string = runtimeArgs()

func runtimeArgs() []string

// Exit ends the program with the given status code; deferred functions are not run.
func Exit(code int)

// Getpid and Getppid return the numbers of this process and of its parent.
func Getpid() int  { return syscall.Getpid() }
func Getppid() int { return syscall.Getppid() }

// Getuid and Getgid return the numeric user and group, Geteuid and Getegid those in effect.
func Getuid() int  { return syscall.Getuid() }
func Geteuid() int { return syscall.Geteuid() }
func Getgid() int  { return syscall.Getgid() }
func Getegid() int { return syscall.Getegid() }

func hostname() (name string, errno int)

// Hostname returns the name of the host as the kernel knows it.
func Hostname() (name string, err error) {
	name, errno := hostname()
	if errno != 0 {
		return "", NewSyscallError("hostname", syscall.Errno(errno))
	}
	return name, nil
}

func executable() (path string, errno int)

// Executable returns the path of the program that runs.
func Executable() (string, error) {
	path, errno := executable()
	return path, numbered("readlink", "/proc/self/exe", errno)
}

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 4096 }
