// RUN: %minigo check -verify %s

package p

import _ "unsafe"

func missing /* ERROR "missing function body" */ ()

//go:linkname nanotime runtime.nanotime
func nanotime() int64

// Other errors of the back end come only when all functions have bodies.
func main() { println([2]int{}) }
