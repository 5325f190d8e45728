// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Instances of functions and types, constraints, inference and methods.
package main

import "fmt"

type number interface{ ~int | ~int8 | ~float64 }

func sum[T number](xs ...T) (s T) {
	for _, x := range xs {
		s += x
	}
	return
}

func mapTo[T, U any](xs []T, f func(T) U) []U {
	out := make([]U, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

type stack[T any] struct{ items []T }

func (s *stack[T]) push(x T) { s.items = append(s.items, x) }
func (s *stack[T]) pop() (x T, ok bool) {
	if len(s.items) == 0 {
		return
	}
	x = s.items[len(s.items)-1]
	s.items = s.items[:len(s.items)-1]
	return x, true
}

type pair[K comparable, V any] struct {
	key K
	val V
}

func (p pair[K, V]) String() string { return fmt.Sprintf("<%v=%v>", p.key, p.val) }

func index[T comparable](xs []T, x T) int {
	for i, y := range xs {
		if x == y {
			return i
		}
	}
	return -1
}

type celsius float64
type list[T any] struct {
	next *list[T]
	val  T
}

func (l *list[T]) each(f func(T)) {
	for ; l != nil; l = l.next {
		f(l.val)
	}
}
func zero[T any]() T                  { var z T; return z }
func ptr[T any](x T) *T               { return &x }
func conv[T, U number](x T) U         { return U(x) }
func show[T fmt.Stringer](x T) string { return x.String() }
func kind[T any](x T) string {
	switch any(x).(type) {
	case int:
		return "int"
	case string:
		return "string"
	}
	return "?"
}

func main() {
	fmt.Println(sum(1, 2, 3), sum(1.5, 2), sum[int8](100, 100), sum[celsius](1, 2.5))
	fmt.Println(mapTo([]int{1, 2}, func(i int) string { return fmt.Sprint(i, "!") }))
	var s stack[string]
	s.push("a")
	s.push("b")
	fmt.Println(s.pop())
	fmt.Println(s.pop())
	fmt.Println(s.pop())
	p := pair[string, int]{"k", 1}
	fmt.Println(p, show(p), index([]string{"x", "y"}, "y"), index([]float64{1}, 2))
	l := &list[int]{&list[int]{nil, 2}, 1}
	l.each(func(i int) { fmt.Print(i, " ") })
	fmt.Println(zero[int](), zero[string]() == "", zero[*int]() == nil, *ptr(5), conv[float64, int](2.9))
	fmt.Println(kind(1), kind("s"), kind(1.5))
	f := sum[float64]
	fmt.Println(f(1, 2), mapTo([]pair[int, bool]{{1, true}}, pair[int, bool].String))
}

// CHECK:6 3.5 -56 3.5
// CHECK-NEXT:[1! 2!]
// CHECK-NEXT:b true
// CHECK-NEXT:a true
// CHECK-NEXT: false
// CHECK-NEXT:<k=1> <k=1> 1 -1
// CHECK-NEXT:1 2 0 true true 5 2
// CHECK-NEXT:int string ?
// CHECK-NEXT:3 [<1=true>]
