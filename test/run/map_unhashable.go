// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Keys without a hash: looking for one in a map without elements says it in other words.
package main

import (
	"fmt"
	"sync"
)

type pair struct{ a, b any }

func try(f func()) {
	defer func() { fmt.Println(recover()) }()
	f()
}

func main() {
	var none map[any]int
	empty := map[any]int{}
	full := map[any]int{1: 1}
	k := any([]int{})
	try(func() { _ = none[k] })
	try(func() { _ = empty[k] })
	try(func() { _, _ = empty[k] })
	try(func() { _ = full[k] })
	try(func() { delete(none, k) })
	try(func() { delete(empty, k) })
	try(func() { delete(full, k) })
	try(func() { empty[k] = 1 })
	try(func() { none[k] = 1 })
	try(func() { full[k] = 1 })
	try(func() { _ = map[pair]int{}[pair{1, func() {}}] })
	try(func() { _ = map[[2]any]int{}[[2]any{pair{}, pair{b: map[int]int{}}}] })
	delete(full, 1)
	try(func() { _ = full[k] })

	var m sync.Map // unlocked by each panic
	try(func() { m.Load(k) })
	try(func() { m.Delete(k) })
	try(func() { m.LoadOrStore(k, 1) })
	try(func() { m.CompareAndSwap(k, 1, 2) })
	m.Store(1, 1)
	try(func() { m.Load(k) })
	try(func() { m.Store(k, 1) })
}

// CHECK: hash of unhashable type: []int
// CHECK-NEXT: hash of unhashable type: []int
// CHECK-NEXT: hash of unhashable type: []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: hash of unhashable type: []int
// CHECK-NEXT: hash of unhashable type: []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: assignment to entry in nil map
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: hash of unhashable type: func()
// CHECK-NEXT: hash of unhashable type: map[int]int
// CHECK-NEXT: hash of unhashable type: []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
// CHECK-NEXT: runtime error: hash of unhashable type []int
