// RUN: %minigo build -O2 -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=8 %t | FileCheck %s
//
// A program without a go statement that yields: other workers start for that, and look at what there is.
package main

import (
	"fmt"
	"runtime"
	"time"
)

func main() {
	c := make(chan int, 1)
	sum := 0
	for i := range 3000 {
		c <- i
		runtime.Gosched()
		sum += <-c
		if i%500 == 0 {
			runtime.GC()
			time.Sleep(200 * time.Microsecond)
		}
	}
	// CHECK: 4498500
	fmt.Println(sum)
}
