// Package embed gives access to files that became part of the program when it was built:
//
//	//go:embed static/*.html
//	var pages embed.FS
//
// The front end finds the files (frontend/load/embed.h); code generation sets the variable.
package embed

import (
	"errors"
	"io"
	"io/fs"
	"time"
)

// FS is a read-only collection of files. Its zero value is empty. It may be used by several
// goroutines at once, and values of it may be assigned to each other.
type FS struct {
	files *[]file // sorted by directory, then by name within it
}

// entry is what generated code hands over for each file and directory.
type entry struct {
	name string // a directory ends with a slash
	data string
}

// embedded is called by generated code alone, with entries in the order of FS.files.
func embedded(entries []entry) FS {
	files := make([]file, len(entries))
	for i, e := range entries {
		files[i] = newFile(e)
	}
	return FS{&files}
}

// file is one file or directory; it also describes itself.
type file struct {
	path  string // without the slash of a directory
	base  int    // where its last element begins
	data  string
	isDir bool
}

func newFile(e entry) file {
	f := file{path: e.name, data: e.data}
	if n := len(e.name); n > 0 && e.name[n-1] == '/' {
		f.path, f.isDir = e.name[:n-1], true
	}
	for i := 0; i < len(f.path); i++ {
		if f.path[i] == '/' {
			f.base = i + 1
		}
	}
	return f
}

var root = &file{path: ".", isDir: true}

func (f *file) dir() string {
	if f.base == 0 {
		return "."
	}
	return f.path[:f.base-1]
}

func (f *file) Name() string               { return f.path[f.base:] }
func (f *file) Size() int64                { return int64(len(f.data)) }
func (f *file) ModTime() time.Time         { return time.Time{} }
func (f *file) IsDir() bool                { return f.isDir }
func (f *file) Sys() any                   { return nil }
func (f *file) Type() fs.FileMode          { return f.Mode().Type() }
func (f *file) Info() (fs.FileInfo, error) { return f, nil }
func (f *file) String() string             { return fs.FormatFileInfo(f) }

func (f *file) Mode() fs.FileMode {
	if f.isDir {
		return fs.ModeDir | 0o555
	}
	return 0o444
}

// isBefore reports whether f comes before the element base of directory dir.
func (f *file) isBefore(dir, base string) bool {
	if own := f.dir(); own != dir {
		return own < dir
	}
	return f.Name() < base
}

// search returns the index of the first file that does not come before the element base of dir.
func search(files []file, dir, base string) int {
	low, high := 0, len(files)
	for low < high {
		middle := int(uint(low+high) >> 1)
		if files[middle].isBefore(dir, base) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

func (f FS) find(name string) *file {
	if name == "." {
		return root
	}
	if f.files == nil || !fs.ValidPath(name) {
		return nil
	}
	wanted := newFile(entry{name: name})
	files := *f.files
	i := search(files, wanted.dir(), wanted.Name())
	if i < len(files) && files[i].path == name {
		return &files[i]
	}
	return nil
}

// children returns the files of a directory.
func (f FS) children(dir string) []file {
	if f.files == nil {
		return nil
	}
	files := *f.files
	first := search(files, dir, "")
	last := first
	for last < len(files) && files[last].dir() == dir {
		last++
	}
	return files[first:last]
}

// Open opens a file or directory. The error, if any, is a *fs.PathError.
func (f FS) Open(name string) (fs.File, error) {
	found := f.find(name)
	if found == nil {
		return nil, &fs.PathError{Op: "open", Path: name, Err: fs.ErrNotExist}
	}
	if found.isDir {
		return &openDir{found, f.children(name), 0}, nil
	}
	return &openFile{found, 0}, nil
}

var (
	errIsDirectory  = errors.New("is a directory")
	errNotDirectory = errors.New("not a directory")
)

// ReadDir returns the entries of a directory, sorted by name.
func (f FS) ReadDir(name string) ([]fs.DirEntry, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	dir, isDir := opened.(*openDir)
	if !isDir {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errNotDirectory}
	}
	list := make([]fs.DirEntry, len(dir.entries))
	for i := range list {
		list[i] = &dir.entries[i]
	}
	return list, nil
}

// ReadFile returns a copy of the content of a file.
func (f FS) ReadFile(name string) ([]byte, error) {
	opened, err := f.Open(name)
	if err != nil {
		return nil, err
	}
	regular, isFile := opened.(*openFile)
	if !isFile {
		return nil, &fs.PathError{Op: "read", Path: name, Err: errIsDirectory}
	}
	return []byte(regular.file.data), nil
}

// openFile is a regular file at an offset.
type openFile struct {
	file   *file
	offset int64
}

func (f *openFile) Close() error               { return nil }
func (f *openFile) Stat() (fs.FileInfo, error) { return f.file, nil }

func (f *openFile) fail(op string) error {
	return &fs.PathError{Op: op, Path: f.file.path, Err: fs.ErrInvalid}
}

func (f *openFile) Read(b []byte) (int, error) {
	if f.offset < 0 {
		return 0, f.fail("read")
	}
	if f.offset >= f.file.Size() {
		return 0, io.EOF
	}
	n := copy(b, f.file.data[f.offset:])
	f.offset += int64(n)
	return n, nil
}

func (f *openFile) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case 1: // io.SeekCurrent
		offset += f.offset
	case 2: // io.SeekEnd
		offset += f.file.Size()
	}
	if offset < 0 || offset > f.file.Size() {
		return 0, f.fail("seek")
	}
	f.offset = offset
	return offset, nil
}

func (f *openFile) ReadAt(b []byte, offset int64) (int, error) {
	if offset < 0 || offset > f.file.Size() {
		return 0, f.fail("read")
	}
	n := copy(b, f.file.data[offset:])
	if n < len(b) {
		return n, io.EOF
	}
	return n, nil
}

// openDir is a directory of which some entries were read.
type openDir struct {
	file    *file
	entries []file
	read    int
}

func (d *openDir) Close() error               { return nil }
func (d *openDir) Stat() (fs.FileInfo, error) { return d.file, nil }

func (d *openDir) Read([]byte) (int, error) {
	return 0, &fs.PathError{Op: "read", Path: d.file.path, Err: errIsDirectory}
}

// ReadDir returns the next count entries; all that are left if count is not positive.
func (d *openDir) ReadDir(count int) ([]fs.DirEntry, error) {
	n := len(d.entries) - d.read
	if n == 0 && count > 0 {
		return nil, io.EOF
	}
	if count > 0 && n > count {
		n = count
	}
	list := make([]fs.DirEntry, n)
	for i := range list {
		list[i] = &d.entries[d.read+i]
	}
	d.read += n
	return list, nil
}
