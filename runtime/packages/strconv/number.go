// Package strconv converts between values of basic types and their texts. Formatting, quoting and
// the parsing of floats are C++: runtime/strconv.
package strconv

import "errors"

// IntSize is the size in bits of an int.
const IntSize = 64

// ErrRange says that a value is out of range for its type.
var ErrRange = errors.New("value out of range")

// ErrSyntax says that a text has not the right form.
var ErrSyntax = errors.New("invalid syntax")

// A NumError is what a failed conversion returns.
type NumError struct {
	Func string // ParseBool, ParseInt, ParseUint, ParseFloat, ParseComplex or Atoi
	Num  string // the text
	Err  error  // the reason
}

func (e *NumError) Error() string {
	return "strconv." + e.Func + ": parsing " + Quote(e.Num) + ": " + e.Err.Error()
}

func (e *NumError) Unwrap() error { return e.Err }

// FormatInt and FormatUint return the digits of i in a base from 2 to 36.
func FormatInt(i int64, base int) string
func FormatUint(i uint64, base int) string

// Itoa is FormatInt(int64(i), 10).
func Itoa(i int) string

// AppendInt and AppendUint append what FormatInt and FormatUint return.
func AppendInt(dst []byte, i int64, base int) []byte
func AppendUint(dst []byte, i uint64, base int) []byte

// FormatFloat returns the text of f in the format 'b', 'e', 'E', 'f', 'g', 'G', 'x' or 'X'; a
// precision of -1 gives the fewest digits that read back.
func FormatFloat(f float64, fmt byte, prec, bitSize int) string

// AppendFloat appends what FormatFloat returns.
func AppendFloat(dst []byte, f float64, fmt byte, prec, bitSize int) []byte

func parseFloat(s string, bitSize int) (f float64, status int)

// ParseFloat returns the float of bitSize 32 or 64 nearest to the number in s.
func ParseFloat(s string, bitSize int) (float64, error) {
	f, status := parseFloat(s, bitSize)
	if status == 1 {
		return 0, &NumError{"ParseFloat", s, ErrSyntax}
	}
	if status == 2 {
		return f, &NumError{"ParseFloat", s, ErrRange}
	}
	return f, nil
}

// ParseBool accepts 1, t, T, TRUE, true, True, 0, f, F, FALSE, false and False.
func ParseBool(str string) (bool, error) {
	switch str {
	case "1", "t", "T", "true", "TRUE", "True":
		return true, nil
	case "0", "f", "F", "false", "FALSE", "False":
		return false, nil
	}
	return false, &NumError{"ParseBool", str, ErrSyntax}
}

// FormatBool returns "true" or "false".
func FormatBool(b bool) string {
	if b {
		return "true"
	}
	return "false"
}

// AppendBool appends "true" or "false".
func AppendBool(dst []byte, b bool) []byte { return append(dst, FormatBool(b)...) }
