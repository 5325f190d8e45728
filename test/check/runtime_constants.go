// RUN: %minigo check -verify %s

// What the system is called is of type string, as in Go's runtime.
package p

import "runtime"

type system string

var a system = runtime /* ERROR "cannot use runtime.GOOS (constant \"linux\" of type string) as system value in variable declaration" */.GOOS
var b system = runtime /* ERROR "cannot use runtime.GOARCH (constant \"amd64\" of type string) as system value in variable declaration" */.GOARCH
var c system = runtime.Compiler
