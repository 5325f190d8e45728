// Package io has the interfaces that stand for whatever is read and written, and functions over them.
package io

import "errors"

// What Seek counts from.
const (
	SeekStart   = 0
	SeekCurrent = 1
	SeekEnd     = 2
)

var (
	// EOF says that there is no more to read. It is returned as it is, so that callers may use ==.
	EOF = errors.New("EOF")
	// ErrUnexpectedEOF says that the end came in the middle of something.
	ErrUnexpectedEOF = errors.New("unexpected EOF")
	// ErrShortWrite says that less was written than asked for, without another error.
	ErrShortWrite = errors.New("short write")
	// ErrShortBuffer says that what is to be read does not fit into the buffer.
	ErrShortBuffer = errors.New("short buffer")
	// ErrNoProgress says that many calls of Read returned neither data nor an error.
	ErrNoProgress = errors.New("multiple Read calls return no data or error")

	errInvalidWrite = errors.New("invalid write result")
	errWhence       = errors.New("Seek: invalid whence")
	errOffset       = errors.New("Seek: invalid offset")
)

// A Reader reads up to len(p) bytes into p and returns how many; n bytes and an error may come together.
type Reader interface {
	Read(p []byte) (n int, err error)
}

// A Writer writes the bytes of p and returns how many; less than all come with an error.
type Writer interface {
	Write(p []byte) (n int, err error)
}

// A Closer ends the use of something.
type Closer interface {
	Close() error
}

// A Seeker sets the place of the next Read or Write and returns it, counted from the start.
type Seeker interface {
	Seek(offset int64, whence int) (int64, error)
}

type ReadWriter interface {
	Reader
	Writer
}

type ReadCloser interface {
	Reader
	Closer
}

type WriteCloser interface {
	Writer
	Closer
}

type ReadWriteCloser interface {
	Reader
	Writer
	Closer
}

type ReadSeeker interface {
	Reader
	Seeker
}

type ReadSeekCloser interface {
	Reader
	Seeker
	Closer
}

type WriteSeeker interface {
	Writer
	Seeker
}

type ReadWriteSeeker interface {
	Reader
	Writer
	Seeker
}

// A ReaderFrom reads all that there is in r, until EOF or an error; EOF is not returned. Copy uses it.
type ReaderFrom interface {
	ReadFrom(r Reader) (n int64, err error)
}

// A WriterTo writes all that it has to w. Copy uses it.
type WriterTo interface {
	WriteTo(w Writer) (n int64, err error)
}

// A ReaderAt reads at a place of its own; it returns fewer bytes than len(p) only with an error, and may be called
// from many goroutines.
type ReaderAt interface {
	ReadAt(p []byte, off int64) (n int, err error)
}

// A WriterAt writes at a place of its own.
type WriterAt interface {
	WriteAt(p []byte, off int64) (n int, err error)
}

type ByteReader interface {
	ReadByte() (byte, error)
}

// A ByteScanner can take the byte that was read last back.
type ByteScanner interface {
	ByteReader
	UnreadByte() error
}

type ByteWriter interface {
	WriteByte(c byte) error
}

// A RuneReader reads one character of UTF-8 and its size in bytes.
type RuneReader interface {
	ReadRune() (r rune, size int, err error)
}

// A RuneScanner can take the character that was read last back.
type RuneScanner interface {
	RuneReader
	UnreadRune() error
}

// A StringWriter writes strings without a copy of their bytes.
type StringWriter interface {
	WriteString(s string) (n int, err error)
}

// WriteString writes s to w.
func WriteString(w Writer, s string) (n int, err error) {
	if sw, ok := w.(StringWriter); ok {
		return sw.WriteString(s)
	}
	return w.Write([]byte(s))
}

// ReadAtLeast reads into buf until it has min bytes: EOF if there was none, ErrUnexpectedEOF if there were fewer.
func ReadAtLeast(r Reader, buf []byte, min int) (n int, err error) {
	if len(buf) < min {
		return 0, ErrShortBuffer
	}
	for n < min && err == nil {
		var more int
		more, err = r.Read(buf[n:])
		n += more
	}
	switch {
	case n >= min:
		err = nil
	case n > 0 && err == EOF:
		err = ErrUnexpectedEOF
	}
	return n, err
}

// ReadFull fills buf, as ReadAtLeast does.
func ReadFull(r Reader, buf []byte) (n int, err error) { return ReadAtLeast(r, buf, len(buf)) }

// ReadAll reads until EOF, which is no error.
func ReadAll(r Reader) ([]byte, error) {
	b := make([]byte, 0, 512)
	for {
		if len(b) == cap(b) {
			b = append(b, 0)[:len(b)]
		}
		n, err := r.Read(b[len(b):cap(b)])
		b = b[:len(b)+n]
		if err == EOF {
			return b, nil
		}
		if err != nil {
			return b, err
		}
	}
}
