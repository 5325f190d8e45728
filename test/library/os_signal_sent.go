// RUN: %minigo build -o %t %s
// RUN: %t notify 2>&1 | FileCheck %s --check-prefix=NOTIFY --match-full-lines
// RUN: %t ignore 2>&1 | FileCheck %s --check-prefix=IGNORE --match-full-lines
// RUN: %exit 2 %t end 6 2>&1 | FileCheck %s --check-prefixes=ABORT,END
// RUN: %exit 2 %t end 4 2>&1 | FileCheck %s --check-prefixes=ILL,END
// RUN: %exit 2 %t end 11 2>&1 | FileCheck %s --check-prefixes=SEGV,END
// RUN: %exit 2 %t alone 31 2>&1 | FileCheck %s --check-prefixes=SYS
// RUN: %t end 27 2>&1 | FileCheck %s --check-prefix=PASSES
// RUN: %t end 35 2>&1 | FileCheck %s --check-prefix=PASSES
// RUN: %exit 2 %t fault 2>&1 | FileCheck %s --check-prefix=FAULT
// Signals that are sent, also those that the processor sends for a fault: a program may hear of
// them or ignore them; else they end it with all goroutines, or pass. Real faults stay panics.
package main

import (
	"fmt"
	"os"
	"os/signal"
	"strconv"
	"syscall"
	"time"
)

var all = []syscall.Signal{
	syscall.SIGSEGV, syscall.SIGBUS, syscall.SIGFPE, syscall.SIGURG,
	syscall.SIGILL, syscall.SIGTRAP, syscall.SIGABRT, syscall.SIGSTKFLT, syscall.SIGSYS,
}

func send(s syscall.Signal) {
	if err := syscall.Kill(os.Getpid(), s); err != nil {
		fmt.Println(err)
	}
}

func fault(why string) {
	defer func() { fmt.Println(why, recover()) }()
	var p *int
	*p = 1
}

func notify() {
	c := make(chan os.Signal, 1)
	for _, s := range all {
		signal.Notify(c, s)
		send(s)
		fmt.Println(<-c)
	}
	fault("wanted:")
	signal.Reset()
	fault("reset:")
}

func ignore() {
	for _, s := range all {
		signal.Ignore(s)
		send(s)
		fmt.Print(signal.Ignored(s), " ")
	}
	fmt.Println()
	fault("ignored:")
	// Stopped, it is as it was before it was ignored.
	c := make(chan os.Signal, 1)
	signal.Ignore(syscall.SIGABRT)
	signal.Notify(c, syscall.SIGABRT)
	fmt.Println(signal.Ignored(syscall.SIGABRT))
	signal.Stop(c)
	fmt.Println(signal.Ignored(syscall.SIGABRT))
}

func main() {
	switch os.Args[1] {
	case "notify":
		notify()
	case "ignore":
		ignore()
	case "fault":
		signal.Notify(make(chan os.Signal, 1))
		var p *int
		*p = 1
	case "end":
		go func() { select {} }()
		fallthrough
	case "alone":
		n, _ := strconv.Atoi(os.Args[2])
		time.Sleep(5 * time.Millisecond)
		send(syscall.Signal(n))
		time.Sleep(100 * time.Millisecond)
		fmt.Println("goes on")
	}
}

// NOTIFY:      segmentation fault
// NOTIFY-NEXT: bus error
// NOTIFY-NEXT: floating point exception
// NOTIFY-NEXT: urgent I/O condition
// NOTIFY-NEXT: illegal instruction
// NOTIFY-NEXT: trace/breakpoint trap
// NOTIFY-NEXT: aborted
// NOTIFY-NEXT: stack fault
// NOTIFY-NEXT: bad system call
// NOTIFY-NEXT: wanted: runtime error: invalid memory address or nil pointer dereference
// NOTIFY-NEXT: reset: runtime error: invalid memory address or nil pointer dereference
// IGNORE:      true true true true true true true true true{{ *}}
// IGNORE-NEXT: ignored: runtime error: invalid memory address or nil pointer dereference
// IGNORE-NEXT: false
// IGNORE-NEXT: false
// ABORT: {{^}}SIGABRT: abort
// ILL: {{^}}SIGILL: illegal instruction
// SEGV: {{^}}SIGSEGV: segmentation violation
// SYS: {{^}}SIGSYS: bad system call
// ABORT-NEXT: PC=0x{{[0-9a-f]+}} m=0 sigcode=0{{$}}
// ILL-NEXT: PC=0x{{[0-9a-f]+}} m=0 sigcode=0{{$}}
// ILL-NEXT: instruction bytes: 0x{{[0-9a-f]+( 0x[0-9a-f]+)*$}}
// SEGV-NEXT: PC=0x{{[0-9a-f]+}} m=0 sigcode=0 addr=0x{{[0-9a-f]+$}}
// SYS-NEXT: PC=0x{{[0-9a-f]+}} m=0 sigcode=0{{$}}
// SYS-EMPTY:
// SYS-NEXT: goroutine 1
// SYS: main.main()
// END-EMPTY:
// END-NEXT: goroutine 1
// END: main.main()
// END: [select (no cases)]:
// END-NEXT: main.main.func1()
// PASSES: goes on
// FAULT: panic: runtime error: invalid memory address or nil pointer dereference
// FAULT-NEXT: [signal SIGSEGV: segmentation violation code=0x1 addr=0x0
