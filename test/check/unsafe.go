// RUN: %minigo check -verify %s

package p

import "unsafe"

type T struct {
	a int
	b *U
}
type U struct{ c int }

var t T

const (
	_ = unsafe.Offsetof(t /* ERROR "invalid argument: t is not a selector expression" */)
	_ = unsafe.Offsetof(t /* ERROR "invalid argument: T has no single field x" */.x)
	_ = unsafe /* ERROR "invalid operation: not enough arguments for unsafe.Sizeof() (expected 1, found 0)" */.Sizeof()
	_ int = unsafe /* ERROR "cannot use unsafe.Sizeof(t) (constant 16 of type uintptr) as int value in constant declaration" */.Sizeof(t)
)

var (
	_ = unsafe.Pointer(1.5 /* ERROR "cannot convert 1.5 (untyped float constant) to type unsafe.Pointer" */)
	_ = unsafe.Add(1 /* ERROR "cannot use 1 (untyped int constant) as unsafe.Pointer value in argument to unsafe.Add" */, 2)
	_ = unsafe.Slice(t /* ERROR "invalid argument: t (variable of struct type T) is not a pointer" */, 1)
	_ = unsafe.String("a" /* ERROR "cannot use \"a\" (untyped string constant) as *byte value in argument to unsafe.String" */, 1)
)
