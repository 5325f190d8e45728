package os

import (
	"runtime"
	"syscall"
	"time"
	"unsafe"
)

// Files that may keep their readers and writers waiting: pipes, terminals, sockets. A goroutine
// that waits for one must not hold up the others, so it asks first whether the file is ready, and
// sleeps between its questions while there are other goroutines.

type direction int

const (
	forReading direction = iota
	forWriting
)

func mayWait(fd int) bool {
	var stat syscall.Stat_t
	if syscall.Fstat(fd, &stat) != nil {
		return false
	}
	switch stat.Mode & syscall.S_IFMT {
	case syscall.S_IFREG, syscall.S_IFDIR, syscall.S_IFBLK:
		return false
	}
	return true
}

// A pollRequest is a struct pollfd.
type pollRequest struct {
	fd              int32
	events, revents int16
}

const (
	pollIn  = 1
	pollOut = 4
)

// isReady asks once; what is wrong with the file shows when it is used.
func isReady(fd int, d direction) bool {
	request := &pollRequest{fd: int32(fd), events: pollIn}
	if d == forWriting {
		request.events = pollOut
	}
	n, _, errno := syscall.RawSyscall(syscall.SYS_POLL, uintptr(unsafe.Pointer(request)), 1, 0)
	return n > 0 || errno != 0 && errno != syscall.EINTR
}

// await returns when the file is ready, with an error when it is closed or the deadline passes.
func (f *File) await(d direction) error {
	if runtime.NumGoroutine() == 1 && f.deadline[d].IsZero() {
		return nil // it may hold up the thread
	}
	const shortest, longest = 20 * time.Microsecond, time.Millisecond
	for pause := shortest; ; pause = min(2*pause, longest) {
		if f.fd < 0 {
			return ErrClosed
		}
		if deadline := f.deadline[d]; !deadline.IsZero() && !time.Now().Before(deadline) {
			return ErrDeadlineExceeded
		}
		if isReady(f.fd, d) {
			return nil
		}
		time.Sleep(pause)
	}
}

// writeWhenReady writes b in pieces that a ready pipe takes without waiting.
func (f *File) writeWhenReady(b []byte) (n int, err error) {
	const atOnce = 4096 // PIPE_BUF
	for n < len(b) {
		if err := f.await(forWriting); err != nil {
			return n, err
		}
		piece := b[n:]
		if len(piece) > atOnce && runtime.NumGoroutine() > 1 {
			piece = piece[:atOnce]
		}
		m, errno := sysWrite(f.fd, piece)
		n += m
		if errno != 0 && errno != int(syscall.EAGAIN) {
			return n, syscall.Errno(errno)
		}
	}
	return n, nil
}

// SetDeadline sets until when Read and Write may wait; the zero time is for ever.
func (f *File) SetDeadline(t time.Time) error { return f.setDeadline(t, forReading, forWriting) }

// SetReadDeadline sets until when Read may wait.
func (f *File) SetReadDeadline(t time.Time) error { return f.setDeadline(t, forReading) }

// SetWriteDeadline sets until when Write may wait.
func (f *File) SetWriteDeadline(t time.Time) error { return f.setDeadline(t, forWriting) }

func (f *File) setDeadline(t time.Time, directions ...direction) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return errClosing
	}
	if !f.mayWait {
		return ErrNoDeadline
	}
	for _, d := range directions {
		f.deadline[d] = t
	}
	return nil
}

// Pipe returns a connected pair of files: what is written to w can be read from r.
func Pipe() (r *File, w *File, err error) {
	var ends [2]int
	if err := syscall.Pipe2(ends[:], syscall.O_CLOEXEC); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	return NewFile(uintptr(ends[0]), "|0"), NewFile(uintptr(ends[1]), "|1"), nil
}

// SyscallConn gives functions access to the descriptor.
func (f *File) SyscallConn() (syscall.RawConn, error) {
	if f == nil {
		return nil, ErrInvalid
	}
	return &rawConn{f}, nil
}

type rawConn struct{ file *File }

func (c *rawConn) Control(f func(fd uintptr)) error {
	if c.file.fd < 0 {
		return errClosing
	}
	f(uintptr(c.file.fd))
	return nil
}

func (c *rawConn) Read(f func(fd uintptr) bool) error  { return c.repeat(f, forReading) }
func (c *rawConn) Write(f func(fd uintptr) bool) error { return c.repeat(f, forWriting) }

func (c *rawConn) repeat(f func(fd uintptr) bool, d direction) error {
	for {
		if c.file.fd < 0 {
			return errClosing
		}
		if f(uintptr(c.file.fd)) {
			return nil
		}
		if err := c.file.await(d); err != nil {
			return err
		}
	}
}
