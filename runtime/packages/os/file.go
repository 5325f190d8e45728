package os

import (
	"errors"
	"io"
	"io/fs"
	"sync"
	"syscall"
	_ "unsafe"
)

// Flags of OpenFile.
const (
	O_RDONLY int = syscall.O_RDONLY
	O_WRONLY int = syscall.O_WRONLY
	O_RDWR   int = syscall.O_RDWR
	O_APPEND int = syscall.O_APPEND
	O_CREATE int = syscall.O_CREAT
	O_EXCL   int = syscall.O_EXCL
	O_SYNC   int = syscall.O_SYNC
	O_TRUNC  int = syscall.O_TRUNC
)

// Where Seek counts from.
const (
	SEEK_SET int = iota
	SEEK_CUR
	SEEK_END
)

const (
	PathSeparator     = '/'
	PathListSeparator = ':'
	DevNull           = "/dev/null"
)

// IsPathSeparator reports whether c separates the elements of a path.
func IsPathSeparator(c uint8) bool { return c == PathSeparator }

// A FileMode is the kind of a file and its permission bits.
type FileMode = fs.FileMode

const (
	ModeDir        = fs.ModeDir
	ModeAppend     = fs.ModeAppend
	ModeExclusive  = fs.ModeExclusive
	ModeTemporary  = fs.ModeTemporary
	ModeSymlink    = fs.ModeSymlink
	ModeDevice     = fs.ModeDevice
	ModeNamedPipe  = fs.ModeNamedPipe
	ModeSocket     = fs.ModeSocket
	ModeSetuid     = fs.ModeSetuid
	ModeSetgid     = fs.ModeSetgid
	ModeCharDevice = fs.ModeCharDevice
	ModeSticky     = fs.ModeSticky
	ModeIrregular  = fs.ModeIrregular
	ModeType       = fs.ModeType
	ModePerm       = fs.ModePerm
)

// systemMode returns the mode bits as the system has them, without the kind of the file.
func systemMode(mode FileMode) uint32 {
	bits := uint32(mode.Perm())
	if mode&ModeSetuid != 0 {
		bits |= syscall.S_ISUID
	}
	if mode&ModeSetgid != 0 {
		bits |= syscall.S_ISGID
	}
	if mode&ModeSticky != 0 {
		bits |= syscall.S_ISVTX
	}
	return bits
}

// File is an open file. Its methods fail when it is nil or closed.
type File struct {
	fd      int
	name    string
	appends bool
	dir     *directory
	waits
}

// The standard files of the process.
var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = &File{fd: 1, name: "/dev/stdout"}
	Stderr = &File{fd: 2, name: "/dev/stderr"}
)

var firstStdout = Stdout

// Package fmt, which does not import this one, prints by itself as long as Stdout is what it was, and holds
// its lock meanwhile. It scans Stdin through this package.
func init() {
	takeStandardOutput(func(b []byte) (n int, err error, isDirect bool) {
		if Stdout == firstStdout && !Stdout.isClosed() {
			return 0, nil, true
		}
		n, err = Stdout.Write(b)
		return n, err, false
	}, &firstStdout.turns[forWriting])
	takeStandardInput(func(b []byte) (n int, err error) { return Stdin.Read(b) })
}

func takeStandardInput(read func(b []byte) (n int, err error))
func takeStandardOutput(write func(b []byte) (n int, err error, isDirect bool), lock *sync.Mutex)

func sysOpen(name string, flag int, perm uint32) (fd, errno int)
func sysClose(fd int) (errno int)
func sysRead(fd int, b []byte) (n, errno int)
func sysWrite(fd int, b []byte) (n, errno int)
func sysReadAt(fd int, b []byte, offset int64) (n, errno int)
func sysWriteAt(fd int, b []byte, offset int64) (n, errno int)
func sysSeek(fd int, offset int64, whence int) (at int64, errno int)

// NewFile returns a file with the given descriptor and name; nil for a negative descriptor.
func NewFile(fd uintptr, name string) *File {
	if int(fd) < 0 {
		return nil
	}
	f := &File{fd: int(fd), name: name}
	f.mayWait = mayWait(f.fd)
	f.blocks.Store(f.mayWait && blocks(f.fd))
	return f
}

// newSocketFile is NewFile of a socket that package net has made not to block.
//
//go:linkname newSocketFile net.newUnixFile
func newSocketFile(fd int, name string) *File {
	f := NewFile(uintptr(fd), name)
	if f != nil {
		f.unblocked = !f.blocks.Load()
	}
	return f
}

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create creates a file, or truncates it, for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0o666) }

// OpenFile opens a file with the given flags; a new one gets the permission bits of perm.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	if hasZero(name) {
		return nil, pathError("open", name, syscall.EINVAL)
	}
	fd, errno := sysOpen(name, flag, systemMode(perm))
	if errno != 0 {
		return nil, numbered("open", name, errno)
	}
	return newOpened(fd, name, flag), nil
}

func newOpened(fd int, name string, flag int) *File {
	f := NewFile(uintptr(fd), name)
	f.appends = flag&O_APPEND != 0
	if f.mayWait && syscall.SetNonblock(fd, true) == nil {
		f.blocks.Store(false)
		f.unblocked = true
	}
	return f
}

func hasZero(name string) bool { return contains(name, 0) }

// Name returns the name that the file was opened with.
func (f *File) Name() string { return f.name }

// Fd returns the file descriptor. It blocks, as other users expect, unless it did not when NewFile got it.
func (f *File) Fd() uintptr {
	if f == nil || !f.enter() {
		return ^uintptr(0)
	}
	defer f.leave()
	if f.unblocked && !f.blocks.Load() && syscall.SetNonblock(f.fd, false) == nil {
		f.blocks.Store(true)
	}
	return uintptr(f.fd)
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.isClosed() {
		return &PathError{Op: op, Path: f.name, Err: ErrClosed}
	}
	return nil
}

// Close closes the file.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	f.dir = nil
	return pathError("close", f.name, f.closeWaits())
}

// Read reads up to len(b) bytes; at the end of the file it returns 0 and io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	if f.mayWait {
		n, err = f.readWhenReady(b)
	} else {
		n, err = f.use(func(fd int) (n, errno int) { return sysRead(fd, b) })
	}
	if n == 0 && err == nil && len(b) > 0 {
		return 0, io.EOF
	}
	return n, pathError("read", f.name, err)
}

// ReadAt reads len(b) bytes from the given offset; fewer come with an error.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.checkOffset("readat", "read", off); err != nil {
		return 0, err
	}
	for n < len(b) {
		m, err := f.use(func(fd int) (m, errno int) { return sysReadAt(fd, b[n:], off+int64(n)) })
		if err != nil {
			return n, pathError("read", f.name, err)
		}
		if m == 0 {
			return n, io.EOF
		}
		n += m
	}
	return n, nil
}

// checkOffset complains of a negative offset first, of a closed file then.
func (f *File) checkOffset(at, op string, off int64) error {
	if f == nil {
		return ErrInvalid
	}
	if off < 0 {
		return &PathError{Op: at, Path: f.name, Err: errors.New("negative offset")}
	}
	return f.check(op)
}

// Write writes b; it returns an error when it could not write all of it.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	n, err = f.writeWhenReady(b)
	return n, pathError("write", f.name, err)
}

// WriteString writes the bytes of s.
func (f *File) WriteString(s string) (n int, err error) { return f.Write(bytesOf(s)) }

// WriteAt writes b at the given offset.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if f != nil && !f.isClosed() && f.appends {
		return 0, errors.New("os: invalid use of WriteAt on file opened with O_APPEND")
	}
	if err := f.checkOffset("writeat", "write", off); err != nil {
		return 0, err
	}
	n, err = f.use(func(fd int) (n, errno int) { return sysWriteAt(fd, b, off) })
	return n, pathError("write", f.name, err)
}

// Seek sets where the next Read or Write happens and returns that place from the file's start.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	if !f.enter() {
		return 0, pathError("seek", f.name, ErrClosed)
	}
	at, errno := sysSeek(f.fd, offset, whence)
	f.leave()
	if errno == 0 {
		f.dir = nil
	}
	return at, numbered("seek", f.name, errno)
}

// do runs an operation on the open file.
func (f *File) do(op string, system func(fd int) error) error {
	if err := f.check(op); err != nil {
		return err
	}
	if !f.enter() {
		return pathError(op, f.name, ErrClosed)
	}
	defer f.leave()
	return pathError(op, f.name, again(func() error { return system(f.fd) }))
}

// Truncate changes the size of the file.
func (f *File) Truncate(size int64) error {
	return f.do("truncate", func(fd int) error { return syscall.Ftruncate(fd, size) })
}

// Sync writes what the system still holds of the file to the disk.
func (f *File) Sync() error { return f.do("sync", syscall.Fsync) }

// Chmod changes the permission bits.
func (f *File) Chmod(mode FileMode) error {
	return f.do("chmod", func(fd int) error { return syscall.Fchmod(fd, systemMode(mode)) })
}

// Chown changes owner and group; -1 leaves one as it is.
func (f *File) Chown(uid, gid int) error {
	return f.do("chown", func(fd int) error { return syscall.Fchown(fd, uid, gid) })
}

// Chdir makes the directory f the current one.
func (f *File) Chdir() error { return f.do("chdir", syscall.Fchdir) }

// ReadFile returns what the file holds.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return readAll(f)
}

func readAll(f *File) ([]byte, error) {
	size := 0
	if info, err := f.Stat(); err == nil && info.Mode().IsRegular() {
		size = int(info.Size())
	}
	data := make([]byte, 0, max(size+1, 512)) // one more byte shows the end
	for {
		n, err := f.Read(data[len(data):cap(data)])
		data = data[:len(data)+n]
		if err != nil {
			if err == io.EOF {
				err = nil
			}
			return data, err
		}
		if len(data) == cap(data) {
			data = append(data, 0)[:len(data)]
		}
	}
}

// WriteFile writes data to the file, creating it if necessary.
func WriteFile(name string, data []byte, perm FileMode) error {
	f, err := OpenFile(name, O_WRONLY|O_CREATE|O_TRUNC, perm)
	if err != nil {
		return err
	}
	return writeAndClose(f, data)
}

func writeAndClose(f *File, data []byte) error {
	_, err := f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
