// //go:linkname of a variable of another package is refused; one with a value only gets a symbol.
// RUN: %not %minigo check %s 2>&1 | FileCheck %s
package main

import _ "unsafe"

//go:linkname theirs other/package.theirs
var theirs int

//go:linkname given other/package.given
var given = 1

//go:linkname own main.own
var own int

func main() { println(theirs, given, own) }

// CHECK-NOT: error
// CHECK: linkname_variable.go:7:3: minigo: not supported yet: //go:linkname of a variable of another package, other/package.theirs
// CHECK-NOT: {{.}}
