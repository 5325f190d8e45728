package os

import "errors"

// Errors that others wrap; to be tested with errors.Is.
var (
	ErrInvalid          = errors.New("invalid argument")
	ErrPermission       = errors.New("permission denied")
	ErrExist            = errors.New("file already exists")
	ErrNotExist         = errors.New("file does not exist")
	ErrClosed           = errors.New("file already closed")
	ErrNoDeadline       = errors.New("file type does not support deadline")
	ErrProcessDone      = errors.New("os: process already finished")
	ErrDeadlineExceeded = errors.New("i/o timeout")
)

// Numbers of errors on Linux.
const (
	errnoNotPermitted = 1
	errnoNoEntry      = 2
	errnoAccess       = 13
	errnoExists       = 17
	errnoIsDirectory  = 21
	errnoInvalid      = 22
	errnoNotEmpty     = 39
)

// errno is an error of the operating system.
type errno int

func errorText(number int) string

func (e errno) Error() string { return errorText(int(e)) }

// Is tells which of the errors above it is.
func (e errno) Is(target error) bool {
	switch target {
	case ErrPermission:
		return e == errnoAccess || e == errnoNotPermitted
	case ErrExist:
		return e == errnoExists || e == errnoNotEmpty
	case ErrNotExist:
		return e == errnoNoEntry
	}
	return false
}

// PathError is an error of an operation on a file.
type PathError struct {
	Op   string
	Path string
	Err  error
}

func (e *PathError) Error() string { return e.Op + " " + e.Path + ": " + e.Err.Error() }

func (e *PathError) Unwrap() error { return e.Err }

// LinkError is an error of an operation on two files.
type LinkError struct {
	Op  string
	Old string
	New string
	Err error
}

func (e *LinkError) Error() string { return e.Op + " " + e.Old + " " + e.New + ": " + e.Err.Error() }

func (e *LinkError) Unwrap() error { return e.Err }

// SyscallError is an error of a system call.
type SyscallError struct {
	Syscall string
	Err     error
}

func (e *SyscallError) Error() string { return e.Syscall + ": " + e.Err.Error() }

func (e *SyscallError) Unwrap() error { return e.Err }

func pathError(op, path string, number int) error {
	if number == 0 {
		return nil
	}
	return &PathError{op, path, errno(number)}
}

func syscallError(name string, number int) error {
	if number == 0 {
		return nil
	}
	return &SyscallError{name, errno(number)}
}

// cause returns the error behind those of this package.
func cause(err error) error {
	switch e := err.(type) {
	case *PathError:
		return e.Err
	case *LinkError:
		return e.Err
	case *SyscallError:
		return e.Err
	}
	return err
}

func isKind(err, kind error) bool {
	err = cause(err)
	number, ok := err.(errno)
	return err == kind || ok && number.Is(kind)
}

// IsExist, IsNotExist and IsPermission say whether an error of this package is of that kind.
func IsExist(err error) bool      { return isKind(err, ErrExist) }
func IsNotExist(err error) bool   { return isKind(err, ErrNotExist) }
func IsPermission(err error) bool { return isKind(err, ErrPermission) }
