package os

import (
	"io"
	"io/fs"
	"syscall"
)

// DirFS returns the file system of what is below a directory.
func DirFS(dir string) fs.FS { return dirFS(dir) }

type dirFS string

func (dir dirFS) full(op, name string) (string, error) {
	if dir == "" {
		return "", &PathError{Op: op, Path: name, Err: errNoRoot{}}
	}
	if !fs.ValidPath(name) || hasZero(name) {
		return "", &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	if dir[len(dir)-1] == '/' {
		return string(dir) + name, nil
	}
	return string(dir) + "/" + name, nil
}

type errNoRoot struct{}

func (errNoRoot) Error() string { return "os: DirFS with empty root" }

// shorten gives an error the name that the caller knows.
func shorten(err error, name string) error {
	if e, ok := err.(*PathError); ok {
		e.Path = name
	}
	return err
}

func (dir dirFS) Open(name string) (fs.File, error) {
	full, err := dir.full("open", name)
	if err != nil {
		return nil, err
	}
	f, err := Open(full)
	if err != nil {
		return nil, shorten(err, name)
	}
	return f, nil
}

func (dir dirFS) ReadFile(name string) ([]byte, error) {
	full, err := dir.full("readfile", name)
	if err != nil {
		return nil, err
	}
	data, err := ReadFile(full)
	return data, shorten(err, name)
}

func (dir dirFS) ReadDir(name string) ([]DirEntry, error) {
	full, err := dir.full("readdir", name)
	if err != nil {
		return nil, err
	}
	entries, err := ReadDir(full)
	return entries, shorten(err, name)
}

func (dir dirFS) Stat(name string) (FileInfo, error) {
	full, err := dir.full("stat", name)
	if err != nil {
		return nil, err
	}
	info, err := Stat(full)
	return info, shorten(err, name)
}

func (dir dirFS) Lstat(name string) (FileInfo, error) {
	full, err := dir.full("lstat", name)
	if err != nil {
		return nil, err
	}
	info, err := Lstat(full)
	return info, shorten(err, name)
}

func (dir dirFS) ReadLink(name string) (string, error) {
	full, err := dir.full("readlink", name)
	if err != nil {
		return "", err
	}
	target, err := Readlink(full)
	return target, shorten(err, name)
}

// CopyFS copies a file system into a directory, which it makes. Files that exist are errors.
func CopyFS(dir string, fsys fs.FS) error {
	return fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		target := dir
		if path != "." {
			target = dir + "/" + path
		}
		switch d.Type() {
		case ModeDir:
			return MkdirAll(target, 0o777)
		case ModeSymlink:
			link, err := fs.ReadLink(fsys, path)
			if err != nil {
				return err
			}
			return Symlink(link, target)
		case 0:
			return copyFile(target, fsys, path)
		}
		return &PathError{Op: "CopyFS", Path: path, Err: ErrInvalid}
	})
}

func copyFile(target string, fsys fs.FS, path string) error {
	from, err := fsys.Open(path)
	if err != nil {
		return err
	}
	defer from.Close()
	info, err := from.Stat()
	if err != nil {
		return err
	}
	to, err := OpenFile(target, O_CREATE|O_EXCL|O_WRONLY, 0o666|info.Mode()&0o777)
	if err != nil {
		return err
	}
	if _, err := io.Copy(to, from); err != nil {
		to.Close()
		return &PathError{Op: "Copy", Path: target, Err: err}
	}
	return to.Close()
}

// A plainFile is a File of which io.Copy knows only Read and Write.
type plainFile struct{ f *File }

func (p plainFile) Read(b []byte) (int, error)  { return p.f.Read(b) }
func (p plainFile) Write(b []byte) (int, error) { return p.f.Write(b) }

// ReadFrom implements io.ReaderFrom.
func (f *File) ReadFrom(r io.Reader) (n int64, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	return io.Copy(plainFile{f}, r)
}

// WriteTo implements io.WriterTo.
func (f *File) WriteTo(w io.Writer) (n int64, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	return io.Copy(w, plainFile{f})
}

var _ syscall.Conn = (*File)(nil)
