// Package errors makes, wraps and examines errors.
package errors

type errorString struct {
	s string
}

func (e *errorString) Error() string { return e.s }

// New returns an error with the given text. Each call returns a distinct error value even if the
// text is identical.
func New(text string) error { return &errorString{text} }

// ErrUnsupported says that an operation cannot be performed because it is not supported.
var ErrUnsupported = New("unsupported operation")

type joinError struct {
	errs []error
}

func (e *joinError) Error() string {
	text := ""
	for i, err := range e.errs {
		if i > 0 {
			text += "\n"
		}
		text += err.Error()
	}
	return text
}

func (e *joinError) Unwrap() []error { return e.errs }

// Join returns an error that wraps those of errs that are not nil; nil if there are none. Its text is
// theirs, one a line.
func Join(errs ...error) error {
	var kept []error
	for _, err := range errs {
		if err != nil {
			kept = append(kept, err)
		}
	}
	if kept == nil {
		return nil
	}
	return &joinError{kept}
}
