// RUN: %minigo run -O0 %s | FileCheck %s
// RUN: %minigo run -O2 %s | FileCheck %s
// RUN: %minigo emit %s | FileCheck %s --check-prefix=CPP
// Slices in memory that a loop indexes are looked up before it, and indices asked about once; what happens, and when, stays.
package main

import "fmt"

type grid struct {
	cells []float64
	rows  [][]int
	next  *grid
}

var table = []int{1, 2, 3}

func try(name string, f func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Println(name, r)
		}
	}()
	f()
	fmt.Println(name, "ends")
}

// CPP-LABEL: void addRow(
// CPP-NEXT: {{.*}} {
// CPP-NEXT: mg::LoopSlice<mg::Float64> c_ = mg::loopSlice(c, i);
// CPP: bool inside_ = mg::inside(0, n, c_, b_);
// CPP-NEXT: for (mg::Int j = 0; j < n; ++j)
// CPP-NEXT: mg::Float64& c2_ = c_.at(j, inside_);
// CPP-NEXT: c2_ += x * b_.at(j, inside_);

func addRow(c, b [][]float64, i, k, n int, x float64) {
	for j := range n {
		c[i][j] += x * b[k][j]
	}
}

// CPP-LABEL: void sometimes(
// CPP-NOT: loopSlice
// CPP: fmt::Print
// CPP: mg::loopSlice(a, i)

func sometimes(a [][]int, i, n, when int) {
	for j := 0; j < n; j++ {
		fmt.Print()
	}
	for j := 0; j < n; j++ {
		if j == when {
			a[i][0]++
		}
	}
}

// CPP-LABEL: mg::Int lengths(
// CPP: j < a_.length()

func lengths(a [][]int, i int) (sum int) {
	for j := 0; j < len(a[i]); j++ {
		sum += a[i][j]
	}
	return
}

// CPP-LABEL: void fill(
// CPP: mg::loopSlice(g, &grid::cells)

func fill(g *grid, first, n int, value float64) {
	for i := first; i < n; i++ {
		g.cells[i] = value
	}
}

// CPP-LABEL: mg::Int deep(
// CPP: mg::loopSlice(g, &grid::rows)

func deep(g *grid, i, n int) (sum int) {
	for j := range n {
		g.rows[i][j] *= 2
		sum += g.rows[i][j]
	}
	return
}

// The row is replaced in the loop.
// CPP-LABEL: void replaced(
// CPP-NOT: LoopSlice
// CPP-LABEL: void walk(

func replaced(a [][]int, i int) {
	for j := range 3 {
		a[i][j] = j + 10
		if j == 1 {
			a[i] = []int{7, 7, 7}
		}
	}
}

// The pointer moves on.
func walk(g *grid) {
	for g != nil {
		g.cells[0]++
		g = g.next
	}
}

func search(s []int, n, what int) int {
	for i := 0; i < n; i++ {
		if s[i] == what {
			return i
		}
	}
	return -1
}

func narrow(s []byte, t []byte, n int8) {
	for i := int8(0); i < n; i++ {
		s[i] = t[i] + 1
	}
}

func both(a []int, n int) (sum int) {
	for i := 0; i < n && a[i] > 0; i++ {
		sum += a[i]
	}
	return
}

func overlap(a, b []int, n int) {
	for i := range n {
		a[i] = b[i] + 1
	}
}

func setTable(n int) {
	for i := range n {
		table[i] = i * i
	}
}

func cube(c [][][]int, i, j int) (sum int) {
	for k := range len(c) {
		sum += c[i][j][k]
		c[i][j][k] = sum
	}
	return
}

func main() {
	c, b := [][]float64{{1, 2, 3}, nil}, [][]float64{{1, 1, 1}}
	addRow(c, b, 0, 0, 3, 2)
	fmt.Println(c) // CHECK: {{^}}{{[[][[]}}3 4 5] []]
	try("zero", func() { addRow(c, b, 5, 7, 0, 1) }) // CHECK-NEXT: zero ends
	try("first", func() { addRow(c, b, 5, 7, 1, 1) }) // CHECK-NEXT: first runtime error: index out of range [5] with length 2
	try("row", func() { addRow(c, b, -1, 0, 1, 1) }) // CHECK-NEXT: row runtime error: index out of range [-1]
	try("element", func() { addRow(c, b, 0, 0, 4, 1) }) // CHECK-NEXT: element runtime error: index out of range [3] with length 3
	fmt.Println(c) // CHECK-NEXT: {{^}}{{[[][[]}}4 5 6] []]

	a := [][]int{{1, 2, 3}}
	try("never", func() { sometimes(a, 9, 5, 6) }) // CHECK-NEXT: never ends
	try("later", func() { sometimes(a, 9, 5, 3) }) // CHECK-NEXT: later runtime error: index out of range [9] with length 1
	try("length", func() { fmt.Println(lengths(a, 0)); lengths(a, 1) }) // CHECK-NEXT: {{^}}6
	// CHECK-NEXT: length runtime error: index out of range [1] with length 1

	g := &grid{cells: make([]float64, 4), rows: a}
	fill(g, 1, 3, 2.5)
	fmt.Println(g.cells) // CHECK-NEXT: {{^}}[0 2.5 2.5 0]
	try("below", func() { fill(g, -1, 3, 9) }) // CHECK-NEXT: below runtime error: index out of range [-1]
	try("above", func() { fill(g, 2, 1<<62, 9) }) // CHECK-NEXT: above runtime error: index out of range [4] with length 4
	fmt.Println(g.cells) // CHECK-NEXT: {{^}}[0 2.5 9 9]
	try("nil, unused", func() { fill(nil, 2, 1, 9) }) // CHECK-NEXT: nil, unused ends
	try("nil", func() { fill(nil, 0, 1, 9) }) // CHECK-NEXT: nil runtime error: invalid memory address or nil pointer dereference
	fmt.Println(deep(g, 0, 3), a) // CHECK-NEXT: {{^}}12 {{[[][[]}}2 4 6]]
	try("deep nil", func() { deep(nil, 0, 3) }) // CHECK-NEXT: deep nil runtime error: invalid memory address or nil pointer dereference
	try("deep row", func() { deep(g, 3, 3) }) // CHECK-NEXT: deep row runtime error: index out of range [3] with length 1

	old := a[0]
	replaced(a, 0)
	fmt.Println(a, old) // CHECK-NEXT: {{^}}{{[[][[]}}7 7 12]] [10 11 6]
	g.next = &grid{cells: []float64{5}}
	walk(g)
	fmt.Println(g.cells[0], g.next.cells[0]) // CHECK-NEXT: {{^}}1 6

	try("found", func() { fmt.Println(search([]int{4, 5, 6}, 100, 6)) }) // CHECK-NEXT: {{^}}2
	// CHECK-NEXT: found ends
	try("not found", func() { search([]int{4, 5, 6}, 100, 7) }) // CHECK-NEXT: not found runtime error: index out of range [3] with length 3
	bytes := make([]byte, 3)
	try("narrow", func() { narrow(bytes, []byte{254, 255}, 127) }) // CHECK-NEXT: narrow runtime error: index out of range [2] with length 2
	fmt.Println(bytes) // CHECK-NEXT: {{^}}[255 0 0]
	try("both", func() { fmt.Println(both([]int{1, 2, 0}, 9)); both([]int{1, 2}, 9) }) // CHECK-NEXT: {{^}}3
	// CHECK-NEXT: both runtime error: index out of range [2] with length 2
	shared := make([]int, 9)
	overlap(shared[1:], shared, 8)
	fmt.Println(shared) // CHECK-NEXT: {{^}}[0 1 2 3 4 5 6 7 8]
	try("table", func() { setTable(4) }) // CHECK-NEXT: table runtime error: index out of range [3] with length 3
	fmt.Println(table) // CHECK-NEXT: {{^}}[0 1 4]
	cubes := [][][]int{{{1, 2}, {3, 4}}, {{5, 6}}}
	fmt.Println(cube(cubes, 0, 1), cubes) // CHECK-NEXT: {{^}}7 {{[[][[][[]}}1 2] [3 7]] {{[[][[]}}5 6]]]
	try("cube", func() { cube(cubes, 1, 1) }) // CHECK-NEXT: cube runtime error: index out of range [1] with length 1
	try("cubes", func() { cube(cubes, 2, 1) }) // CHECK-NEXT: cubes runtime error: index out of range [2] with length 2
}
