// Values of at most eight bytes lie in the interface itself: as copies that nothing changes, with
// their types, methods, comparison, hashing and printing.

// RUN: %minigo run %s | FileCheck %s
// RUN: %minigo run -O0 %s | FileCheck %s
package main

import (
	"fmt"
	"reflect"
)

type one struct{ p *int }
type pair struct{ a, b int32 }
type padded struct {
	a int8
	_ int8
	b int16
}
type nothing struct{}
type word [8]byte
type nested struct{ in [1]one }

func (o one) get() int            { return *o.p }
func (p pair) get() int           { return int(p.a)*10 + int(p.b) }
func (w word) get() int           { return int(w[7]) }
func (nothing) get() int          { return -1 }
func (n nested) get() int         { return n.in[0].get() + 1 }
func (p padded) Error() string    { return fmt.Sprint("padded ", p.a, p.b) }
func (w *word) set(i int, b byte) { w[i] = b }

type getter interface{ get() int }

// kept holds the only reference to what it points to.
func kept(n int) getter {
	v := new(int)
	*v = n
	return nested{[1]one{{v}}}
}

func describe(v any) string {
	switch v := v.(type) {
	case one:
		return fmt.Sprint("one ", *v.p)
	case pair:
		v.a++ // the copy
		return fmt.Sprint("pair ", v)
	case word:
		v.set(0, 9)
		return fmt.Sprint("word ", v[0], v[7])
	case complex64:
		return fmt.Sprint("complex ", real(v))
	case [2]bool:
		return fmt.Sprint("bools ", v)
	case error:
		return v.Error()
	default:
		return fmt.Sprintf("%T", v)
	}
}

func main() {
	n := 7
	w := word{7: 5}
	values := []getter{one{&n}, pair{4, 2}, w, nothing{}, kept(3)}
	w.set(7, 6)
	for _, v := range values {
		fmt.Printf("%d %T ", v.get(), v)
	}
	fmt.Println()
	// CHECK: 7 main.one 42 main.pair 5 main.word -1 main.nothing 4 main.nested

	for _, v := range []any{one{&n}, pair{1, 2}, w, complex64(3i + 2), [2]bool{true}, padded{1, 0, 2}, nothing{}, [0]int{}} {
		fmt.Print(describe(v), "; ")
	}
	fmt.Println()
	// CHECK: one 7; pair {2 2}; word 9 6; complex 2; bools [true false]; padded 1 2; main.nothing; [0]int;

	m := map[any]int{pair{1, 2}: 1, one{&n}: 2, w: 3, complex64(1): 4, nothing{}: 5, padded{a: 1}: 6}
	fmt.Println(m[pair{1, 2}], m[one{&n}], m[w], m[complex64(1)], m[nothing{}], m[padded{a: 1}], m[pair{2, 1}], len(m))
	// CHECK: 1 2 3 4 5 6 0 6
	fmt.Println(any(pair{1, 2}) == any(pair{1, 2}), any(pair{1, 2}) == any([2]int32{1, 2}), values[0] == getter(one{&n}), any(float32(0)) == any(-float32(0)))
	// CHECK: true false true true

	r := reflect.ValueOf(pair{8, 9})
	fmt.Println(r.Field(1).Int(), r.Interface().(pair).get(), r.CanAddr())
	// CHECK: 9 89 false
	array := reflect.New(reflect.ArrayOf(2, reflect.TypeOf(int16(0)))).Elem()
	array.Index(1).SetInt(300)
	copied := array.Interface()
	array.Index(1).SetInt(1)
	fmt.Println(copied, copied == any([2]int16{0, 300}), array.Interface() == any([2]int16{0, 1}))
	// CHECK: [0 300] true true
	call := reflect.ValueOf(values[1]).MethodByName("get")
	fmt.Println(call.IsValid(), getter.get(values[1]), values[4].get())
	// CHECK: false 42 4

	defer func() { fmt.Println(recover()) }()
	// CHECK: interface conversion: main.getter is main.pair, not main.one
	_ = values[1].(one)
}
