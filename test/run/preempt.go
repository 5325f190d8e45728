// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck %s
// RUN: env GOMAXPROCS=2 %t | FileCheck %s
// RUN: env GOMAXPROCS=4 %t | FileCheck %s
// Nothing is preempted under sanitizers, which would not know the switch.
// UNSUPPORTED: sanitizer
// Loops that call nothing neither keep other goroutines from running nor collections from starting,
// and do not notice that they are interrupted anywhere.
package main

import (
	"fmt"
	"runtime"
	"time"
)

// Many values at once, whole and fractional: all registers are in use.
func mixed(n int, seed uint64) (uint64, float64) {
	a, b, c, d := seed, seed*3, seed*5, seed*7
	p, q, r, s := 1.0, 0.5, 0.25, 0.125
	for i := 0; i < n; i++ {
		a = a*6364136223846793005 + 1442695040888963407
		b ^= a >> 17
		c += b << 3
		d ^= c - a
		p = p*0.999 + float64(a>>40)*1e-9
		q = q*0.998 + p*1e-3
		r = r*0.997 + q*1e-3
		s = s*0.996 + r*1e-3
		if d&1 == 0 {
			p, q = q, p
		}
	}
	return a ^ b ^ c ^ d, p + q + r + s
}

func main() {
	const rounds, length = 6, 30000000
	wantWhole, wantFloat := mixed(length, 12345)
	results := make(chan bool)
	for range rounds {
		go func() {
			whole, float := mixed(length, 12345)
			results <- whole == wantWhole && float == wantFloat
		}()
	}
	stop := false
	for range 2 {
		go func() {
			for !stop {
			}
		}()
	}
	for range 10 {
		time.Sleep(time.Millisecond)
		runtime.GC()
	}
	for range rounds {
		fmt.Println(<-results)
	}
	fmt.Println("end")
}

// CHECK: true
// CHECK-NEXT: true
// CHECK-NEXT: true
// CHECK-NEXT: true
// CHECK-NEXT: true
// CHECK-NEXT: true
// CHECK-NEXT: end
