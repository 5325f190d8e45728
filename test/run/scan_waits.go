// Waiting for standard input holds up no other goroutine and no collection, at one worker too.

// RUN: %minigo build -o %t %s
// RUN: python3 -c "import time; time.sleep(2); print(7)" | env GOMAXPROCS=1 %t | FileCheck --match-full-lines %s
// RUN: python3 -c "import time; time.sleep(2); print(7)" | %t | FileCheck --match-full-lines %s
package main

import (
	"fmt"
	"runtime"
)

func main() {
	go func() {
		for i := range 3 {
			runtime.GC()
			fmt.Println("collected", i)
		}
	}()
	var x int
	n, err := fmt.Scan(&x)
	fmt.Println(n, err, x)
}

// CHECK: collected 0
// CHECK-NEXT: collected 1
// CHECK-NEXT: collected 2
// CHECK-NEXT: 1 <nil> 7
