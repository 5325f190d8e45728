// RUN: %minigo check -verify %s

package p

import "errors" /* ERROR "\"errors\" imported and not used" */

type A struct{ x int }
type B struct{ x int }
type C struct {
	A
	B
}
type T struct{ Name string }

func (t *T) Get() {}

func use(t T, c C, p **T, i *interface{ M() }, n int) {
	_ = t.name /* ERROR "t.name undefined (type T has no field or method name, but does have field Name)" */
	_ = t.Nme /* ERROR "t.Nme undefined (type T has no field or method Nme)" */
	_ = c.x /* ERROR "ambiguous selector c.x" */
	p.Get /* ERROR "p.Get undefined (type **T has no field or method Get)" */()
	i.M /* ERROR "i.M undefined (type *interface{M()} is pointer to interface, not interface)" */()
	n.foo /* ERROR "n.foo undefined (type int has no field or method foo)" */()
	t.get /* ERROR "t.get undefined (type T has no field or method get, but does have method Get)" */()
	_ = errors /* ERROR "use of package errors not in selector" */
	T.Get /* ERROR "invalid method expression T.Get (needs pointer receiver (*T).Get)" */(t)
}
