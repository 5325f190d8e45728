// RUN: %minigo run %s | FileCheck %s
// Types made by package reflect are those of the program, whichever is known first; StructOf; iterators over the parts of types.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type point struct{ X, Y int }

func (p *point) Move(d int) { p.X += d }
func (p point) Sum() int    { return p.X + p.Y }

type withMethods struct{ *point }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	// CHECK: true true true true true true
	fmt.Println(reflect.SliceOf(reflect.TypeFor[point]()) == reflect.TypeOf([]point{}),
		reflect.TypeOf([]string{}) == reflect.SliceOf(reflect.TypeFor[string]()),
		reflect.MapOf(reflect.TypeFor[string](), reflect.TypeFor[[]int]()) == reflect.TypeOf(map[string][]int{}),
		reflect.TypeFor[struct{ M map[int8][]*uint8 }]().Field(0).Type.Elem() == reflect.SliceOf(reflect.PointerTo(reflect.TypeFor[byte]())),
		reflect.ArrayOf(3, reflect.TypeFor[rune]()) == reflect.TypeFor[[3]int32](),
		reflect.FuncOf([]reflect.Type{reflect.TypeFor[int](), reflect.TypeFor[[]any]()}, []reflect.Type{reflect.TypeFor[error]()}, true) ==
			reflect.TypeOf(func(int, ...any) error { return nil }))
	table := map[reflect.Type]string{reflect.ChanOf(reflect.RecvDir, reflect.TypeFor[point]()): "chan"}
	fmt.Println(table[reflect.TypeFor[<-chan point]()], reflect.ValueOf([]uint16{1}).Type() == reflect.SliceOf(reflect.TypeFor[uint16]())) // CHECK: chan true

	t := reflect.StructOf([]reflect.StructField{
		{Name: "Name", Type: reflect.TypeFor[string](), Tag: `json:"name"`},
		{Name: "Small", Type: reflect.TypeFor[byte]()},
		{Name: "Size", Type: reflect.TypeFor[int32]()},
		{Name: "Empty", Type: reflect.TypeFor[struct{}]()},
	})
	fmt.Println(t, t.Size(), t.Align(), t.Comparable(), t.NumField(), t == reflect.TypeOf(struct {
		Name  string `json:"name"`
		Small byte
		Size  int32
		Empty struct{}
	}{})) // CHECK: struct { Name string "json:\"name\""; Small uint8; Size int32; Empty struct {} } 32 8 true 4 true
	v := reflect.New(t).Elem()
	v.Field(0).SetString("a")
	v.FieldByName("Size").SetInt(-7)
	x := v.Interface().(struct {
		Name  string `json:"name"`
		Small byte
		Size  int32
		Empty struct{}
	})
	fmt.Printf("%+v %v %v\n", v, x.Size, map[any]int{v.Interface(): 5}[x]) // CHECK: {Name:a Small:0 Size:-7 Empty:{}} -7 5
	for f := range t.Fields() {
		fmt.Print(f.Name, " ", f.Offset, " ", f.Index, "; ") // CHECK: Name 0 [0]; Small 16 [1]; Size 20 [2]; Empty 24 [3];
	}
	fmt.Println()
	none := reflect.StructOf(nil)
	fmt.Println(none, none.Size(), none == reflect.TypeOf(struct{}{})) // CHECK: struct {} 0 true

	e := reflect.StructOf([]reflect.StructField{{Name: "Point", Type: reflect.TypeFor[*point](), Anonymous: true}})
	p := &point{3, 4}
	w := reflect.New(e).Elem()
	w.Field(0).Set(reflect.ValueOf(p))
	w.MethodByName("Move").Call([]reflect.Value{reflect.ValueOf(10)})
	fmt.Println(e, p.X, w.Interface().(interface{ Sum() int }).Sum()) // CHECK: struct { *main.point } 13 17

	try(func() { reflect.StructOf([]reflect.StructField{{Name: "1", Type: t}}) })                       // CHECK: reflect.StructOf: field 0 has invalid name
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "A"}}) })                                // CHECK: reflect.StructOf: field 0 has no type
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "A", Type: t}, {Name: "A", Type: t}}) }) // CHECK: reflect.StructOf: duplicate field A
	try(func() { reflect.StructOf([]reflect.StructField{{Name: "a", Type: t}}) })                       // CHECK: reflect.StructOf: field "a" is unexported but missing PkgPath
	try(func() { reflect.TypeFor[int]().Fields() })                                                     // CHECK: reflect: Fields of non-struct type int

	f := reflect.TypeOf(fmt.Fprintf)
	for in := range f.Ins() {
		fmt.Print(in, " ") // CHECK: io.Writer string []interface {}
	}
	for out := range f.Outs() {
		fmt.Print(out, " ") // CHECK-SAME: int error
	}
	fmt.Println()
	for m := range reflect.TypeFor[*point]().Methods() {
		fmt.Print(m.Name, " ", m.Type, "; ") // CHECK: Move func(*main.point, int); Sum func(*main.point) int;
	}
	for m, value := range reflect.ValueOf(p).Methods() {
		if m.Name == "Sum" {
			fmt.Println(value.Call(nil)[0]) // CHECK-SAME: 17
		}
	}
	for f, value := range reflect.ValueOf(*p).Fields() {
		fmt.Print(f.Name, "=", value, " ") // CHECK: X=13 Y=4
	}
	fmt.Println()

	array := [4]int16{1, 2, 3, 4}
	s := reflect.SliceAt(reflect.TypeFor[int16](), unsafe.Pointer(&array[1]), 3)
	fmt.Println(s, s.Type() == reflect.TypeOf(array[:]), s.Cap())                       // CHECK: [2 3 4] true 3
	try(func() { reflect.SliceAt(reflect.TypeFor[int](), unsafe.Pointer(&array), -1) }) // CHECK: runtime error: unsafe.Slice: len out of range
	try(func() { reflect.SliceAt(reflect.TypeFor[int](), nil, 1) })                     // CHECK: runtime error: unsafe.Slice: ptr is nil and len is not zero
}
