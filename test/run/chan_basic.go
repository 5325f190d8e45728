// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Channels: unbuffered, buffered, nil, closed; elements of every size; len, cap, ==, printing.
package main

import "fmt"

type point struct{ x, y, z int }

type stream chan stream

type named chan<- string

func produce[T any](values ...T) <-chan T {
	c := make(chan T)
	go func() {
		defer close(c)
		for _, v := range values {
			c <- v
		}
	}()
	return c
}

func roundTrip[T any](capacity int, values ...T) {
	c := make(chan T, capacity)
	back := make(chan T, capacity)
	go func() {
		for v := range c {
			back <- v
		}
		close(back)
	}()
	go func() {
		for _, v := range values {
			c <- v
		}
		close(c)
	}()
	for v := range back {
		fmt.Printf("%v ", v)
	}
	v, ok := <-back
	fmt.Println(v, ok)
}

func main() {
	for capacity := range 3 {
		roundTrip(capacity, 1, 2, 3)
		roundTrip(capacity, true, false)
		roundTrip(capacity, int8(-1), 2)
		roundTrip(capacity, "a", "bc", "")
		roundTrip(capacity, []int{1, 2}, nil)
		roundTrip(capacity, point{1, 2, 3}, point{4, 5, 6}, point{})
		roundTrip(capacity, [40]byte{1, 2, 39: 3})
		roundTrip(capacity, struct{}{}, struct{}{})
		roundTrip[any](capacity, 1, "x", nil, point{})
		roundTrip[error](capacity, fmt.Errorf("e"), nil)
		roundTrip(capacity, 1.5, -2)
		roundTrip(capacity, 1i, 2)
		roundTrip(capacity, [3]int16{1, 2, 3})
	}
	for v := range produce("p", "q") {
		fmt.Println(v)
	}
	c := make(chan int, 3)
	fmt.Println(len(c), cap(c), c == nil, c != nil)
	c <- 1
	c <- 2
	fmt.Println(len(c), cap(c), <-c, len(c), <-c, len(c))
	var none chan int
	fmt.Println(len(none), cap(none), none == nil, none)
	var send chan<- int = c
	var receive <-chan int = c
	fmt.Println(send == c, receive == c, any(c) == any(c), any(c) == any(send))
	fmt.Printf("%T %T %T %T\n", c, send, receive, make(chan (<-chan int)))
	s := make(stream, 1)
	s <- s
	t := <-s
	fmt.Println(t == s, len(t))
	n := make(named, 1)
	n <- "n"
	fmt.Printf("%T %d\n", n, len(n))
	byChan := map[chan int]string{c: "c", none: "nil"}
	fmt.Println(byChan[c], byChan[none], byChan[make(chan int)])
	var v int
	var ok bool
	c <- 7
	v, ok = <-c
	fmt.Println(v, ok)
	close(c)
	v, ok = <-c
	fmt.Println(v, ok)
	_, ok = <-c
	var x any
	x, ok = <-c
	fmt.Println(x, ok)
	fmt.Println(-<-produce(4) + <-produce(3)*<-produce(2))
	for i := range make([]int, 2) {
		go func(c chan<- int) { c <- i }(send2)
	}
	a, b := <-send2, <-send2
	fmt.Println(a + b)
	close(send2)
	for range send2 {
		fmt.Println("never")
	}
	func() {
		last := make(chan string, 2)
		defer close(last)
		defer func() { fmt.Println(<-last) }()
		last <- "deferred"
	}()
	println(none)
}

var send2 = make(chan int)
var first, isFirst = <-produce(9)

// CHECK:1 2 3 0 false
// CHECK-NEXT:true false false false
// CHECK-NEXT:-1 2 0 false
// CHECK-NEXT:a bc   false
// CHECK-NEXT:[1 2] [] [] false
// CHECK-NEXT:{1 2 3} {4 5 6} {0 0 0} {0 0 0} false
// CHECK-NEXT:[1 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 3] [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0] false
// CHECK-NEXT:{} {} {} false
// CHECK-NEXT:1 x <nil> {0 0 0} <nil> false
// CHECK-NEXT:e <nil> <nil> false
// CHECK-NEXT:1.5 -2 0 false
// CHECK-NEXT:(0+1i) (2+0i) (0+0i) false
// CHECK-NEXT:[1 2 3] [0 0 0] false
// CHECK-NEXT:1 2 3 0 false
// CHECK-NEXT:true false false false
// CHECK-NEXT:-1 2 0 false
// CHECK-NEXT:a bc   false
// CHECK-NEXT:[1 2] [] [] false
// CHECK-NEXT:{1 2 3} {4 5 6} {0 0 0} {0 0 0} false
// CHECK-NEXT:[1 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 3] [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0] false
// CHECK-NEXT:{} {} {} false
// CHECK-NEXT:1 x <nil> {0 0 0} <nil> false
// CHECK-NEXT:e <nil> <nil> false
// CHECK-NEXT:1.5 -2 0 false
// CHECK-NEXT:(0+1i) (2+0i) (0+0i) false
// CHECK-NEXT:[1 2 3] [0 0 0] false
// CHECK-NEXT:1 2 3 0 false
// CHECK-NEXT:true false false false
// CHECK-NEXT:-1 2 0 false
// CHECK-NEXT:a bc   false
// CHECK-NEXT:[1 2] [] [] false
// CHECK-NEXT:{1 2 3} {4 5 6} {0 0 0} {0 0 0} false
// CHECK-NEXT:[1 2 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 3] [0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0] false
// CHECK-NEXT:{} {} {} false
// CHECK-NEXT:1 x <nil> {0 0 0} <nil> false
// CHECK-NEXT:e <nil> <nil> false
// CHECK-NEXT:1.5 -2 0 false
// CHECK-NEXT:(0+1i) (2+0i) (0+0i) false
// CHECK-NEXT:[1 2 3] [0 0 0] false
// CHECK-NEXT:p
// CHECK-NEXT:q
// CHECK-NEXT:0 3 false true
// CHECK-NEXT:2 3 1 1 2 0
// CHECK-NEXT:0 0 true <nil>
// CHECK-NEXT:true true true false
// CHECK-NEXT:chan int chan<- int <-chan int chan (<-chan int)
// CHECK-NEXT:true 0
// CHECK-NEXT:main.named 1
// CHECK-NEXT:c nil 
// CHECK-NEXT:7 true
// CHECK-NEXT:0 false
// CHECK-NEXT:0 false
// CHECK-NEXT:2
// CHECK-NEXT:1
// CHECK-NEXT:deferred
// CHECK-NEXT:0x0
