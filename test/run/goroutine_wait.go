// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// go with functions, literals, methods and values; results through shared memory.
package main

import (
	"fmt"
	"sync"
	"time"
)

type box struct {
	mu sync.Mutex
	n  int
}

func (b *box) add(k int, wg *sync.WaitGroup) {
	defer wg.Done()
	b.mu.Lock()
	defer b.mu.Unlock()
	b.n += k
}

func main() {
	var wg sync.WaitGroup
	b := &box{}
	for i := 1; i <= 10; i++ {
		wg.Add(1)
		go b.add(i, &wg)
	}
	wg.Wait()
	fmt.Println(b.n)
	results := make([]int, 5)
	for i := range results {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results[i] = i * i
		}()
	}
	wg.Wait()
	fmt.Println(results)
	x := 0
	wg.Add(1)
	go func(n int) {
		x = n
		wg.Done()
	}(7)
	wg.Wait()
	f := func(s ...string) { x += len(s); wg.Done() }
	wg.Add(2)
	go f("a", "b")
	go f()
	wg.Wait()
	fmt.Println(x)
	var once int
	wg.Add(1)
	go func() {
		defer wg.Done()
		defer func() { once = recover().(int) }()
		panic(5)
	}()
	wg.Wait()
	fmt.Println(once)
	time.Sleep(time.Millisecond)
	y := 1
	add := func() { y++; wg.Done() }
	wg.Add(3)
	for range 3 {
		go add()
	}
	wg.Wait()
	fmt.Println(y)
	wg.Add(1)
	go print()
	m := map[string]int{"k": 1}
	go func() { defer wg.Done(); defer delete(m, "k") }()
	wg.Wait()
	fmt.Println(len(m))
}

// CHECK:55
// CHECK-NEXT:[0 1 4 9 16]
// CHECK-NEXT:9
// CHECK-NEXT:5
// CHECK-NEXT:4
// CHECK-NEXT:0
