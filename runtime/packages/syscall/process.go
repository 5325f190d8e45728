package syscall

import "unsafe"

func Getpid() int  { return own(SYS_GETPID, 0) }
func Getppid() int { return own(SYS_GETPPID, 0) }
func Gettid() int  { return own(SYS_GETTID, 0) }
func Getuid() int  { return own(SYS_GETUID, 0) }
func Geteuid() int { return own(SYS_GETEUID, 0) }
func Getgid() int  { return own(SYS_GETGID, 0) }
func Getegid() int { return own(SYS_GETEGID, 0) }
func Getpgrp() int { return own(SYS_GETPGRP, 0) }

func Getpgid(pid int) (pgid int, err error) {
	return number(SYS_GETPGID, uintptr(pid), 0, 0, 0, 0, 0)
}
func Setpgid(pid, pgid int) error  { return done(SYS_SETPGID, uintptr(pid), uintptr(pgid), 0, 0, 0, 0) }
func Setsid() (pid int, err error) { return number(SYS_SETSID, 0, 0, 0, 0, 0, 0) }

func Getgroups() (gids []int, err error) {
	n, err := number(SYS_GETGROUPS, 0, 0, 0, 0, 0, 0)
	if err != nil || n == 0 {
		return nil, err
	}
	groups := make([]uint32, n)
	n, err = number(SYS_GETGROUPS, uintptr(n), uintptr(unsafe.Pointer(&groups[0])), 0, 0, 0, 0)
	if err != nil {
		return nil, err
	}
	gids = make([]int, n)
	for i := range gids {
		gids[i] = int(groups[i])
	}
	return gids, nil
}

func Getpagesize() int { return 4096 }

// Exit ends the program.
func Exit(code int)

func Kill(pid int, sig Signal) error {
	return done(SYS_KILL, uintptr(pid), uintptr(sig), 0, 0, 0, 0)
}

func Tgkill(tgid, tid int, sig Signal) error {
	return done(SYS_TGKILL, uintptr(tgid), uintptr(tid), uintptr(sig), 0, 0, 0)
}

// Wait4 waits for a process; it returns its number.
func Wait4(pid int, wstatus *WaitStatus, options int, rusage *Rusage) (wpid int, err error) {
	status := new(int32)
	wpid, err = number(SYS_WAIT4, uintptr(pid), uintptr(unsafe.Pointer(status)), uintptr(options), uintptr(unsafe.Pointer(rusage)), 0, 0)
	if wstatus != nil {
		*wstatus = WaitStatus(*status)
	}
	return wpid, err
}

func Getrusage(who int, rusage *Rusage) error {
	return done(SYS_GETRUSAGE, uintptr(who), uintptr(unsafe.Pointer(rusage)), 0, 0, 0, 0)
}

func Getrlimit(resource int, rlim *Rlimit) error {
	return done(SYS_GETRLIMIT, uintptr(resource), uintptr(unsafe.Pointer(rlim)), 0, 0, 0, 0)
}

func Setrlimit(resource int, rlim *Rlimit) error {
	return done(SYS_SETRLIMIT, uintptr(resource), uintptr(unsafe.Pointer(rlim)), 0, 0, 0, 0)
}

func Getpriority(which, who int) (prio int, err error) {
	return number(SYS_GETPRIORITY, uintptr(which), uintptr(who), 0, 0, 0, 0)
}

func Setpriority(which, who, prio int) error {
	return done(SYS_SETPRIORITY, uintptr(which), uintptr(who), uintptr(prio), 0, 0, 0)
}

func Times(tms *Tms) (ticks uintptr, err error) {
	n, err := number(SYS_TIMES, uintptr(unsafe.Pointer(tms)), 0, 0, 0, 0, 0)
	return uintptr(n), err
}

func Gettimeofday(tv *Timeval) error {
	return done(SYS_GETTIMEOFDAY, uintptr(unsafe.Pointer(tv)), 0, 0, 0, 0, 0)
}

func Time(t *Time_t) (tt Time_t, err error) {
	var tv Timeval
	if err := Gettimeofday(&tv); err != nil {
		return 0, err
	}
	if t != nil {
		*t = Time_t(tv.Sec)
	}
	return Time_t(tv.Sec), nil
}

func Nanosleep(time, leftover *Timespec) error {
	return done(SYS_NANOSLEEP, uintptr(unsafe.Pointer(time)), uintptr(unsafe.Pointer(leftover)), 0, 0, 0, 0)
}

func Uname(buf *Utsname) error {
	return done(SYS_UNAME, uintptr(unsafe.Pointer(buf)), 0, 0, 0, 0, 0)
}

func Sysinfo(info *Sysinfo_t) error {
	return done(SYS_SYSINFO, uintptr(unsafe.Pointer(info)), 0, 0, 0, 0, 0)
}

// Mmap maps a file, or memory, for Munmap to end.
func Mmap(fd int, offset int64, length int, prot int, flags int) (data []byte, err error) {
	if length <= 0 {
		return nil, EINVAL
	}
	address, _, errno := call(SYS_MMAP, 0, uintptr(length), uintptr(prot), uintptr(flags), uintptr(fd), uintptr(offset))
	if errno != 0 {
		return nil, Errno(errno)
	}
	return unsafe.Slice((*byte)(unsafe.Pointer(address)), length), nil
}

func Munmap(b []byte) error {
	if len(b) == 0 || len(b) != cap(b) {
		return EINVAL
	}
	return done(SYS_MUNMAP, uintptr(start(b)), uintptr(len(b)), 0, 0, 0, 0)
}

func Mprotect(b []byte, prot int) error {
	return done(SYS_MPROTECT, uintptr(start(b)), uintptr(len(b)), uintptr(prot), 0, 0, 0)
}

func Madvise(b []byte, advice int) error {
	return done(SYS_MADVISE, uintptr(start(b)), uintptr(len(b)), uintptr(advice), 0, 0, 0)
}

// The environment is that of package os.

func Environ() []string
func Getenv(key string) (value string, found bool)
func Clearenv()
func setenv(key, value string)
func unsetenv(key string)

func Setenv(key, value string) error {
	if key == "" {
		return EINVAL
	}
	for i := 0; i < len(key); i++ {
		if key[i] == '=' || key[i] == 0 {
			return EINVAL
		}
	}
	for i := 0; i < len(value); i++ {
		if value[i] == 0 {
			return EINVAL
		}
	}
	setenv(key, value)
	return nil
}

func Unsetenv(key string) error {
	unsetenv(key)
	return nil
}

func Mlock(b []byte) error { return done(SYS_MLOCK, uintptr(start(b)), uintptr(len(b)), 0, 0, 0, 0) }
func Munlock(b []byte) error {
	return done(SYS_MUNLOCK, uintptr(start(b)), uintptr(len(b)), 0, 0, 0, 0)
}
func Mlockall(flags int) error { return done(SYS_MLOCKALL, uintptr(flags), 0, 0, 0, 0, 0) }
func Munlockall() error        { return done(SYS_MUNLOCKALL, 0, 0, 0, 0, 0, 0) }

// Pause waits for a signal.
func Pause() error { return done(SYS_PAUSE, 0, 0, 0, 0, 0, 0) }

// Unshare gives the calling thread namespaces of its own.
func Unshare(flags int) error { return done(SYS_UNSHARE, uintptr(flags), 0, 0, 0, 0, 0) }

// AllThreadsSyscall would make a system call on every thread. As in Go's programs with C code, whose threads are not the
// runtime's alone, it is not supported.
func AllThreadsSyscall(trap, a1, a2, a3 uintptr) (r1, r2 uintptr, err Errno) {
	return ^uintptr(0), ^uintptr(0), ENOTSUP
}

// AllThreadsSyscall6 is AllThreadsSyscall with six arguments.
func AllThreadsSyscall6(trap, a1, a2, a3, a4, a5, a6 uintptr) (r1, r2 uintptr, err Errno) {
	return ^uintptr(0), ^uintptr(0), ENOTSUP
}

type Utimbuf struct{ Actime, Modtime int64 }

func Utime(path string, buf *Utimbuf) error {
	return path1(SYS_UTIME, path, uintptr(unsafe.Pointer(buf)), 0, 0)
}
