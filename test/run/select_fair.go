// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Of several cases that can proceed, each is chosen about equally often; a select and plain
// operations share a channel.
package main

import "fmt"

func main() {
	var chans [4]chan int
	for i := range chans {
		chans[i] = make(chan int, 1)
		chans[i] <- i
	}
	var count [4]int
	for range 40000 {
		select {
		case v := <-chans[0]:
			count[v]++
			chans[0] <- v
		case v := <-chans[1]:
			count[v]++
			chans[1] <- v
		case v := <-chans[2]:
			count[v]++
			chans[2] <- v
		case v := <-chans[3]:
			count[v]++
			chans[3] <- v
		}
	}
	for _, n := range count {
		fmt.Println(n > 9000 && n < 11000)
	}
	a, b := make(chan [3]int), make(chan [3]int)
	quit := make(chan bool)
	sum := make(chan int)
	for range 10 {
		go func() {
			total := 0
			for {
				select {
				case v := <-a:
					total += v[0]
				case v, ok := <-b:
					total += v[2]
					if !ok {
						panic("closed")
					}
				case <-quit:
					sum <- total
					return
				}
			}
		}()
	}
	for i := range 10000 {
		if i%3 == 0 {
			a <- [3]int{i, 0, 0}
		} else {
			select {
			case a <- [3]int{i, 0, 0}:
			case b <- [3]int{0, 0, i}:
			}
		}
	}
	close(quit)
	total := 0
	for range 10 {
		total += <-sum
	}
	fmt.Println(total)
}

// CHECK:true
// CHECK-NEXT:true
// CHECK-NEXT:true
// CHECK-NEXT:true
// CHECK-NEXT:49995000
