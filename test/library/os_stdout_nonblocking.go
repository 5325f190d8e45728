// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 %t | FileCheck %s
// What one call prints stays together, also when standard output takes it in pieces and another
// program has made it one that does not block; and nobody spins while it is full.
package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

const (
	lines  = 8
	length = 200_000
)

// Prints by fmt and by package os.
func child() {
	var wg sync.WaitGroup
	for i := range lines {
		wg.Go(func() {
			line := strings.Repeat(string(rune('a'+i)), length)
			if i%2 == 0 {
				fmt.Println(line)
			} else {
				os.Stdout.WriteString(line + "\n")
			}
		})
	}
	wg.Wait()
}

func run(flags int) {
	var ends [2]int
	if err := syscall.Pipe2(ends[:], flags|syscall.O_CLOEXEC); err != nil {
		panic(err)
	}
	pid, err := syscall.ForkExec(os.Args[0], []string{os.Args[0], "child"}, &syscall.ProcAttr{
		Env:   os.Environ(),
		Files: []uintptr{0, uintptr(ends[1]), 2},
	})
	if err != nil {
		panic(err)
	}
	syscall.Close(ends[1])
	time.Sleep(300 * time.Millisecond)
	all, err := io.ReadAll(os.NewFile(uintptr(ends[0]), "pipe"))
	if err != nil {
		panic(err)
	}
	whole := 0
	for _, line := range strings.Split(strings.TrimSpace(string(all)), "\n") {
		if len(line) == length && strings.Count(line, line[:1]) == length {
			whole++
		}
	}
	var status syscall.WaitStatus
	var usage syscall.Rusage
	syscall.Wait4(pid, &status, 0, &usage)
	busy := time.Duration(usage.Utime.Nano() + usage.Stime.Nano())
	fmt.Println(whole, status.ExitStatus(), busy < 150*time.Millisecond)
}

func main() {
	if len(os.Args) > 1 {
		child()
		return
	}
	run(0)
	run(syscall.O_NONBLOCK)
	// CHECK: 8 0 true
	// CHECK-NEXT: 8 0 true
}
