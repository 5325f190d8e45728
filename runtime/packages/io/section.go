package io

// LimitReader returns a Reader of the first n bytes of r.
func LimitReader(r Reader, n int64) Reader { return &LimitedReader{r, n} }

// A LimitedReader reads from R until N more bytes were read.
type LimitedReader struct {
	R Reader
	N int64
}

func (l *LimitedReader) Read(p []byte) (n int, err error) {
	if l.N <= 0 {
		return 0, EOF
	}
	if int64(len(p)) > l.N {
		p = p[:l.N]
	}
	n, err = l.R.Read(p)
	l.N -= int64(n)
	return n, err
}

// A SectionReader reads a part of something, in sequence or at any place.
type SectionReader struct {
	r           ReaderAt
	base, limit int64
	at          int64 // of the next Read
	n           int64 // as it was given
}

// NewSectionReader returns a reader of n bytes of r from off on.
func NewSectionReader(r ReaderAt, off int64, n int64) *SectionReader {
	const largest = 1<<63 - 1
	limit := int64(largest)
	if off <= largest-n {
		limit = off + n
	}
	return &SectionReader{r, off, limit, off, n}
}

func (s *SectionReader) Read(p []byte) (n int, err error) {
	if s.at >= s.limit {
		return 0, EOF
	}
	if left := s.limit - s.at; int64(len(p)) > left {
		p = p[:left]
	}
	n, err = s.r.ReadAt(p, s.at)
	s.at += int64(n)
	return n, err
}

func (s *SectionReader) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += s.base
	case SeekCurrent:
		offset += s.at
	case SeekEnd:
		offset += s.limit
	default:
		return 0, errWhence
	}
	if offset < s.base {
		return 0, errOffset
	}
	s.at = offset
	return offset - s.base, nil
}

func (s *SectionReader) ReadAt(p []byte, off int64) (n int, err error) {
	if off < 0 || off >= s.Size() {
		return 0, EOF
	}
	off += s.base
	left := s.limit - off
	if int64(len(p)) <= left {
		return s.r.ReadAt(p, off)
	}
	n, err = s.r.ReadAt(p[:left], off)
	if err == nil {
		err = EOF
	}
	return n, err
}

// Size returns the size of the part in bytes.
func (s *SectionReader) Size() int64 { return s.limit - s.base }

// Outer returns what NewSectionReader was given.
func (s *SectionReader) Outer() (r ReaderAt, off int64, n int64) { return s.r, s.base, s.n }

// An OffsetWriter writes to a part of something.
type OffsetWriter struct {
	w    WriterAt
	base int64
	at   int64 // of the next Write
}

// NewOffsetWriter returns a writer to w from off on.
func NewOffsetWriter(w WriterAt, off int64) *OffsetWriter { return &OffsetWriter{w, off, off} }

func (o *OffsetWriter) Write(p []byte) (n int, err error) {
	n, err = o.w.WriteAt(p, o.at)
	o.at += int64(n)
	return n, err
}

func (o *OffsetWriter) WriteAt(p []byte, off int64) (n int, err error) {
	if off < 0 {
		return 0, errOffset
	}
	return o.w.WriteAt(p, o.base+off)
}

func (o *OffsetWriter) Seek(offset int64, whence int) (int64, error) {
	switch whence {
	case SeekStart:
		offset += o.base
	case SeekCurrent:
		offset += o.at
	default:
		return 0, errWhence
	}
	if offset < o.base {
		return 0, errOffset
	}
	o.at = offset
	return offset - o.base, nil
}
