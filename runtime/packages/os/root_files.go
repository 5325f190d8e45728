package os

import (
	"errors"
	"io/fs"
	"syscall"
	"time"
	"unsafe"
)

// What package os does with files by name, done within a Root.

// Open opens a file for reading.
func (r *Root) Open(name string) (*File, error) { return r.OpenFile(name, O_RDONLY, 0) }

// Create creates a file, or truncates it, for reading and writing.
func (r *Root) Create(name string) (*File, error) {
	return r.OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0o666)
}

// OpenFile opens a file with the given flags; a new one gets the permission bits of perm.
func (r *Root) OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if perm&0o777 != perm {
		return nil, pathError("openat", name, errors.New("unsupported file mode"))
	}
	fd, err := r.open(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return newOpened(fd, r.full(name), flag), nil
}

func (r *Root) full(name string) string {
	if r.dir.name == "/" {
		return r.dir.name + name
	}
	return r.dir.name + "/" + name
}

func (r *Root) open(name string, flag int, perm FileMode) (fd int, err error) {
	err = r.within(name, func(dir int, base string) (err error) {
		if base[len(base)-1] == PathSeparator && flag&O_CREATE == 0 {
			flag |= syscall.O_DIRECTORY
			base = withoutSlash(base)
		}
		fd, err = openAt(dir, base, flag, uint32(perm))
		if err != nil && flag&(O_CREATE|O_EXCL) != O_CREATE|O_EXCL {
			err = linkOr(dir, base, err)
		}
		return err
	})
	return fd, pathError("openat", name, err)
}

// OpenRoot opens a directory as a Root of its own.
func (r *Root) OpenRoot(name string) (*Root, error) {
	fd, err := r.open(name, O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	return newRoot(newOpened(fd, r.full(name), 0))
}

func (r *Root) ReadFile(name string) ([]byte, error) {
	f, err := r.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

func (r *Root) WriteFile(name string, data []byte, perm FileMode) error {
	f, err := r.OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	return writeAndClose(f, data)
}

func (r *Root) Mkdir(name string, perm FileMode) error {
	if perm&0o777 != perm {
		return pathError("mkdirat", name, errors.New("unsupported file mode"))
	}
	err := r.within(name, func(dir int, base string) error { return mkdirAt(dir, base, perm) })
	return pathError("mkdirat", name, err)
}

func mkdirAt(dir int, base string, perm FileMode) error {
	return again(func() error { return syscall.Mkdirat(dir, withoutSlash(base), uint32(perm)) })
}

// MkdirAll makes a directory and those that it is in.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	if perm&0o777 != perm {
		return pathError("mkdirat", name, errors.New("unsupported file mode"))
	}
	for end := 0; end <= len(name); end++ {
		if end < len(name) && (name[end] != PathSeparator || end == 0) {
			continue
		}
		err := r.within(name[:end], func(dir int, base string) error {
			err := mkdirAt(dir, base, perm)
			if err != syscall.EEXIST {
				return err
			}
			info, failed := statAt(dir, withoutSlash(base))
			switch {
			case failed != nil:
				return failed
			case info.IsDir():
				return nil
			case info.Mode()&ModeSymlink != 0:
				return linkOr(dir, base, syscall.ELOOP)
			}
			return syscall.ENOTDIR
		})
		if err != nil {
			return pathError("mkdirat", name, err)
		}
	}
	return nil
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	err := r.within(name, func(dir int, base string) error {
		_, err := at(syscall.SYS_UNLINKAT, dir, base, 0, 0)
		if err == nil {
			return nil
		}
		_, failed := at(syscall.SYS_UNLINKAT, dir, base, removeDir, 0)
		if failed == syscall.ENOTDIR {
			failed = err
		}
		return failed
	})
	return pathError("removeat", name, err)
}

// RemoveAll removes a file or directory and all that is in it.
func (r *Root) RemoveAll(name string) error {
	for len(name) > 0 && name[len(name)-1] == PathSeparator {
		name = name[:len(name)-1]
	}
	if name == "." || len(name) > 1 && name[len(name)-2:] == "/." {
		return pathError("RemoveAll", name, syscall.EINVAL)
	}
	err := r.within(name, func(dir int, base string) error { return removeAllAt(dir, base, base) })
	if err == syscall.ENOENT {
		err = nil
	}
	return pathError("RemoveAll", name, cause(err))
}

// removeAllAt removes what base names in a directory; path is its name for errors. Names stay short, however deep it
// goes.
func removeAllAt(dir int, base, path string) error {
	_, err := at(syscall.SYS_UNLINKAT, dir, base, 0, 0)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	info, failed := statAt(dir, base)
	if failed != nil || !info.IsDir() {
		return pathError("unlinkat", path, err)
	}
	fd, err := openAt(dir, base, syscall.O_DIRECTORY, 0)
	if err != nil {
		return pathError("openfdat", path, err)
	}
	f := newOpened(fd, base, 0)
	defer f.Close()
	names, first := f.Readdirnames(-1)
	for _, name := range names {
		if err := removeAllAt(fd, name, path+"/"+name); err != nil && first == nil {
			first = err
		}
	}
	_, err = at(syscall.SYS_UNLINKAT, dir, base, removeDir, 0)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	if first != nil {
		return first
	}
	return pathError("unlinkat", path, err)
}

func statAt(dir int, base string) (FileInfo, error) {
	var s fileStat
	_, err := at(syscall.SYS_NEWFSTATAT, dir, base, uintptr(unsafe.Pointer(&s.sys)), noFollow)
	if err != nil {
		return nil, err
	}
	return s.fill(base), nil
}

// onFile calls do with a file that is no symbolic link, or the one that the link leads to.
func (r *Root) onFile(op, name string, do func(dir int, base string) error) error {
	err := r.within(name, func(dir int, base string) error {
		info, err := statAt(dir, withoutSlash(base))
		if err == nil && info.Mode()&ModeSymlink != 0 {
			return linkOr(dir, base, syscall.ELOOP)
		}
		return do(dir, base)
	})
	return pathError(op, name, err)
}

func (r *Root) Stat(name string) (info FileInfo, err error) {
	err = r.onFile("statat", name, func(dir int, base string) (err error) {
		info, err = statAt(dir, base)
		return err
	})
	return named(info, name), err
}

// Lstat is Stat for a symbolic link itself.
func (r *Root) Lstat(name string) (info FileInfo, err error) {
	err = r.within(name, func(dir int, base string) (err error) {
		info, err = statAt(dir, base)
		return err
	})
	return named(info, name), pathError("statat", name, err)
}

// named gives what was found out by way of links the name that was asked for.
func named(info FileInfo, name string) FileInfo {
	if s, ok := info.(*fileStat); ok {
		s.name = base(name)
	}
	return info
}

func (r *Root) Chmod(name string, mode FileMode) error {
	return r.onFile("chmodat", name, func(dir int, base string) error {
		return again(func() error { return syscall.Fchmodat(dir, base, systemMode(mode), 0) })
	})
}

func (r *Root) Chown(name string, uid, gid int) error {
	return r.onFile("chownat", name, func(dir int, base string) error { return chownAt(dir, base, uid, gid) })
}

// Lchown is Chown for a symbolic link itself.
func (r *Root) Lchown(name string, uid, gid int) error {
	err := r.within(name, func(dir int, base string) error { return chownAt(dir, base, uid, gid) })
	return pathError("lchownat", name, err)
}

func chownAt(dir int, base string, uid, gid int) error {
	_, err := at(syscall.SYS_FCHOWNAT, dir, base, uintptr(uid), uintptr(gid), noFollow)
	return err
}

// Chtimes sets when a file was last read and changed; the zero time leaves one as it is.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	times := [2]syscall.Timespec{timespec(atime), timespec(mtime)}
	return r.onFile("chtimesat", name, func(dir int, base string) error {
		_, err := at(syscall.SYS_UTIMENSAT, dir, base, uintptr(unsafe.Pointer(&times)), noFollow)
		return err
	})
}

func (r *Root) Readlink(name string) (link string, err error) {
	err = r.within(name, func(dir int, base string) (err error) {
		link, err = readLinkAt(dir, base)
		return err
	})
	return link, pathError("readlinkat", name, err)
}

// Symlink makes a symbolic link, which may lead anywhere.
func (r *Root) Symlink(oldname, newname string) error {
	err := r.within(newname, func(dir int, base string) error {
		target, err := syscall.BytePtrFromString(oldname)
		if err != nil {
			return err
		}
		name, err := syscall.BytePtrFromString(base)
		if err != nil {
			return err
		}
		_, _, errno := syscall.Syscall(syscall.SYS_SYMLINKAT, uintptr(unsafe.Pointer(target)), uintptr(dir), uintptr(unsafe.Pointer(name)))
		if errno != 0 {
			return errno
		}
		return nil
	})
	return linkError("symlinkat", oldname, newname, err)
}

// Link makes newname another name of the file oldname, or of a symbolic link.
func (r *Root) Link(oldname, newname string) error {
	return linkError("linkat", oldname, newname, r.onTwo(syscall.SYS_LINKAT, oldname, newname))
}

func (r *Root) Rename(oldname, newname string) error {
	return linkError("renameat", oldname, newname, r.onTwo(syscall.SYS_RENAMEAT, oldname, newname))
}

func (r *Root) onTwo(trap uintptr, oldname, newname string) error {
	return r.within(oldname, func(oldDir int, oldBase string) error {
		return r.within(newname, func(dir int, base string) error {
			p, err := syscall.BytePtrFromString(base)
			if err != nil {
				return err
			}
			_, err = at(trap, oldDir, oldBase, uintptr(dir), uintptr(unsafe.Pointer(p)))
			return err
		})
	})
}

func linkError(op, oldname, newname string, err error) error {
	if err == nil {
		return nil
	}
	return &LinkError{op, oldname, newname, err}
}

// FS returns the file system of what is in the directory.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

func (r *rootFS) valid(op, name string) (*Root, error) {
	if !fs.ValidPath(name) || hasZero(name) {
		return nil, &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return (*Root)(r), nil
}

func (r *rootFS) Open(name string) (fs.File, error) {
	root, err := r.valid("open", name)
	if err != nil {
		return nil, err
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r *rootFS) ReadDir(name string) ([]DirEntry, error) {
	root, err := r.valid("readdir", name)
	if err != nil {
		return nil, err
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	entries, err := f.ReadDir(-1)
	sortEntries(entries)
	return entries, err
}

func (r *rootFS) ReadFile(name string) ([]byte, error) {
	root, err := r.valid("readfile", name)
	if err != nil {
		return nil, err
	}
	return root.ReadFile(name)
}

func (r *rootFS) ReadLink(name string) (string, error) {
	root, err := r.valid("readlink", name)
	if err != nil {
		return "", err
	}
	return root.Readlink(name)
}

func (r *rootFS) Stat(name string) (FileInfo, error) {
	root, err := r.valid("stat", name)
	if err != nil {
		return nil, err
	}
	return root.Stat(name)
}

func (r *rootFS) Lstat(name string) (FileInfo, error) {
	root, err := r.valid("lstat", name)
	if err != nil {
		return nil, err
	}
	return root.Lstat(name)
}
