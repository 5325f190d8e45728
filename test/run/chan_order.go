// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Values arrive in the order in which they were sent, and goroutines in which they asked.
package main

import (
	"fmt"
	"runtime"
)

func main() {
	runtime.GOMAXPROCS(1)
	c := make(chan int)
	for i := range 5 {
		go func() { c <- i }()
	}
	runtime.Gosched()
	for range 5 {
		fmt.Print(<-c, " ")
	}
	fmt.Println()
	b := make(chan int, 2)
	for i := range 6 {
		go func() { b <- i }()
	}
	runtime.Gosched()
	for range 6 {
		fmt.Print(<-b, " ")
	}
	fmt.Println()
	r := make(chan int)
	out := make(chan string)
	for i := range 4 {
		go func() { out <- fmt.Sprint(i, ":", <-r) }()
	}
	runtime.Gosched()
	for i := range 4 {
		r <- i
	}
	for range 4 {
		fmt.Print(<-out, " ")
	}
	fmt.Println()
}

// CHECK:4 0 1 2 3 
// CHECK-NEXT:5 0 1 2 3 4 
// CHECK-NEXT:2:3 3:0 0:1 1:2 
