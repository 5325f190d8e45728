// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: bash -c 'ulimit -v 4000000; GOMAXPROCS=2 exec %t' | FileCheck %s
// RUN: bash -c 'ulimit -v 400000; GOMAXPROCS=1 exec %t' | FileCheck %s
// RUN: bash -c 'ulimit -v 400000; GOMAXPROCS=4 exec %t' | FileCheck %s
// RUN: bash -c 'ulimit -d 300000; GOMAXPROCS=1 exec %t' | FileCheck %s
// RUN: bash -c 'ulimit -d 300000; GOMAXPROCS=4 exec %t' | FileCheck %s
// RUN: bash -c 'ulimit -d 50000; GOMAXPROCS=4 exec %t' | FileCheck %s
// RUN: %exit 2 bash -c 'ulimit -v 4000000; GOMAXPROCS=2 exec %t deep' 2>&1 | FileCheck --check-prefix=DEEP %s
// UNSUPPORTED: sanitizer
// (It needs much address space itself.)
//
// Little address space (-v), and little memory that may be promised (-d; like a system that does not overcommit):
// stack slots are smaller and fewer, there may be fewer threads than GOMAXPROCS says, everything else works.
package main

import (
	"fmt"
	"os"
)

func deep(n int) int {
	var here [20]int
	here[n%20] = n
	if n == 0 {
		return 0
	}
	return deep(n-1) + here[n%20]
}

func main() {
	if len(os.Args) > 1 { // a stack that is full is as large as it says
		// DEEP: {{^}}runtime: goroutine stack exceeds {{[0-9][0-9][0-9][0-9][0-9][0-9][0-9][0-9]?}}-byte limit
		println(endless(1))
	}
	sums := make(chan int)
	gate := make(chan bool)
	const goroutines = 5000
	for i := range goroutines {
		go func() {
			sum := deep(i % 50)
			<-gate
			sums <- sum + deep(i%100)
		}()
	}
	close(gate)
	total := 0
	for range goroutines {
		total += <-sums
	}
	garbage := 0
	for i := range 2000 {
		garbage += len(make([]byte, 10000+i))
	}
	// CHECK: 10415000 21999000 125250
	fmt.Println(total, garbage, deep(500))
}

func endless(n int) int {
	if n == 0 {
		return 0
	}
	return endless(n+1) + 1
}
