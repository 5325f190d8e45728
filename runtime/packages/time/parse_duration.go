package time

import "errors"

func invalidDuration(what, s string) error { return errors.New("time: " + what + quote(s)) }

// The units of a duration's text.
var durationUnits = map[string]uint64{
	"ns": uint64(Nanosecond),
	"us": uint64(Microsecond),
	"µs": uint64(Microsecond), // micro sign
	"μs": uint64(Microsecond), // Greek letter mu
	"ms": uint64(Millisecond),
	"s":  uint64(Second),
	"m":  uint64(Minute),
	"h":  uint64(Hour),
}

// ParseDuration parses a sequence of decimal numbers with units, such as "300ms", "-1.5h" or
// "2h45m". The units are ns, us or µs, ms, s, m and h.
func ParseDuration(s string) (Duration, error) {
	left := s
	negative := false
	if left != "" && (left[0] == '-' || left[0] == '+') {
		negative = left[0] == '-'
		left = left[1:]
	}
	if left == "0" {
		return 0, nil
	}
	if left == "" {
		return 0, invalidDuration("invalid duration ", s)
	}
	const limit = 1 << 63
	total := uint64(0)
	for left != "" {
		whole, after, digits, fits := digitsOf(left)
		if !fits {
			return 0, invalidDuration("invalid duration ", s)
		}
		left = after
		fractionText := ""
		if left != "" && left[0] == '.' {
			end := 1 + digitsFrom(left, 1)
			fractionText = left[1:end]
			left = left[end:]
		}
		if digits == 0 && fractionText == "" {
			return 0, invalidDuration("invalid duration ", s)
		}
		end := 0
		for end < len(left) && left[end] != '.' && !isDigit(left, end) {
			end++
		}
		if end == 0 {
			return 0, invalidDuration("missing unit in duration ", s)
		}
		unit, ok := durationUnits[left[:end]]
		if !ok {
			return 0, errors.New("time: unknown unit " + quote(left[:end]) + " in duration " + quote(s))
		}
		left = left[end:]
		if whole > limit/unit {
			return 0, invalidDuration("invalid duration ", s)
		}
		part := whole*unit + fractionOf(fractionText, unit)
		total += part
		if part > limit || total > limit {
			return 0, invalidDuration("invalid duration ", s)
		}
	}
	if negative {
		return -Duration(total), nil
	}
	if total > limit-1 {
		return 0, invalidDuration("invalid duration ", s)
	}
	return Duration(total), nil
}

// digitsOf reads an integer of any number of digits; fits: it is at most 1<<63.
func digitsOf(s string) (n uint64, rest string, digits int, fits bool) {
	for isDigit(s, digits) {
		if n > 1<<63/10 {
			return 0, s, digits, false
		}
		n = n*10 + uint64(s[digits]-'0')
		if n > 1<<63 {
			return 0, s, digits, false
		}
		digits++
	}
	return n, s[digits:], digits, true
}

// fractionOf returns 0.digits of a unit, rounded down.
func fractionOf(digits string, unit uint64) uint64 {
	n, scale := uint64(0), 1.0
	for i := range len(digits) {
		if n > (1<<63-1)/10-1 {
			break // finer than a nanosecond
		}
		n = n*10 + uint64(digits[i]-'0')
		scale *= 10
	}
	if n == 0 {
		return 0
	}
	return uint64(float64(n) * (float64(unit) / scale))
}
