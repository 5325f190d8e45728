package fmt

import "io"

// Fprint writes to w what Print writes to standard output.
func Fprint(w io.Writer, a ...any) (n int, err error) {
	return w.Write(Append(nil, a...))
}

// Fprintln writes to w what Println writes to standard output.
func Fprintln(w io.Writer, a ...any) (n int, err error) {
	return w.Write(Appendln(nil, a...))
}

// Fprintf writes to w what Printf writes to standard output.
func Fprintf(w io.Writer, format string, a ...any) (n int, err error) {
	return w.Write(Appendf(nil, format, a...))
}

// FormatString returns the directive that state and verb stand for, such as "%-5.2f".
func FormatString(state State, verb rune) string {
	b := []byte{'%'}
	for _, c := range " +-#0" {
		if state.Flag(int(c)) {
			b = append(b, byte(c))
		}
	}
	if width, ok := state.Width(); ok {
		b = Append(b, width)
	}
	if precision, ok := state.Precision(); ok {
		b = append(b, '.')
		b = Append(b, precision)
	}
	return string(b) + string(verb)
}
