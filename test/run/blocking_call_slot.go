// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 MINIGO_SLOTS=4 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 MINIGO_SLOTS=4 %t | FileCheck %s
// What a system call writes comes to where it belongs: to a variable in the frame of a goroutine, which keeps its
// stack slot then, and to the heap, while others use the slot.
package main

import (
	"fmt"
	"sync"
	"syscall"
	"time"
)

// Calls itself, so that its frames reach deep into the slot.
func fill(depth, with int) int {
	var local [64]int
	for i := range local {
		local[i] = with
	}
	if depth == 0 {
		time.Sleep(time.Millisecond)
	} else if fill(depth-1, with) != with {
		return -1
	}
	for _, v := range local {
		if v != with {
			return -1
		}
	}
	return with
}

func toFrame(fd int) string {
	var buffer [32]byte
	n, err := syscall.Read(fd, buffer[:])
	if err != nil {
		panic(err)
	}
	return string(buffer[:n])
}

func toHeap(fd int) string {
	buffer := make([]byte, 1000)
	before := [4]int{fd, 2 * fd, 3 * fd, 4 * fd}
	n, err := syscall.Read(fd, buffer)
	if err != nil {
		panic(err)
	}
	if before != [4]int{fd, 2 * fd, 3 * fd, 4 * fd} {
		panic("another goroutine's frame")
	}
	return string(buffer[:n])
}

func main() {
	var readers, others, taken sync.WaitGroup
	var ends [][2]int
	const inFrame, onHeap = 2, 20
	for i := range inFrame + onHeap {
		p := make([]int, 2)
		if err := syscall.Pipe(p); err != nil {
			panic(err)
		}
		ends = append(ends, [2]int(p))
		readers.Go(func() {
			read := toHeap
			if i < inFrame {
				read = toFrame
			}
			for round := range 3 {
				if got, want := read(p[0]), fmt.Sprint("pipe ", i, " round ", round); got != want {
					fmt.Printf("%q instead of %q\n", got, want)
				}
				taken.Done()
			}
		})
	}
	for round := range 3 {
		for i := range 30 {
			others.Go(func() {
				if fill(i, i) != i {
					fmt.Println("a frame has changed")
				}
			})
		}
		others.Wait()
		taken.Add(len(ends))
		for i, p := range ends {
			syscall.Write(p[1], []byte(fmt.Sprint("pipe ", i, " round ", round)))
		}
		taken.Wait()
	}
	readers.Wait()
	fmt.Println("done")
	// CHECK-NOT: {{instead|changed}}
	// CHECK: done
}
