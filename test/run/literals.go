// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Composite literals: keys, elided types, nesting, sparse and empty.
package main

import "fmt"

type point struct{ x, y int }
type poly struct {
	name string
	pts  []point
	meta map[string][]int
	next *poly
}

func main() {
	a := []int{2: 5, 6, 0: 1}
	b := [...]string{3: "d", 1: "b"}
	c := []point{{1, 2}, {y: 3}, {}}
	d := []*point{{1, 2}, nil, {x: 5}}
	e := map[point]string{{1, 2}: "a", {3, 4}: "b"}
	f := [][]int{{1}, {}, nil, {2, 3}}
	g := map[string]map[string]point{"a": {"b": {1, 2}}}
	fmt.Println(a, len(b), b, c, *d[0], d[1] == nil, d[2].x, e[point{3, 4}], f, g)
	p := poly{"p", []point{{1, 1}}, map[string][]int{"k": {1, 2}}, &poly{name: "q"}}
	fmt.Println(p.name, p.pts, p.meta, p.next.name, p.next.pts == nil)
	q := &poly{pts: []point{{}}}
	fmt.Println(q.pts, len(q.meta))
	big := [1000]int{999: 7, 5: 3}
	sparse := []byte{'a': 1, 'z': 2}
	fmt.Println(big[999], big[5], big[6], len(sparse), sparse['z'])
	matrix := [2][3]int{{1, 2, 3}, {4}}
	fmt.Println(matrix, [0]int{}, []string{}, struct{}{}, []any{1, "a", nil, 2.5})
	anon := []struct {
		n int
		s string
	}{{1, "a"}, {2, "b"}}
	for _, v := range anon {
		fmt.Print(v.n, v.s, " ")
	}
	fs := []func(int) int{func(x int) int { return x + 1 }, nil}
	fmt.Println(fs[0](1), fs[1] == nil)
	const i = 1
	fmt.Println([...]int{i: 3, i + 1: 4}, []rune{'a', 'é'}, [...]float32{1, 2.5})
}

// CHECK{LITERAL}:[1 0 5 6] 4 [ b  d] [{1 2} {0 3} {0 0}] {1 2} true 5 b [[1] [] [] [2 3]] map[a:map[b:{1 2}]]
// CHECK-NEXT:p [{1 1}] map[k:[1 2]] q true
// CHECK-NEXT:[{0 0}] 0
// CHECK-NEXT:7 3 0 123 2
// CHECK-NEXT{LITERAL}:[[1 2 3] [4 0 0]] [] [] {} [1 a <nil> 2.5]
// CHECK-NEXT:1a 2b 2 true
// CHECK-NEXT:[0 3 4] [97 233] [1 2.5]
