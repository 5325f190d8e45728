// Package os: the process, its environment and its files. The bodyless functions are part of the
// runtime (runtime/os).
package os

// Args holds the command-line arguments, starting with the program name.
var Args []string = runtimeArgs()

func runtimeArgs() []string

// Exit ends the program with the given status code; deferred functions are not run.
func Exit(code int)

// Getpid and Getppid return the numbers of this process and of its parent.
func Getpid() int
func Getppid() int

// Getuid and Getgid return the numeric user and group.
func Getuid() int
func Getgid() int

func hostname() (name string, errno int)

// Hostname returns the name of the host as the kernel knows it.
func Hostname() (name string, err error) {
	name, errno := hostname()
	return name, syscallError("hostname", errno)
}

func executable() (path string, errno int)

// Executable returns the path of the program that runs.
func Executable() (string, error) {
	path, errno := executable()
	return path, pathError("readlink", "/proc/self/exe", errno)
}

// Getpagesize returns the size of a page of memory.
func Getpagesize() int { return 4096 }
