// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Names with a slash at their end, within a directory: the kernel follows a link before a slash, so it never sees one.
package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

var paths = []string{"outdir/", "abs//", "chainout/.", "infile/", "dangling/", "missing/", "slashlink/", "dotlink/..", "dir/sub/..", "indir/./"}

func setup(base string) string {
	os.RemoveAll(base)
	os.MkdirAll(base+"/out/d", 0o777)
	os.WriteFile(base+"/out/secret", []byte("secret"), 0o666)
	in := base + "/in"
	os.MkdirAll(in+"/dir/sub", 0o777)
	os.WriteFile(in+"/file", []byte("file"), 0o666)
	ln := func(t, n string) {
		if err := os.Symlink(t, in+"/"+n); err != nil {
			panic(err)
		}
	}
	ln("../out", "outdir")
	ln("../out/secret", "outfile")
	ln("dir", "indir")
	ln("file", "infile")
	ln("nothing", "dangling")
	ln("loop", "loop")
	ln(base+"/out", "abs")
	ln("..", "up")
	ln("indir", "chain")
	ln("outdir", "chainout")
	ln("dir/", "slashlink")
	ln(".", "dotlink")
	return in
}

func dump(base string) string {
	var b strings.Builder
	filepath.WalkDir(base, func(p string, d os.DirEntry, err error) error {
		if err != nil {
			fmt.Fprint(&b, "ERR ", err)
			return nil
		}
		i, _ := d.Info()
		l := ""
		if i.Mode()&os.ModeSymlink != 0 {
			l, _ = os.Readlink(p)
			l = strings.TrimPrefix(l, base) + " "
		}
		fmt.Fprint(&b, strings.TrimPrefix(p, base), " ", i.Mode(), " ", l, i.ModTime().Year() == 1999, ";")
		return nil
	})
	return b.String()
}

func main() {
	base, _ := os.MkdirTemp("", "slash")
	defer os.RemoveAll(base)
	syscall.Umask(0o22)
	type op struct {
		name string
		do   func(r *os.Root, n string) (any, error)
	}
	info := func(i os.FileInfo, err error) (any, error) {
		if err != nil {
			return nil, err
		}
		return fmt.Sprint(i.Name(), i.Mode()), nil
	}
	ops := []op{
		{"stat", func(r *os.Root, n string) (any, error) { return info(r.Stat(n)) }},
		{"lstat", func(r *os.Root, n string) (any, error) { return info(r.Lstat(n)) }},
		{"open", func(r *os.Root, n string) (any, error) {
			f, err := r.Open(n)
			if err == nil {
				f.Close()
				return f.Name(), nil
			}
			return nil, err
		}},
		{"create", func(r *os.Root, n string) (any, error) {
			f, err := r.Create(n)
			if err == nil {
				f.Close()
			}
			return nil, err
		}},
		{"excl", func(r *os.Root, n string) (any, error) {
			f, err := r.OpenFile(n, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
			if err == nil {
				f.Close()
			}
			return nil, err
		}},
		{"openroot", func(r *os.Root, n string) (any, error) {
			f, err := r.OpenRoot(n)
			if err == nil {
				f.Close()
			}
			return nil, err
		}},
		{"mkdir", func(r *os.Root, n string) (any, error) { return nil, r.Mkdir(n, 0o755) }},
		{"mkdirall", func(r *os.Root, n string) (any, error) { return nil, r.MkdirAll(n+"x/y", 0o755) }},
		{"mkdirall2", func(r *os.Root, n string) (any, error) { return nil, r.MkdirAll(n, 0o755) }},
		{"mkdirall3", func(r *os.Root, n string) (any, error) { return nil, r.MkdirAll(n+"/z", 0o755) }},
		{"remove", func(r *os.Root, n string) (any, error) { return nil, r.Remove(n) }},
		{"removeall", func(r *os.Root, n string) (any, error) { return nil, r.RemoveAll(n) }},
		{"chmod", func(r *os.Root, n string) (any, error) { return nil, r.Chmod(n, 0o700) }},
		{"chown", func(r *os.Root, n string) (any, error) { return nil, r.Chown(n, 0, 0) }},
		{"lchown", func(r *os.Root, n string) (any, error) { return nil, r.Lchown(n, 0, 0) }},
		{"chtimes", func(r *os.Root, n string) (any, error) {
			t := time.Date(1999, 1, 2, 3, 4, 5, 0, time.UTC)
			return nil, r.Chtimes(n, t, t)
		}},
		{"readlink", func(r *os.Root, n string) (any, error) { return r.Readlink(n) }},
		{"symlink", func(r *os.Root, n string) (any, error) { return nil, r.Symlink("zzz", n) }},
		{"link1", func(r *os.Root, n string) (any, error) { return nil, r.Link(n, "new") }},
		{"link2", func(r *os.Root, n string) (any, error) { return nil, r.Link("file", n) }},
		{"rename1", func(r *os.Root, n string) (any, error) { return nil, r.Rename(n, "new") }},
		{"rename2", func(r *os.Root, n string) (any, error) { return nil, r.Rename("dir", n) }},
		{"rename3", func(r *os.Root, n string) (any, error) { return nil, r.Rename("file", n) }},
		{"rename4", func(r *os.Root, n string) (any, error) { return nil, r.Rename(n, "new/") }},
		{"rename5", func(r *os.Root, n string) (any, error) { return nil, r.Rename("infile", n) }},
		{"writefile", func(r *os.Root, n string) (any, error) { return nil, r.WriteFile(n, []byte("x"), 0o600) }},
	}
	for _, o := range ops {
		for _, n := range paths {
			in := setup(base)
			before := dump(base)
			r, err := os.OpenRoot(in)
			if err != nil {
				panic(err)
			}
			v, err := o.do(r, n)
			r.Close()
			fmt.Println(o.name, n, strings.ReplaceAll(fmt.Sprint(v, " ", err), base, ""))
			compare(before, dump(base))
		}
	}
}

func compare(before, after string) {
	for _, line := range strings.Split(before, ";") {
		if !strings.Contains(after, line) {
			fmt.Println("  -", line)
		}
	}
	for _, line := range strings.Split(after, ";") {
		if !strings.Contains(before, line) {
			fmt.Println("  +", line)
		}
	}
}

// CHECK: stat outdir/ <nil> statat outdir/: path escapes from parent
// CHECK-NEXT: stat abs// <nil> statat abs//: path escapes from parent
// CHECK-NEXT: stat chainout/. <nil> statat chainout/.: path escapes from parent
// CHECK-NEXT: stat infile/ <nil> statat infile/: not a directory
// CHECK-NEXT: stat dangling/ <nil> statat dangling/: no such file or directory
// CHECK-NEXT: stat missing/ <nil> statat missing/: no such file or directory
// CHECK-NEXT: stat slashlink/ slashlinkdrwxr-xr-x <nil>
// CHECK-NEXT: stat dotlink/.. <nil> statat dotlink/..: path escapes from parent
// CHECK-NEXT: stat dir/sub/.. ..drwxr-xr-x <nil>
// CHECK-NEXT: stat indir/./ .drwxr-xr-x <nil>
// CHECK-NEXT: lstat outdir/ <nil> statat outdir/: path escapes from parent
// CHECK-NEXT: lstat abs// <nil> statat abs//: path escapes from parent
// CHECK-NEXT: lstat chainout/. <nil> statat chainout/.: path escapes from parent
// CHECK-NEXT: lstat infile/ <nil> statat infile/: not a directory
// CHECK-NEXT: lstat dangling/ <nil> statat dangling/: no such file or directory
// CHECK-NEXT: lstat missing/ <nil> statat missing/: no such file or directory
// CHECK-NEXT: lstat slashlink/ slashlinkdrwxr-xr-x <nil>
// CHECK-NEXT: lstat dotlink/.. <nil> statat dotlink/..: path escapes from parent
// CHECK-NEXT: lstat dir/sub/.. ..drwxr-xr-x <nil>
// CHECK-NEXT: lstat indir/./ .drwxr-xr-x <nil>
// CHECK-NEXT: open outdir/ <nil> openat outdir/: path escapes from parent
// CHECK-NEXT: open abs// <nil> openat abs//: path escapes from parent
// CHECK-NEXT: open chainout/. <nil> openat chainout/.: path escapes from parent
// CHECK-NEXT: open infile/ <nil> openat infile/: not a directory
// CHECK-NEXT: open dangling/ <nil> openat dangling/: no such file or directory
// CHECK-NEXT: open missing/ <nil> openat missing/: no such file or directory
// CHECK-NEXT: open slashlink/ /in/slashlink/ <nil>
// CHECK-NEXT: open dotlink/.. <nil> openat dotlink/..: path escapes from parent
// CHECK-NEXT: open dir/sub/.. /in/dir/sub/.. <nil>
// CHECK-NEXT: open indir/./ /in/indir/./ <nil>
// CHECK-NEXT: create outdir/ <nil> openat outdir/: path escapes from parent
// CHECK-NEXT: create abs// <nil> openat abs//: path escapes from parent
// CHECK-NEXT: create chainout/. <nil> openat chainout/.: path escapes from parent
// CHECK-NEXT: create infile/ <nil> openat infile/: not a directory
// CHECK-NEXT: create dangling/ <nil> openat dangling/: no such file or directory
// CHECK-NEXT: create missing/ <nil> openat missing/: no such file or directory
// CHECK-NEXT: create slashlink/ <nil> openat slashlink/: is a directory
// CHECK-NEXT: create dotlink/.. <nil> openat dotlink/..: path escapes from parent
// CHECK-NEXT: create dir/sub/.. <nil> openat dir/sub/..: is a directory
// CHECK-NEXT: create indir/./ <nil> openat indir/./: is a directory
// CHECK-NEXT: excl outdir/ <nil> openat outdir/: path escapes from parent
// CHECK-NEXT: excl abs// <nil> openat abs//: path escapes from parent
// CHECK-NEXT: excl chainout/. <nil> openat chainout/.: path escapes from parent
// CHECK-NEXT: excl infile/ <nil> openat infile/: not a directory
// CHECK-NEXT: excl dangling/ <nil> openat dangling/: no such file or directory
// CHECK-NEXT: excl missing/ <nil> openat missing/: no such file or directory
// CHECK-NEXT: excl slashlink/ <nil> openat slashlink/: file exists
// CHECK-NEXT: excl dotlink/.. <nil> openat dotlink/..: path escapes from parent
// CHECK-NEXT: excl dir/sub/.. <nil> openat dir/sub/..: file exists
// CHECK-NEXT: excl indir/./ <nil> openat indir/./: file exists
// CHECK-NEXT: openroot outdir/ <nil> openat outdir/: path escapes from parent
// CHECK-NEXT: openroot abs// <nil> openat abs//: path escapes from parent
// CHECK-NEXT: openroot chainout/. <nil> openat chainout/.: path escapes from parent
// CHECK-NEXT: openroot infile/ <nil> openat infile/: not a directory
// CHECK-NEXT: openroot dangling/ <nil> openat dangling/: no such file or directory
// CHECK-NEXT: openroot missing/ <nil> openat missing/: no such file or directory
// CHECK-NEXT: openroot slashlink/ <nil> <nil>
// CHECK-NEXT: openroot dotlink/.. <nil> openat dotlink/..: path escapes from parent
// CHECK-NEXT: openroot dir/sub/.. <nil> <nil>
// CHECK-NEXT: openroot indir/./ <nil> <nil>
// CHECK-NEXT: mkdir outdir/ <nil> mkdirat outdir/: file exists
// CHECK-NEXT: mkdir abs// <nil> mkdirat abs//: file exists
// CHECK-NEXT: mkdir chainout/. <nil> mkdirat chainout/.: path escapes from parent
// CHECK-NEXT: mkdir infile/ <nil> mkdirat infile/: file exists
// CHECK-NEXT: mkdir dangling/ <nil> mkdirat dangling/: file exists
// CHECK-NEXT: mkdir missing/ <nil> <nil>
// CHECK-NEXT:   + /in/missing drwxr-xr-x false
// CHECK-NEXT: mkdir slashlink/ <nil> mkdirat slashlink/: file exists
// CHECK-NEXT: mkdir dotlink/.. <nil> mkdirat dotlink/..: path escapes from parent
// CHECK-NEXT: mkdir dir/sub/.. <nil> mkdirat dir/sub/..: file exists
// CHECK-NEXT: mkdir indir/./ <nil> mkdirat indir/./: file exists
// CHECK-NEXT: mkdirall outdir/ <nil> mkdirat outdir/x/y: path escapes from parent
// CHECK-NEXT: mkdirall abs// <nil> mkdirat abs//x/y: path escapes from parent
// CHECK-NEXT: mkdirall chainout/. <nil> mkdirat chainout/.x/y: path escapes from parent
// CHECK-NEXT: mkdirall infile/ <nil> openat file: not a directory
// CHECK-NEXT: mkdirall dangling/ <nil> <nil>
// CHECK-NEXT:   + /in/nothing drwxr-xr-x false
// CHECK-NEXT:   + /in/nothing/x drwxr-xr-x false
// CHECK-NEXT:   + /in/nothing/x/y drwxr-xr-x false
// CHECK-NEXT: mkdirall missing/ <nil> <nil>
// CHECK-NEXT:   + /in/missing drwxr-xr-x false
// CHECK-NEXT:   + /in/missing/x drwxr-xr-x false
// CHECK-NEXT:   + /in/missing/x/y drwxr-xr-x false
// CHECK-NEXT: mkdirall slashlink/ <nil> <nil>
// CHECK-NEXT:   + /in/dir/x drwxr-xr-x false
// CHECK-NEXT:   + /in/dir/x/y drwxr-xr-x false
// CHECK-NEXT: mkdirall dotlink/.. <nil> <nil>
// CHECK-NEXT:   + /in/..x drwxr-xr-x false
// CHECK-NEXT:   + /in/..x/y drwxr-xr-x false
// CHECK-NEXT: mkdirall dir/sub/.. <nil> <nil>
// CHECK-NEXT:   + /in/dir/sub/..x drwxr-xr-x false
// CHECK-NEXT:   + /in/dir/sub/..x/y drwxr-xr-x false
// CHECK-NEXT: mkdirall indir/./ <nil> <nil>
// CHECK-NEXT:   + /in/dir/x drwxr-xr-x false
// CHECK-NEXT:   + /in/dir/x/y drwxr-xr-x false
// CHECK-NEXT: mkdirall2 outdir/ <nil> mkdirat outdir: statat outdir/: path escapes from parent
// CHECK-NEXT: mkdirall2 abs// <nil> mkdirat abs: statat abs//: path escapes from parent
// CHECK-NEXT: mkdirall2 chainout/. <nil> mkdirat chainout/.: path escapes from parent
// CHECK-NEXT: mkdirall2 infile/ <nil> mkdirat infile: statat infile/: not a directory
// CHECK-NEXT: mkdirall2 dangling/ <nil> mkdirat dangling: file exists
// CHECK-NEXT: mkdirall2 missing/ <nil> <nil>
// CHECK-NEXT:   + /in/missing drwxr-xr-x false
// CHECK-NEXT: mkdirall2 slashlink/ <nil> <nil>
// CHECK-NEXT: mkdirall2 dotlink/.. <nil> mkdirat dotlink/..: path escapes from parent
// CHECK-NEXT: mkdirall2 dir/sub/.. <nil> <nil>
// CHECK-NEXT: mkdirall2 indir/./ <nil> <nil>
// CHECK-NEXT: mkdirall3 outdir/ <nil> mkdirat outdir//z: path escapes from parent
// CHECK-NEXT: mkdirall3 abs// <nil> mkdirat abs///z: path escapes from parent
// CHECK-NEXT: mkdirall3 chainout/. <nil> mkdirat chainout/./z: path escapes from parent
// CHECK-NEXT: mkdirall3 infile/ <nil> openat file: not a directory
// CHECK-NEXT: mkdirall3 dangling/ <nil> <nil>
// CHECK-NEXT:   + /in/nothing drwxr-xr-x false
// CHECK-NEXT:   + /in/nothing/z drwxr-xr-x false
// CHECK-NEXT: mkdirall3 missing/ <nil> <nil>
// CHECK-NEXT:   + /in/missing drwxr-xr-x false
// CHECK-NEXT:   + /in/missing/z drwxr-xr-x false
// CHECK-NEXT: mkdirall3 slashlink/ <nil> <nil>
// CHECK-NEXT:   + /in/dir/z drwxr-xr-x false
// CHECK-NEXT: mkdirall3 dotlink/.. <nil> mkdirat dotlink/../z: path escapes from parent
// CHECK-NEXT: mkdirall3 dir/sub/.. <nil> <nil>
// CHECK-NEXT:   + /in/dir/z drwxr-xr-x false
// CHECK-NEXT: mkdirall3 indir/./ <nil> <nil>
// CHECK-NEXT:   + /in/dir/z drwxr-xr-x false
// CHECK-NEXT: remove outdir/ <nil> removeat outdir/: path escapes from parent
// CHECK-NEXT: remove abs// <nil> removeat abs//: path escapes from parent
// CHECK-NEXT: remove chainout/. <nil> removeat chainout/.: path escapes from parent
// CHECK-NEXT: remove infile/ <nil> removeat infile/: not a directory
// CHECK-NEXT: remove dangling/ <nil> removeat dangling/: no such file or directory
// CHECK-NEXT: remove missing/ <nil> removeat missing/: no such file or directory
// CHECK-NEXT: remove slashlink/ <nil> removeat slashlink/: directory not empty
// CHECK-NEXT: remove dotlink/.. <nil> removeat dotlink/..: path escapes from parent
// CHECK-NEXT: remove dir/sub/.. <nil> removeat dir/sub/..: directory not empty
// CHECK-NEXT: remove indir/./ <nil> removeat indir/./: invalid argument
// CHECK-NEXT: removeall outdir/ <nil> <nil>
// CHECK-NEXT:   - /in/outdir Lrwxrwxrwx ../out false
// CHECK-NEXT: removeall abs// <nil> <nil>
// CHECK-NEXT:   - /in/abs Lrwxrwxrwx /out false
// CHECK-NEXT: removeall chainout/. <nil> RemoveAll chainout/.: invalid argument
// CHECK-NEXT: removeall infile/ <nil> <nil>
// CHECK-NEXT:   - /in/infile Lrwxrwxrwx file false
// CHECK-NEXT: removeall dangling/ <nil> <nil>
// CHECK-NEXT:   - /in/dangling Lrwxrwxrwx nothing false
// CHECK-NEXT: removeall missing/ <nil> <nil>
// CHECK-NEXT: removeall slashlink/ <nil> <nil>
// CHECK-NEXT:   - /in/slashlink Lrwxrwxrwx dir/ false
// CHECK-NEXT: removeall dotlink/.. <nil> RemoveAll dotlink/..: path escapes from parent
// CHECK-NEXT: removeall dir/sub/.. <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   - /in/dir/sub drwxr-xr-x false
// CHECK-NEXT: removeall indir/./ <nil> RemoveAll indir/.: invalid argument
// CHECK-NEXT: chmod outdir/ <nil> chmodat outdir/: path escapes from parent
// CHECK-NEXT: chmod abs// <nil> chmodat abs//: path escapes from parent
// CHECK-NEXT: chmod chainout/. <nil> chmodat chainout/.: path escapes from parent
// CHECK-NEXT: chmod infile/ <nil> chmodat infile/: not a directory
// CHECK-NEXT: chmod dangling/ <nil> chmodat dangling/: no such file or directory
// CHECK-NEXT: chmod missing/ <nil> chmodat missing/: no such file or directory
// CHECK-NEXT: chmod slashlink/ <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   + /in/dir drwx------ false
// CHECK-NEXT: chmod dotlink/.. <nil> chmodat dotlink/..: path escapes from parent
// CHECK-NEXT: chmod dir/sub/.. <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   + /in/dir drwx------ false
// CHECK-NEXT: chmod indir/./ <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   + /in/dir drwx------ false
// CHECK-NEXT: chown outdir/ <nil> chownat outdir/: path escapes from parent
// CHECK-NEXT: chown abs// <nil> chownat abs//: path escapes from parent
// CHECK-NEXT: chown chainout/. <nil> chownat chainout/.: path escapes from parent
// CHECK-NEXT: chown infile/ <nil> chownat infile/: not a directory
// CHECK-NEXT: chown dangling/ <nil> chownat dangling/: no such file or directory
// CHECK-NEXT: chown missing/ <nil> chownat missing/: no such file or directory
// CHECK-NEXT: chown slashlink/ <nil> <nil>
// CHECK-NEXT: chown dotlink/.. <nil> chownat dotlink/..: path escapes from parent
// CHECK-NEXT: chown dir/sub/.. <nil> <nil>
// CHECK-NEXT: chown indir/./ <nil> <nil>
// CHECK-NEXT: lchown outdir/ <nil> lchownat outdir/: path escapes from parent
// CHECK-NEXT: lchown abs// <nil> lchownat abs//: path escapes from parent
// CHECK-NEXT: lchown chainout/. <nil> lchownat chainout/.: path escapes from parent
// CHECK-NEXT: lchown infile/ <nil> lchownat infile/: not a directory
// CHECK-NEXT: lchown dangling/ <nil> lchownat dangling/: no such file or directory
// CHECK-NEXT: lchown missing/ <nil> lchownat missing/: no such file or directory
// CHECK-NEXT: lchown slashlink/ <nil> <nil>
// CHECK-NEXT: lchown dotlink/.. <nil> lchownat dotlink/..: path escapes from parent
// CHECK-NEXT: lchown dir/sub/.. <nil> <nil>
// CHECK-NEXT: lchown indir/./ <nil> <nil>
// CHECK-NEXT: chtimes outdir/ <nil> chtimesat outdir/: path escapes from parent
// CHECK-NEXT: chtimes abs// <nil> chtimesat abs//: path escapes from parent
// CHECK-NEXT: chtimes chainout/. <nil> chtimesat chainout/.: path escapes from parent
// CHECK-NEXT: chtimes infile/ <nil> chtimesat infile/: not a directory
// CHECK-NEXT: chtimes dangling/ <nil> chtimesat dangling/: no such file or directory
// CHECK-NEXT: chtimes missing/ <nil> chtimesat missing/: no such file or directory
// CHECK-NEXT: chtimes slashlink/ <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   + /in/dir drwxr-xr-x true
// CHECK-NEXT: chtimes dotlink/.. <nil> chtimesat dotlink/..: path escapes from parent
// CHECK-NEXT: chtimes dir/sub/.. <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   + /in/dir drwxr-xr-x true
// CHECK-NEXT: chtimes indir/./ <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   + /in/dir drwxr-xr-x true
// CHECK-NEXT: readlink outdir/  readlinkat outdir/: path escapes from parent
// CHECK-NEXT: readlink abs//  readlinkat abs//: path escapes from parent
// CHECK-NEXT: readlink chainout/.  readlinkat chainout/.: path escapes from parent
// CHECK-NEXT: readlink infile/  readlinkat infile/: not a directory
// CHECK-NEXT: readlink dangling/  readlinkat dangling/: no such file or directory
// CHECK-NEXT: readlink missing/  readlinkat missing/: no such file or directory
// CHECK-NEXT: readlink slashlink/  readlinkat slashlink/: invalid argument
// CHECK-NEXT: readlink dotlink/..  readlinkat dotlink/..: path escapes from parent
// CHECK-NEXT: readlink dir/sub/..  readlinkat dir/sub/..: invalid argument
// CHECK-NEXT: readlink indir/./  readlinkat indir/./: invalid argument
// CHECK-NEXT: symlink outdir/ <nil> symlinkat zzz outdir/: path escapes from parent
// CHECK-NEXT: symlink abs// <nil> symlinkat zzz abs//: path escapes from parent
// CHECK-NEXT: symlink chainout/. <nil> symlinkat zzz chainout/.: path escapes from parent
// CHECK-NEXT: symlink infile/ <nil> symlinkat zzz infile/: not a directory
// CHECK-NEXT: symlink dangling/ <nil> symlinkat zzz dangling/: no such file or directory
// CHECK-NEXT: symlink missing/ <nil> symlinkat zzz missing/: no such file or directory
// CHECK-NEXT: symlink slashlink/ <nil> symlinkat zzz slashlink/: file exists
// CHECK-NEXT: symlink dotlink/.. <nil> symlinkat zzz dotlink/..: path escapes from parent
// CHECK-NEXT: symlink dir/sub/.. <nil> symlinkat zzz dir/sub/..: file exists
// CHECK-NEXT: symlink indir/./ <nil> symlinkat zzz indir/./: file exists
// CHECK-NEXT: link1 outdir/ <nil> linkat outdir/ new: path escapes from parent
// CHECK-NEXT: link1 abs// <nil> linkat abs// new: path escapes from parent
// CHECK-NEXT: link1 chainout/. <nil> linkat chainout/. new: path escapes from parent
// CHECK-NEXT: link1 infile/ <nil> linkat infile/ new: not a directory
// CHECK-NEXT: link1 dangling/ <nil> linkat dangling/ new: no such file or directory
// CHECK-NEXT: link1 missing/ <nil> linkat missing/ new: no such file or directory
// CHECK-NEXT: link1 slashlink/ <nil> linkat slashlink/ new: operation not permitted
// CHECK-NEXT: link1 dotlink/.. <nil> linkat dotlink/.. new: path escapes from parent
// CHECK-NEXT: link1 dir/sub/.. <nil> linkat dir/sub/.. new: operation not permitted
// CHECK-NEXT: link1 indir/./ <nil> linkat indir/./ new: operation not permitted
// CHECK-NEXT: link2 outdir/ <nil> linkat file outdir/: path escapes from parent
// CHECK-NEXT: link2 abs// <nil> linkat file abs//: path escapes from parent
// CHECK-NEXT: link2 chainout/. <nil> linkat file chainout/.: path escapes from parent
// CHECK-NEXT: link2 infile/ <nil> linkat file infile/: not a directory
// CHECK-NEXT: link2 dangling/ <nil> linkat file dangling/: no such file or directory
// CHECK-NEXT: link2 missing/ <nil> linkat file missing/: no such file or directory
// CHECK-NEXT: link2 slashlink/ <nil> linkat file slashlink/: file exists
// CHECK-NEXT: link2 dotlink/.. <nil> linkat file dotlink/..: path escapes from parent
// CHECK-NEXT: link2 dir/sub/.. <nil> linkat file dir/sub/..: file exists
// CHECK-NEXT: link2 indir/./ <nil> linkat file indir/./: file exists
// CHECK-NEXT: rename1 outdir/ <nil> renameat outdir/ new: path escapes from parent
// CHECK-NEXT: rename1 abs// <nil> renameat abs// new: path escapes from parent
// CHECK-NEXT: rename1 chainout/. <nil> renameat chainout/. new: path escapes from parent
// CHECK-NEXT: rename1 infile/ <nil> renameat infile/ new: not a directory
// CHECK-NEXT: rename1 dangling/ <nil> renameat dangling/ new: no such file or directory
// CHECK-NEXT: rename1 missing/ <nil> renameat missing/ new: no such file or directory
// CHECK-NEXT: rename1 slashlink/ <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   - /in/dir/sub drwxr-xr-x false
// CHECK-NEXT:   + /in/new drwxr-xr-x false
// CHECK-NEXT:   + /in/new/sub drwxr-xr-x false
// CHECK-NEXT: rename1 dotlink/.. <nil> renameat dotlink/.. new: path escapes from parent
// CHECK-NEXT: rename1 dir/sub/.. <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   - /in/dir/sub drwxr-xr-x false
// CHECK-NEXT:   + /in/new drwxr-xr-x false
// CHECK-NEXT:   + /in/new/sub drwxr-xr-x false
// CHECK-NEXT: rename1 indir/./ <nil> renameat indir/./ new: device or resource busy
// CHECK-NEXT: rename2 outdir/ <nil> renameat dir outdir/: path escapes from parent
// CHECK-NEXT: rename2 abs// <nil> renameat dir abs//: path escapes from parent
// CHECK-NEXT: rename2 chainout/. <nil> renameat dir chainout/.: path escapes from parent
// CHECK-NEXT: rename2 infile/ <nil> renameat dir infile/: not a directory
// CHECK-NEXT: rename2 dangling/ <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   - /in/dir/sub drwxr-xr-x false
// CHECK-NEXT:   + /in/nothing drwxr-xr-x false
// CHECK-NEXT:   + /in/nothing/sub drwxr-xr-x false
// CHECK-NEXT: rename2 missing/ <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   - /in/dir/sub drwxr-xr-x false
// CHECK-NEXT:   + /in/missing drwxr-xr-x false
// CHECK-NEXT:   + /in/missing/sub drwxr-xr-x false
// CHECK-NEXT: rename2 slashlink/ <nil> renameat dir slashlink/: file exists
// CHECK-NEXT: rename2 dotlink/.. <nil> renameat dir dotlink/..: path escapes from parent
// CHECK-NEXT: rename2 dir/sub/.. <nil> renameat dir dir/sub/..: file exists
// CHECK-NEXT: rename2 indir/./ <nil> renameat dir indir/./: device or resource busy
// CHECK-NEXT: rename3 outdir/ <nil> renameat file outdir/: path escapes from parent
// CHECK-NEXT: rename3 abs// <nil> renameat file abs//: path escapes from parent
// CHECK-NEXT: rename3 chainout/. <nil> renameat file chainout/.: path escapes from parent
// CHECK-NEXT: rename3 infile/ <nil> renameat file infile/: not a directory
// CHECK-NEXT: rename3 dangling/ <nil> renameat file dangling/: not a directory
// CHECK-NEXT: rename3 missing/ <nil> renameat file missing/: not a directory
// CHECK-NEXT: rename3 slashlink/ <nil> renameat file slashlink/: not a directory
// CHECK-NEXT: rename3 dotlink/.. <nil> renameat file dotlink/..: path escapes from parent
// CHECK-NEXT: rename3 dir/sub/.. <nil> renameat file dir/sub/..: file exists
// CHECK-NEXT: rename3 indir/./ <nil> renameat file indir/./: not a directory
// CHECK-NEXT: rename4 outdir/ <nil> renameat outdir/ new/: path escapes from parent
// CHECK-NEXT: rename4 abs// <nil> renameat abs// new/: path escapes from parent
// CHECK-NEXT: rename4 chainout/. <nil> renameat chainout/. new/: path escapes from parent
// CHECK-NEXT: rename4 infile/ <nil> renameat infile/ new/: not a directory
// CHECK-NEXT: rename4 dangling/ <nil> renameat dangling/ new/: no such file or directory
// CHECK-NEXT: rename4 missing/ <nil> renameat missing/ new/: no such file or directory
// CHECK-NEXT: rename4 slashlink/ <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   - /in/dir/sub drwxr-xr-x false
// CHECK-NEXT:   + /in/new drwxr-xr-x false
// CHECK-NEXT:   + /in/new/sub drwxr-xr-x false
// CHECK-NEXT: rename4 dotlink/.. <nil> renameat dotlink/.. new/: path escapes from parent
// CHECK-NEXT: rename4 dir/sub/.. <nil> <nil>
// CHECK-NEXT:   - /in/dir drwxr-xr-x false
// CHECK-NEXT:   - /in/dir/sub drwxr-xr-x false
// CHECK-NEXT:   + /in/new drwxr-xr-x false
// CHECK-NEXT:   + /in/new/sub drwxr-xr-x false
// CHECK-NEXT: rename4 indir/./ <nil> renameat indir/./ new/: device or resource busy
// CHECK-NEXT: rename5 outdir/ <nil> renameat infile outdir/: path escapes from parent
// CHECK-NEXT: rename5 abs// <nil> renameat infile abs//: path escapes from parent
// CHECK-NEXT: rename5 chainout/. <nil> renameat infile chainout/.: path escapes from parent
// CHECK-NEXT: rename5 infile/ <nil> renameat infile infile/: not a directory
// CHECK-NEXT: rename5 dangling/ <nil> renameat infile dangling/: not a directory
// CHECK-NEXT: rename5 missing/ <nil> renameat infile missing/: not a directory
// CHECK-NEXT: rename5 slashlink/ <nil> renameat infile slashlink/: not a directory
// CHECK-NEXT: rename5 dotlink/.. <nil> renameat infile dotlink/..: path escapes from parent
// CHECK-NEXT: rename5 dir/sub/.. <nil> renameat infile dir/sub/..: file exists
// CHECK-NEXT: rename5 indir/./ <nil> renameat infile indir/./: not a directory
// CHECK-NEXT: writefile outdir/ <nil> openat outdir/: path escapes from parent
// CHECK-NEXT: writefile abs// <nil> openat abs//: path escapes from parent
// CHECK-NEXT: writefile chainout/. <nil> openat chainout/.: path escapes from parent
// CHECK-NEXT: writefile infile/ <nil> openat infile/: not a directory
// CHECK-NEXT: writefile dangling/ <nil> openat dangling/: no such file or directory
// CHECK-NEXT: writefile missing/ <nil> openat missing/: no such file or directory
// CHECK-NEXT: writefile slashlink/ <nil> openat slashlink/: is a directory
// CHECK-NEXT: writefile dotlink/.. <nil> openat dotlink/..: path escapes from parent
// CHECK-NEXT: writefile dir/sub/.. <nil> openat dir/sub/..: is a directory
// CHECK-NEXT: writefile indir/./ <nil> openat indir/./: is a directory
