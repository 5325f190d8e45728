// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck --match-full-lines %s
// RUN: env GOMAXPROCS=2 %t | FileCheck --match-full-lines %s
// Goroutines that wait for processes hold up no other, and each learns how its own ended.
package main

import (
	"fmt"
	"os"
	"time"
)

func start(command string) *os.Process {
	process, err := os.StartProcess("/bin/sh", []string{"sh", "-c", command}, &os.ProcAttr{})
	if err != nil {
		panic(err)
	}
	return process
}

func main() {
	const count = 40
	statuses := make(chan bool)
	for i := range count {
		go func() {
			process := start(fmt.Sprintf("sleep 0.%d; exit %d", i%5, i))
			state, err := process.Wait()
			statuses <- err == nil && state.ExitCode() == i
		}()
	}
	right := 0
	for range count {
		if <-statuses {
			right++
		}
	}
	fmt.Println(right)

	// Two wait for one; it is told to end by a third.
	process := start("exec sleep 100")
	ends := make(chan string)
	for range 2 {
		go func() {
			state, err := process.Wait()
			ends <- fmt.Sprint(state, err)
		}()
	}
	time.Sleep(20 * time.Millisecond)
	process.Kill()
	a, b := <-ends, <-ends
	if a > b {
		a, b = b, a
	}
	fmt.Println(a)
	fmt.Println(b)

	// One that has ended long ago.
	process = start("exit 7")
	time.Sleep(50 * time.Millisecond)
	go func() {
		state, err := process.Wait()
		ends <- fmt.Sprint(state, err)
	}()
	fmt.Println(<-ends)
}

// CHECK: 40
// CHECK-NEXT: <nil> waitid: no child processes
// CHECK-NEXT: signal: killed <nil>
// CHECK-NEXT: exit status 7 <nil>
