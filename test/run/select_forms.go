// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// select in all its forms.
package main

import "fmt"

var timeout chan int

type pair struct{ a, b, c int }

func value(c chan int) (v int, ok bool) {
	select {
	case v, ok = <-c:
		return
	case <-timeout:
		panic("late")
	}
}

func forever(c chan int) int {
	for {
		select {
		case v := <-c:
			if v > 2 {
				return v
			}
			continue
		}
	}
}

func ends(a, b chan int) int {
	select {
	case v := <-a:
		return v
	case v := <-b:
		return -v
	}
}

func main() {
	a := make(chan int, 4)
	b := make(chan pair, 1)
	var none chan string
	select {
	default:
		fmt.Println("only default")
	}
	select {
	case v := <-a:
		fmt.Println(v)
	case none <- "x":
	case p, ok := <-b:
		fmt.Println(p, ok)
	default:
		fmt.Println("nothing ready")
	}
	select {
	case a <- 1:
		fmt.Println("sent")
	default:
		fmt.Println("full")
	}
	select {
	case b <- pair{1, 2, 3}:
	}
	select {
	case b <- pair{4, 5, 6}:
	default:
		fmt.Println("full")
	}
	var arr [3]int
	var m = map[string]any{}
	index := 0
	next := func() int { index++; fmt.Println("next", index); return index }
	select {
	case arr[next()] = <-none2():
	case m["p"] = <-b:
		fmt.Println(m["p"])
	}
	select {
	case arr[next()] = <-a:
		fmt.Println(arr, len(a))
	case arr[next()] = <-none2():
	}
	var x any
	var ok bool
	close(b)
	select {
	case x, ok = <-b:
		fmt.Println(x, ok)
	case _, ok = <-a:
	}
	a <- 5
	close(a)
	for range 2 {
		fmt.Println(value(a))
	}
	c := make(chan int)
	go func() {
		for i := range 4 {
			c <- i
		}
	}()
	fmt.Println(forever(c))
	go func() { c <- 8 }()
	fmt.Println(ends(nil, c))
loop:
	for i := 0; ; i++ {
		select {
		case <-a:
			if i < 2 {
				break
			}
			switch {
			case i == 3:
				break loop
			case i == 2:
				continue loop
			}
		case none <- "never":
		}
		fmt.Println("loop", i)
	}
	var keep []func() int
	for i := range 3 {
		go func() { c <- i }()
		select {
		case v := <-c:
			keep = append(keep, func() int { v++; return v })
		}
		select {
		case v, ok := <-a:
			keep = append(keep, func() int { v++; return v })
			_ = ok
		case <-none:
		}
	}
	for _, f := range keep {
		f()
		fmt.Print(f(), " ")
	}
	fmt.Println()
	select {
	case <-a:
		select {
		case <-a:
			fmt.Println("nested")
			break
		default:
			fmt.Println("no")
		}
		fmt.Println("outer")
	}
	select {
	case <-a:
		goto end
	case <-none:
	}
	fmt.Println("skipped")
end:
	wait := make(chan struct{})
	go func() {
		defer close(wait)
		select {
		case c <- 1:
		case wait <- struct{}{}:
		}
	}()
	fmt.Println(<-c)
	<-wait
	fmt.Println("end")
}

func none2() chan int { fmt.Println("none2"); return nil }

// CHECK:only default
// CHECK-NEXT:nothing ready
// CHECK-NEXT:sent
// CHECK-NEXT:full
// CHECK-NEXT:none2
// CHECK-NEXT:{1 2 3}
// CHECK-NEXT:none2
// CHECK-NEXT:next 1
// CHECK-NEXT:[0 1 0] 0
// CHECK-NEXT:{0 0 0} false
// CHECK-NEXT:5 true
// CHECK-NEXT:0 false
// CHECK-NEXT:3
// CHECK-NEXT:-8
// CHECK-NEXT:loop 0
// CHECK-NEXT:loop 1
// CHECK-NEXT:2 2 3 2 4 2 
// CHECK-NEXT:nested
// CHECK-NEXT:outer
// CHECK-NEXT:1
// CHECK-NEXT:end
