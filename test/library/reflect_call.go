// Package reflect: calls of functions and methods, functions and types made at run time.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
)

type small struct {
	A int8
	B bool
	C float32
}
type mixed struct {
	N int
	F float64
}
type floats struct{ X, Y float32 }
type big struct {
	A, B, C int
	S       string
}
type nothing struct{}
type celsius float64

func (c celsius) String() string         { return fmt.Sprintf("%.1f°C", float64(c)) }
func (c *celsius) Add(d float64) float64 { *c += celsius(d); return float64(*c) }
func (c celsius) Mix(a ...celsius) (r celsius) {
	r = c
	for _, x := range a {
		r += x
	}
	return r
}

type shape interface {
	Area() float64
	Scale(f float64) shape
}
type rect struct{ w, h float64 }

func (r rect) Area() float64         { return r.w * r.h }
func (r rect) Scale(f float64) shape { return rect{r.w * f, r.h * f} }

func numbers(a int8, b uint16, c int32, d int64, e float32, f float64, g complex64, h complex128) string {
	return fmt.Sprint(a, b, c, d, e, f, g, h)
}
func many(a, b, c, d, e, f, g, h int, s string, x, y, z float64, t []int) (string, int) {
	return fmt.Sprint(a, b, c, d, e, f, g, h, s, x, y, z, t), a + h
}
func structs(a small, b mixed, c floats, d big, e nothing, f [3]int16, g [0]int) (small, mixed, floats) {
	fmt.Println(a, b, c, d, e, f, g)
	return a, b, c
}
func returnsBig(n int) big                { return big{n, n + 1, n + 2, "s"} }
func returnsMixed(n int) mixed            { return mixed{n, float64(n) / 2} }
func returnsFloats(f float32) floats      { return floats{f, -f} }
func returnsComplex(x float64) complex128 { return complex(x, -x) }
func returnsTwo(x float64) (float64, int) { return x, int(x) }
func returnsError(fail bool) (int, error) {
	if fail {
		return 0, errors.New("failed")
	}
	return 1, nil
}
func variadic(sep string, words ...string) string      { return strings.Join(words, sep) }
func interfaces(a any, s fmt.Stringer, e error) string { return fmt.Sprint(a, s, e) }

func call(f any, args ...any) {
	in := make([]reflect.Value, len(args))
	for i, a := range args {
		in[i] = reflect.ValueOf(a)
	}
	for i, out := range reflect.ValueOf(f).Call(in) {
		if i > 0 {
			fmt.Print(" | ")
		}
		fmt.Print(out.Type(), " ", out)
	}
	fmt.Println()
}

func try(what string, f func()) {
	defer func() { fmt.Println(what+":", recover()) }()
	f()
}

func calls() {
	call(numbers, int8(-1), uint16(2), int32(-3), int64(4), float32(1.5), 2.5, complex64(1+2i), 3-4i)
	call(many, 1, 2, 3, 4, 5, 6, 7, 8, "s", 1.5, 2.5, 3.5, []int{1, 2})
	call(structs, small{-1, true, 1.5}, mixed{1, 2.5}, floats{1, 2}, big{1, 2, 3, "x"}, nothing{}, [3]int16{1, 2, 3}, [0]int{})
	call(returnsBig, 7)
	call(returnsMixed, 7)
	call(returnsFloats, float32(7))
	call(returnsComplex, 7.0)
	call(returnsTwo, 7.5)
	call(returnsError, true)
	call(returnsError, false)
	call(variadic, "-", "a", "b", "c")
	call(variadic, "-")
	call(interfaces, 1, celsius(2), errors.New("e"))
	n := 10
	call(func(d int) int { n += d; return n }, 5)
	fmt.Println(n)
	v := reflect.ValueOf(variadic)
	fmt.Println(v.CallSlice([]reflect.Value{reflect.ValueOf("+"), reflect.ValueOf([]string{"x", "y"})})[0])
}

func methods() {
	c := celsius(20)
	v := reflect.ValueOf(&c)
	fmt.Println(v.NumMethod(), v.Type().NumMethod(), v.Elem().NumMethod())
	for i := range v.NumMethod() {
		m := v.Type().Method(i)
		fmt.Println(i, m.Name, m.Type, v.Method(i).Type())
	}
	fmt.Println(v.MethodByName("Add").Call([]reflect.Value{reflect.ValueOf(1.5)})[0], c)
	fmt.Println(v.MethodByName("String").Call(nil)[0])
	fmt.Println(v.Elem().MethodByName("Mix").Call([]reflect.Value{reflect.ValueOf(c), reflect.ValueOf(c)})[0])
	fmt.Println(v.MethodByName("None").IsValid())
	add := v.MethodByName("Add").Interface().(func(float64) float64)
	fmt.Println(add(2), c, add(-3), c)
	m, _ := reflect.TypeOf(rect{}).MethodByName("Scale")
	fmt.Println(m.Func.Call([]reflect.Value{reflect.ValueOf(rect{1, 2}), reflect.ValueOf(3.0)})[0].Interface())
	var s shape = rect{2, 3}
	sv := reflect.ValueOf(&s).Elem()
	fmt.Println(sv.NumMethod(), sv.Method(0).Call(nil)[0], sv.MethodByName("Scale").Type())
}

func made() {
	swap := func(in []reflect.Value) []reflect.Value { return []reflect.Value{in[1], in[0]} }
	var ints func(int, int) (int, int)
	reflect.ValueOf(&ints).Elem().Set(reflect.MakeFunc(reflect.TypeOf(ints), swap))
	fmt.Println(ints(1, 2))
	var large func(big, string) (string, big)
	reflect.ValueOf(&large).Elem().Set(reflect.MakeFunc(reflect.TypeOf(large), swap))
	fmt.Println(large(big{1, 2, 3, "x"}, "y"))
	var floating func(float64, float32) (float32, float64)
	reflect.ValueOf(&floating).Elem().Set(reflect.MakeFunc(reflect.TypeOf(floating), swap))
	fmt.Println(floating(1.5, 2.5))
	sum := reflect.MakeFunc(reflect.TypeOf(func(...int) int { return 0 }), func(in []reflect.Value) []reflect.Value {
		total := 0
		for i := range in[0].Len() {
			total += int(in[0].Index(i).Int())
		}
		return []reflect.Value{reflect.ValueOf(total)}
	}).Interface().(func(...int) int)
	fmt.Println(sum(), sum(1, 2, 3))
	var many func(a, b, c, d, e, f, g, h int, s small, m mixed, x [2]float64) mixed
	reflect.ValueOf(&many).Elem().Set(reflect.MakeFunc(reflect.TypeOf(many), func(in []reflect.Value) []reflect.Value {
		for _, x := range in {
			fmt.Print(x, " ")
		}
		return []reflect.Value{in[9]}
	}))
	fmt.Println(many(1, 2, 3, 4, 5, 6, 7, 8, small{1, true, 2}, mixed{3, 4}, [2]float64{5, 6}))
}

func types() {
	array := reflect.ArrayOf(3, reflect.TypeOf(""))
	fmt.Println(array, array.AssignableTo(reflect.TypeOf([3]string{})), array.Size())
	x := reflect.New(array).Elem()
	x.Index(1).SetString("one")
	fmt.Printf("%q\n", x.Interface().([3]string))
	fmt.Println(reflect.SliceOf(array), reflect.MapOf(reflect.TypeOf(0), array), reflect.PointerTo(array))
	fmt.Println(reflect.ChanOf(reflect.RecvDir, reflect.TypeOf(0)), reflect.ChanOf(reflect.BothDir, reflect.TypeOf(0)))
	f := reflect.FuncOf([]reflect.Type{reflect.TypeOf(0), reflect.TypeOf([]string{})}, []reflect.Type{reflect.TypeOf(""), reflect.TypeFor[error]()}, true)
	fmt.Println(f, f.IsVariadic(), f.AssignableTo(reflect.TypeOf(func(int, ...string) (string, error) { return "", nil })))
}

func mistakes() {
	v := reflect.ValueOf(variadic)
	w := reflect.ValueOf(returnsBig)
	try("few", func() { v.Call(nil) })
	try("many", func() { w.Call(make([]reflect.Value, 2)) })
	try("zero", func() { w.Call(make([]reflect.Value, 1)) })
	try("type", func() { w.Call([]reflect.Value{reflect.ValueOf("x")}) })
	try("element", func() { v.Call([]reflect.Value{reflect.ValueOf("x"), reflect.ValueOf(1)}) })
	try("slice", func() { w.CallSlice(nil) })
	try("nil", func() { reflect.ValueOf((func())(nil)).Call(nil) })
	try("kind", func() { reflect.ValueOf(1).Call(nil) })
	try("index", func() { reflect.ValueOf(rect{}).Method(5) })
	try("panic", func() { reflect.ValueOf(func() { panic("inside") }).Call(nil) })
	try("count", func() {
		reflect.MakeFunc(reflect.TypeOf(func() {}), func([]reflect.Value) []reflect.Value {
			return make([]reflect.Value, 1)
		}).Call(nil)
	})
}

func main() {
	calls()
	methods()
	made()
	types()
	mistakes()
}
