// Package reflect: types, values, conversions, panics.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"fmt"
	"reflect"
	"slices"
	"unsafe"
)

type Base struct{ ID, hidden int }

func (b Base) Describe() string { return fmt.Sprint("base ", b.ID) }
func (b *Base) Change(n int)    { b.ID = n }

type Pair[K comparable, V any] struct {
	Key   K
	Value V `kind:"value" json:"v,omitempty"`
}

type Outer struct {
	*Base
	Pair[string, []int]
	F    func(int, ...string) error
	M    map[string]Base
	I    fmt.Stringer
	C    <-chan int
	Arr  [3]int8
	P    unsafe.Pointer
	Cplx complex64
}

type Celsius float64

func (c Celsius) String() string { return fmt.Sprintf("%g°C", float64(c)) }

func try(name string, f func()) {
	defer func() { fmt.Println(name, "->", recover()) }()
	f()
}

func main() {
	t := reflect.TypeOf(Outer{})
	for i := range t.NumField() {
		f := t.Field(i)
		fmt.Println(f.Name, f.Type, f.Type.Kind(), f.Tag, f.Offset, f.Anonymous, f.PkgPath, f.Type.Name(), f.Type.PkgPath(), f.Type.Comparable())
	}
	f, ok := t.FieldByName("Value")
	fmt.Println(f.Index, ok, f.Tag.Get("kind"), f.Tag.Get("json"), f.Tag.Get("none"))
	fmt.Println(len(reflect.VisibleFields(t)), t.Size(), t.Align())
	ft := t.Field(2).Type
	fmt.Println(ft.NumIn(), ft.In(1), ft.IsVariadic(), ft.Out(0), t.Field(5).Type.ChanDir(), t.Field(6).Type.Len())
	for _, typ := range []reflect.Type{reflect.TypeOf(Base{}), reflect.TypeOf(&Base{}), reflect.TypeFor[fmt.Stringer](), reflect.TypeFor[error]()} {
		fmt.Print(typ, " ", typ.NumMethod())
		for i := range typ.NumMethod() {
			fmt.Print(" ", typ.Method(i).Name, " ", typ.Method(i).Type)
		}
		fmt.Println()
	}
	stringer := reflect.TypeFor[fmt.Stringer]()
	fmt.Println(reflect.TypeOf(Celsius(1)).Implements(stringer), reflect.TypeOf(1).Implements(stringer), reflect.TypeOf(1.0).ConvertibleTo(reflect.TypeOf(Celsius(0))), reflect.TypeOf(1.0).AssignableTo(reflect.TypeOf(Celsius(0))))

	o := Outer{Base: &Base{1, 2}, M: map[string]Base{"a": {ID: 3}}, I: Celsius(4)}
	v := reflect.ValueOf(&o).Elem()
	v.FieldByName("Key").SetString("k")
	v.FieldByName("Value").Set(reflect.ValueOf([]int{1, 2, 3}))
	v.FieldByName("Value").Index(1).SetInt(20)
	v.FieldByName("ID").SetInt(100)
	v.FieldByName("Arr").Index(2).SetInt(-7)
	v.FieldByName("I").Set(reflect.ValueOf(Celsius(5)))
	v.FieldByName("Cplx").SetComplex(1 + 2i)
	m := v.FieldByName("M")
	m.SetMapIndex(reflect.ValueOf("b"), reflect.ValueOf(Base{ID: 9}))
	m.SetMapIndex(reflect.ValueOf("a"), reflect.Value{})
	fmt.Println(o.Key, o.Pair, o.Base.ID, o.Arr, o.I, o.M, o.Cplx, v.FieldByName("hidden"), m.MapIndex(reflect.ValueOf("zz")).IsValid())
	fmt.Println(v.FieldByName("I").Elem().Type(), v.FieldByName("F").IsNil(), v.FieldByName("Value").Slice(1, 2), v.FieldByName("Arr").IsZero(), v.Field(0).Elem().Addr().Interface().(*Base).ID)
	v.FieldByName("I").SetZero()
	fmt.Println(o.I, reflect.Zero(t).IsZero())

	c := reflect.ValueOf(3).Convert(reflect.TypeOf(Celsius(0)))
	fmt.Println(c, c.Type(), c.Interface(), reflect.ValueOf(65).Convert(reflect.TypeOf("")), reflect.ValueOf("hé").Convert(reflect.TypeOf([]rune(nil))), reflect.ValueOf(c.Interface()).Convert(stringer).Type())
	keys := reflect.ValueOf(map[int]string{3: "c", 1: "a"}).MapKeys()
	slices.SortFunc(keys, func(a, b reflect.Value) int { return int(a.Int() - b.Int()) })
	fmt.Println(keys[0], keys[1].Int(), len(keys))
	made := reflect.MakeMap(reflect.MapOf(reflect.TypeOf(""), reflect.TypeOf(0)))
	made.SetMapIndex(reflect.ValueOf("x"), reflect.ValueOf(1))
	plain, ok := made.Interface().(map[string]int)
	fmt.Println(plain, ok, made.Type() == reflect.TypeOf(plain) || true, made.Len())
	for i, x := range reflect.ValueOf([]string{"p", "q"}).Seq2() {
		fmt.Print(i, x, " ")
	}
	s := reflect.AppendSlice(reflect.ValueOf([]int{1}), reflect.ValueOf([]int{2, 3}))
	swap := reflect.Swapper(s.Interface())
	swap(0, 2)
	fmt.Println(s, s.Len(), reflect.Copy(s, reflect.ValueOf([]int{8})), s)

	type node struct {
		next *node
		v    any
	}
	a, b := &node{v: []int{1}}, &node{v: []int{1}}
	a.next, b.next = a, b
	fmt.Println(reflect.DeepEqual(a, b), reflect.DeepEqual(map[string][]int{"a": nil}, map[string][]int{"a": {}}), reflect.DeepEqual(nil, nil), reflect.DeepEqual([]any{1, "a"}, []any{1, "a"}))
	var any1, any2 any = reflect.New(reflect.TypeOf(1.5)).Interface(), new(float64)
	fmt.Printf("%T %T %v\n", any1, any2, any1 == any2)

	try("unaddressable", func() { reflect.ValueOf(1).SetInt(2) })
	try("unexported", func() { reflect.ValueOf(o.Base).Elem().Field(1).SetInt(1) })
	try("interface", func() { reflect.ValueOf(Base{}).Field(1).Interface() })
	try("kind", func() { reflect.ValueOf("s").Int() })
	try("zero", func() { reflect.Value{}.Type() })
	try("assign", func() { v.FieldByName("Key").Set(reflect.ValueOf(1)) })
	try("index", func() { reflect.ValueOf([]int{1}).Index(5) })
	try("nil map", func() { reflect.ValueOf(map[int]int(nil)).SetMapIndex(reflect.ValueOf(1), reflect.ValueOf(1)) })
	try("elem", func() { reflect.TypeOf(1).Elem() })
	try("convert", func() { reflect.ValueOf("s").Convert(reflect.TypeOf(1)) })
}
