// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// UNSUPPORTED: sanitizer
// What nothing uses any more goes back to the system: deep stacks at a collection, the heap at
// FreeOSMemory and by and by; and large tables that were garbage are not kept by chance. (Sanitizers keep memory of their own.)
package main

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"strconv"
)

// Resident megabytes, from the second number of /proc/self/statm.
func resident() int {
	text, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		panic(err)
	}
	words := [2]string{}
	word := 0
	for _, c := range text {
		if c == ' ' {
			word++
		} else if word < 2 {
			words[word] += string(rune(c))
		}
	}
	pages, err := strconv.Atoi(words[1])
	if err != nil {
		panic(err)
	}
	return pages >> 8
}

func deep(n int) int {
	var a [128]int
	a[n%128] = n
	if n == 0 {
		return 0
	}
	return deep(n-1) + a[(n+1)%128] + 1
}

var (
	tables  [1][]*int
	garbage [][]byte
	fill    = []func(n int){
		func(n int) { // a table with pointers, of 800 KB
			tables[0] = make([]*int, 100_000)
			tables[0][n] = new(int)
		},
		func(n int) {
			for range n {
				garbage = append(garbage, make([]byte, 100_000))
			}
			for _, g := range garbage {
				g[50_000] = 1
				clear(g)
			}
		},
	}
)

func heap() int {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return int(m.HeapAlloc >> 20)
}

func main() {
	before := resident()
	done := make(chan int)
	go func() {
		n := deep(100_000)
		done <- n
		<-done // its slot is still in use
	}()
	fmt.Println(<-done)
	peak := resident()
	runtime.GC()
	fmt.Println(peak > before+90, resident() < before+20)
	done <- 1

	for i := range 100 {
		fill[0](i)
	}
	fmt.Println(heap() < 4)

	fill[1](1000)
	peak = resident()
	garbage = nil
	debug.FreeOSMemory()
	fmt.Println(peak > before+90, resident() < before+20)

	fill[1](1000)
	garbage = nil
	for range 60 {
		runtime.GC()
	}
	fmt.Println(resident() < before+40)
}

// CHECK:100000
// CHECK-NEXT:true true
// CHECK-NEXT:true
// CHECK-NEXT:true true
// CHECK-NEXT:true
