// Package goarch tells Go's library for which architecture it is compiled.
package goarch

const (
	GOARCH     = "amd64"
	PtrSize    = 8
	BigEndian  = false
	Int64Align = 8

	IsAmd64 = 1
)
