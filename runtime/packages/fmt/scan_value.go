package fmt

import (
	"io"
	"strconv"
	"unsafe"
)

// Kinds as package reflect numbers them.
const (
	kindBool       = 1
	kindInt        = 2
	kindInt64      = 6
	kindUint       = 7
	kindUintptr    = 12
	kindFloat32    = 13
	kindFloat64    = 14
	kindComplex64  = 15
	kindComplex128 = 16
	kindString     = 24
	kindBytes      = 100 // a slice of bytes
)

// target tells what a pointer points to: its kind and size in bytes; kind 0 if it cannot be scanned,
// -1 if arg is no pointer. name is the type of arg.
func target(arg any) (place unsafe.Pointer, kind, size int, name string)

// operand scans into what arg points to.
func (s *scan) operand(verb rune, arg any) {
	s.token = s.token[:0]
	if own, ok := arg.(Scanner); ok {
		if err := own.Scan(s, verb); err == io.EOF {
			s.failWith(io.ErrUnexpectedEOF)
		} else if err != nil {
			s.failWith(err)
		}
		return
	}
	place, kind, size, name := target(arg)
	switch {
	case kind == -1:
		s.fail("type not a pointer: " + name)
	case kind == kindBool:
		*(*bool)(place) = s.boolean(verb)
	case kind >= kindInt && kind <= kindInt64:
		storeInteger(place, size, uint64(s.integer(verb, size*8)))
	case kind >= kindUint && kind <= kindUintptr:
		storeInteger(place, size, s.unsigned(verb, size*8))
	case kind == kindFloat32:
		s.checkVerb(verb, floatVerbs, "float32")
		*(*float32)(place) = float32(s.float(32))
	case kind == kindFloat64:
		s.checkVerb(verb, floatVerbs, "float64")
		*(*float64)(place) = s.float(64)
	case kind == kindComplex64:
		*(*complex64)(place) = complex64(s.complex(verb, 32))
	case kind == kindComplex128:
		*(*complex128)(place) = s.complex(verb, 64)
	case kind == kindString:
		*(*string)(place) = s.text(verb)
	case kind == kindBytes:
		*(*[]byte)(place) = []byte(s.text(verb))
	default:
		s.fail("can't scan type: " + name)
	}
}

func storeInteger(place unsafe.Pointer, size int, value uint64) {
	switch size {
	case 1:
		*(*uint8)(place) = uint8(value)
	case 2:
		*(*uint16)(place) = uint16(value)
	case 4:
		*(*uint32)(place) = uint32(value)
	default:
		*(*uint64)(place) = value
	}
}

const floatVerbs = "beEfFgGv"

func (s *scan) checkVerb(verb rune, verbs, what string) {
	if !isOneOf(verb, verbs) {
		s.fail("bad verb '%" + string(verb) + "' for " + what)
	}
}

// begin skips what stands before a value and fails at the end of the input.
func (s *scan) begin() {
	s.SkipSpace()
	s.needInput()
}

// takeWord takes as many letters of a word in either case as are there, after its first.
func (s *scan) takeWord(pairs ...string) bool {
	for i, pair := range pairs {
		if !s.take(pair) {
			return i == 0
		}
	}
	return true
}

func (s *scan) boolean(verb rune) bool {
	s.begin()
	s.checkVerb(verb, "tv", "boolean")
	value, ok := false, true
	switch s.next() {
	case '1':
		value = true
	case 't', 'T':
		value, ok = true, s.takeWord("rR", "uU", "eE")
	case 'f', 'F':
		ok = s.takeWord("aA", "lL", "sS", "eE")
	}
	if !ok {
		s.fail("syntax error scanning boolean")
	}
	return value
}

// digits takes an integer without its sign and returns it with its base, as ParseInt wants it.
func (s *scan) digits(verb rune) (text string, base int) {
	set := "0123456789_"
	switch verb {
	case 'b':
		base, set = 2, "01"
	case 'o':
		base, set = 8, "01234567"
	case 'd':
		base, set = 10, "0123456789"
	case 'x', 'X', 'U':
		base, set = 16, "0123456789aAbBcCdDeEfF"
	case 'v':
		if s.take("0") {
			switch {
			case s.take("bB"):
				set = "01_"
			case s.take("xX"):
				set = "0123456789aAbBcCdDeEfF_"
			default:
				s.take("oO")
				set = "01234567_"
			}
			s.takeAll(set)
			return string(s.token), 0
		}
	}
	s.needInput()
	if !s.take(set) {
		s.fail("expected integer")
	}
	s.takeAll(set)
	return string(s.token), base
}

func (s *scan) integerStart(verb rune, signed bool) {
	s.begin()
	s.checkVerb(verb, "bdoUxXv", "integer")
	if verb == 'U' {
		if !s.take("U") || !s.take("+") {
			s.fail("bad unicode format ")
		}
		s.token = s.token[:0]
	} else if signed {
		s.take("+-")
	}
}

// character takes one rune as it is.
func (s *scan) character(bits int) int64 {
	s.needInput()
	r := int64(s.next())
	if shift := 64 - bits; r<<shift>>shift != r {
		s.fail("overflow on character value " + string(rune(r)))
	}
	return r
}

func (s *scan) integer(verb rune, bits int) int64 {
	if verb == 'c' {
		return s.character(bits)
	}
	s.integerStart(verb, true)
	text, base := s.digits(verb)
	value, err := strconv.ParseInt(text, base, 64)
	if err != nil {
		s.failWith(err)
	}
	if shift := 64 - bits; value<<shift>>shift != value {
		s.fail("integer overflow on token " + text)
	}
	return value
}

func (s *scan) unsigned(verb rune, bits int) uint64 {
	if verb == 'c' {
		return uint64(s.character(bits))
	}
	s.integerStart(verb, false)
	text, base := s.digits(verb)
	value, err := strconv.ParseUint(text, base, 64)
	if err != nil {
		s.failWith(err)
	}
	if shift := 64 - bits; value<<shift>>shift != value {
		s.fail("unsigned integer overflow on token " + text)
	}
	return value
}

// floatText takes what looks like a floating-point number.
func (s *scan) floatText() string {
	s.token = s.token[:0]
	if s.take("nN") && s.take("aA") && s.take("nN") {
		return string(s.token)
	}
	s.take("+-")
	if s.take("iI") && s.take("nN") && s.take("fF") {
		return string(s.token)
	}
	set, exponents := "0123456789_", "eEpP"
	if s.take("0") && s.take("xX") {
		set, exponents = "0123456789aAbBcCdDeEfF_", "pP"
	}
	s.takeAll(set)
	if s.take(".") {
		s.takeAll(set)
	}
	if s.take(exponents) {
		s.take("+-")
		s.takeAll("0123456789_")
	}
	return string(s.token)
}

// parsed also takes a decimal mantissa with a power of two, 2.3p-4.
func (s *scan) parsed(text string, bits int) float64 {
	mantissa, power := text, ""
	if p := indexOf(text, "p"); p >= 0 && indexOf(text, "xX") < 0 {
		mantissa, power = text[:p], text[p+1:]
	}
	value, err := strconv.ParseFloat(mantissa, bits)
	exponent := 0
	if err == nil && len(mantissa) < len(text) {
		exponent, err = strconv.Atoi(power)
	}
	if err != nil {
		err.(*strconv.NumError).Num = text
		s.failWith(err)
	}
	return scaled(value, exponent)
}

// indexOf returns the first place in text of one of the bytes, or -1.
func indexOf(text, bytes string) int {
	for i := range len(text) {
		for j := range len(bytes) {
			if text[i] == bytes[j] {
				return i
			}
		}
	}
	return -1
}

// scaled returns value times two to the power of exponent.
func scaled(value float64, exponent int) float64

func (s *scan) float(bits int) float64 {
	s.begin()
	return s.parsed(s.floatText(), bits)
}

func (s *scan) complex(verb rune, bits int) complex128 {
	s.checkVerb(verb, floatVerbs, "complex")
	s.begin()
	parens := s.take("(")
	first := s.floatText()
	s.token = s.token[:0]
	ok := s.take("+-")
	second := string(s.token)
	if ok {
		second += s.floatText()
		ok = s.take("i") && (!parens || s.take(")"))
	}
	if !ok {
		s.fail("syntax error scanning complex number")
	}
	return complex(s.parsed(first, bits), s.parsed(second, bits))
}

func (s *scan) text(verb rune) string {
	s.checkVerb(verb, "svqxX", "string")
	s.begin()
	switch verb {
	case 'q':
		return s.quoted()
	case 'x', 'X':
		return s.hexadecimal()
	}
	s.takeWhile(func(r rune) bool { return !isSpace(r) })
	return string(s.token)
}

// nextOfToken takes the next rune of a token that does not end here.
func (s *scan) nextOfToken() rune {
	r := s.next()
	if r == noRune {
		s.failWith(io.ErrUnexpectedEOF)
	}
	s.token = append(s.token, string(r)...)
	return r
}

func (s *scan) quoted() string {
	switch {
	case s.take("`"):
		for s.nextOfToken() != '`' {
		}
	case s.take(`"`):
		for r := s.nextOfToken(); r != '"'; r = s.nextOfToken() {
			if r == '\\' {
				s.nextOfToken()
			}
		}
	default:
		s.fail("expected quoted string")
	}
	text, err := strconv.Unquote(string(s.token))
	if err != nil {
		s.failWith(err)
	}
	return text
}

func hexValue(r rune) int {
	switch {
	case r >= '0' && r <= '9':
		return int(r - '0')
	case r >= 'a' && r <= 'f':
		return int(r-'a') + 10
	case r >= 'A' && r <= 'F':
		return int(r-'A') + 10
	}
	return -1
}

// hexadecimal takes bytes of two digits each.
func (s *scan) hexadecimal() string {
	var data []byte
	for s.take("0123456789aAbBcCdDeEfF") {
		high := hexValue(rune(s.token[len(s.token)-1]))
		low := hexValue(s.nextOfToken())
		if low < 0 {
			s.fail("illegal hex digit")
		}
		data = append(data, byte(high<<4|low))
	}
	if data == nil {
		s.fail("no hex data for %x string")
	}
	return string(data)
}
