// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Files within a directory that names do not lead out of.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"time"
)

func main() {
	dir, _ := os.MkdirTemp("", "root")
	defer os.RemoveAll(dir)
	os.WriteFile(dir+"/outside", []byte("secret"), 0o600)
	os.Mkdir(dir+"/in", 0o755)
	r, err := os.OpenRoot(dir + "/in")
	fmt.Println(err)
	show := func(what string, err error) {
		var p *os.PathError
		var l *os.LinkError
		switch {
		case errors.As(err, &p):
			fmt.Println(what, p.Op, p.Path, p.Err)
		case errors.As(err, &l):
			fmt.Println(what, l.Op, l.Old, l.New, l.Err)
		default:
			fmt.Println(what, err)
		}
	}
	show("mkdirall", r.MkdirAll("a/b/c", 0o755))
	show("mkdirall", r.MkdirAll("a/b/c/", 0o755))
	show("write", r.WriteFile("a/b/c/f", []byte("hello"), 0o640))
	show("symlink", r.Symlink("../../outside", "a/out"))
	show("symlink", r.Symlink("b/c/f", "a/link"))
	show("symlink", r.Symlink("loop", "loop"))
	show("symlink", r.Symlink("/etc/passwd", "abs"))
	show("symlink", r.Symlink("a/b", "dirlink"))
	for _, n := range []string{"a/link", "a/out", "loop", "abs", "../outside", "a/../../outside", "a/../a/link", "nothing", "", "/", "a/link/", "dirlink/c/f", "dirlink/../link", "a", "a/b/c/f/x", "./a/./link"} {
		f, err := r.Open(n)
		if err != nil {
			show(n, err)
			continue
		}
		b, err := io.ReadAll(f)
		show(n+" "+string(b), err)
		f.Close()
	}
	for _, n := range []string{"a/link", "dirlink", "loop", "a/out", "..", ".", "dirlink/"} {
		i, err := r.Stat(n)
		if err == nil {
			fmt.Println(n, i.Name(), i.Mode(), i.IsDir())
		} else {
			show(n, err)
		}
		i, err = r.Lstat(n)
		if err == nil {
			fmt.Println(n, i.Name(), i.Mode(), i.IsDir())
		} else {
			show(n, err)
		}
	}
	show("rename", r.Rename("a/b/c/f", "g"))
	show("rename", r.Rename("nope", "g2"))
	show("rename", r.Rename("g", "../g"))
	show("link", r.Link("g", "a/h"))
	show("chmod", r.Chmod("g", 0o600))
	show("chtimes", r.Chtimes("g", time.Unix(1, 0), time.Unix(2, 0)))
	i, _ := r.Stat("g")
	fmt.Println(i.Mode(), i.ModTime().Unix(), i.Size())
	l, err := r.Readlink("a/link")
	show(l, err)
	show("create", func() error { _, err := r.Create("a/link"); return err }())
	show("remove", r.Remove("a"))
	show("remove", r.Remove("a/h"))
	show("remove", r.Remove("a/h"))
	sub, err := r.OpenRoot("dirlink")
	show("openroot", err)
	_, err = r.OpenRoot("g")
	show("openroot", err)
	_, err = sub.Open("../link")
	show("sub", err)
	fs.WalkDir(r.FS(), ".", func(p string, d fs.DirEntry, err error) error { fmt.Println(p, d.Type(), err); return nil })
	_, err = fs.ReadFile(r.FS(), "../outside")
	show("fs", err)
	show("removeall", r.RemoveAll("a"))
	show("removeall", r.RemoveAll("a"))
	show("removeall", r.RemoveAll("."))
	show("removeall", r.RemoveAll("../outside"))
	show("close", r.Close())
	_, err = r.Open("g")
	show("closed", err)
	_, err = os.OpenRoot(dir + "/outside")
	fmt.Println(errors.Unwrap(err))
	f, err := os.OpenInRoot(dir, "in/g")
	show("inroot", err)
	b, _ := io.ReadAll(f)
	fmt.Println(string(b))
}
// CHECK: <nil>
// CHECK-NEXT: mkdirall <nil>
// CHECK-NEXT: mkdirall <nil>
// CHECK-NEXT: write <nil>
// CHECK-NEXT: symlink <nil>
// CHECK-NEXT: symlink <nil>
// CHECK-NEXT: symlink <nil>
// CHECK-NEXT: symlink <nil>
// CHECK-NEXT: symlink <nil>
// CHECK-NEXT: a/link hello <nil>
// CHECK-NEXT: a/out openat a/out path escapes from parent
// CHECK-NEXT: loop openat loop too many levels of symbolic links
// CHECK-NEXT: abs openat abs path escapes from parent
// CHECK-NEXT: ../outside openat ../outside path escapes from parent
// CHECK-NEXT: a/../../outside openat a/../../outside path escapes from parent
// CHECK-NEXT: a/../a/link hello <nil>
// CHECK-NEXT: nothing openat nothing no such file or directory
// CHECK-NEXT:  openat  empty path
// CHECK-NEXT: / openat / path escapes from parent
// CHECK-NEXT: a/link/ openat a/link/ not a directory
// CHECK-NEXT: dirlink/c/f hello <nil>
// CHECK-NEXT: dirlink/../link hello <nil>
// CHECK-NEXT: a  read {{.*}}/in/a is a directory
// CHECK-NEXT: a/b/c/f/x openat a/b/c/f/x not a directory
// CHECK-NEXT: ./a/./link hello <nil>
// CHECK-NEXT: a/link link -rw-r----- false
// CHECK-NEXT: a/link link Lrwxrwxrwx false
// CHECK-NEXT: dirlink dirlink drwxr-xr-x true
// CHECK-NEXT: dirlink dirlink Lrwxrwxrwx false
// CHECK-NEXT: loop statat loop too many levels of symbolic links
// CHECK-NEXT: loop loop Lrwxrwxrwx false
// CHECK-NEXT: a/out statat a/out path escapes from parent
// CHECK-NEXT: a/out out Lrwxrwxrwx false
// CHECK-NEXT: .. statat .. path escapes from parent
// CHECK-NEXT: .. statat .. path escapes from parent
// CHECK-NEXT: . . drwxr-xr-x true
// CHECK-NEXT: . . drwxr-xr-x true
// CHECK-NEXT: dirlink/ dirlink drwxr-xr-x true
// CHECK-NEXT: dirlink/ dirlink drwxr-xr-x true
// CHECK-NEXT: rename <nil>
// CHECK-NEXT: rename renameat nope g2 no such file or directory
// CHECK-NEXT: rename renameat g ../g path escapes from parent
// CHECK-NEXT: link <nil>
// CHECK-NEXT: chmod <nil>
// CHECK-NEXT: chtimes <nil>
// CHECK-NEXT: -rw------- 2 5
// CHECK-NEXT: b/c/f <nil>
// CHECK-NEXT: create <nil>
// CHECK-NEXT: remove removeat a directory not empty
// CHECK-NEXT: remove <nil>
// CHECK-NEXT: remove removeat a/h no such file or directory
// CHECK-NEXT: openroot <nil>
// CHECK-NEXT: openroot open {{.*}}/in/g not a directory
// CHECK-NEXT: sub openat ../link path escapes from parent
// CHECK-NEXT: . d--------- <nil>
// CHECK-NEXT: a d--------- <nil>
// CHECK-NEXT: a/b d--------- <nil>
// CHECK-NEXT: a/b/c d--------- <nil>
// CHECK-NEXT: a/b/c/f ---------- <nil>
// CHECK-NEXT: a/link L--------- <nil>
// CHECK-NEXT: a/out L--------- <nil>
// CHECK-NEXT: abs L--------- <nil>
// CHECK-NEXT: dirlink L--------- <nil>
// CHECK-NEXT: g ---------- <nil>
// CHECK-NEXT: loop L--------- <nil>
// CHECK-NEXT: fs readfile ../outside invalid argument
// CHECK-NEXT: removeall <nil>
// CHECK-NEXT: removeall <nil>
// CHECK-NEXT: removeall RemoveAll . invalid argument
// CHECK-NEXT: removeall RemoveAll ../outside path escapes from parent
// CHECK-NEXT: close <nil>
// CHECK-NEXT: closed openat g file already closed
// CHECK-NEXT: not a directory
// CHECK-NEXT: inroot <nil>
// CHECK-NEXT: hello
