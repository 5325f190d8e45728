// RUN: %exit 1 %minigo run %s 2>&1 | FileCheck --match-full-lines %s
// What headers of the runtime have of Go's library is no Go code: its frames are not shown.
package main

import "sync"

func main() {
	var mu sync.Mutex
	mu.Unlock()
}

// CHECK: fatal error: sync: unlock of unlocked mutex
// CHECK-EMPTY:
// CHECK-NEXT: goroutine 1 [running]:
// CHECK-NEXT: main.main()
// CHECK-NEXT: {{.*}}/traceback_header.go:9 +0x{{.*}}
