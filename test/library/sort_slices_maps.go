// Packages sort, slices, maps, cmp, iter and container/*, compiled from Go's source tree.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"cmp"
	"container/heap"
	"container/list"
	"container/ring"
	"fmt"
	"iter"
	"maps"
	"slices"
	"sort"
)

type intHeap []int

func (h intHeap) Len() int           { return len(h) }
func (h intHeap) Less(i, j int) bool { return h[i] < h[j] }
func (h intHeap) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
func (h *intHeap) Push(x any)        { *h = append(*h, x.(int)) }
func (h *intHeap) Pop() any {
	old := *h
	x := old[len(old)-1]
	*h = old[:len(old)-1]
	return x
}

type person struct {
	name string
	age  int
}

type byAge []person

func (a byAge) Len() int           { return len(a) }
func (a byAge) Swap(i, j int)      { a[i], a[j] = a[j], a[i] }
func (a byAge) Less(i, j int) bool { return a[i].age < a[j].age }

func countdown(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for ; n > 0; n-- {
			if !yield(n) {
				return
			}
		}
	}
}

func main() {
	people := []person{{"Alice", 55}, {"Bob", 24}, {"Gopher", 7}, {"Vera", 24}, {"Al", 24}}
	sort.Slice(people, func(i, j int) bool { return people[i].name > people[j].name })
	fmt.Println(people)
	sort.Stable(byAge(people))
	fmt.Println(people, sort.IsSorted(byAge(people)))
	sort.Sort(sort.Reverse(byAge(people)))
	slices.SortStableFunc(people, func(a, b person) int {
		return cmp.Or(cmp.Compare(a.age, b.age), cmp.Compare(a.name, b.name))
	})
	fmt.Println(people)
	many := make([]int, 1000)
	for i := range many {
		many[i] = i * 7919 % 1009
	}
	sorted := slices.Clone(many)
	sort.Ints(sorted)
	slices.Sort(many)
	fmt.Println(slices.Equal(sorted, many), sorted[:5], sort.SearchInts(sorted, 500))
	at, found := slices.BinarySearch(sorted, 500)
	fmt.Println(at, found, slices.Max(many), slices.Index(many, 3), slices.Contains(many, -1))
	words := []string{"b", "a", "c", "a"}
	sort.Strings(words)
	fmt.Println(slices.Compact(words), slices.Insert([]int{1, 4}, 1, 2, 3), slices.Delete([]int{1, 2, 3, 4}, 1, 3), slices.Collect(countdown(4)))
	for chunk := range slices.Chunk([]int{1, 2, 3, 4, 5}, 2) {
		fmt.Print(chunk)
	}
	for i, v := range slices.Backward([]string{"x", "y"}) {
		fmt.Print(i, v)
	}
	fmt.Println()
	m := map[string]int{"x": 1, "y": 2, "z": 3}
	clone := maps.Clone(m)
	maps.DeleteFunc(clone, func(k string, v int) bool { return v == 2 })
	fmt.Println(slices.Sorted(maps.Keys(m)), slices.Sorted(maps.Values(clone)), maps.Equal(m, clone), maps.Collect(slices.All([]string{"p", "q"})))
	structs := map[person][]string{{"a", 1}: {"s"}, {"b", 2}: nil}
	fmt.Println(maps.Clone(structs))
	h := &intHeap{5, 2, 8}
	heap.Init(h)
	heap.Push(h, 3)
	for h.Len() > 0 {
		fmt.Print(heap.Pop(h), " ")
	}
	l := list.New()
	l.PushBack(1)
	l.PushFront(0)
	l.InsertAfter("mid", l.Front())
	for e := l.Front(); e != nil; e = e.Next() {
		fmt.Print(e.Value, " ")
	}
	r := ring.New(3)
	for i := range 3 {
		r.Value = i
		r = r.Next()
	}
	r.Do(func(v any) { fmt.Print(v, ",") })
	fmt.Println()
	defer func() { fmt.Println(recover()) }()
	sort.Slice(7, nil)
}
