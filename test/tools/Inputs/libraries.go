package main

import (
	"fmt"
	"os"
	"runtime"
	"sync"
	"time"
)

type stack[T any] struct{ items []T }

func (s *stack[T]) push(x T) { s.items = append(s.items, x) }

func main() {
	defer func() { fmt.Fprintln(os.Stderr, recover()) }()
	var wg sync.WaitGroup
	s := &stack[string]{}
	wg.Go(func() { s.push(fmt.Sprint(time.Now(), runtime.NumGoroutine())) })
	wg.Wait()
	panic(s.items[0])
}
