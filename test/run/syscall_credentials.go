// RUN: %minigo run %s | FileCheck %s
// Changes of user and group reach all threads; who is not root may only stay who it is.
package main

import (
	"fmt"
	"syscall"
)

func main() {
	uid, gid := syscall.Getuid(), syscall.Getgid()
	fmt.Println(syscall.Setregid(gid, gid), syscall.Setgid(gid), syscall.Setresgid(-1, gid, -1)) // CHECK: <nil> <nil> <nil>
	if uid == 0 {
		uid = 65534
	}
	fmt.Println(syscall.Setreuid(uid, uid), syscall.Setuid(uid), syscall.Seteuid(uid)) // CHECK-NEXT: <nil> <nil> <nil>
	same := make(chan bool)
	for range 4 {
		go func() { same <- syscall.Geteuid() == uid }()
	}
	fmt.Println(<-same, <-same, <-same, <-same)                  // CHECK-NEXT: true true true true
	fmt.Println(syscall.Setuid(0), syscall.Setresuid(-1, 0, -1)) // CHECK-NEXT: operation not permitted operation not permitted
}
