// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Programs that find the bits of a reflect.Value change what may be done with it.
package main

import (
	"fmt"
	"reflect"
	"unsafe"
)

type inner int

func (i inner) String() string { return fmt.Sprint("inner ", int(i)) }

type outer struct {
	Public inner
	inner
	hidden inner
}

func flagOf(v *reflect.Value) *uintptr {
	field, ok := reflect.TypeOf(*v).FieldByName("flag")
	if !ok || field.Type.Kind() != reflect.Uintptr {
		panic("no flag")
	}
	return (*uintptr)(unsafe.Add(unsafe.Pointer(v), field.Offset))
}

func main() {
	o := outer{1, 2, 3}
	v := reflect.ValueOf(o)
	w := reflect.ValueOf(&o).Elem()
	public, embedded, hidden, inVariable := v.Field(0), v.Field(1), v.Field(2), w.Field(0)
	base := *flagOf(&public)
	fmt.Printf("%#x %#x %#x\n", base^*flagOf(&embedded), base^*flagOf(&hidden), base^*flagOf(&inVariable))
	for _, f := range []reflect.Value{public, embedded, hidden} {
		*flagOf(&f) = *flagOf(&f)&^(1<<5|1<<6) | 1<<8
		fmt.Println(f.Interface(), f.CanAddr(), f.CanSet(), f.Addr().Type())
	}
}

// CHECK: 0x40 0x20 0x100
// CHECK-NEXT: inner 1 true true *main.inner
// CHECK-NEXT: inner 2 true true *main.inner
// CHECK-NEXT: inner 3 true true *main.inner
