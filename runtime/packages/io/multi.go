package io

// MultiReader returns a Reader of what readers have, one after the other.
func MultiReader(readers ...Reader) Reader {
	return &multiReader{append([]Reader(nil), readers...)}
}

type multiReader struct{ readers []Reader }

// An atEnd takes the place of a Reader that was read to its end, which may so be freed while others are still read. A
// multiReader that this one took its list from may yet read it.
type atEnd struct{}

func (atEnd) Read([]byte) (int, error) { return 0, EOF }

func (m *multiReader) next() {
	m.readers[0] = atEnd{}
	m.readers = m.readers[1:]
}

func (m *multiReader) Read(p []byte) (n int, err error) {
	for len(m.readers) > 0 {
		// A chain of such readers must not need a stack of its length.
		if last, ok := m.readers[0].(*multiReader); ok && len(m.readers) == 1 {
			m.readers = last.readers
			continue
		}
		n, err = m.readers[0].Read(p)
		if err == EOF {
			m.next()
			if len(m.readers) > 0 {
				err = nil
			}
		}
		if n > 0 || err != nil && err != EOF || err == nil && len(p) == 0 {
			return n, err
		}
	}
	return 0, EOF
}

func (m *multiReader) WriteTo(w Writer) (written int64, err error) {
	return m.writeTo(w, make([]byte, 32<<10))
}

func (m *multiReader) writeTo(w Writer, buf []byte) (written int64, err error) {
	for len(m.readers) > 0 {
		var n int64
		if inner, ok := m.readers[0].(*multiReader); ok {
			n, err = inner.writeTo(w, buf)
		} else {
			n, err = copyWith(w, m.readers[0], buf)
		}
		written += n
		if err != nil {
			return written, err
		}
		m.next()
	}
	return written, nil
}

// MultiWriter returns a Writer that writes to all writers, in order, until one fails.
func MultiWriter(writers ...Writer) Writer {
	all := make([]Writer, 0, len(writers))
	for _, w := range writers {
		if inner, ok := w.(*multiWriter); ok {
			all = append(all, inner.writers...)
		} else {
			all = append(all, w)
		}
	}
	return &multiWriter{all}
}

type multiWriter struct{ writers []Writer }

func (m *multiWriter) Write(p []byte) (n int, err error) {
	for _, w := range m.writers {
		n, err = w.Write(p)
		if err != nil {
			return n, err
		}
		if n != len(p) {
			return n, ErrShortWrite
		}
	}
	return len(p), nil
}

func (m *multiWriter) WriteString(s string) (n int, err error) {
	var p []byte // s, once it is needed
	for _, w := range m.writers {
		if sw, ok := w.(StringWriter); ok {
			n, err = sw.WriteString(s)
		} else {
			if p == nil {
				p = []byte(s)
			}
			n, err = w.Write(p)
		}
		if err != nil {
			return n, err
		}
		if n != len(s) {
			return n, ErrShortWrite
		}
	}
	return len(s), nil
}
