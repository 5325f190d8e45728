// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Built-in functions called with all results of a call; print of every kind of value; package
// variables with several values.
package main

import "fmt"

func parts() (float64, float64)       { return 1.5, -2 }
func grow() ([]int, int, int)         { return []int{1}, 2, 3 }
func windows() ([]byte, string)       { return buffer[1:], "xyz" }
func entry() (map[string]int, string) { return table, "a" }
func mixed() (int8, string, bool, error, any, *int, []int, map[int]int, func()) {
	return -1, "s", true, nil, nil, nil, nil, nil, nil
}

var (
	buffer = []byte("abcdef")
	table  = map[string]int{"a": 1, "b": 2}

	value, found     = table["b"]
	_, missing       = table["c"]
	text, isText     = any("t").(string)
	first, _         = grow2()
	_, _             = grow2()
	asAny, _     any = 1, 2
)

func grow2() (int, error) { fmt.Println("grow2"); return 7, nil }

type self func() self

func main() {
	fmt.Println(complex(parts()))
	fmt.Println(append(grow()))
	fmt.Println(copy(windows()), string(buffer))
	delete(entry())
	fmt.Println(table, value, found, missing, text, isText, first, asAny)
	println(mixed())
	print(parts())
	println()
	var f self
	println(f == nil, f, struct{}{} == struct{}{})
	func() {
		defer println(parts())
		defer delete(entry())
		n := copy(windows())
		fmt.Println(n)
	}()
}

// CHECK:grow2
// CHECK-NEXT:grow2
// CHECK-NEXT:(1.5-2i)
// CHECK-NEXT:[1 2 3]
// CHECK-NEXT:3 axyzef
// CHECK-NEXT:map[b:2] 2 true false t true 7 1
// CHECK-NEXT:-1 s true (0x0,0x0) (0x0,0x0) 0x0 [0/0]0x0 0x0 0x0
// CHECK-NEXT:1.5-2
// CHECK-NEXT:true 0x0 true
// CHECK-NEXT:3
// CHECK-NEXT:1.5 -2
