// RUN: %exit 1 %minigo check -e %s 2>&1 | FileCheck %s

//go:noinline

// Directives: where they may stand, and what they need.
package p

import (
	_ "embed"
	_ "unsafe"
)

//go:noinline
func ok() {}

//go:noinline
var v int

//go:noinline
type (
	A int
	B int
)

//go:generate may stand anywhere

func body() {
	//go:noinline
	x := 1
	_ = x //go:generate
	{
		//go:norace
	}
}

//go:nowritebarrier
func barrier() {}

//go:cgo_ldflag "-lm"
func flag() {}


//go:embed directives.go

//go:linkname

//go:linkname a b c

//go:embed

// CHECK: directives.go:19:3: misplaced compiler directive
// CHECK-NEXT: directives.go:28:4: misplaced compiler directive
// CHECK-NEXT: directives.go:30:10: misplaced compiler directive
// CHECK-NEXT: directives.go:32:5: misplaced compiler directive
// CHECK-NEXT: directives.go:36:3: //go:nowritebarrier only allowed in runtime
// CHECK-NEXT: directives.go:39:3: //go:cgo_ldflag "-lm" only allowed in cgo-generated code
// CHECK-NEXT: directives.go:43:3: misplaced go:embed directive
// CHECK-NEXT: directives.go:47:3: usage: //go:linkname localname [linkname]
// CHECK-NEXT: directives.go:49:3: usage: //go:embed pattern...
