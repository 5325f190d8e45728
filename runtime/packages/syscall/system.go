package syscall

import "unsafe"

// What concerns the whole system.

type Timex struct {
	Modes                            uint32
	Pad_cgo_0                        [4]byte
	Offset, Freq, Maxerror, Esterror int64
	Status                           int32
	Pad_cgo_1                        [4]byte
	Constant, Precision, Tolerance   int64
	Time                             Timeval
	Tick, Ppsfreq, Jitter            int64
	Shift                            int32
	Pad_cgo_2                        [4]byte
	Stabil, Jitcnt, Calcnt, Errcnt   int64
	Stbcnt                           int64
	Tai                              int32
	Pad_cgo_3                        [44]byte
}

type Ustat_t struct {
	Tfree        int32
	Pad_cgo_0    [4]byte
	Tinode       uint64
	Fname, Fpack [6]int8
	Pad_cgo_1    [4]byte
}

// Mount makes a file system visible at target.
func Mount(source string, target string, fstype string, flags uintptr, data string) error {
	var texts [4]*byte
	for i, s := range [...]string{source, target, fstype, data} {
		var err error
		if texts[i], err = BytePtrFromString(s); err != nil {
			return err
		}
	}
	if data == "" {
		texts[3] = nil
	}
	return done(SYS_MOUNT, uintptr(unsafe.Pointer(texts[0])), uintptr(unsafe.Pointer(texts[1])), uintptr(unsafe.Pointer(texts[2])), flags, uintptr(unsafe.Pointer(texts[3])), 0)
}

func Unmount(target string, flags int) error {
	return path1(SYS_UMOUNT2, target, uintptr(flags), 0, 0)
}

func PivotRoot(newroot string, putold string) error { return paths(SYS_PIVOT_ROOT, newroot, putold) }

// Acct writes the ends of processes to a file, or does so no more.
func Acct(path string) error {
	if path == "" {
		return done(SYS_ACCT, 0, 0, 0, 0, 0, 0)
	}
	return path1(SYS_ACCT, path, 0, 0, 0)
}

func Reboot(cmd int) error {
	return done(SYS_REBOOT, LINUX_REBOOT_MAGIC1, LINUX_REBOOT_MAGIC2, uintptr(cmd), 0, 0, 0)
}

func Sethostname(p []byte) error {
	return done(SYS_SETHOSTNAME, uintptr(start(p)), uintptr(len(p)), 0, 0, 0, 0)
}

func Setdomainname(p []byte) error {
	return done(SYS_SETDOMAINNAME, uintptr(start(p)), uintptr(len(p)), 0, 0, 0, 0)
}

func Adjtimex(buf *Timex) (state int, err error) {
	return number(SYS_ADJTIMEX, uintptr(unsafe.Pointer(buf)), 0, 0, 0, 0, 0)
}

func Settimeofday(tv *Timeval) error {
	return done(SYS_SETTIMEOFDAY, uintptr(unsafe.Pointer(tv)), 0, 0, 0, 0, 0)
}

// Klogctl reads and controls the kernel's messages.
func Klogctl(typ int, buf []byte) (n int, err error) {
	return number(SYS_SYSLOG, uintptr(typ), uintptr(start(buf)), uintptr(len(buf)), 0, 0, 0)
}

func Ustat(dev int, ubuf *Ustat_t) error {
	return done(SYS_USTAT, uintptr(dev), uintptr(unsafe.Pointer(ubuf)), 0, 0, 0, 0)
}

func Ioperm(from int, num int, on int) error {
	return done(SYS_IOPERM, uintptr(from), uintptr(num), uintptr(on), 0, 0, 0)
}

func Iopl(level int) error { return done(SYS_IOPL, uintptr(level), 0, 0, 0, 0, 0) }
