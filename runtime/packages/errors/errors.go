// Package errors makes errors.
package errors

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text. Each call returns a distinct error value even if the
// text is identical.
func New(text string) error { return &errorString{text} }
