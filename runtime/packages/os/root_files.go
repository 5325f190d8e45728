package os

import (
	"errors"
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
	if err := onlyPermissions("openat", name, perm); err != nil {
		return nil, err
	}
	fd, err := r.open(name, flag, perm)
	if err != nil {
		return nil, err
	}
	return newOpened(fd, r.full(name), flag), nil
}

func onlyPermissions(op, name string, perm FileMode) error {
	if perm&0o777 != perm {
		return pathError(op, name, errors.New("unsupported file mode"))
	}
	return nil
}

func (r *Root) full(name string) string {
	if r.dir.name == "/" {
		return r.dir.name + name
	}
	return r.dir.name + "/" + name
}

func (r *Root) open(name string, flag int, perm FileMode) (fd int, err error) {
	err = r.within(name, slashIsDir, func(dir int, base string) (err error) {
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
	if err := onlyPermissions("mkdirat", name, perm); err != nil {
		return err
	}
	err := r.within(name, slashIsNothing, func(dir int, base string) error { return mkdirAt(dir, base, perm) })
	return pathError("mkdirat", name, err)
}

// MkdirAll makes a directory and those that it is in.
func (r *Root) MkdirAll(name string, perm FileMode) error {
	if err := onlyPermissions("mkdirat", name, perm); err != nil {
		return err
	}
	p := &path{rule: slashIsNothing}
	p.openDir = func(dir int, base string) (int, error) {
		fd, err := openDirAt(dir, base)
		if err == syscall.ENOENT {
			if err = mkdirAt(dir, base, perm); err != nil && err != syscall.EEXIST {
				return 0, pathError("mkdirat", p.name(), err)
			}
			fd, err = openDirAt(dir, base)
		}
		if _, isLink := err.(followLink); isLink {
			return 0, err
		}
		return fd, pathError("openat", p.name(), err)
	}
	err := r.walk(p, name, func(dir int, base string) error {
		err := mkdirAt(dir, base, perm)
		if err == syscall.EEXIST {
			err = r.isDir(dir, base, name)
		}
		return pathError("mkdirat", p.name(), err)
	})
	if _, ok := err.(*PathError); err != nil && !ok {
		err = pathError("mkdirat", name, err)
	}
	return err
}

// isDir returns an error if what is there, or what a link there leads to, is no directory. name is its whole name.
func (r *Root) isDir(dir int, base, name string) error {
	switch info, err := statAt(dir, base); {
	case err != nil:
		return syscall.EEXIST
	case info.IsDir():
		return nil
	case info.Mode()&ModeSymlink == 0:
		return syscall.EEXIST
	}
	switch info, err := r.Stat(name); {
	case IsNotExist(err):
		return syscall.EEXIST
	case err != nil:
		return err
	case !info.IsDir():
		return syscall.ENOTDIR
	}
	return nil
}

// Remove removes a file or an empty directory.
func (r *Root) Remove(name string) error {
	return pathError("removeat", name, r.within(name, slashIsDir, removeAt))
}

// RemoveAll removes a file or directory and all that is in it.
func (r *Root) RemoveAll(name string) error {
	for len(name) > 0 && name[len(name)-1] == PathSeparator {
		name = name[:len(name)-1]
	}
	if name == "." || len(name) > 1 && name[len(name)-2:] == "/." {
		return pathError("RemoveAll", name, syscall.EINVAL)
	}
	err := r.within(name, slashIsDir, func(dir int, base string) error { return removeAllAt(dir, base, base) })
	if IsNotExist(err) {
		return nil
	}
	return pathError("RemoveAll", name, cause(err))
}

// onFile calls do with a file that is no symbolic link, or the one that the link leads to.
func (r *Root) onFile(op, name string, do func(dir int, base string) error) error {
	err := r.within(name, slashIsDir, func(dir int, base string) error {
		if link, err := readLinkAt(dir, base); err == nil {
			return followLink(link)
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
	err = r.within(name, slashIsDir, func(dir int, base string) (err error) {
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
	return r.onFile("chmodat", name, func(dir int, base string) error { return chmodAt(dir, base, mode) })
}

func (r *Root) Chown(name string, uid, gid int) error {
	return r.onFile("chownat", name, func(dir int, base string) error { return chownAt(dir, base, uid, gid) })
}

// Lchown is Chown for a symbolic link itself.
func (r *Root) Lchown(name string, uid, gid int) error {
	err := r.within(name, slashIsDir, func(dir int, base string) error { return chownAt(dir, base, uid, gid) })
	return pathError("lchownat", name, err)
}

// Chtimes sets when a file was last read and changed; the zero time leaves one as it is.
func (r *Root) Chtimes(name string, atime time.Time, mtime time.Time) error {
	times := [2]syscall.Timespec{timespec(atime), timespec(mtime)}
	return r.onFile("chtimesat", name, func(dir int, base string) error {
		_, err := at(syscall.SYS_UTIMENSAT, dir, base, uintptr(unsafe.Pointer(&times)), noFollow, 0)
		return err
	})
}

func (r *Root) Readlink(name string) (link string, err error) {
	err = r.within(name, slashIsDir, func(dir int, base string) (err error) {
		link, err = readLinkAt(dir, base)
		return err
	})
	return link, pathError("readlinkat", name, err)
}

// Symlink makes a symbolic link, which may lead anywhere.
func (r *Root) Symlink(oldname, newname string) error {
	err := r.within(newname, slashIsDir, func(dir int, base string) error { return symlinkAt(oldname, dir, base) })
	return linkError("symlinkat", oldname, newname, err)
}

// Link makes newname another name of the file oldname, or of a symbolic link.
func (r *Root) Link(oldname, newname string) error {
	err := r.within(oldname, slashIsDir, func(oldDir int, oldBase string) error {
		return r.within(newname, slashIsDir, func(dir int, base string) error {
			return linkAt(oldDir, oldBase, dir, base)
		})
	})
	return linkError("linkat", oldname, newname, err)
}

// Rename moves a file. A directory only takes the place of itself.
func (r *Root) Rename(oldname, newname string) error {
	err := r.within(oldname, slashIsDir, func(oldDir int, oldBase string) error {
		p := &path{rule: slashIsNewDir, openDir: openDirAt}
		return r.walk(p, newname, func(dir int, base string) error {
			from, err := statAt(oldDir, oldBase)
			to, missing := statAt(dir, base)
			switch {
			case err != nil:
				return err
			case p.hasSlash && !from.IsDir():
				return syscall.ENOTDIR
			case missing == nil && to.IsDir() && (base == oldBase || !SameFile(from, to)):
				return syscall.EEXIST
			}
			return renameAt(oldDir, oldBase, dir, base)
		})
	})
	return linkError("renameat", oldname, newname, err)
}

func linkError(op, oldname, newname string, err error) error {
	if err == nil {
		return nil
	}
	return &LinkError{op, oldname, newname, err}
}
