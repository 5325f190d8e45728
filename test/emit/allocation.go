// What does not escape is a variable of the frame; a pointer that never changes is a reference.
//
// RUN: %minigo emit %s | FileCheck %s
package main

type point struct{ x, y int }

func (p *point) move(d int) { p.x += d }

func sum(xs ...int) (n int) {
	for _, x := range xs {
		n += x
	}
	return
}

func size(v any) int { _, ok := v.(point); return len(kept) + sum(1) + map[bool]int{ok: 1}[true] }

var kept []*point

// CHECK-LABEL: void frame(
// CHECK-NEXT: point p{1, 2};
// CHECK-NEXT: point_move(&p, p.y);
// CHECK-NEXT: mg::Int n = 0;
// CHECK-NEXT: n += p.x;
// CHECK-NEXT: mg::Array<mg::Int, 3> elements_;
// CHECK-NEXT: mg::Slice<mg::Int> xs = mg::sliceIn<mg::Int>(elements_, {1, 2, 3});
// CHECK-NEXT: mg::Int& first = xs[0];
// CHECK-NEXT: first = sum(xs);
// CHECK-NEXT: mg::Array<mg::Byte, 64> elements2_;
// CHECK-NEXT: mg::Slice<mg::Byte> buffer = mg::makeSliceIn(elements2_, 8);
// CHECK: point box_;
// CHECK: mg::boxIn(box_, p)
func frame() {
	p := &point{1, 2}
	p.move(p.y)
	n := new(int)
	*n += p.x
	xs := []int{1, 2, 3}
	first := &xs[0]
	*first = sum(xs...)
	buffer := make([]byte, 8, 64)
	println(*n, len(buffer), size(*p))
}

// CHECK-LABEL: void heap(
// CHECK: auto& p = mg::onHeap<point>(point{1, 2});
// CHECK: mg::append(kept, &p);
func heap() {
	p := &point{1, 2}
	kept = append(kept, p)
	p.move(1)
}

func main() {
	frame()
	heap()
}
