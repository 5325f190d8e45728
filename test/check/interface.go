// RUN: %minigo check -verify %s

package p

type I interface{ M(int) string }
type A struct{}
type B struct{}
type C struct{}
type D struct{}

func (A) M() string       { return "" }
func (*B) M(int) string   { return "" }
func (C) m(int) string    { return "" }

var (
	_ I = A /* ERROR "cannot use A{} (value of struct type A) as I value in variable declaration: A does not implement I (wrong type for method M)" */{}
	_ I = B /* ERROR "cannot use B{} (value of struct type B) as I value in variable declaration: B does not implement I (method M has pointer receiver)" */{}
	_ I = C /* ERROR "cannot use C{} (value of struct type C) as I value in variable declaration: C does not implement I (missing method M)" */{}
	_ I = D /* ERROR "cannot use D{} (value of struct type D) as I value in variable declaration: D does not implement I (missing method M)" */{}
	_ I = 1 /* ERROR "cannot use 1 (constant of type int) as I value in variable declaration: int does not implement I (missing method M)" */
	_ I = ( /* ERROR "cannot use (*I)(nil) (value of type *I) as I value in variable declaration: *I does not implement I (type *I is pointer to interface, not interface)" */*I)(nil)
	_ error = A /* ERROR "cannot use A{} (value of struct type A) as error value in variable declaration: A does not implement error (missing method Error)" */{}
	_ A = I /* ERROR "cannot use I(nil) (value of interface type I) as A value in variable declaration" */(nil)
)
