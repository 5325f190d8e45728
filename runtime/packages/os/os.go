// Package os: the process. The bodyless functions are part of the runtime (runtime/os/process.cpp).
package os

// Args holds the command-line arguments, starting with the program name.
var Args []string = runtimeArgs()

func runtimeArgs() []string

// Exit ends the program with the given status code; deferred functions are not run.
func Exit(code int)
