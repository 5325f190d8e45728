// RUN: %exit 1 %minigo check -e %s 2>&1 | FileCheck %s

// What is only looked at when all else is right: //go:linkname, //go:embed.
package p

import (
	_ "embed"
	_ "unsafe"
)

type T int

//go:linkname elsewhere runtime.elsewhere
func elsewhere()

//go:linkname nothing x
//go:linkname T x
//go:linkname elsewhere y
//go:linkname missing2 F[int]

//go:embed directives.go
var one string

//go:embed directives.go
var two, three string

//go:embed directives.go
var four = ""

//go:embed directives.go
func f() {
	//go:embed directives.go
	var x string
	_ = x
}

//go:build linux
const c = 1

// CHECK: directives_late.go:16:3: //go:linkname must refer to declared function or variable
// CHECK-NEXT: directives_late.go:17:3: //go:linkname must refer to declared function or variable
// CHECK-NEXT: directives_late.go:18:3: duplicate //go:linkname for elsewhere
// CHECK-NEXT: directives_late.go:19:3: //go:linkname reference of an instantiation is not allowed
// CHECK-NEXT: directives_late.go:24:3: go:embed cannot apply to multiple vars
// CHECK-NEXT: directives_late.go:27:3: go:embed cannot apply to var with initializer
// CHECK-NEXT: directives_late.go:30:3: misplaced go:embed directive
// CHECK-NEXT: directives_late.go:32:4: go:embed cannot apply to var inside func
// CHECK-NEXT: directives_late.go:37:3: misplaced compiler directive
