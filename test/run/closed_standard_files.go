// RUN: %minigo build -o %t %s
// RUN: sh -c '%t <&- 3>%t.out >&-' 2>&1 | FileCheck %s
// Standard files that are closed when the program starts are /dev/null: none of its own files takes their place.
package main

import (
	"fmt"
	"os"
)

func main() {
	n, err := os.Stdin.Read(make([]byte, 1))
	fmt.Println("lost")
	file, failed := os.Open(os.Args[0])
	// CHECK: 0 EOF true <nil>
	fmt.Fprintln(os.Stderr, n, err, file.Fd() > 2, failed)
}
