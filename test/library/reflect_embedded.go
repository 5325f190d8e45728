// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Fields of embedded structs whose own names are not exported may be set; strings.Builder gets all the memory that there is.
package main

import (
	"fmt"
	"reflect"
	"strings"
)

type inner struct {
	Name string
	n    int
}

type other struct{ Size int }

type outer struct {
	inner
	*other
	plain inner
}

func try(what string, f func()) {
	defer func() { fmt.Println(what, recover()) }()
	f()
}

func main() {
	x := outer{other: &other{}}
	v := reflect.ValueOf(&x).Elem()
	v.Field(0).Field(0).SetString("a")
	v.FieldByName("Name").SetString(v.FieldByName("Name").String() + "b")
	v.FieldByName("Size").SetInt(7)
	fmt.Println(x.Name, x.Size, v.Field(0).CanSet(), v.Field(0).Field(0).CanSet(), v.Field(0).Field(1).CanSet(),
		v.Field(1).CanSet(), v.Field(1).Elem().Field(0).CanSet(), v.Field(2).Field(0).CanSet())
	fmt.Println(v.Field(0).CanInterface(), v.Field(0).Field(0).CanInterface(), v.Field(2).Field(0).CanInterface())
	try("plain", func() { v.Field(2).Field(0).SetString("c") })
	try("embedded", func() { v.Field(0).Set(reflect.ValueOf(inner{})) })
	try("pointer", func() { v.Field(1).Set(reflect.ValueOf(&other{})) })
	try("interface", func() { v.Field(0).Interface() })

	var b strings.Builder
	b.Grow(19)
	fmt.Println(b.Cap())
}

// CHECK: ab 7 false true false false true false
// CHECK-NEXT: false true false
// CHECK-NEXT: plain reflect: reflect.Value.SetString using value obtained using unexported field
// CHECK-NEXT: embedded reflect: reflect.Value.Set using value obtained using unexported field
// CHECK-NEXT: pointer reflect: reflect.Value.Set using value obtained using unexported field
// CHECK-NEXT: interface reflect.Value.Interface: cannot return value obtained from unexported field or method
// CHECK-NEXT: 24
