// Package fmt formats values. The formatting itself is C++: runtime/fmt.
package fmt

// State is what a Formatter writes to: it gives the width, precision and flags of the verb.
type State interface {
	Write(b []byte) (n int, err error)
	Width() (wid int, ok bool)
	Precision() (prec int, ok bool)
	Flag(c int) bool
}

// Formatter is implemented by values that format themselves.
type Formatter interface {
	Format(f State, verb rune)
}

// Stringer is implemented by values that have a text for %v and %s.
type Stringer interface {
	String() string
}

// GoStringer is implemented by values that have a text for %#v.
type GoStringer interface {
	GoString() string
}

// Print writes its operands to standard output, with a space between two that are not strings.
func Print(a ...any) (n int, err error)

// Println writes its operands to standard output, with spaces between them and a newline at the end.
func Println(a ...any) (n int, err error)

// Printf writes its operands to standard output as the format says.
func Printf(format string, a ...any) (n int, err error)

// Sprint, Sprintln and Sprintf return what Print, Println and Printf write.
func Sprint(a ...any) string
func Sprintln(a ...any) string
func Sprintf(format string, a ...any) string

// Append, Appendln and Appendf append it to b.
func Append(b []byte, a ...any) []byte
func Appendln(b []byte, a ...any) []byte
func Appendf(b []byte, format string, a ...any) []byte

// Errorf returns an error with the formatted text; it wraps the operands of the verb %w.
func Errorf(format string, a ...any) (err error)
