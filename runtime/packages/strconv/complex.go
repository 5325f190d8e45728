package strconv

// FormatComplex returns c as (a+bi), both parts as FormatFloat writes them with half of bitSize, which
// is 64 or 128.
func FormatComplex(c complex128, fmt byte, prec, bitSize int) string {
	if bitSize != 64 && bitSize != 128 {
		panic("invalid bitSize")
	}
	re := FormatFloat(real(c), fmt, prec, bitSize/2)
	im := FormatFloat(imag(c), fmt, prec, bitSize/2)
	if im[0] != '+' && im[0] != '-' {
		im = "+" + im
	}
	return "(" + re + im + "i)"
}

// ParseComplex returns the complex number in s, N, Ni or N±Ni with N as for ParseFloat, perhaps in
// parentheses, rounded to parts of half of bitSize, which is 64 or 128. A part that is out of range is
// infinite, and the error is ErrRange then.
func ParseComplex(s string, bitSize int) (complex128, error) {
	partSize := 64
	if bitSize == 64 {
		partSize = 32
	}
	text := s
	if len(text) >= 2 && text[0] == '(' && text[len(text)-1] == ')' {
		text = text[1 : len(text)-1]
	}
	first, text, status := parsePart(text, partSize)
	malformed := &NumError{"ParseComplex", s, ErrSyntax}
	var re, im float64
	switch {
	case status == 1:
		return 0, malformed
	case text == "":
		re = first
	case text == "i":
		im = first
	default:
		// The sign may stand before a NaN, which has none itself.
		if text[0] == '+' && len(text) > 1 && text[1] != '+' {
			text = text[1:]
		} else if text[0] != '-' {
			return 0, malformed
		}
		second, rest, secondStatus := parsePart(text, partSize)
		if secondStatus == 1 || rest != "i" {
			return 0, malformed
		}
		re, im, status = first, second, max(status, secondStatus)
	}
	if status == 2 {
		return complex(re, im), &NumError{"ParseComplex", s, ErrRange}
	}
	return complex(re, im), nil
}

// parsePart parses the float at the start of s; rest is what follows. status is that of parseFloat.
func parsePart(s string, bitSize int) (f float64, rest string, status int) {
	end := floatEnd(s)
	f, status = parseFloat(s[:end], bitSize)
	return f, s[end:], status
}

// floatEnd returns the length of the longest start of s that may be a float.
func floatEnd(s string) int {
	i := 0
	if i < len(s) && (s[i] == '+' || s[i] == '-') {
		i++
	}
	for _, word := range []string{"infinity", "inf", "nan"} {
		if len(s)-i >= len(word) && equalFold(s[i:i+len(word)], word) {
			return i + len(word)
		}
	}
	exponent := byte('e')
	if len(s)-i >= 2 && s[i] == '0' && s[i+1]|0x20 == 'x' {
		exponent = 'p'
		i += 2
	}
	for i < len(s) && (isDigit(s[i]) || s[i] == '.' || s[i] == '_' || exponent == 'p' && isHexLetter(s[i])) {
		i++
	}
	if i < len(s) && s[i]|0x20 == exponent {
		i++
		if i < len(s) && (s[i] == '+' || s[i] == '-') {
			i++
		}
		for i < len(s) && (isDigit(s[i]) || s[i] == '_') {
			i++
		}
	}
	return i
}

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func isHexLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'f' }

// equalFold compares s with a word in small letters.
func equalFold(s, word string) bool {
	for i := range len(word) {
		if s[i]|0x20 != word[i] {
			return false
		}
	}
	return true
}
