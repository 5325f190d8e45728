package os

import (
	"runtime"
	"sync"
	"sync/atomic"
	"syscall"
	"time"
	"unsafe"
)

// Files that may keep their readers and writers waiting: pipes, terminals, sockets. A goroutine
// that waits for one parks (runtime/sched/poller.h) and holds up no other.
//
// A descriptor that this program has made itself does not block: a call is tried, and the goroutine
// waits when it would have blocked. One that other programs share is left as it is, and asked before
// each call whether it is ready.

type direction int

const (
	forReading direction = iota
	forWriting
)

func pollOpen(fd int) (handle uintptr, errno int)
func pollClose(handle uintptr)
func pollPrepare(handle uintptr, d int) int
func pollWait(handle uintptr, d int) int
func pollSetDeadline(handle uintptr, d int, left int64)
func pollUnblock(handle uintptr)

// Values of waits.poll that are no handles.
const (
	pollUnused  = iota // nobody has waited yet
	pollOpening        // a goroutine registers it
	pollRefused        // the system cannot wait for it
)

// A waits is what a File needs besides for that.
type waits struct {
	mayWait   bool
	unblocked bool          // this package has made it so that it does not make its thread wait
	blocks    atomic.Bool   // the descriptor does; Fd changes it while others wait
	users     int64         // two for each call that uses the descriptor, one when it is closed or will be
	poll      uintptr       // a handle of the runtime, or one of the values above
	turns     [2]sync.Mutex // by direction: one call at a time
}

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

// blocks reports whether calls on the descriptor make their thread wait.
func blocks(fd int) bool {
	flags, _, errno := syscall.RawSyscall(syscall.SYS_FCNTL, uintptr(fd), syscall.F_GETFL, 0)
	return errno != 0 || flags&syscall.O_NONBLOCK == 0
}

// isClosed reports whether the file is closed, or will be when its last user leaves.
func (f *File) isClosed() bool { return atomic.LoadInt64(&f.users)&1 != 0 }

// use makes a call that does not wait for other programs. The descriptor stays open meanwhile, so
// that it is no other file's.
func (f *File) use(call func(fd int) (n, errno int)) (n int, err error) {
	if !f.enter() {
		return 0, ErrClosed
	}
	n, errno := call(f.fd)
	f.leave()
	if errno != 0 {
		err = syscall.Errno(errno)
	}
	return n, err
}

// enter keeps the descriptor from being closed until leave; false if it is closed already.
func (f *File) enter() bool {
	for {
		users := atomic.LoadInt64(&f.users)
		if users&1 != 0 {
			return false
		}
		if atomic.CompareAndSwapInt64(&f.users, users, users+2) {
			return true
		}
	}
}

func (f *File) leave() {
	if atomic.AddInt64(&f.users, -2) == 1 {
		f.closeNow()
	}
}

// closeWaits wakes those who wait and closes the descriptor, at once or when the last of them has
// left.
func (f *File) closeWaits() error {
	for {
		users := atomic.LoadInt64(&f.users)
		if users&1 != 0 {
			return ErrClosed
		}
		if !atomic.CompareAndSwapInt64(&f.users, users, users|1) {
			continue
		}
		if users == 0 {
			return f.closeNow()
		}
		atomic.AddInt64(&f.users, 2) // no one else closes it meanwhile
		if f.mayWait || atomic.LoadUintptr(&f.poll) != pollUnused {
			if p := f.handle(); p != pollRefused {
				pollUnblock(p)
			}
		}
		f.leave()
		return nil
	}
}

func (f *File) closeNow() error {
	if p := atomic.LoadUintptr(&f.poll); p > pollRefused {
		pollUnblock(p)
		pollClose(p)
	}
	if errno := sysClose(f.fd); errno != 0 {
		return syscall.Errno(errno)
	}
	return nil
}

// handle returns what the runtime waits with, pollRefused if it cannot.
func (f *File) handle() uintptr {
	for {
		p := atomic.LoadUintptr(&f.poll)
		if p > pollOpening {
			return p
		}
		if p == pollOpening {
			runtime.Gosched()
		} else if atomic.CompareAndSwapUintptr(&f.poll, pollUnused, pollOpening) {
			break
		}
	}
	p, errno := pollOpen(f.fd)
	if errno != 0 {
		p = pollRefused
	}
	atomic.StoreUintptr(&f.poll, p)
	return p
}

func waitError(result int) error {
	switch result {
	case 1:
		return ErrClosed
	case 2:
		return ErrDeadlineExceeded
	}
	return nil
}

// prepare reports that the file is being closed or the deadline has passed.
func (f *File) prepare(d direction) error {
	if p := atomic.LoadUintptr(&f.poll); p > pollRefused {
		return waitError(pollPrepare(p, int(d)))
	}
	return nil
}

// await waits until a call that would have blocked may be tried again.
func (f *File) await(d direction) error {
	if p := f.handle(); p != pollRefused {
		return waitError(pollWait(p, int(d)))
	}
	runtime.Gosched()
	return nil
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

// awaitBlocking returns when a call on a descriptor that makes its thread wait would not.
func (f *File) awaitBlocking(d direction) error {
	if !f.blocks.Load() || atomic.LoadUintptr(&f.poll) == pollRefused {
		return nil
	}
	if runtime.NumGoroutine() == 1 && atomic.LoadUintptr(&f.poll) == pollUnused {
		return nil // it may hold up the thread
	}
	for !isReady(f.fd, d) && atomic.LoadUintptr(&f.poll) != pollRefused {
		if err := f.await(d); err != nil {
			return err
		}
	}
	return nil
}

// take makes the caller, who has entered, the only one that reads or writes the file. Several could
// not share its events: one that takes a part of what there is uses up the event of another, who has
// tried before there was anything and is about to wait.
func (f *File) take(d direction) error {
	f.turns[d].Lock()
	err := f.prepare(d)
	if err == nil && f.isClosed() {
		err = ErrClosed
	}
	if err != nil {
		f.turns[d].Unlock()
	}
	return err
}

// readWhenReady is Read without the words around its error.
func (f *File) readWhenReady(b []byte) (n int, err error) {
	if !f.enter() {
		return 0, ErrClosed
	}
	defer f.leave()
	if len(b) == 0 {
		return 0, nil
	}
	if err := f.take(forReading); err != nil {
		return 0, err
	}
	defer f.turns[forReading].Unlock()
	for {
		if err := f.awaitBlocking(forReading); err != nil {
			return 0, err
		}
		n, errno := sysRead(f.fd, b)
		if errno == 0 {
			return n, nil
		}
		if errno != int(syscall.EAGAIN) {
			return 0, syscall.Errno(errno)
		}
		if err := f.await(forReading); err != nil {
			return 0, err
		}
	}
}

// writeWhenReady is Write without the words around its error. It writes in pieces that a ready pipe
// takes without waiting if the descriptor blocks.
func (f *File) writeWhenReady(b []byte) (n int, err error) {
	if !f.enter() {
		return 0, ErrClosed
	}
	defer f.leave()
	if err := f.take(forWriting); err != nil {
		return 0, err
	}
	defer f.turns[forWriting].Unlock()
	const atOnce = 4096 // PIPE_BUF
	for n < len(b) || len(b) == 0 {
		if err := f.awaitBlocking(forWriting); err != nil {
			return n, err
		}
		piece := b[n:]
		if f.blocks.Load() && len(piece) > atOnce && runtime.NumGoroutine() > 1 {
			piece = piece[:atOnce]
		}
		m, errno := sysWrite(f.fd, piece)
		n += m
		if errno == int(syscall.EAGAIN) {
			if err := f.await(forWriting); err != nil {
				return n, err
			}
		} else if errno != 0 {
			return n, syscall.Errno(errno)
		} else if len(b) == 0 {
			break
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
	if f.isClosed() {
		return errClosing
	}
	if !f.mayWait || f.blocks.Load() {
		return ErrNoDeadline
	}
	if !f.enter() {
		return errClosing
	}
	defer f.leave()
	p := f.handle()
	if p == pollRefused {
		return ErrNoDeadline
	}
	left := int64(1<<63 - 1)
	if !t.IsZero() {
		left = int64(time.Until(t))
	}
	for _, d := range directions {
		pollSetDeadline(p, int(d), left)
	}
	return nil
}

// Pipe returns a connected pair of files: what is written to w can be read from r.
func Pipe() (r *File, w *File, err error) {
	var ends [2]int
	if err := syscall.Pipe2(ends[:], syscall.O_CLOEXEC|syscall.O_NONBLOCK); err != nil {
		return nil, nil, NewSyscallError("pipe2", err)
	}
	r, w = NewFile(uintptr(ends[0]), "|0"), NewFile(uintptr(ends[1]), "|1")
	r.unblocked, w.unblocked = true, true
	return r, w, nil
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
	if !c.file.enter() {
		return errClosing
	}
	defer c.file.leave()
	f(uintptr(c.file.fd))
	return nil
}

func (c *rawConn) Read(f func(fd uintptr) bool) error  { return c.repeat(f, forReading) }
func (c *rawConn) Write(f func(fd uintptr) bool) error { return c.repeat(f, forWriting) }

func (c *rawConn) repeat(f func(fd uintptr) bool, d direction) error {
	if !c.file.enter() {
		return errClosing
	}
	defer c.file.leave()
	if err := c.file.take(d); err != nil {
		return err
	}
	defer c.file.turns[d].Unlock()
	for !f(uintptr(c.file.fd)) {
		if err := c.file.await(d); err != nil {
			return err
		}
	}
	return nil
}
