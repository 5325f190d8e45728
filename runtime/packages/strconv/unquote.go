package strconv

// firstRune decodes the first rune of s, which is not empty; invalid UTF-8 gives U+FFFD, width 1.
func firstRune(s string) (r rune, width int) {
	for i, c := range s {
		if i > 0 {
			return r, i
		}
		r = c
	}
	return r, len(s)
}

// simpleEscape returns the byte that a one-letter escape stands for.
func simpleEscape(c byte) (value rune, ok bool) {
	switch c {
	case 'a':
		return '\a', true
	case 'b':
		return '\b', true
	case 'f':
		return '\f', true
	case 'n':
		return '\n', true
	case 'r':
		return '\r', true
	case 't':
		return '\t', true
	case 'v':
		return '\v', true
	case '\\':
		return '\\', true
	}
	return 0, false
}

// escapeDigits reads n digits of a base.
func escapeDigits(s string, n int, base uint64) (value rune, ok bool) {
	if len(s) < n {
		return 0, false
	}
	var v uint64
	for i := 0; i < n; i++ {
		d := digitValue(s[i])
		if d >= base {
			return 0, false
		}
		v = v*base + d
	}
	if v > 0x10FFFF {
		return 0, false
	}
	return rune(v), true
}

func isSurrogate(r rune) bool { return 0xD800 <= r && r <= 0xDFFF }

// UnquoteChar decodes the first character or byte of an escaped string or character literal.
// quote is the delimiter that may stand escaped and must not stand unescaped; 0 for none.
func UnquoteChar(s string, quote byte) (value rune, multibyte bool, tail string, err error) {
	if s == "" {
		return 0, false, "", ErrSyntax
	}
	c := s[0]
	if c == quote && (quote == '\'' || quote == '"') {
		return 0, false, "", ErrSyntax
	}
	if c >= 0x80 {
		r, width := firstRune(s)
		return r, true, s[width:], nil
	}
	if c != '\\' {
		return rune(c), false, s[1:], nil
	}
	if len(s) < 2 {
		return 0, false, "", ErrSyntax
	}
	c = s[1]
	s = s[2:]
	if r, ok := simpleEscape(c); ok {
		return r, false, s, nil
	}
	n := 0
	switch c {
	case 'x':
		n = 2
	case 'u':
		n = 4
	case 'U':
		n = 8
	case '0', '1', '2', '3', '4', '5', '6', '7':
		r, ok := escapeDigits(string(rune(c))+s, 3, 8)
		if !ok || r > 255 {
			return 0, false, "", ErrSyntax
		}
		return r, false, s[2:], nil
	case '\'', '"':
		if c != quote {
			return 0, false, "", ErrSyntax
		}
		return rune(c), false, s, nil
	default:
		return 0, false, "", ErrSyntax
	}
	r, ok := escapeDigits(s, n, 16)
	if !ok || n > 2 && isSurrogate(r) {
		return 0, false, "", ErrSyntax
	}
	return r, n > 2, s[n:], nil
}

// quoted finds the literal at the start of s: its value and its length.
func quoted(s string) (value string, length int, err error) {
	if len(s) < 2 {
		return "", 0, ErrSyntax
	}
	quote := s[0]
	if quote == '`' {
		return backquoted(s)
	}
	if quote != '"' && quote != '\'' {
		return "", 0, ErrSyntax
	}
	var text []byte
	rest := s[1:]
	count := 0
	for rest == "" || rest[0] != quote {
		if rest == "" || rest[0] == '\n' {
			return "", 0, ErrSyntax
		}
		r, multibyte, tail, err := UnquoteChar(rest, quote)
		if err != nil {
			return "", 0, err
		}
		if r < 0x80 || !multibyte {
			text = append(text, byte(r))
		} else {
			text = append(text, string(r)...)
		}
		rest = tail
		count++
	}
	if quote == '\'' && count > 1 {
		return "", 0, ErrSyntax
	}
	return string(text), len(s) - len(rest) + 1, nil
}

func backquoted(s string) (value string, length int, err error) {
	var text []byte
	for i := 1; i < len(s); i++ {
		if s[i] == '`' {
			return string(text), i + 1, nil
		}
		if s[i] != '\r' {
			text = append(text, s[i])
		}
	}
	return "", 0, ErrSyntax
}

// QuotedPrefix returns the string or character literal at the start of s.
func QuotedPrefix(s string) (string, error) {
	_, length, err := quoted(s)
	if err != nil {
		return "", err
	}
	return s[:length], nil
}

// Unquote returns the value of the string or character literal s.
func Unquote(s string) (string, error) {
	value, length, err := quoted(s)
	if err != nil || length != len(s) {
		return "", ErrSyntax
	}
	return value, nil
}
