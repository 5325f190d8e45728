// RUN: %minigo build -o %t %s
// RUN: %t file | FileCheck %s
// RUN: %exit 141 bash -c '%t fmt | true; exit $PIPESTATUS'
// RUN: %exit 141 bash -c '%t os | true; exit $PIPESTATUS'
// A write to a pipe that nobody reads is an error; on standard output SIGPIPE ends the program.
package main

import (
	"errors"
	"fmt"
	"os"
	"syscall"
)

func main() {
	switch os.Args[1] {
	case "file":
		r, w, _ := os.Pipe()
		r.Close()
		_, err := w.Write([]byte("x"))
		fmt.Println(err, errors.Is(err, syscall.EPIPE)) // CHECK: write |1: broken pipe true
	case "fmt":
		for {
			fmt.Println("more and more")
		}
	case "os":
		for {
			os.Stdout.WriteString("more and more\n")
		}
	}
}
