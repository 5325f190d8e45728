// Package poll has the errors that package os shares with Go's internal/poll, which package net stands on. Programs print
// their types, so they have that package's name.
package poll

import "errors"

// A DeadlineExceededError says that a call has waited until its deadline.
type DeadlineExceededError struct{}

func (*DeadlineExceededError) Error() string   { return "i/o timeout" }
func (*DeadlineExceededError) Timeout() bool   { return true }
func (*DeadlineExceededError) Temporary() bool { return true }

var (
	ErrDeadlineExceeded error = &DeadlineExceededError{}
	ErrNoDeadline             = errors.New("file type does not support deadline")
)
