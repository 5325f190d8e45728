// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Corners of package os: bad syntax for Expand, paths that are too long, what is missing, files that block.
package main

import (
	"errors"
	"fmt"
	"os"
	"strings"
	"syscall"
	"time"
)

func main() {
	m := func(s string) string { return "<" + s + ">" }
	for _, s := range []string{"${", "${}", "a${b", "$", "$$", "x$y z", "${y}", "$-", "${*}"} {
		fmt.Printf("%q ", os.Expand(s, m))
	}
	fmt.Println()
	p, _ := os.FindProcess(-1)
	fmt.Println(p.Signal(syscall.Signal(0)))
	dir, _ := os.MkdirTemp("", "t")
	_, err := os.MkdirTemp(dir+"/none", "x")
	fmt.Println(strings.ReplaceAll(err.Error(), dir, "DIR"))
	_, err = os.CreateTemp(dir+"/none", "xyz*")
	var pe *os.PathError
	fmt.Println(errors.As(err, &pe), pe.Op, errors.Is(err, os.ErrNotExist))
	os.Chdir(dir)
	for range 60 {
		n := strings.Repeat("d", 100)
		os.Mkdir(n, 0o700)
		os.Chdir(n)
	}
	os.Chdir("/")
	fmt.Println(os.RemoveAll(dir), os.RemoveAll(dir), os.RemoveAll(""), os.RemoveAll("/tmp/."))
	_, err = os.Stat(dir)
	fmt.Println(os.IsNotExist(err))
	var fds [2]int
	syscall.Pipe(fds[:])
	f := os.NewFile(uintptr(fds[0]), "pipe")
	fmt.Println(f.SetReadDeadline(time.Now()))
	r, w, _ := os.Pipe()
	fmt.Println(r.SetReadDeadline(time.Now().Add(time.Millisecond)))
	_, err = r.Read(make([]byte, 1))
	fmt.Println(err)
	w.Close()
}

// CHECK: "" "" "ab" "$" "<$>" "x<y> z" "<y>" "<->" "<*>"
// CHECK-NEXT: os: process already released
// CHECK-NEXT: stat DIR/none: no such file or directory
// CHECK-NEXT: true open true
// CHECK-NEXT: <nil> <nil> <nil> RemoveAll /tmp/.: invalid argument
// CHECK-NEXT: true
// CHECK-NEXT: file type does not support deadline
// CHECK-NEXT: <nil>
// CHECK-NEXT: read |0: i/o timeout
