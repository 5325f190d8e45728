package fmt

import "io"

// The parameters r of the functions below are what package io calls a Reader; see Fprint.

// ScanState is what a Scanner reads from.
type ScanState interface {
	// ReadRune reads the next rune, up to the width of the verb; at the end it returns io.EOF.
	ReadRune() (r rune, size int, err error)
	// UnreadRune makes the next ReadRune return the same rune again.
	UnreadRune() error
	// SkipSpace skips white space; newlines as the function that scans treats them.
	SkipSpace()
	// Token skips white space if skipSpace is set and returns the runes for which f holds, up to the
	// width; without f those that are no white space. The next call overwrites them.
	Token(skipSpace bool, f func(rune) bool) (token []byte, err error)
	// Width returns the width of the verb and whether there is one.
	Width() (wid int, ok bool)
	// Read is here so that a ScanState is an io.Reader; it only returns an error.
	Read(buf []byte) (n int, err error)
}

// Scanner is implemented by values that scan themselves.
type Scanner interface {
	Scan(state ScanState, verb rune) error
}

// Scan reads words separated by white space from standard input into what its operands point to, and
// returns how many it has read. Newlines are white space.
func Scan(a ...any) (n int, err error) { return Fscan(standardInput{}, a...) }

// Scanln is like Scan, but stops at a newline, which must follow the last word.
func Scanln(a ...any) (n int, err error) { return Fscanln(standardInput{}, a...) }

// Scanf reads what the format says. Newlines in the input must match those in the format.
func Scanf(format string, a ...any) (n int, err error) {
	return Fscanf(standardInput{}, format, a...)
}

// Sscan, Sscanln and Sscanf read from a string.
func Sscan(str string, a ...any) (n int, err error) { return Fscan(&stringInput{text: str}, a...) }

func Sscanln(str string, a ...any) (n int, err error) {
	return Fscanln(&stringInput{text: str}, a...)
}

func Sscanf(str string, format string, a ...any) (n int, err error) {
	return Fscanf(&stringInput{text: str}, format, a...)
}

// Fscan, Fscanln and Fscanf read from r. What follows the last word is lost unless r has the methods
// ReadRune and UnreadRune.
func Fscan(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r)
	s.newlineIsSpace = true
	return s.words(a)
}

func Fscanln(r io.Reader, a ...any) (n int, err error) {
	s := newScan(r)
	s.newlineEnds = true
	return s.words(a)
}

func Fscanf(r io.Reader, format string, a ...any) (n int, err error) {
	return newScan(r).formatted(format, a)
}

// words scans each operand as %v does.
func (s *scan) words(a []any) (n int, err error) {
	defer s.caught(&err)
	for _, arg := range a {
		s.operand('v', arg)
		n++
	}
	for s.newlineEnds {
		r := s.next()
		if r == '\n' || r == noRune {
			break
		}
		if !isSpace(r) {
			s.fail("expected newline")
		}
	}
	return n, nil
}

// formatted goes through a format.
func (s *scan) formatted(format string, a []any) (n int, err error) {
	defer s.caught(&err)
	rest := format
	for rest != "" {
		var isVerb bool
		if rest, isVerb = s.literal(rest); !isVerb {
			continue
		}
		width := unlimited
		rest, width = leadingNumber(rest[1:])
		verb, size := firstRune(rest)
		if verb != 'c' {
			s.SkipSpace()
		}
		if verb == '%' {
			s.percent()
			rest = rest[size:]
			continue
		}
		if n >= len(a) {
			s.fail("too few operands for format '%" + rest + "'")
		}
		s.limit, s.width = unlimited, width
		if width < unlimited {
			s.limit = s.taken + width
		}
		s.operand(verb, a[n])
		s.limit = unlimited
		rest = rest[size:]
		n++
	}
	if n < len(a) {
		s.fail("too many operands")
	}
	return n, nil
}

// literal matches the format up to its next verb with the input and returns the format from there on.
// What begins with %% and does not match is left to percent.
func (s *scan) literal(format string) (rest string, isVerb bool) {
	start := format
	for format != "" {
		r, size := firstRune(format)
		switch {
		case isSpace(r):
			format = s.space(format)
			continue
		case r == '%' && len(format) == 1:
			s.fail("missing verb: % at end of format string")
		case r == '%' && format[1] != '%':
			return format, true
		case r == '%':
			format = format[1:]
		}
		got := s.next()
		if got == noRune {
			s.failWith(io.ErrUnexpectedEOF)
		}
		if got != r {
			s.UnreadRune()
			if start[0] == '%' {
				return start, true
			}
			s.fail("input does not match format")
		}
		format = format[size:]
	}
	return "", false
}

// space matches the white space at the start of a format: each newline one in the input, with white
// space before it; blanks any number of blanks, but at least one if there is no newline.
func (s *scan) space(format string) string {
	newlines, blanksFollow := 0, false
	for format != "" {
		r, size := firstRune(format)
		if !isSpace(r) {
			break
		}
		if r == '\n' {
			newlines++
		}
		blanksFollow = r != '\n'
		format = format[size:]
	}
	for range newlines {
		r := s.next()
		for isBlank(r) {
			r = s.next()
		}
		if r != '\n' && r != noRune {
			s.fail("newline in format does not match input")
		}
	}
	if !blanksFollow {
		return format
	}
	r := s.next()
	if newlines == 0 && !isSpace(r) && r != noRune {
		s.fail("expected space in input to match format")
	}
	if newlines == 0 && r == '\n' {
		s.fail("newline in input does not match format")
	}
	for isBlank(r) {
		r = s.next()
	}
	if r != noRune {
		s.UnreadRune()
	}
	return format
}

func (s *scan) percent() {
	s.needInput()
	if !s.take("%") {
		s.fail("missing literal %")
	}
}

// leadingNumber returns the number at the start of a format, or unlimited, and what follows.
func leadingNumber(format string) (rest string, number int) {
	i := 0
	for i < len(format) && format[i] >= '0' && format[i] <= '9' {
		number = min(number*10+int(format[i]-'0'), unlimited)
		i++
	}
	if i == 0 {
		number = unlimited
	}
	return format[i:], number
}

func firstRune(s string) (r rune, size int) {
	for i, c := range s {
		if i > 0 {
			return r, i
		}
		r = c
	}
	return r, len(s)
}
