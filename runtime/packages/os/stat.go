package os

import (
	"io/fs"
	"syscall"
	"time"
)

// A FileInfo is what is known about a file.
type FileInfo = fs.FileInfo

type fileStat struct {
	name    string
	size    int64
	mode    FileMode
	modTime time.Time
	sys     syscall.Stat_t
}

func (s *fileStat) Name() string       { return s.name }
func (s *fileStat) Size() int64        { return s.size }
func (s *fileStat) Mode() FileMode     { return s.mode }
func (s *fileStat) ModTime() time.Time { return s.modTime }
func (s *fileStat) IsDir() bool        { return s.mode.IsDir() }
func (s *fileStat) Sys() any           { return &s.sys }

// fill takes the rest from what the system says.
func (s *fileStat) fill(name string) FileInfo {
	s.name = base(name)
	s.size = s.sys.Size
	s.modTime = time.Unix(s.sys.Mtim.Sec, s.sys.Mtim.Nsec)
	s.mode = FileMode(s.sys.Mode & 0o777)
	switch s.sys.Mode & syscall.S_IFMT {
	case syscall.S_IFBLK:
		s.mode |= ModeDevice
	case syscall.S_IFCHR:
		s.mode |= ModeDevice | ModeCharDevice
	case syscall.S_IFDIR:
		s.mode |= ModeDir
	case syscall.S_IFIFO:
		s.mode |= ModeNamedPipe
	case syscall.S_IFLNK:
		s.mode |= ModeSymlink
	case syscall.S_IFSOCK:
		s.mode |= ModeSocket
	}
	if s.sys.Mode&syscall.S_ISGID != 0 {
		s.mode |= ModeSetgid
	}
	if s.sys.Mode&syscall.S_ISUID != 0 {
		s.mode |= ModeSetuid
	}
	if s.sys.Mode&syscall.S_ISVTX != 0 {
		s.mode |= ModeSticky
	}
	return s
}

// base returns the last element of a path.
func base(path string) string {
	for len(path) > 1 && path[len(path)-1] == '/' {
		path = path[:len(path)-1]
	}
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' && len(path) > 1 {
			return path[i+1:]
		}
	}
	return path
}

// Stat returns what is known about a file; of a symbolic link, about where it leads.
func Stat(name string) (FileInfo, error) {
	var s fileStat
	err := again(func() error { return syscall.Stat(name, &s.sys) })
	if err != nil {
		return nil, pathError("stat", name, err)
	}
	return s.fill(name), nil
}

// Lstat returns what is known about a file or a symbolic link itself.
func Lstat(name string) (FileInfo, error) {
	var s fileStat
	err := again(func() error { return syscall.Lstat(name, &s.sys) })
	if err != nil {
		return nil, pathError("lstat", name, err)
	}
	return s.fill(name), nil
}

// Stat returns what is known about the file.
func (f *File) Stat() (FileInfo, error) {
	var s fileStat
	if err := f.do("stat", func(fd int) error { return syscall.Fstat(fd, &s.sys) }); err != nil {
		return nil, err
	}
	return s.fill(f.name), nil
}

// SameFile reports whether both describe the same file.
func SameFile(fi1, fi2 FileInfo) bool {
	a, ok1 := fi1.(*fileStat)
	b, ok2 := fi2.(*fileStat)
	return ok1 && ok2 && a.sys.Dev == b.sys.Dev && a.sys.Ino == b.sys.Ino
}

// Chmod changes the permission bits of a file.
func Chmod(name string, mode FileMode) error {
	return onPath("chmod", name, func() error { return syscall.Chmod(name, systemMode(mode)) })
}

// Chown changes owner and group of a file; -1 leaves one as it is.
func Chown(name string, uid, gid int) error {
	return onPath("chown", name, func() error { return syscall.Chown(name, uid, gid) })
}

// Lchown is Chown for a symbolic link itself.
func Lchown(name string, uid, gid int) error {
	return onPath("lchown", name, func() error { return syscall.Lchown(name, uid, gid) })
}

// Chtimes sets when a file was last read and changed; the zero time leaves one as it is.
func Chtimes(name string, atime time.Time, mtime time.Time) error {
	times := []syscall.Timespec{timespec(atime), timespec(mtime)}
	return onPath("chtimes", name, func() error { return syscall.UtimesNano(name, times) })
}

func timespec(t time.Time) syscall.Timespec {
	const leaveIt = 1<<30 - 2 // UTIME_OMIT
	if t.IsZero() {
		return syscall.Timespec{Nsec: leaveIt}
	}
	return syscall.NsecToTimespec(t.UnixNano())
}

// Truncate changes the size of a file.
func Truncate(name string, size int64) error {
	return onPath("truncate", name, func() error { return syscall.Truncate(name, size) })
}

// onPath runs an operation on a name.
func onPath(op, name string, system func() error) error { return pathError(op, name, again(system)) }

// onPaths runs an operation on two names.
func onPaths(op, from, to string, system func() error) error {
	if err := again(system); err != nil {
		return &LinkError{op, from, to, err}
	}
	return nil
}

// Rename moves a file.
func Rename(oldpath, newpath string) error {
	if info, err := Lstat(newpath); err == nil && info.IsDir() {
		// A directory may only replace a directory; the system would say it with other words.
		from, err := Lstat(oldpath)
		if err != nil {
			return &LinkError{"rename", oldpath, newpath, cause(err)}
		}
		if newpath == oldpath || !SameFile(info, from) || !from.IsDir() {
			return &LinkError{"rename", oldpath, newpath, syscall.EEXIST}
		}
	}
	return onPaths("rename", oldpath, newpath, func() error { return syscall.Rename(oldpath, newpath) })
}

// Link makes newname another name of a file.
func Link(oldname, newname string) error {
	return onPaths("link", oldname, newname, func() error { return syscall.Link(oldname, newname) })
}

// Symlink makes newname a symbolic link that leads to oldname.
func Symlink(oldname, newname string) error {
	return onPaths("symlink", oldname, newname, func() error { return syscall.Symlink(oldname, newname) })
}

// Readlink returns where a symbolic link leads.
func Readlink(name string) (string, error) {
	for size := 128; ; size *= 2 {
		target := make([]byte, size)
		n := 0
		err := onPath("readlink", name, func() (err error) {
			n, err = syscall.Readlink(name, target)
			return err
		})
		if err != nil {
			return "", err
		}
		if n < size {
			return string(target[:n]), nil
		}
	}
}
