// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Package os: what every operation says when it fails.
package main

import (
	"errors"
	"fmt"
	"os"
	"time"
)

func p(a ...any) { fmt.Println(a...) }

func failed[T any](_ T, err error) { p(err) }

func closedFile() {
	f, _ := os.Create("f")
	f.WriteString("abc")
	f.Close()
	p(f.Close())
	failed(f.Read(make([]byte, 1)))
	failed(f.Write([]byte("x")))
	failed(f.Stat())
	failed(f.Readdirnames(-1))
	failed(f.ReadDir(-1))
	failed(f.Seek(0, 0))
	p(f.Sync(), f.Chmod(0), f.Truncate(0), f.Chdir(), f.Chown(0, 0), f.SetDeadline(time.Now()))
	failed(f.ReadAt(nil, -1))
	failed(f.WriteAt(nil, -1))
	failed(f.SyscallConn())
	p(f.Fd() == ^uintptr(0))
	var none *os.File
	failed(none.Read(nil))
	failed(none.Stat())
	failed(none.Readdirnames(1))
	p(none.Close())
}

func openFile() {
	f, _ := os.Open("f")
	defer f.Close()
	failed(f.Readdirnames(-1))
	failed(f.Readdir(0))
	failed(f.Write([]byte("x")))
	failed(f.ReadAt(make([]byte, 1), -1))
	failed(f.WriteAt(make([]byte, 1), -1))
	p(f.SetDeadline(time.Now()))
	failed(f.Seek(-1, 0))
	g, _ := os.OpenFile("f", os.O_APPEND|os.O_RDWR, 0)
	defer g.Close()
	failed(g.WriteAt([]byte("x"), 0))
}

func pipe() {
	r, w, _ := os.Pipe()
	r.SetReadDeadline(time.Now().Add(time.Millisecond))
	_, err := r.Read(make([]byte, 1))
	p(err, errors.Is(err, os.ErrDeadlineExceeded), os.IsTimeout(err))
	fmt.Printf("%T %q %q\n", err, r.Name(), w.Name())
	failed(r.Seek(0, 0))
	r.SetReadDeadline(time.Time{})
	go func() {
		time.Sleep(time.Millisecond)
		w.WriteString("late")
		w.Close()
	}()
	data, err := readAll(r)
	p(data, err)
}

func names() {
	os.MkdirAll("a/b/c", 0777)
	p(os.Mkdir("f", 0777))
	p(os.MkdirAll("f/x/y", 0777))
	p(os.Remove("no"))
	p(os.RemoveAll("no"))
	p(os.Remove("a"))
	p(os.RemoveAll("a/."))
	p(os.RemoveAll(""))
	p(os.Rename("no", "x"))
	p(os.Rename("f", "a"))
	p(os.Link("no", "x"), os.Symlink("f", "a"))
	failed(os.Readlink("f"))
	failed(os.Readlink("no"))
	now := time.Now()
	p(os.Chdir("no"), os.Chmod("no", 0), os.Chown("no", 0, 0), os.Lchown("no", 0, 0),
		os.Chtimes("no", now, now), os.Truncate("no", 0))
	failed(os.Stat("no"))
	failed(os.Lstat("no"))
	failed(os.ReadDir("no"))
	failed(os.ReadDir("f"))
	failed(os.ReadFile("no"))
	failed(os.ReadFile("a"))
	p(os.WriteFile("a", nil, 0))
	p(os.Setenv("", ""), os.Setenv("a=", ""))
	failed(os.Open(""))
	failed(os.MkdirTemp("", "a/b"))
	failed(os.CreateTemp("", "a/b"))
	_, err := os.CreateTemp("no", "a")
	p(errors.Is(err, os.ErrNotExist))
	_, err = os.MkdirTemp("no", "a")
	p(errors.Is(err, os.ErrNotExist))
}

func directory() {
	dir, _ := os.Open(".")
	defer dir.Close()
	p(dir.Readdirnames(1)) // the only one
	rest, err := dir.Readdirnames(9)
	p(len(rest), err)
	p(dir.Readdirnames(1)) // the only one
	p(dir.Readdirnames(-1))
	info, _ := dir.Stat()
	p(info.Name(), info.Mode(), info.IsDir())
	fsys := os.DirFS(".")
	failed(fsys.Open("../x"))
	failed(fsys.Open("no"))
	fmt.Printf("%T %v\n", fsys, fsys)
}

func readAll(f *os.File) (text string, err error) {
	b := make([]byte, 512)
	for {
		n, err := f.Read(b)
		text += string(b[:n])
		if err != nil {
			return text, nil
		}
	}
}

func main() {
	dir, _ := os.MkdirTemp("", "os_errors")
	defer os.RemoveAll(dir)
	os.Chdir(dir)
	closedFile()
	openFile()
	pipe()
	directory()
	names()
	os.Stdout.Close()
	_, err := fmt.Println("x")
	fmt.Fprintln(os.Stderr, err)
}

// CHECK:close f: file already closed
// CHECK-NEXT:read f: file already closed
// CHECK-NEXT:write f: file already closed
// CHECK-NEXT:stat f: file already closed
// CHECK-NEXT:readdirent f: use of closed file
// CHECK-NEXT:readdirent f: use of closed file
// CHECK-NEXT:seek f: file already closed
// CHECK-NEXT:sync f: file already closed chmod f: file already closed truncate f: file already closed chdir f: file already closed chown f: file already closed use of closed file
// CHECK-NEXT:readat f: negative offset
// CHECK-NEXT:writeat f: negative offset
// CHECK-NEXT:<nil>
// CHECK-NEXT:true
// CHECK-NEXT:invalid argument
// CHECK-NEXT:invalid argument
// CHECK-NEXT:invalid argument
// CHECK-NEXT:invalid argument
// CHECK-NEXT:readdirent f: not a directory
// CHECK-NEXT:readdirent f: not a directory
// CHECK-NEXT:write f: bad file descriptor
// CHECK-NEXT:readat f: negative offset
// CHECK-NEXT:writeat f: negative offset
// CHECK-NEXT:file type does not support deadline
// CHECK-NEXT:seek f: invalid argument
// CHECK-NEXT:os: invalid use of WriteAt on file opened with O_APPEND
// CHECK-NEXT:read |0: i/o timeout true true
// CHECK-NEXT:*fs.PathError "|0" "|1"
// CHECK-NEXT:seek |0: illegal seek
// CHECK-NEXT:late <nil>
// CHECK-NEXT:[f] <nil>
// CHECK-NEXT:0 EOF
// CHECK-NEXT:[] EOF
// CHECK-NEXT:[] <nil>
// CHECK-NEXT:. drwx------ true
// CHECK-NEXT:open ../x: invalid argument
// CHECK-NEXT:open no: no such file or directory
// CHECK-NEXT:os.dirFS .
// CHECK-NEXT:mkdir f: file exists
// CHECK-NEXT:mkdir f: not a directory
// CHECK-NEXT:remove no: no such file or directory
// CHECK-NEXT:<nil>
// CHECK-NEXT:remove a: directory not empty
// CHECK-NEXT:RemoveAll a/.: invalid argument
// CHECK-NEXT:<nil>
// CHECK-NEXT:rename no x: no such file or directory
// CHECK-NEXT:rename f a: file exists
// CHECK-NEXT:link no x: no such file or directory symlink f a: file exists
// CHECK-NEXT:readlink f: invalid argument
// CHECK-NEXT:readlink no: no such file or directory
// CHECK-NEXT:chdir no: no such file or directory chmod no: no such file or directory chown no: no such file or directory lchown no: no such file or directory chtimes no: no such file or directory truncate no: no such file or directory
// CHECK-NEXT:stat no: no such file or directory
// CHECK-NEXT:lstat no: no such file or directory
// CHECK-NEXT:open no: no such file or directory
// CHECK-NEXT:open f: not a directory
// CHECK-NEXT:open no: no such file or directory
// CHECK-NEXT:read a: is a directory
// CHECK-NEXT:open a: is a directory
// CHECK-NEXT:setenv: invalid argument setenv: invalid argument
// CHECK-NEXT:open : no such file or directory
// CHECK-NEXT:mkdirtemp a/b: pattern contains path separator
// CHECK-NEXT:createtemp a/b: pattern contains path separator
// CHECK-NEXT:true
// CHECK-NEXT:true
// CHECK-NEXT:write /dev/stdout: file already closed
