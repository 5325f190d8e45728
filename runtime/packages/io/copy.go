package io

// Copy copies from src to dst until EOF or an error, and returns the number of bytes. EOF is not returned. What src
// or dst have of WriterTo and ReaderFrom is used.
func Copy(dst Writer, src Reader) (written int64, err error) { return copyWith(dst, src, nil) }

// CopyBuffer is Copy with a buffer of the caller's, if one is needed.
func CopyBuffer(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if buf != nil && len(buf) == 0 {
		panic("empty buffer in CopyBuffer")
	}
	return copyWith(dst, src, buf)
}

// CopyN copies n bytes, or returns an error: EOF if src ended before.
func CopyN(dst Writer, src Reader, n int64) (written int64, err error) {
	written, err = Copy(dst, LimitReader(src, n))
	if written == n {
		return n, nil
	}
	if written < n && err == nil {
		err = EOF
	}
	return written, err
}

func copyWith(dst Writer, src Reader, buf []byte) (written int64, err error) {
	if from, ok := src.(WriterTo); ok {
		return from.WriteTo(dst)
	}
	if to, ok := dst.(ReaderFrom); ok {
		return to.ReadFrom(src)
	}
	if buf == nil {
		buf = make([]byte, bufferSize(src))
	}
	for {
		n, readErr := src.Read(buf)
		if n > 0 {
			m, err := writeAll(dst, buf[:n])
			written += int64(m)
			if err != nil {
				return written, err
			}
		}
		if readErr == EOF {
			return written, nil
		}
		if readErr != nil {
			return written, readErr
		}
	}
}

func bufferSize(src Reader) int {
	const size = 32 << 10
	if l, ok := src.(*LimitedReader); ok && l.N < size {
		return int(max(l.N, 1))
	}
	return size
}

func writeAll(w Writer, p []byte) (n int, err error) {
	n, err = w.Write(p)
	switch {
	case n < 0 || n > len(p):
		n = 0
		if err == nil {
			err = errInvalidWrite
		}
	case n < len(p) && err == nil:
		err = ErrShortWrite
	}
	return n, err
}

// TeeReader returns a Reader that writes to w what is read through it.
func TeeReader(r Reader, w Writer) Reader { return &teeReader{r, w} }

type teeReader struct {
	r Reader
	w Writer
}

func (t *teeReader) Read(p []byte) (n int, err error) {
	n, err = t.r.Read(p)
	if n > 0 {
		if n, err := t.w.Write(p[:n]); err != nil {
			return n, err
		}
	}
	return n, err
}

// Discard is a Writer that does nothing, with success.
var Discard Writer = discard{}

type discard struct{}

func (discard) Write(p []byte) (int, error)       { return len(p), nil }
func (discard) WriteString(s string) (int, error) { return len(s), nil }

func (discard) ReadFrom(r Reader) (n int64, err error) {
	buf := make([]byte, 8<<10)
	for {
		m, err := r.Read(buf)
		n += int64(m)
		if err == EOF {
			return n, nil
		}
		if err != nil {
			return n, err
		}
	}
}

// NopCloser returns r with a method Close that does nothing, and its WriteTo if it has one.
func NopCloser(r Reader) ReadCloser {
	if _, ok := r.(WriterTo); ok {
		return nopCloserWriterTo{r}
	}
	return nopCloser{r}
}

type nopCloser struct{ Reader }

func (nopCloser) Close() error { return nil }

type nopCloserWriterTo struct{ Reader }

func (nopCloserWriterTo) Close() error { return nil }
func (c nopCloserWriterTo) WriteTo(w Writer) (n int64, err error) {
	return c.Reader.(WriterTo).WriteTo(w)
}
