// fmt.Scan and its like read os.Stdin, whatever file that is.

// RUN: echo not this | %minigo run %s | FileCheck --match-full-lines %s
package main

import (
	"fmt"
	"os"
)

func main() {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	os.Stdin = r
	answer := make(chan bool)
	go func() {
		fmt.Fprintln(w, "1 two")
		<-answer
		fmt.Fprint(w, "3-4\nlast\n")
		w.Close()
	}()
	var n, m int
	var s string
	fmt.Println(fmt.Scan(&n, &s))
	answer <- true
	fmt.Println(n, s)
	fmt.Println(fmt.Scanln())
	fmt.Println(fmt.Scanf("%d-%d\n", &n, &m))
	fmt.Println(n, m)
	fmt.Println(fmt.Scanln(&s))
	fmt.Println(s)
	fmt.Println(fmt.Scan(&s))
	os.Stdin = nil
	fmt.Println(fmt.Scan(&s))
}

// CHECK: 2 <nil>
// CHECK-NEXT: 1 two
// CHECK-NEXT: 0 expected newline
// CHECK-NEXT: 1 input does not match format
// CHECK-NEXT: -4 0
// CHECK-NEXT: 1 <nil>
// CHECK-NEXT: last
// CHECK-NEXT: 0 EOF
// CHECK-NEXT: 0 invalid argument
