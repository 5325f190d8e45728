// RUN: %exit 1 %minigo check -e %s 2>&1 | FileCheck %s

// Functions without body: only those that another package or file may implement.
package p

import _ "unsafe"

func missing()

type T int

func (T) method(int)

//go:linkname elsewhere runtime.elsewhere
func elsewhere()

//go:noescape
func escapes() {}

// CHECK: missing_body.go:8:6: missing function body
// CHECK-NEXT: missing_body.go:12:6: missing function body
// CHECK-NEXT: missing_body.go:18:6: can only use //go:noescape with external func implementations
