// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=2 %t | FileCheck --match-full-lines %s
// RUN: env GOMAXPROCS=4 MINIGO_SLOTS=2 %t | FileCheck --match-full-lines %s
//
// A signal that comes while a program stops to hear of it is heard of, or does what it does to programs that don't
// hear of it: here it ends them.
package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

func stopAndSend(spins int) {
	heard := make(chan os.Signal, 1)
	signal.Notify(heard, syscall.SIGTERM)
	stopped := make(chan bool)
	go func() {
		for range spins {
			spun++
		}
		signal.Stop(heard)
		close(stopped)
	}()
	for range 2000 {
		spunToo++
	}
	syscall.Kill(os.Getpid(), syscall.SIGTERM)
	<-stopped
	select {
	case <-heard:
	case <-time.After(5 * time.Second):
		fmt.Println("lost a signal")
		os.Exit(3)
	}
}

var spun, spunToo int

func main() {
	if len(os.Args) > 1 {
		seed, _ := strconv.Atoi(os.Args[1])
		for i := range 300 {
			stopAndSend((seed*17 + i) % 400 * 10)
		}
		return
	}
	for i := range 200 {
		out, err := exec.Command(os.Args[0], strconv.Itoa(i)).CombinedOutput()
		var exit *exec.ExitError
		if errors.As(err, &exit) && exit.Sys().(syscall.WaitStatus).Signal() == syscall.SIGTERM {
			continue
		}
		if err != nil || len(out) > 0 {
			fmt.Println("wrong:", err, string(out))
		}
	}
	fmt.Println("none is lost")
}

// CHECK-NOT: wrong{{.*}}
// CHECK: none is lost
