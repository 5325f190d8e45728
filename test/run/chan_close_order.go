// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Who is woken by close runs in Go's order, and gets the zero value.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	c := make(chan [4]string)
	done := make(chan bool)
	var lines []string
	for i := range 6 {
		go func() {
			v, ok := <-c
			lines = append(lines, fmt.Sprint(i, v[0] == "", ok))
			done <- true
		}()
	}
	runtime.Gosched()
	close(c)
	for range 6 {
		<-done
	}
	for _, line := range lines {
		fmt.Println(line)
	}
}

// CHECK:5 true false
// CHECK-NEXT:4 true false
// CHECK-NEXT:3 true false
// CHECK-NEXT:2 true false
// CHECK-NEXT:1 true false
// CHECK-NEXT:0 true false
