// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Package os: files, directories, the environment, and their errors.
package main

import (
	"errors"
	"fmt"
	"os"
)

func check(err error) {
	if err != nil {
		fmt.Println("error:", err)
	}
}

func files(dir string) {
	name := dir + "/a.txt"
	check(os.WriteFile(name, []byte("hello, world\n"), 0o644))
	data, err := os.ReadFile(name)
	fmt.Printf("%q %v\n", data, err)
	f, err := os.OpenFile(name, os.O_RDWR|os.O_APPEND, 0)
	check(err)
	n, err := f.WriteString("more")
	fmt.Println(n, err, f.Name() == name)
	at, err := f.Seek(-4, os.SEEK_END)
	fmt.Println(at, err)
	b := make([]byte, 10)
	n, err = f.Read(b)
	fmt.Println(n, err, string(b[:n]))
	n, err = f.Read(b)
	fmt.Println(n, err)
	n, err = f.ReadAt(b, 7)
	fmt.Println(n, err, string(b))
	n, err = f.ReadAt(b, 12)
	fmt.Println(n, err)
	check(f.Truncate(5))
	check(f.Close())
	fmt.Println(errors.Is(f.Close(), os.ErrClosed))
	_, err = f.Read(b)
	fmt.Println(errors.Is(err, os.ErrClosed))
	data, _ = os.ReadFile(name)
	fmt.Println(string(data))
	check(os.Rename(name, dir+"/b.txt"))
	_, err = os.Open(name)
	var pe *os.PathError
	fmt.Println(os.IsNotExist(err), errors.Is(err, os.ErrNotExist), errors.As(err, &pe), pe.Op, pe.Path == name, pe.Err)
	_, err = os.OpenFile(dir+"/b.txt", os.O_CREATE|os.O_EXCL, 0o600)
	fmt.Println(os.IsExist(err), os.IsPermission(err))
	var none *os.File
	fmt.Println(none.Close(), errors.Is(none.Close(), os.ErrInvalid))
	big := make([]byte, 100_000)
	for i := range big {
		big[i] = byte(i)
	}
	check(os.WriteFile(name, big, 0o600))
	data, err = os.ReadFile(name)
	fmt.Println(len(data), err, string(data) == string(big))
}

func directories(dir string) {
	check(os.Mkdir(dir+"/x", 0o755))
	fmt.Println(os.IsExist(os.Mkdir(dir+"/x", 0o755)))
	check(os.MkdirAll(dir+"/x/y/z", 0o755))
	check(os.MkdirAll(dir+"/x/y/z", 0o755))
	check(os.Remove(dir + "/x/y/z"))
	fmt.Println(os.Remove(dir+"/x") != nil, os.IsNotExist(os.Remove(dir+"/none")))
	check(os.Chdir(dir + "/x"))
	wd, err := os.Getwd()
	fmt.Println(wd == dir+"/x", err)
	check(os.WriteFile("relative", nil, 0o600))
	data, err := os.ReadFile(dir + "/x/relative")
	fmt.Println(len(data), data != nil, err)
}

func main() {
	dir, err := os.MkdirTemp("", "files")
	check(err)
	files(dir)
	directories(dir)
	check(os.RemoveAll(dir))
	_, err = os.ReadFile(dir + "/b.txt")
	fmt.Println(os.IsNotExist(err))
	check(os.Setenv("MINIGO_TEST", "value"))
	value, ok := os.LookupEnv("MINIGO_TEST")
	fmt.Println(os.Getenv("MINIGO_TEST"), value, ok)
	fmt.Println(os.ExpandEnv("<$MINIGO_TEST ${MINIGO_TEST}s $$ ${} $ ${x $>"))
	check(os.Unsetenv("MINIGO_TEST"))
	_, ok = os.LookupEnv("MINIGO_TEST")
	fmt.Println(ok, os.Setenv("", "x"), os.Setenv("a=b", "x"))
	fmt.Fprintln(os.Stdout, "to", "stdout")
	fmt.Fprintf(os.Stderr, "to %s\n", "stderr")
	os.Stdout.Write([]byte("bytes\n"))
	fmt.Println(os.Open("/does/not/exist"))
	fmt.Println(os.Stdin.Name(), os.Stdout.Fd(), len(os.Args), os.Getpid() > 1)
	defer fmt.Println("not printed")
	os.Exit(0)
}

// CHECK:"hello, world\n" <nil>
// CHECK-NEXT:4 <nil> true
// CHECK-NEXT:13 <nil>
// CHECK-NEXT:4 <nil> more
// CHECK-NEXT:0 EOF
// CHECK-NEXT:10 <nil> world
// CHECK-NEXT:more
// CHECK-NEXT:5 EOF
// CHECK-NEXT:true
// CHECK-NEXT:true
// CHECK-NEXT:hello
// CHECK-NEXT:true true true open true no such file or directory
// CHECK-NEXT:true false
// CHECK-NEXT:invalid argument true
// CHECK-NEXT:100000 <nil> true
// CHECK-NEXT:true
// CHECK-NEXT:true true
// CHECK-NEXT:true <nil>
// CHECK-NEXT:0 true <nil>
// CHECK-NEXT:true
// CHECK-NEXT:value value true
// CHECK-NEXT:<value values   $ x $>
// CHECK-NEXT:false setenv: invalid argument setenv: invalid argument
// CHECK-NEXT:to stdout
// CHECK-NEXT:to stderr
// CHECK-NEXT:bytes
// CHECK-NEXT:<nil> open /does/not/exist: no such file or directory
// CHECK-NEXT:/dev/stdin 1 1 true
