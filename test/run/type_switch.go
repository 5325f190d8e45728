// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Type switches with lists, nil, interfaces, shadowing and break.
package main

import "fmt"

type stringer interface{ String() string }
type id int

func (i id) String() string { return fmt.Sprint("id-", int(i)) }

func describe(v any) string {
	switch x := v.(type) {
	case nil:
		return "nil"
	case int, int64:
		return fmt.Sprintf("integer %v", x)
	case string:
		return "string of " + fmt.Sprint(len(x))
	case []int:
		x = append(x, 0)
		return fmt.Sprint("slice ", len(x))
	case error:
		return "error " + x.Error()
	case stringer:
		return "stringer " + x.String()
	case func() int:
		return fmt.Sprint("func ", x())
	case *int:
		*x++
		return fmt.Sprint("pointer ", *x)
	case map[string]int, struct{ a int }:
		return fmt.Sprintf("%T", x)
	default:
		return fmt.Sprintf("other %T", x)
	}
}

func main() {
	n := 5
	for _, v := range []any{nil, 1, int64(2), "abc", []int{1}, fmt.Errorf("bad"), id(7), func() int { return 9 }, &n, map[string]int{}, struct{ a int }{1}, 1.5, int8(1)} {
		fmt.Println(describe(v))
	}
	var s stringer = id(3)
	switch s.(type) {
	case id:
		fmt.Println("is id")
	}
	switch y := s.(type) {
	default:
		fmt.Println("default", y)
	}
	for i := 0; i < 2; i++ {
		switch any(i).(type) {
		case int:
			if i == 0 {
				break
			}
			fmt.Println("second")
			continue
		}
		fmt.Println("after")
	}
	switch x := any(n); x := x.(type) {
	case int:
		fmt.Println(x + 1)
	}
}

// CHECK:nil
// CHECK-NEXT:integer 1
// CHECK-NEXT:integer 2
// CHECK-NEXT:string of 3
// CHECK-NEXT:slice 2
// CHECK-NEXT:error bad
// CHECK-NEXT:stringer id-7
// CHECK-NEXT:func 9
// CHECK-NEXT:pointer 6
// CHECK-NEXT:map[string]int
// CHECK-NEXT:struct { a int }
// CHECK-NEXT:other float64
// CHECK-NEXT:other int8
// CHECK-NEXT:is id
// CHECK-NEXT:default id-3
// CHECK-NEXT:after
// CHECK-NEXT:second
// CHECK-NEXT:7
