package syscall

import "unsafe"

const atCurrent = -0x64 // AT_FDCWD: names are relative to the current directory

// Open opens a file.
func Open(path string, mode int, perm uint32) (fd int, err error) {
	return Openat(atCurrent, path, mode, perm)
}

// Openat opens a file whose name is relative to a directory.
func Openat(dirfd int, path string, flags int, mode uint32) (fd int, err error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	return number(SYS_OPENAT, uintptr(dirfd), uintptr(unsafe.Pointer(p)), uintptr(flags|O_LARGEFILE), uintptr(mode), 0, 0)
}

func Creat(path string, mode uint32) (fd int, err error) {
	return Open(path, O_CREAT|O_WRONLY|O_TRUNC, mode)
}

func Close(fd int) error { return done(SYS_CLOSE, uintptr(fd), 0, 0, 0, 0, 0) }

func Read(fd int, p []byte) (n int, err error) {
	return number(SYS_READ, uintptr(fd), uintptr(start(p)), uintptr(len(p)), 0, 0, 0)
}

func Write(fd int, p []byte) (n int, err error) {
	return number(SYS_WRITE, uintptr(fd), uintptr(start(p)), uintptr(len(p)), 0, 0, 0)
}

func Pread(fd int, p []byte, offset int64) (n int, err error) {
	return number(SYS_PREAD64, uintptr(fd), uintptr(start(p)), uintptr(len(p)), uintptr(offset), 0, 0)
}

func Pwrite(fd int, p []byte, offset int64) (n int, err error) {
	return number(SYS_PWRITE64, uintptr(fd), uintptr(start(p)), uintptr(len(p)), uintptr(offset), 0, 0)
}

func Seek(fd int, offset int64, whence int) (off int64, err error) {
	n, err := number(SYS_LSEEK, uintptr(fd), uintptr(offset), uintptr(whence), 0, 0, 0)
	return int64(n), err
}

func Dup(oldfd int) (fd int, err error) { return number(SYS_DUP, uintptr(oldfd), 0, 0, 0, 0, 0) }
func Dup2(oldfd, newfd int) error {
	return done(SYS_DUP2, uintptr(oldfd), uintptr(newfd), 0, 0, 0, 0)
}
func Dup3(oldfd, newfd, flags int) error {
	return done(SYS_DUP3, uintptr(oldfd), uintptr(newfd), uintptr(flags), 0, 0, 0)
}

// Pipe makes a pipe: p[0] is for reading, p[1] for writing.
func Pipe(p []int) error { return Pipe2(p, 0) }

func Pipe2(p []int, flags int) error {
	if len(p) != 2 {
		return EINVAL
	}
	ends := new([2]int32)
	if err := done(SYS_PIPE2, uintptr(unsafe.Pointer(ends)), uintptr(flags), 0, 0, 0, 0); err != nil {
		return err
	}
	p[0], p[1] = int(ends[0]), int(ends[1])
	return nil
}

func fcntl(fd, cmd, arg int) (int, error) {
	return number(SYS_FCNTL, uintptr(fd), uintptr(cmd), uintptr(arg), 0, 0, 0)
}

// CloseOnExec keeps fd from programs that are started.
func CloseOnExec(fd int) { fcntl(fd, F_SETFD, FD_CLOEXEC) }

// SetNonblock says whether operations on fd fail with EAGAIN where they would wait.
func SetNonblock(fd int, nonblocking bool) error {
	flags, err := fcntl(fd, F_GETFL, 0)
	if err != nil {
		return err
	}
	if nonblocking {
		flags |= O_NONBLOCK
	} else {
		flags &^= O_NONBLOCK
	}
	_, err = fcntl(fd, F_SETFL, flags)
	return err
}

// FcntlFlock locks and unlocks parts of files.
func FcntlFlock(fd uintptr, cmd int, lk *Flock_t) error {
	return done(SYS_FCNTL, fd, uintptr(cmd), uintptr(unsafe.Pointer(lk)), 0, 0, 0)
}

func Flock(fd, how int) error { return done(SYS_FLOCK, uintptr(fd), uintptr(how), 0, 0, 0, 0) }
func Fsync(fd int) error      { return done(SYS_FSYNC, uintptr(fd), 0, 0, 0, 0, 0) }
func Fdatasync(fd int) error  { return done(SYS_FDATASYNC, uintptr(fd), 0, 0, 0, 0, 0) }
func Sync()                   { call(SYS_SYNC, 0, 0, 0, 0, 0, 0) }

func Stat(path string, stat *Stat_t) error {
	return path1(SYS_STAT, path, uintptr(unsafe.Pointer(stat)), 0, 0)
}

func Lstat(path string, stat *Stat_t) error {
	return path1(SYS_LSTAT, path, uintptr(unsafe.Pointer(stat)), 0, 0)
}

func Fstat(fd int, stat *Stat_t) error {
	return done(SYS_FSTAT, uintptr(fd), uintptr(unsafe.Pointer(stat)), 0, 0, 0, 0)
}

func Statfs(path string, buf *Statfs_t) error {
	return path1(SYS_STATFS, path, uintptr(unsafe.Pointer(buf)), 0, 0)
}

func Fstatfs(fd int, buf *Statfs_t) error {
	return done(SYS_FSTATFS, uintptr(fd), uintptr(unsafe.Pointer(buf)), 0, 0, 0, 0)
}

func Access(path string, mode uint32) error { return Faccessat(atCurrent, path, mode, 0) }

// Faccessat checks permissions; flags are not known to the system call and must be 0.
func Faccessat(dirfd int, path string, mode uint32, flags int) error {
	if flags != 0 {
		return EINVAL
	}
	return pathAt(SYS_FACCESSAT, dirfd, path, uintptr(mode), 0, 0)
}

func Truncate(path string, length int64) error {
	return path1(SYS_TRUNCATE, path, uintptr(length), 0, 0)
}

func Ftruncate(fd int, length int64) error {
	return done(SYS_FTRUNCATE, uintptr(fd), uintptr(length), 0, 0, 0, 0)
}

func Fallocate(fd int, mode uint32, off, length int64) error {
	return done(SYS_FALLOCATE, uintptr(fd), uintptr(mode), uintptr(off), uintptr(length), 0, 0)
}

func Mkdir(path string, mode uint32) error { return path1(SYS_MKDIR, path, uintptr(mode), 0, 0) }
func Mkdirat(dirfd int, path string, mode uint32) error {
	return pathAt(SYS_MKDIRAT, dirfd, path, uintptr(mode), 0, 0)
}
func Mkfifo(path string, mode uint32) error { return Mknod(path, mode|S_IFIFO, 0) }
func Mknod(path string, mode uint32, dev int) error {
	return path1(SYS_MKNOD, path, uintptr(mode), uintptr(dev), 0)
}
func Mknodat(dirfd int, path string, mode uint32, dev int) error {
	return pathAt(SYS_MKNODAT, dirfd, path, uintptr(mode), uintptr(dev), 0)
}
func Rmdir(path string) error               { return path1(SYS_RMDIR, path, 0, 0, 0) }
func Unlink(path string) error              { return path1(SYS_UNLINK, path, 0, 0, 0) }
func Unlinkat(dirfd int, path string) error { return pathAt(SYS_UNLINKAT, dirfd, path, 0, 0, 0) }
func Rename(from, to string) error          { return paths(SYS_RENAME, from, to) }
func Link(path, link string) error          { return paths(SYS_LINK, path, link) }
func Symlink(path, link string) error       { return paths(SYS_SYMLINK, path, link) }

// Readlink writes what a symbolic link holds to buf and returns how many bytes it wrote.
func Readlink(path string, buf []byte) (n int, err error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	return number(SYS_READLINK, uintptr(unsafe.Pointer(p)), uintptr(start(buf)), uintptr(len(buf)), 0, 0, 0)
}

func Chmod(path string, mode uint32) error { return path1(SYS_CHMOD, path, uintptr(mode), 0, 0) }
func Fchmod(fd int, mode uint32) error {
	return done(SYS_FCHMOD, uintptr(fd), uintptr(mode), 0, 0, 0, 0)
}

// Fchmodat needs Linux 6.6 for flags.
func Fchmodat(dirfd int, path string, mode uint32, flags int) error {
	const (
		fchmodat2 = 452
		known     = 0x100 | 0x1000 // AT_SYMLINK_NOFOLLOW, AT_EMPTY_PATH
	)
	if flags == 0 {
		return pathAt(SYS_FCHMODAT, dirfd, path, uintptr(mode), 0, 0)
	}
	err := pathAt(fchmodat2, dirfd, path, uintptr(mode), uintptr(flags), 0)
	switch {
	case err != ENOSYS:
		return err
	case flags&^known != 0:
		return EINVAL
	}
	return EOPNOTSUPP
}

func Chown(path string, uid, gid int) error {
	return path1(SYS_CHOWN, path, uintptr(uid), uintptr(gid), 0)
}
func Lchown(path string, uid, gid int) error {
	return path1(SYS_LCHOWN, path, uintptr(uid), uintptr(gid), 0)
}
func Fchown(fd, uid, gid int) error {
	return done(SYS_FCHOWN, uintptr(fd), uintptr(uid), uintptr(gid), 0, 0, 0)
}
func Umask(mask int) int { return own(SYS_UMASK, uintptr(mask)) }

// UtimesNano sets when a file was last read and changed: ts[0] and ts[1].
func UtimesNano(path string, ts []Timespec) error {
	if len(ts) != 2 {
		return EINVAL
	}
	return pathAt(SYS_UTIMENSAT, atCurrent, path, uintptr(unsafe.Pointer(&ts[0])), 0, 0)
}

func Utimes(path string, tv []Timeval) error {
	if len(tv) != 2 {
		return EINVAL
	}
	return UtimesNano(path, []Timespec{
		{tv[0].Sec, tv[0].Usec * 1000}, {tv[1].Sec, tv[1].Usec * 1000}})
}

func Futimes(fd int, tv []Timeval) error { return Utimes("/proc/self/fd/"+decimal(fd), tv) }

func Chdir(path string) error  { return path1(SYS_CHDIR, path, 0, 0, 0) }
func Fchdir(fd int) error      { return done(SYS_FCHDIR, uintptr(fd), 0, 0, 0, 0, 0) }
func Chroot(path string) error { return path1(SYS_CHROOT, path, 0, 0, 0) }

// Getcwd writes the current directory and a zero to buf and returns how many bytes it wrote.
func Getcwd(buf []byte) (n int, err error) {
	return number(SYS_GETCWD, uintptr(start(buf)), uintptr(len(buf)), 0, 0, 0, 0)
}

func Getwd() (wd string, err error) {
	buf := make([]byte, PathMax)
	n, err := Getcwd(buf)
	if err != nil {
		return "", err
	}
	if n < 1 || n > len(buf) || buf[n-1] != 0 {
		return "", EINVAL
	}
	if buf[0] != '/' {
		return "", ENOENT
	}
	return string(buf[:n-1]), nil
}

func Getdents(fd int, buf []byte) (n int, err error) {
	return number(SYS_GETDENTS64, uintptr(fd), uintptr(start(buf)), uintptr(len(buf)), 0, 0, 0)
}

// ReadDirent reads entries of a directory, records of type Dirent one behind the other.
func ReadDirent(fd int, buf []byte) (n int, err error) { return Getdents(fd, buf) }

// ParseDirent appends up to max names of buf to names, without "." and "..". It returns how many
// bytes and names it took.
func ParseDirent(buf []byte, max int, names []string) (consumed int, count int, newnames []string) {
	const nameAt = 19
	for max != 0 && consumed+nameAt <= len(buf) {
		entry := (*Dirent)(unsafe.Pointer(&buf[consumed]))
		length := int(entry.Reclen)
		if length < nameAt || consumed+length > len(buf) {
			return len(buf), count, names
		}
		name := buf[consumed+nameAt : consumed+length]
		for i, c := range name {
			if c == 0 {
				name = name[:i]
				break
			}
		}
		consumed += length
		if s := string(name); entry.Ino != 0 && s != "." && s != ".." {
			max--
			count++
			names = append(names, s)
		}
	}
	return consumed, count, names
}

func Sendfile(outfd, infd int, offset *int64, count int) (written int, err error) {
	return number(SYS_SENDFILE, uintptr(outfd), uintptr(infd), uintptr(unsafe.Pointer(offset)), uintptr(count), 0, 0)
}

func Splice(rfd int, roff *int64, wfd int, woff *int64, length, flags int) (int64, error) {
	n, err := number(SYS_SPLICE, uintptr(rfd), uintptr(unsafe.Pointer(roff)), uintptr(wfd), uintptr(unsafe.Pointer(woff)), uintptr(length), uintptr(flags))
	return int64(n), err
}

func Select(nfd int, r, w, e *FdSet, timeout *Timeval) (n int, err error) {
	return number(SYS_SELECT, uintptr(nfd), uintptr(unsafe.Pointer(r)), uintptr(unsafe.Pointer(w)), uintptr(unsafe.Pointer(e)), uintptr(unsafe.Pointer(timeout)), 0)
}

func EpollCreate(size int) (fd int, err error) {
	if size <= 0 {
		return -1, EINVAL
	}
	return EpollCreate1(0)
}

func EpollCreate1(flag int) (fd int, err error) {
	return number(SYS_EPOLL_CREATE1, uintptr(flag), 0, 0, 0, 0, 0)
}

func EpollCtl(epfd, op, fd int, event *EpollEvent) error {
	return done(SYS_EPOLL_CTL, uintptr(epfd), uintptr(op), uintptr(fd), uintptr(unsafe.Pointer(event)), 0, 0)
}

func EpollWait(epfd int, events []EpollEvent, msec int) (n int, err error) {
	return number(SYS_EPOLL_WAIT, uintptr(epfd), uintptr(unsafe.Pointer(unsafe.SliceData(events))), uintptr(len(events)), uintptr(msec), 0, 0)
}

func Renameat(olddirfd int, oldpath string, newdirfd int, newpath string) error {
	return pathsAt(SYS_RENAMEAT, olddirfd, oldpath, newdirfd, newpath)
}

func Fchownat(dirfd int, path string, uid int, gid int, flags int) error {
	return pathAt(SYS_FCHOWNAT, dirfd, path, uintptr(uid), uintptr(gid), uintptr(flags))
}

func Futimesat(dirfd int, path string, tv []Timeval) error {
	if len(tv) != 2 {
		return EINVAL
	}
	return pathAt(SYS_FUTIMESAT, dirfd, path, uintptr(unsafe.Pointer(&tv[0])), 0, 0)
}

// Tee copies from one pipe to another.
func Tee(rfd int, wfd int, length int, flags int) (n int64, err error) {
	count, err := number(SYS_TEE, uintptr(rfd), uintptr(wfd), uintptr(length), uintptr(flags), 0, 0)
	return int64(count), err
}

func SyncFileRange(fd int, off int64, n int64, flags int) error {
	return done(SYS_SYNC_FILE_RANGE, uintptr(fd), uintptr(off), uintptr(n), uintptr(flags), 0, 0)
}
