package fmt

import (
	"errors"
	"io"
)

const (
	noRune    = -1
	unlimited = 1 << 30
)

// scan is a call of one of the scanning functions.
type scan struct {
	in             io.RuneScanner
	token          []byte // what was accepted of the current operand
	taken          int    // runes read
	limit          int    // how far taken may go for the current operand
	width          int
	ended          bool
	newlineIsSpace bool
	newlineEnds    bool
}

func newScan(r io.Reader) *scan {
	in, ok := r.(io.RuneScanner)
	if !ok {
		in = &runeInput{reader: r}
	}
	return &scan{in: in, limit: unlimited, width: unlimited}
}

// scanFailure is what an error is thrown as.
type scanFailure struct {
	err error
}

func (s *scan) failWith(err error) { panic(scanFailure{err}) }

func (s *scan) fail(text string) { s.failWith(errors.New(text)) }

func (s *scan) caught(err *error) {
	switch e := recover().(type) {
	case nil:
	case scanFailure:
		*err = e.err
	default:
		panic(e)
	}
}

func (s *scan) ReadRune() (r rune, size int, err error) {
	if s.ended || s.taken >= s.limit {
		return 0, 0, io.EOF
	}
	r, size, err = s.in.ReadRune()
	if err == nil {
		s.taken++
		s.ended = s.newlineEnds && r == '\n'
	} else if err == io.EOF {
		s.ended = true
	}
	return r, size, err
}

func (s *scan) UnreadRune() error {
	s.in.UnreadRune()
	s.ended = false
	s.taken--
	return nil
}

func (s *scan) Width() (wid int, ok bool) {
	if s.width == unlimited {
		return 0, false
	}
	return s.width, true
}

func (s *scan) Read(buf []byte) (n int, err error) {
	return 0, errors.New("ScanState's Read should not be called. Use ReadRune")
}

func (s *scan) Token(skipSpace bool, f func(rune) bool) (token []byte, err error) {
	defer s.caught(&err)
	if f == nil {
		f = func(r rune) bool { return !isSpace(r) }
	}
	s.token = s.token[:0]
	if skipSpace {
		s.SkipSpace()
	}
	s.takeWhile(f)
	return s.token, nil
}

func (s *scan) SkipSpace() {
	for {
		r := s.next()
		if r == '\r' && s.sees("\n") {
			continue
		}
		if r == '\n' && !s.newlineIsSpace {
			s.fail("unexpected newline")
		}
		if !isSpace(r) {
			if r != noRune {
				s.UnreadRune()
			}
			return
		}
	}
}

// next returns the next rune, noRune at the end.
func (s *scan) next() rune {
	r, _, err := s.ReadRune()
	if err == nil {
		return r
	}
	if err != io.EOF {
		s.failWith(err)
	}
	return noRune
}

// needInput fails with io.EOF at the end.
func (s *scan) needInput() {
	if s.next() == noRune {
		s.failWith(io.EOF)
	}
	s.UnreadRune()
}

func isOneOf(r rune, set string) bool {
	for _, c := range set {
		if c == r {
			return true
		}
	}
	return false
}

// sees reports whether the next rune is one of a set.
func (s *scan) sees(set string) bool {
	r := s.next()
	if r == noRune {
		return false
	}
	s.UnreadRune()
	return isOneOf(r, set)
}

// take takes the next rune into the token if it is one of a set.
func (s *scan) take(set string) bool {
	r := s.next()
	if r == noRune {
		return false
	}
	if !isOneOf(r, set) {
		s.UnreadRune()
		return false
	}
	s.token = append(s.token, string(r)...)
	return true
}

func (s *scan) takeAll(set string) {
	for s.take(set) {
	}
}

func (s *scan) takeWhile(f func(rune) bool) {
	for {
		r := s.next()
		if r == noRune {
			return
		}
		if !f(r) {
			s.UnreadRune()
			return
		}
		s.token = append(s.token, string(r)...)
	}
}

// isBlank reports white space other than a newline.
func isBlank(r rune) bool { return r != '\n' && isSpace(r) }

// isSpace reports what Unicode calls white space, as far as it is in the basic plane.
func isSpace(r rune) bool {
	switch r {
	case '\t', '\n', '\v', '\f', '\r', ' ', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}
