package syscall

// Structs of Linux on x86-64, with its layout and Go's names.

type Timespec struct{ Sec, Nsec int64 }

// Unix returns the time as seconds and nanoseconds.
func (ts *Timespec) Unix() (sec int64, nsec int64) { return ts.Sec, ts.Nsec }

// Nano returns the time in nanoseconds.
func (ts *Timespec) Nano() int64 { return ts.Sec*1e9 + ts.Nsec }

type Timeval struct{ Sec, Usec int64 }

func (tv *Timeval) Unix() (sec int64, nsec int64) { return tv.Sec, tv.Usec * 1000 }
func (tv *Timeval) Nano() int64                   { return tv.Sec*1e9 + tv.Usec*1000 }

func TimespecToNsec(ts Timespec) int64 { return ts.Nano() }
func TimevalToNsec(tv Timeval) int64   { return tv.Nano() }

func NsecToTimespec(nsec int64) Timespec {
	sec := nsec / 1e9
	nsec %= 1e9
	if nsec < 0 {
		nsec += 1e9
		sec--
	}
	return Timespec{sec, nsec}
}

func NsecToTimeval(nsec int64) Timeval {
	ts := NsecToTimespec(nsec + 999) // rounded up
	return Timeval{ts.Sec, ts.Nsec / 1000}
}

type Time_t int64

type Stat_t struct {
	Dev, Ino, Nlink  uint64
	Mode, Uid, Gid   uint32
	X__pad0          int32
	Rdev             uint64
	Size             int64
	Blksize          int64
	Blocks           int64
	Atim, Mtim, Ctim Timespec
	X__unused        [3]int64
}

type Fsid struct{ X__val [2]int32 }

type Statfs_t struct {
	Type, Bsize           int64
	Blocks, Bfree, Bavail uint64
	Files, Ffree          uint64
	Fsid                  Fsid
	Namelen, Frsize       int64
	Flags                 int64
	Spare                 [4]int64
}

type Dirent struct {
	Ino       uint64
	Off       int64
	Reclen    uint16
	Type      uint8
	Name      [256]int8
	Pad_cgo_0 [5]byte
}

type Flock_t struct {
	Type, Whence int16
	Pad_cgo_0    [4]byte
	Start, Len   int64
	Pid          int32
	Pad_cgo_1    [4]byte
}

type FdSet struct{ Bits [16]int64 }

type EpollEvent struct {
	Events  uint32
	Fd, Pad int32
}

type Rusage struct {
	Utime, Stime                     Timeval
	Maxrss, Ixrss, Idrss, Isrss      int64
	Minflt, Majflt, Nswap            int64
	Inblock, Oublock, Msgsnd, Msgrcv int64
	Nsignals, Nvcsw, Nivcsw          int64
}

type Rlimit struct{ Cur, Max uint64 }

type Tms struct{ Utime, Stime, Cutime, Cstime int64 }

type Utsname struct {
	Sysname, Nodename, Release, Version, Machine, Domainname [65]int8
}

type Sysinfo_t struct {
	Uptime                                  int64
	Loads                                   [3]uint64
	Totalram, Freeram, Sharedram, Bufferram uint64
	Totalswap, Freeswap                     uint64
	Procs, Pad                              uint16
	Pad_cgo_0                               [4]byte
	Totalhigh, Freehigh                     uint64
	Unit                                    uint32
	X_f                                     [0]byte
	Pad_cgo_1                               [4]byte
}

type Termios struct {
	Iflag, Oflag, Cflag, Lflag uint32
	Line                       uint8
	Cc                         [32]uint8
	Pad_cgo_0                  [3]byte
	Ispeed, Ospeed             uint32
}

type Iovec struct {
	Base *byte
	Len  uint64
}

// SetLen sets the length.
func (iov *Iovec) SetLen(length int) { iov.Len = uint64(length) }

// A RawConn is a file or a connection below Go's: functions get its descriptor. Those of Read and
// Write are called again, when the descriptor is ready, until they return true.
type RawConn interface {
	Control(f func(fd uintptr)) error
	Read(f func(fd uintptr) (done bool)) error
	Write(f func(fd uintptr) (done bool)) error
}

// A Conn has a RawConn.
type Conn interface {
	SyscallConn() (RawConn, error)
}

// A WaitStatus is how a process ended, or why it stands still.
type WaitStatus uint32

func (w WaitStatus) Exited() bool    { return w&0x7f == 0 }
func (w WaitStatus) Signaled() bool  { return w&0x7f != 0x7f && w&0x7f != 0 }
func (w WaitStatus) Stopped() bool   { return w&0xff == 0x7f }
func (w WaitStatus) Continued() bool { return w == 0xffff }
func (w WaitStatus) CoreDump() bool  { return w.Signaled() && w&0x80 != 0 }

func (w WaitStatus) ExitStatus() int {
	if !w.Exited() {
		return -1
	}
	return int(w>>8) & 0xff
}

func (w WaitStatus) Signal() Signal {
	if !w.Signaled() {
		return -1
	}
	return Signal(w & 0x7f)
}

func (w WaitStatus) StopSignal() Signal {
	if !w.Stopped() {
		return -1
	}
	return Signal(w>>8) & 0xff
}

func (w WaitStatus) TrapCause() int {
	if w.StopSignal() != SIGTRAP {
		return -1
	}
	return int(w>>16) & 0xff
}
