package strconv

import "errors"

// digitValue returns the value of a digit in any base up to 36, or 36 for other bytes.
func digitValue(c byte) uint64 {
	switch {
	case '0' <= c && c <= '9':
		return uint64(c - '0')
	case 'a' <= c && c <= 'z':
		return uint64(c-'a') + 10
	case 'A' <= c && c <= 'Z':
		return uint64(c-'A') + 10
	}
	return 36
}

// splitBase finds the base that a literal's prefix chooses, and the digits behind the prefix.
func splitBase(s string) (base int, digits string) {
	if s[0] != '0' {
		return 10, s
	}
	if len(s) >= 3 {
		switch s[1] {
		case 'b', 'B':
			return 2, s[2:]
		case 'o', 'O':
			return 8, s[2:]
		case 'x', 'X':
			return 16, s[2:]
		}
	}
	return 8, s[1:]
}

// underscoresOK reports whether each underscore stands between digits, or between the prefix and a
// digit. A leading 0 is such a prefix.
func underscoresOK(s string) bool {
	hex := len(s) >= 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X')
	before := false // a digit or the prefix stands before
	i := 0
	if len(s) >= 2 && s[0] == '0' {
		switch s[1] {
		case 'b', 'B', 'o', 'O', 'x', 'X':
			before = true
			i = 2
		}
	}
	for ; i < len(s); i++ {
		digit := digitValue(s[i]) < 10 || hex && digitValue(s[i]) < 16
		if s[i] == '_' {
			if !before {
				return false
			}
		} else if !digit && i > 0 && s[i-1] == '_' {
			return false
		}
		before = digit
	}
	return s[len(s)-1] != '_'
}

func parseUint(fn, whole, s string, base, bitSize int) (uint64, error) {
	if s == "" {
		return 0, &NumError{fn, whole, ErrSyntax}
	}
	literal := s
	prefixed := base == 0
	switch {
	case prefixed:
		base, s = splitBase(s)
	case base < 2 || base > 36:
		return 0, &NumError{fn, whole, errors.New("invalid base " + Itoa(base))}
	}
	if bitSize == 0 {
		bitSize = IntSize
	} else if bitSize < 0 || bitSize > 64 {
		return 0, &NumError{fn, whole, errors.New("invalid bit size " + Itoa(bitSize))}
	}
	largest := uint64(1)<<uint(bitSize) - 1
	overflowFrom := ^uint64(0)/uint64(base) + 1
	var n uint64
	underscores := false
	for i := 0; i < len(s); i++ {
		if s[i] == '_' && prefixed {
			underscores = true
			continue
		}
		d := digitValue(s[i])
		if d >= uint64(base) {
			return 0, &NumError{fn, whole, ErrSyntax}
		}
		if n >= overflowFrom {
			return largest, &NumError{fn, whole, ErrRange}
		}
		n *= uint64(base)
		sum := n + d
		if sum < n || sum > largest {
			return largest, &NumError{fn, whole, ErrRange}
		}
		n = sum
	}
	if underscores && !underscoresOK(literal) {
		return 0, &NumError{fn, whole, ErrSyntax}
	}
	return n, nil
}

// ParseUint reads s as an unsigned number in a base from 2 to 36; base 0 takes it from the prefix.
func ParseUint(s string, base int, bitSize int) (uint64, error) {
	return parseUint("ParseUint", s, s, base, bitSize)
}

func parseInt(fn, s string, base int, bitSize int) (int64, error) {
	digits := s
	negative := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		negative = s[0] == '-'
		digits = s[1:]
	}
	n, err := parseUint(fn, s, digits, base, bitSize)
	if err != nil && err.(*NumError).Err != ErrRange {
		return 0, err
	}
	if bitSize == 0 {
		bitSize = IntSize
	}
	limit := uint64(1) << uint(bitSize-1)
	if !negative && n >= limit {
		return int64(limit - 1), &NumError{fn, s, ErrRange}
	}
	if negative && n > limit {
		return -int64(limit), &NumError{fn, s, ErrRange}
	}
	if negative {
		return -int64(n), nil
	}
	return int64(n), nil
}

// ParseInt reads s as a number with an optional sign, else as ParseUint.
func ParseInt(s string, base int, bitSize int) (i int64, err error) {
	return parseInt("ParseInt", s, base, bitSize)
}

// Atoi is ParseInt(s, 10, 0) as an int.
func Atoi(s string) (int, error) {
	n, err := parseInt("Atoi", s, 10, 0)
	return int(n), err
}
