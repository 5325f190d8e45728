// Calls through interfaces of several types, and type switches.
package main

import "fmt"

type shape interface {
	area() int
	scaled(by int) shape
}

type square struct{ side int }
type rect struct{ w, h int }
type empty struct{}

func (s square) area() int          { return s.side * s.side }
func (s square) scaled(n int) shape { return square{s.side * n & 0xff} }
func (r *rect) area() int           { return r.w * r.h }
func (r *rect) scaled(n int) shape  { r.w = r.w * n & 0xff; return r }
func (empty) area() int             { return 0 }
func (e empty) scaled(int) shape    { return e }

func corners(s shape) int {
	switch s := s.(type) {
	case square:
		return 4 + s.side&1
	case *rect:
		return 4 - s.h&1
	default:
		return 0
	}
}

func main() {
	shapes := []shape{square{3}, &rect{2, 5}, empty{}, square{7}, &rect{1, 1}}
	total := 0
	for i := range 20_000_000 {
		s := shapes[i%len(shapes)]
		total += s.area() + corners(s)
		if i%8 == 0 {
			shapes[i%len(shapes)] = s.scaled(i & 15)
		}
	}
	fmt.Println(total)
}
