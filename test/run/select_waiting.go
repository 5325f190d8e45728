// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck --match-full-lines %s
// RUN: env GOMAXPROCS=2 %t | FileCheck --match-full-lines %s
// Selects that wait: of several cases with one channel each is chosen about equally often; a select that has been
// chosen for one case is not there for another any more; cases with nil channels do not count.
package main

import (
	"fmt"
	"runtime"
)

// same waits on one channel by three cases, count times.
func same(c chan int, count int, done chan [3]int) {
	var chosen [3]int
	for range count {
		select {
		case <-c:
			chosen[0]++
		case <-c:
			chosen[1]++
		case <-c:
			chosen[2]++
		}
	}
	done <- chosen
}

func main() {
	c, done := make(chan int), make(chan [3]int)
	go same(c, 3000, done)
	for i := range 3000 {
		runtime.Gosched()
		c <- i
	}
	for _, n := range <-done {
		fmt.Println(n > 800 && n < 1200)
	}

	a, b := make(chan int), make(chan int)
	result := make(chan string, 1)
	go func() {
		var never chan int
		select {
		case <-a:
			result <- "a"
		case <-b:
			result <- "b"
		case never <- 1:
			result <- "never"
		}
	}()
	for taken := false; !taken; runtime.Gosched() {
		select {
		case a <- 1:
			taken = true
			select {
			case b <- 2:
				fmt.Println("twice")
			case c <- 3:
				fmt.Println("nobody is there")
			default:
				fmt.Println("once")
			}
		default:
		}
	}
	fmt.Println(<-result)
}

// CHECK: true
// CHECK-NEXT: true
// CHECK-NEXT: true
// CHECK-NEXT: once
// CHECK-NEXT: a
