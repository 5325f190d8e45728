// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Types declared in functions: in generic functions and methods each instance has its own; also
// recursive ones, aliases, and in literals of package variables.
package main

import "fmt"

type list[T any] struct{ items []T }

func (l *list[T]) reversed() string {
	type node struct {
		value T
		next  *node
	}
	var first *node
	for _, x := range l.items {
		first = &node{x, first}
	}
	text := ""
	for n := first; n != nil; n = n.next {
		text += fmt.Sprint(n.value, " ")
	}
	return text + fmt.Sprintf("%T", first)
}

func boxed[T any](x T) any {
	type box struct{ content T }
	return box{x}
}

func pairs[K comparable, V any](k K, v V) any {
	type key = K
	type entry struct {
		key key
		val V
	}
	type table map[key][]entry
	type visit func(entry) visit
	t := table{k: {{k, v}}}
	var f visit
	f = func(e entry) visit { t[e.key] = append(t[e.key], e); return nil }
	f(entry{k, v})
	return t
}

func plain() any {
	type box struct{ content int }
	return box{1}
}

func depth[T any](n int, x T) string {
	type level struct{ x T }
	if n == 0 {
		return fmt.Sprintf("%T %v", level{x}, level{x})
	}
	return depth(n-1, x) + fmt.Sprint(any(level{x}) == boxed(x))
}

type shape interface{ area() int }

func embed[S shape](s S) shape {
	type wrapper struct {
		S shape
		shape
	}
	return wrapper{s, s}
}

type square int

func (s square) area() int { return int(s * s) }

var global = func() any {
	type inGlobal struct{ n int }
	return inGlobal{7}
}()

func main() {
	fmt.Println((&list[int]{[]int{1, 2, 3}}).reversed())
	fmt.Println((&list[string]{[]string{"a", "b"}}).reversed())
	fmt.Printf("%T %v %T\n", boxed(1), boxed("s"), boxed([]byte{1}))
	fmt.Println(boxed(1) == boxed(1), boxed(1) == boxed(int8(1)), boxed(1) == plain())
	fmt.Printf("%T %v\n", pairs("k", 1.5), pairs("k", 1.5))
	fmt.Printf("%v\n", pairs(2, true))
	fmt.Println(depth(2, "x"))
	fmt.Println(embed(square(3)).area(), global)
	fmt.Printf("%T\n", global)
}

// CHECK:3 2 1 *main.node[int]
// CHECK-NEXT:b a *main.node[string]
// CHECK-NEXT{LITERAL}:main.box[int] {s} main.box[[]uint8]
// CHECK-NEXT:true false false
// CHECK-NEXT:main.table[string,float64] map[k:[{k 1.5} {k 1.5}]]
// CHECK-NEXT:map[2:[{2 true} {2 true}]]
// CHECK-NEXT:main.level[string] {x}falsefalse
// CHECK-NEXT:9 {7}
// CHECK-NEXT:main.inGlobal
