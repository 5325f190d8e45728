// Package reflect: channels.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"fmt"
	"reflect"
)

type large struct {
	a, b, c int
	s       string
}

func try(what string, f func()) {
	defer func() { fmt.Println(what+":", recover()) }()
	f()
}

func main() {
	c := reflect.MakeChan(reflect.TypeOf(make(chan large)), 2)
	fmt.Println(c.TrySend(reflect.ValueOf(large{1, 2, 3, "x"})), c.Len(), c.Cap())
	c.Send(reflect.ValueOf(large{4, 5, 6, "y"}))
	fmt.Println(c.TrySend(reflect.ValueOf(large{})))
	typed := c.Interface().(chan large)
	fmt.Println(<-typed)
	fmt.Println(c.Recv())
	fmt.Println(c.TryRecv())
	c.Close()
	fmt.Println(c.Recv())
	fmt.Println(c.TryRecv())

	words := make(chan string)
	numbers := make(chan int, 1)
	go func() {
		for w := range words {
			numbers <- len(w)
		}
		close(numbers)
	}()
	send := reflect.ValueOf(words)
	for _, w := range []string{"one", "three"} {
		send.Send(reflect.ValueOf(w))
		fmt.Println(reflect.ValueOf(numbers).Recv())
	}
	send.Close()
	for x := range reflect.ValueOf(numbers).Seq() {
		fmt.Println(x)
	}

	a, b := make(chan int, 1), make(chan string, 1)
	cases := []reflect.SelectCase{
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(a)},
		{Dir: reflect.SelectRecv, Chan: reflect.ValueOf(b)},
		{Dir: reflect.SelectDefault},
	}
	fmt.Println(reflect.Select(cases))
	b <- "from b"
	fmt.Println(reflect.Select(cases))
	a <- 7
	fmt.Println(reflect.Select(cases[:2]))
	close(a)
	fmt.Println(reflect.Select(cases))
	i, _, _ := reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectSend, Chan: reflect.ValueOf(b), Send: reflect.ValueOf("sent")}})
	fmt.Println(i, <-b)
	for x := range reflect.ValueOf(func(yield func(int) bool) { _ = yield(1) && yield(2) && yield(3) }).Seq() {
		fmt.Println(x)
		if x.Int() == 2 {
			break
		}
	}

	for k, x := range reflect.ValueOf(func(yield func(string, int) bool) { _ = yield("a", 1) && yield("b", 2) }).Seq2() {
		fmt.Println(k, x)
	}

	try("send only", func() { reflect.ValueOf(make(chan<- int)).Recv() })
	try("receive only", func() { reflect.ValueOf(make(<-chan int)).Send(reflect.ValueOf(1)) })
	try("close", func() { reflect.ValueOf(make(<-chan int)).Close() })
	try("closed", func() { reflect.ValueOf(a).Close() })
	try("sent", func() { reflect.ValueOf(a).Send(reflect.ValueOf(1)) })
	try("type", func() { reflect.ValueOf(a).Send(reflect.ValueOf("x")) })
	try("no channel", func() { reflect.ValueOf(1).Recv() })
	try("defaults", func() {
		reflect.Select([]reflect.SelectCase{{Dir: reflect.SelectDefault}, {Dir: reflect.SelectDefault}})
	})
	try("direction", func() { reflect.Select(make([]reflect.SelectCase, 1)) })
}
