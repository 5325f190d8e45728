// Package fs says what a file system is, and has what can be done with any of them.
package fs

import (
	"internal/oserror"
	"time"
)

// An FS is a file system. Names have slashes and are valid in the sense of ValidPath.
type FS interface {
	Open(name string) (File, error)
}

// A File is an open file of an FS. A directory is a ReadDirFile as well.
type File interface {
	Stat() (FileInfo, error)
	Read([]byte) (int, error)
	Close() error
}

// A DirEntry is a name in a directory.
type DirEntry interface {
	Name() string
	IsDir() bool
	Type() FileMode
	Info() (FileInfo, error)
}

// A FileInfo is what is known about a file.
type FileInfo interface {
	Name() string
	Size() int64
	Mode() FileMode
	ModTime() time.Time
	IsDir() bool
	Sys() any
}

// A ReadDirFile is a directory. With n > 0 ReadDir returns at most n more entries, and io.EOF at the
// end; else all.
type ReadDirFile interface {
	File
	ReadDir(n int) ([]DirEntry, error)
}

// Errors that those of file systems are or wrap.
var (
	ErrInvalid    = oserror.ErrInvalid
	ErrPermission = oserror.ErrPermission
	ErrExist      = oserror.ErrExist
	ErrNotExist   = oserror.ErrNotExist
	ErrClosed     = oserror.ErrClosed
)

// A PathError is an error of an operation on a file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }
func (e *PathError) Unwrap() error { return e.Err }

// Timeout reports whether a time limit was reached.
func (e *PathError) Timeout() bool {
	t, ok := e.Err.(interface{ Timeout() bool })
	return ok && t.Timeout()
}

// ValidPath reports whether a name is a valid one: UTF-8, elements between slashes that are neither
// empty nor "." nor ".."; the name of the root is ".".
func ValidPath(name string) bool {
	if name == "." {
		return true
	}
	start := 0
	for i := 0; i <= len(name); i++ {
		if i < len(name) && name[i] != '/' {
			continue
		}
		if e := name[start:i]; e == "" || e == "." || e == ".." {
			return false
		}
		start = i + 1
	}
	for i, r := range name {
		if r == '\uFFFD' && (len(name) < i+3 || name[i:i+3] != "\uFFFD") {
			return false
		}
	}
	return true
}

// FormatFileInfo returns a line about a file: its mode, size, time and name.
func FormatFileInfo(info FileInfo) string {
	text := info.Mode().String() + " " + decimal(info.Size()) + " " +
		info.ModTime().Format(time.DateTime) + " " + info.Name()
	if info.IsDir() {
		text += "/"
	}
	return text
}

// FormatDirEntry returns a line about an entry: its kind and name.
func FormatDirEntry(dir DirEntry) string {
	kind := dir.Type().String()
	text := kind[:len(kind)-len("rwxrwxrwx")] + " " + dir.Name()
	if dir.IsDir() {
		text += "/"
	}
	return text
}

func decimal(n int64) string {
	if n < 0 {
		return "-" + decimal(-n)
	}
	if n < 10 {
		return string(rune('0' + n))
	}
	return decimal(n/10) + string(rune('0'+n%10))
}
