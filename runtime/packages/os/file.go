package os

// Flags of OpenFile, as on Linux.
const (
	O_RDONLY int = 0x0
	O_WRONLY int = 0x1
	O_RDWR   int = 0x2
	O_CREATE int = 0x40
	O_EXCL   int = 0x80
	O_TRUNC  int = 0x200
	O_APPEND int = 0x400
	O_SYNC   int = 0x101000
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

// FileMode holds the permission bits of a file.
type FileMode uint32

const (
	ModeDir  FileMode = 1 << 31
	ModePerm FileMode = 0o777
)

// IsDir reports whether it is a directory's.
func (m FileMode) IsDir() bool { return m&ModeDir != 0 }

// Perm returns the permission bits.
func (m FileMode) Perm() FileMode { return m & ModePerm }

// File is an open file. Its methods fail when it is nil or closed.
type File struct {
	fd   int
	name string
}

// The standard files of the process.
var (
	Stdin  = NewFile(0, "/dev/stdin")
	Stdout = NewFile(1, "/dev/stdout")
	Stderr = NewFile(2, "/dev/stderr")
)

func sysOpen(name string, flag int, perm uint32) (fd, errno int)
func sysClose(fd int) (errno int)
func sysRead(fd int, b []byte) (n, errno int)
func sysWrite(fd int, b []byte) (n, errno int)
func sysReadAt(fd int, b []byte, offset int64) (n, errno int)
func sysWriteAt(fd int, b []byte, offset int64) (n, errno int)
func sysSeek(fd int, offset int64, whence int) (at int64, errno int)
func sysTruncate(fd int, size int64) (errno int)
func sysSync(fd int) (errno int)

// endOfFile returns io.EOF.
func endOfFile() error

// NewFile returns a file with the given descriptor and name.
func NewFile(fd uintptr, name string) *File { return &File{int(fd), name} }

// Open opens a file for reading.
func Open(name string) (*File, error) { return OpenFile(name, O_RDONLY, 0) }

// Create creates a file, or truncates it, for reading and writing.
func Create(name string) (*File, error) { return OpenFile(name, O_RDWR|O_CREATE|O_TRUNC, 0o666) }

// OpenFile opens a file with the given flags; a new one gets the permission bits of perm.
func OpenFile(name string, flag int, perm FileMode) (*File, error) {
	fd, errno := sysOpen(name, flag, uint32(perm.Perm()))
	if errno != 0 {
		return nil, pathError("open", name, errno)
	}
	return NewFile(uintptr(fd), name), nil
}

// Name returns the name that the file was opened with.
func (f *File) Name() string { return f.name }

// Fd returns the file descriptor.
func (f *File) Fd() uintptr {
	if f == nil {
		return ^uintptr(0)
	}
	return uintptr(f.fd)
}

func (f *File) check(op string) error {
	if f == nil {
		return ErrInvalid
	}
	if f.fd < 0 {
		return &PathError{op, f.name, ErrClosed}
	}
	return nil
}

// Close closes the file.
func (f *File) Close() error {
	if err := f.check("close"); err != nil {
		return err
	}
	errno := sysClose(f.fd)
	f.fd = -1
	return pathError("close", f.name, errno)
}

// Read reads up to len(b) bytes; at the end of the file it returns 0 and io.EOF.
func (f *File) Read(b []byte) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	n, errno := sysRead(f.fd, b)
	if errno == 0 && n == 0 && len(b) > 0 {
		return 0, endOfFile()
	}
	return n, pathError("read", f.name, errno)
}

// ReadAt reads len(b) bytes from the given offset; fewer come with an error.
func (f *File) ReadAt(b []byte, off int64) (n int, err error) {
	if err := f.check("read"); err != nil {
		return 0, err
	}
	for n < len(b) {
		m, errno := sysReadAt(f.fd, b[n:], off+int64(n))
		if errno != 0 {
			return n, pathError("read", f.name, errno)
		}
		if m == 0 {
			return n, endOfFile()
		}
		n += m
	}
	return n, nil
}

// Write writes b; it returns an error when it could not write all of it.
func (f *File) Write(b []byte) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	n, errno := sysWrite(f.fd, b)
	return n, pathError("write", f.name, errno)
}

// WriteString writes the bytes of s.
func (f *File) WriteString(s string) (n int, err error) { return f.Write([]byte(s)) }

// WriteAt writes b at the given offset.
func (f *File) WriteAt(b []byte, off int64) (n int, err error) {
	if err := f.check("write"); err != nil {
		return 0, err
	}
	n, errno := sysWriteAt(f.fd, b, off)
	return n, pathError("write", f.name, errno)
}

// Seek sets where the next Read or Write happens and returns that place from the file's start.
func (f *File) Seek(offset int64, whence int) (ret int64, err error) {
	if err := f.check("seek"); err != nil {
		return 0, err
	}
	at, errno := sysSeek(f.fd, offset, whence)
	return at, pathError("seek", f.name, errno)
}

// Truncate changes the size of the file.
func (f *File) Truncate(size int64) error {
	if err := f.check("truncate"); err != nil {
		return err
	}
	return pathError("truncate", f.name, sysTruncate(f.fd, size))
}

// Sync writes what the system still holds of the file to the disk.
func (f *File) Sync() error {
	if err := f.check("sync"); err != nil {
		return err
	}
	return pathError("sync", f.name, sysSync(f.fd))
}

// ReadFile returns what the file holds.
func ReadFile(name string) ([]byte, error) {
	f, err := Open(name)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data := make([]byte, 0, 512)
	for {
		n, errno := sysRead(f.fd, data[len(data):cap(data)])
		data = data[:len(data)+n]
		if errno != 0 || n == 0 {
			return data, pathError("read", name, errno)
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
	_, err = f.Write(data)
	if closed := f.Close(); err == nil {
		err = closed
	}
	return err
}
