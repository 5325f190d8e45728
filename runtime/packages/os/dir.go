package os

import (
	"io"
	"io/fs"
	"syscall"
	"unsafe"
)

// A DirEntry is a name in a directory.
type DirEntry = fs.DirEntry

type dirEntry struct {
	directory string
	name      string
	kind      FileMode
	info      FileInfo // if it is known
}

func (e *dirEntry) Name() string   { return e.name }
func (e *dirEntry) IsDir() bool    { return e.kind.IsDir() }
func (e *dirEntry) Type() FileMode { return e.kind }
func (e *dirEntry) String() string { return fs.FormatDirEntry(e) }

func (e *dirEntry) Info() (FileInfo, error) {
	if e.info != nil {
		return e.info, nil
	}
	return Lstat(e.directory + "/" + e.name)
}

// A directory holds what was read of one and not yet asked for.
type directory struct {
	buffer []byte
	rest   []byte
}

// next returns one more entry; nil at the end.
func (d *directory) next(f *File) (*syscall.Dirent, string, error) {
	for {
		if len(d.rest) == 0 {
			if d.buffer == nil {
				d.buffer = make([]byte, 8192)
			}
			if !f.enter() {
				return nil, "", pathError("readdirent", f.name, errClosing)
			}
			n := 0
			err := again(func() (err error) {
				n, err = syscall.ReadDirent(f.fd, d.buffer)
				return err
			})
			f.leave()
			if err != nil || n <= 0 {
				return nil, "", pathError("readdirent", f.name, err)
			}
			d.rest = d.buffer[:n]
		}
		entry := (*syscall.Dirent)(unsafe.Pointer(&d.rest[0]))
		var names [1]string
		consumed, count, _ := syscall.ParseDirent(d.rest[:entry.Reclen], 1, names[:0])
		taken := names[:1]
		d.rest = d.rest[consumed:]
		if count == 1 {
			return entry, taken[0], nil
		}
	}
}

// list reads up to n entries, all for n <= 0, and calls add for each.
func (f *File) list(n int, add func(entry *syscall.Dirent, name string) error) (count int, err error) {
	if f == nil {
		return 0, ErrInvalid
	}
	if f.isClosed() {
		return 0, pathError("readdirent", f.name, errClosing)
	}
	if f.dir == nil {
		f.dir = new(directory)
	}
	for n <= 0 || count < n {
		entry, name, err := f.dir.next(f)
		if err != nil {
			return count, err
		}
		if entry == nil {
			if n > 0 && count == 0 {
				return 0, io.EOF
			}
			break
		}
		if err := add(entry, name); err != nil {
			if IsNotExist(err) {
				continue // gone between the two questions
			}
			return count, err
		}
		count++
	}
	return count, nil
}

// Readdirnames returns up to n names of the directory, and io.EOF at its end; all for n <= 0.
func (f *File) Readdirnames(n int) (names []string, err error) {
	names = []string{}
	_, err = f.list(n, func(_ *syscall.Dirent, name string) error {
		names = append(names, name)
		return nil
	})
	if f == nil {
		return nil, err
	}
	return names, err
}

// Readdir is Readdirnames with what is known about each file.
func (f *File) Readdir(n int) ([]FileInfo, error) {
	infos := []FileInfo{}
	_, err := f.list(n, func(_ *syscall.Dirent, name string) error {
		info, err := Lstat(f.name + "/" + name)
		if err == nil {
			infos = append(infos, info)
		}
		return err
	})
	if f == nil {
		return nil, err
	}
	return infos, err
}

// ReadDir is Readdirnames with an entry for each name.
func (f *File) ReadDir(n int) ([]DirEntry, error) {
	entries := []DirEntry{}
	_, err := f.list(n, func(entry *syscall.Dirent, name string) error {
		e := &dirEntry{directory: f.name, name: name}
		switch entry.Type {
		case syscall.DT_BLK:
			e.kind = ModeDevice
		case syscall.DT_CHR:
			e.kind = ModeDevice | ModeCharDevice
		case syscall.DT_DIR:
			e.kind = ModeDir
		case syscall.DT_FIFO:
			e.kind = ModeNamedPipe
		case syscall.DT_LNK:
			e.kind = ModeSymlink
		case syscall.DT_REG:
		case syscall.DT_SOCK:
			e.kind = ModeSocket
		default:
			info, err := Lstat(f.name + "/" + name)
			if err != nil {
				return err
			}
			e.kind, e.info = info.Mode().Type(), info
		}
		entries = append(entries, e)
		return nil
	})
	if f == nil {
		return nil, err
	}
	return entries, err
}

// ReadDir returns the entries of a directory, sorted by name.
func ReadDir(name string) ([]DirEntry, error) {
	f, err := OpenFile(name, O_RDONLY|syscall.O_DIRECTORY, 0)
	if err != nil {
		return nil, err
	}
	return readDirAndClose(f)
}

func readDirAndClose(f *File) ([]DirEntry, error) {
	defer f.Close()
	entries, err := f.ReadDir(-1)
	sortEntries(entries)
	return entries, err
}

// sortEntries merges sorted halves.
func sortEntries(list []DirEntry) {
	if len(list) < 2 {
		return
	}
	a := append([]DirEntry(nil), list[:len(list)/2]...)
	b := list[len(list)/2:]
	sortEntries(a)
	sortEntries(b)
	for i := range list { // b[0] is never before list[i]
		if len(a) > 0 && (len(b) == 0 || a[0].Name() <= b[0].Name()) {
			list[i], a = a[0], a[1:]
		} else {
			list[i], b = b[0], b[1:]
		}
	}
}

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	err := onPath("mkdir", name, func() error { return syscall.Mkdir(name, systemMode(perm)) })
	return err
}

func isDir(name string) bool {
	info, err := Stat(name)
	return err == nil && info.IsDir()
}

// MkdirAll makes a directory and those above it that are missing.
func MkdirAll(path string, perm FileMode) error {
	if info, err := Stat(path); err == nil {
		if info.IsDir() {
			return nil
		}
		return pathError("mkdir", path, syscall.ENOTDIR)
	}
	i := len(path)
	for i > 0 && path[i-1] == '/' {
		i--
	}
	for i > 0 && path[i-1] != '/' {
		i--
	}
	if i > 1 {
		if err := MkdirAll(path[:i-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if err != nil {
		if info, failed := Lstat(path); failed == nil && info.IsDir() {
			return nil
		}
	}
	return err
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	err := again(func() error { return syscall.Unlink(name) })
	if err == nil {
		return nil
	}
	failed := again(func() error { return syscall.Rmdir(name) })
	if failed == nil {
		return nil
	}
	if failed != syscall.ENOTDIR {
		err = failed
	}
	return pathError("remove", name, err)
}

// RemoveAll removes a file or directory and all that is in it.
func RemoveAll(path string) error {
	if path == "" {
		return nil
	}
	if base(path) == "." {
		return &PathError{Op: "RemoveAll", Path: path, Err: syscall.EINVAL}
	}
	name := path
	for len(name) > 1 && name[len(name)-1] == PathSeparator {
		name = name[:len(name)-1]
	}
	return removeAllAt(atCurrent, name, path)
}

// Chdir changes the current directory.
func Chdir(dir string) error {
	return onPath("chdir", dir, func() error { return syscall.Chdir(dir) })
}

// Getwd returns the current directory: $PWD if that is one of its names.
func Getwd() (dir string, err error) {
	if pwd := Getenv("PWD"); pwd != "" && pwd[0] == '/' {
		here, err := Stat(".")
		if err != nil {
			return "", err
		}
		if there, err := Stat(pwd); err == nil && SameFile(here, there) {
			return pwd, nil
		}
	}
	dir, err = syscall.Getwd()
	return dir, NewSyscallError("getwd", err)
}
