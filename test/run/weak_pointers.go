// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Weak pointers keep nothing alive, become nil when the object is unreachable, stay equal; packages
// weak and unique.
package main

import (
	"fmt"
	"runtime"
	"unique"
	"weak"
)

type object struct {
	id   int
	next *object
	data [4]int
}

var (
	global  object
	kept    []*object
	pointer []weak.Pointer[object]
	revived int
)

//go:noinline
func make100() {
	for i := range 100 {
		o := &object{id: i}
		pointer = append(pointer, weak.Make(o))
		if i%2 == 0 {
			kept = append(kept, o)
		}
	}
}

//go:noinline
func spoilStack(n int) int {
	var a [64]int
	if n == 0 {
		return a[3]
	}
	return spoilStack(n-1) + a[n%64]
}

func collect() {
	spoilStack(50)
	for range 5 {
		runtime.GC()
		runtime.Gosched()
	}
}

//go:noinline
func withFinalizer() weak.Pointer[object] {
	o := &object{id: 7}
	w := weak.Make(o)
	runtime.SetFinalizer(o, func(o *object) {
		if w.Value() == nil && weak.Make(o).Value() == o {
			revived++
		}
	})
	return w
}

func main() {
	make100()
	collect()
	there, right := 0, 0
	for i, p := range pointer {
		if o := p.Value(); o != nil {
			there++
			if o.id == i && weak.Make(o) == p {
				right++
			}
		}
	}
	fmt.Println(there >= 50 && there <= 55, right == there, len(kept))

	// Copies of one pointer are equal when the object is gone.
	a, b := pointer[1], pointer[3]
	fmt.Println(a == pointer[1], a == b, a == weak.Pointer[object]{})

	var none *object
	fmt.Println(weak.Make(none).Value() == nil, weak.Make(none) == weak.Pointer[object]{})
	fmt.Println(weak.Make(&global).Value() == &global, weak.Make(&global) == weak.Make(&global))
	o := kept[0]
	inner := weak.Make(&o.data[2])
	fmt.Println(inner.Value() == &o.data[2], inner == weak.Make(&o.data[2]), inner == weak.Make(&o.data[1]))

	w := withFinalizer()
	collect()
	fmt.Println(w.Value() == nil, revived)

	// unique
	text := fmt.Sprint("a", 1)
	h := unique.Make(text)
	fmt.Println(h == unique.Make("a1"), h == unique.Make("a2"), h.Value(), unique.Make(3).Value())
	zero := 0.0
	nan := unique.Make(zero / zero)
	fmt.Println(nan == nan, nan == unique.Make(zero/zero))
	type point struct{ x, y any }
	fmt.Println(unique.Make(point{1, "x"}) == unique.Make(point{1, "x"}), unique.Make(struct{}{}) == unique.Make(struct{}{}))
	for i := range 100_000 {
		unique.Make(i)
		if i%20_000 == 0 {
			collect()
		}
	}
	collect()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	fmt.Println(m.HeapAlloc < 8<<20, h == unique.Make("a1"))
	defer func() { fmt.Println(recover()) }()
	unique.Make[any]([]int{1})
}

// CHECK:true true 50
// CHECK-NEXT:true false false
// CHECK-NEXT:true true
// CHECK-NEXT:true true
// CHECK-NEXT:true true false
// CHECK-NEXT:true 1
// CHECK-NEXT:true false a1 3
// CHECK-NEXT:true false
// CHECK-NEXT:true true
// CHECK-NEXT:true true
// CHECK-NEXT:runtime error: hash of unhashable type []int
