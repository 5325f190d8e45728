package errors

// Unwrap returns what err's method `Unwrap() error` returns; nil if it has none.
func Unwrap(err error) error {
	if u, ok := err.(interface{ Unwrap() error }); ok {
		return u.Unwrap()
	}
	return nil
}

// visit calls found for err and all that it wraps, depth first, until that returns true.
func visit(err error, found func(error) bool) bool {
	for err != nil {
		if found(err) {
			return true
		}
		switch u := err.(type) {
		case interface{ Unwrap() error }:
			err = u.Unwrap()
		case interface{ Unwrap() []error }:
			for _, inner := range u.Unwrap() {
				if visit(inner, found) {
					return true
				}
			}
			return false
		default:
			return false
		}
	}
	return false
}

// isComparable reports whether the type of err's value has ==.
func isComparable(err error) bool

// Is reports whether err, or an error that it wraps, is target: equal to it, or with a method
// `Is(error) bool` that says so.
func Is(err, target error) bool {
	if err == nil || target == nil {
		return err == target
	}
	comparable := isComparable(target)
	return visit(err, func(e error) bool {
		if comparable && e == target {
			return true
		}
		x, ok := e.(interface{ Is(error) bool })
		return ok && x.Is(target)
	})
}

// setTarget sets *target to err if that can hold it.
func setTarget(err error, target any) bool

// checkTarget panics unless target is a pointer to a type that can hold an error.
func checkTarget(target any)

// As finds the first error in err, and in what it wraps, that *target can hold, or that has a method
// `As(any) bool` which sets it. It reports whether there is one.
func As(err error, target any) bool {
	if err == nil {
		return false
	}
	checkTarget(target)
	return visit(err, func(e error) bool {
		if setTarget(e, target) {
			return true
		}
		x, ok := e.(interface{ As(any) bool })
		return ok && x.As(target)
	})
}

// AsType finds the first error in err, and in what it wraps, that is an E.
func AsType[E error](err error) (E, bool) {
	var result E
	ok := visit(err, func(e error) bool {
		if x, ok := e.(E); ok {
			result = x
			return true
		}
		x, ok := e.(interface{ As(any) bool })
		return ok && x.As(&result)
	})
	return result, ok
}
