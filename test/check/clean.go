// RUN: %minigo check -verify %s

// What must be accepted: declarations in any order, and one of each construct.
package p

import (
	"errors"
	"fmt"
)

var first = second + int(third)
var second = compute()

const third = fourth << 2
const fourth = iota + 1

func compute() int { return len(table) }

var table = [...]string{2: "c", 0: "a", "b"}

type (
	Node[T any] struct {
		value T
		next  *Node[T]
	}
	Number interface {
		~int | ~int64 | ~float64
	}
	Shape interface {
		Area() float64
		fmt.Stringer
	}
	square struct{ side float64 }
)

func (s square) Area() float64   { return s.side * s.side }
func (s *square) String() string { return fmt.Sprint(s.side) }

func (n *Node[T]) Len() (count int) {
	for ; n != nil; n = n.next {
		count++
	}
	return
}

func Sum[T Number](xs ...T) (total T) {
	for _, x := range xs {
		total += x
	}
	return total
}

func Map[A, B any](xs []A, f func(A) B) []B {
	out := make([]B, 0, len(xs))
	for _, x := range xs {
		out = append(out, f(x))
	}
	return out
}

func kinds(v any, c chan int, m map[string][]int) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = errors.New("recovered")
		}
	}()
	switch x := v.(type) {
	case nil:
		return nil
	case int, string:
		_ = x
	case Shape:
		_ = x.Area()
	case error:
		return x
	}
	select {
	case c <- 1:
	case n, ok := <-c:
		_, _ = n, ok
	default:
	}
outer:
	for i := range 10 {
		for key, list := range m {
			if len(list) > i && key != "" {
				continue outer
			}
			break outer
		}
	}
	for i, r := range "héllo" {
		_, _ = i, r
	}
	for v := range func(yield func(int) bool) { _ = yield(1) && yield(2) } {
		_ = v
	}
	var shape Shape = &square{2}
	_ = Sum(1, 2, 3) + int(Sum(1.5, 2))
	_ = Map([]int{1, 2}, func(i int) string { return fmt.Sprint(i) })
	var apply func([]int, func(int) bool) []bool = Map
	_ = apply
	if list := m["x"]; len(list) > 0 {
		list[0]++
	} else if value, ok := m["y"]; ok {
		m["y"] = append(value, 1<<3, 'a')
	}
	go kinds(shape, c, nil)
	goto end
end:
	x, y := 1, 2.5
	x, z := x<<1, complex(y, 1)
	_, _ = x, real(z)
	return nil
}

var _ = kinds
var _ = first
var _ = (&Node[int]{}).Len
