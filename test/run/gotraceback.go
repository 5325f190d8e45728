// RUN: %minigo build -o %t %s
// RUN: env GOTRACEBACK=none %exit 2 %t 2>&1 | FileCheck --check-prefix=NONE %s
// RUN: %exit 2 %t 2>&1 | FileCheck --check-prefix=SINGLE %s
// RUN: env GOTRACEBACK=all GOMAXPROCS=1 %exit 2 %t 2>&1 | FileCheck --check-prefix=ALL %s
// RUN: env GOTRACEBACK=all GOMAXPROCS=4 %exit 2 %t 2>&1 | FileCheck --check-prefix=ALL %s
// RUN: env GOTRACEBACK=1 %exit 2 %t 2>&1 | FileCheck --check-prefix=ALL %s
// RUN: env GOTRACEBACK=system %exit 2 %t 2>&1 | FileCheck --check-prefix=ALL %s
// RUN: env GOTRACEBACK=17 %exit 2 %t 2>&1 | FileCheck --check-prefix=ALL %s
// RUN: env GOTRACEBACK=0 %exit 2 %t 2>&1 | FileCheck --check-prefix=NONE %s
// RUN: env GOTRACEBACK=unknown %exit 2 %t 2>&1 | FileCheck --check-prefix=NONE %s
// RUN: env GOTRACEBACK=-1 %exit 2 %t 2>&1 | FileCheck --check-prefix=NONE %s
// RUN: %exit 2 %python %S/Inputs/send_signal.py QUIT %t wait 2>&1 | FileCheck --check-prefix=QUIT %s
// RUN: %exit 2 %python %S/Inputs/send_signal.py QUIT %t alone 2>&1 | FileCheck --check-prefix=ALONE %s
// UNSUPPORTED: sanitizer
// GOTRACEBACK says whose stacks a panic shows; SIGQUIT shows all. (In a sanitizer build also frames of the library.)
package main

import (
	"os"
	"time"
)

func waits(c chan int) { <-c }

func spin() {
	println("ready")
	for {
		spun++
	}
}

var spun int

func main() {
	if len(os.Args) > 1 && os.Args[1] == "alone" {
		spin() // no goroutine was ever started
	}
	go waits(make(chan int))
	time.Sleep(time.Millisecond)
	if len(os.Args) > 1 {
		println("ready")
		time.Sleep(time.Hour)
	}
	panic("boom")
}

// NONE: panic: boom
// NONE-NOT: goroutine

// SINGLE: panic: boom
// SINGLE: goroutine 1 [running]:
// SINGLE-NOT: chan receive

// ALL: goroutine 1 [running]:
// ALL-NEXT: main.main()
// ALL: goroutine {{[0-9]+}} [chan receive]:
// ALL-NEXT: main.waits(...)
// ALL: created by main.main in goroutine 1

// QUIT: SIGQUIT: quit
// QUIT-NEXT: PC=0x
// QUIT: goroutine 1 [sleep]:
// QUIT-NEXT: main.main()
// QUIT: goroutine {{[0-9]+}} [chan receive]:

// ALONE: SIGQUIT: quit
// ALONE-NEXT: PC=0x
// ALONE: goroutine 1 [running]:
// ALONE: main.spin()
// ALONE: main.main()
