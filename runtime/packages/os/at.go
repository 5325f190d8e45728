package os

import (
	"syscall"
	"unsafe"
)

// System calls about a name in an open directory. Symbolic links are not followed; a name without slashes does not lead
// out of the directory.

const (
	atCurrent = -0x64    // AT_FDCWD: the current directory
	noFollow  = 0x100    // AT_SYMLINK_NOFOLLOW
	removeDir = 0x200    // AT_REMOVEDIR
	pathOnly  = 0x200000 // O_PATH
)

//go:uintptrescapes
func at(trap uintptr, dir int, name string, a3, a4, a5 uintptr) (int, error) {
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return 0, err
	}
	var n uintptr
	err = again(func() error {
		r1, _, errno := syscall.Syscall6(trap, uintptr(dir), uintptr(unsafe.Pointer(p)), a3, a4, a5, 0)
		if n = r1; errno != 0 {
			return errno
		}
		return nil
	})
	return int(n), err
}

func linkAt(oldDir int, oldName string, dir int, name string) error {
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return err
	}
	_, err = at(syscall.SYS_LINKAT, oldDir, oldName, uintptr(dir), uintptr(unsafe.Pointer(p)), 0)
	return err
}

func renameAt(oldDir int, oldName string, dir int, name string) error {
	return again(func() error { return syscall.Renameat(oldDir, oldName, dir, name) })
}

func openAt(dir int, name string, flag int, perm uint32) (fd int, err error) {
	err = again(func() (err error) {
		fd, err = syscall.Openat(dir, name, flag|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, perm)
		return err
	})
	return fd, err
}

func readLinkAt(dir int, name string) (string, error) {
	for size := 128; ; size *= 2 {
		b := make([]byte, size)
		n, err := at(syscall.SYS_READLINKAT, dir, name, uintptr(unsafe.Pointer(&b[0])), uintptr(size), 0)
		if err != nil {
			return "", err
		}
		if n < size {
			return string(b[:n]), nil
		}
	}
}

func statAt(dir int, name string) (FileInfo, error) {
	var s fileStat
	_, err := at(syscall.SYS_NEWFSTATAT, dir, name, uintptr(unsafe.Pointer(&s.sys)), noFollow, 0)
	if err != nil {
		return nil, err
	}
	return s.fill(name), nil
}

func mkdirAt(dir int, name string, perm FileMode) error {
	return again(func() error { return syscall.Mkdirat(dir, name, systemMode(perm)) })
}

func symlinkAt(target string, dir int, name string) error {
	t, err := syscall.BytePtrFromString(target)
	if err != nil {
		return err
	}
	n, err := syscall.BytePtrFromString(name)
	if err != nil {
		return err
	}
	_, _, errno := syscall.Syscall(syscall.SYS_SYMLINKAT, uintptr(unsafe.Pointer(t)), uintptr(dir), uintptr(unsafe.Pointer(n)))
	if errno != 0 {
		return errno
	}
	return nil
}

func chownAt(dir int, name string, uid, gid int) error {
	return again(func() error { return syscall.Fchownat(dir, name, uid, gid, noFollow) })
}

// chmodAt goes by way of /proc where the kernel (before Linux 6.6) has no call that does not follow links.
func chmodAt(dir int, name string, mode FileMode) error {
	err := again(func() error { return syscall.Fchmodat(dir, name, systemMode(mode), noFollow) })
	if err != syscall.EOPNOTSUPP {
		return err
	}
	fd, failed := openAt(dir, name, pathOnly, 0)
	if failed != nil {
		return failed
	}
	defer syscall.Close(fd)
	f := "/proc/self/fd/" + decimal(uint64(fd))
	switch info, failed := Stat(f); {
	case failed != nil:
		return err
	case info.Mode()&ModeSymlink != 0:
		return err
	}
	return again(func() error { return syscall.Chmod(f, systemMode(mode)) })
}

// removeAt removes a file or an empty directory.
func removeAt(dir int, name string) error {
	_, err := at(syscall.SYS_UNLINKAT, dir, name, 0, 0, 0)
	if err == nil {
		return nil
	}
	_, failed := at(syscall.SYS_UNLINKAT, dir, name, removeDir, 0, 0)
	if failed == syscall.ENOTDIR {
		return err
	}
	return failed
}

// removeAllAt removes what a name in a directory is, with all that is in it; path is its name for errors. Names stay
// short, however deep it goes.
func removeAllAt(dir int, name, path string) error {
	_, err := at(syscall.SYS_UNLINKAT, dir, name, 0, 0, 0)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	info, failed := statAt(dir, name)
	if failed != nil || !info.IsDir() {
		return pathError("unlinkat", path, err)
	}
	fd, err := openAt(dir, name, syscall.O_DIRECTORY, 0)
	if err != nil {
		return pathError("openfdat", path, err)
	}
	f := newOpened(fd, name, 0)
	defer f.Close()
	names, first := f.Readdirnames(-1)
	for _, name := range names {
		if err := removeAllAt(fd, name, path+"/"+name); err != nil && first == nil {
			first = err
		}
	}
	_, err = at(syscall.SYS_UNLINKAT, dir, name, removeDir, 0, 0)
	if err == nil || err == syscall.ENOENT {
		return nil
	}
	if first != nil {
		return first
	}
	return pathError("unlinkat", path, err)
}
