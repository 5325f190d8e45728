// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Constants are exact and take the type of their use.
package main

import "fmt"

const (
	a = iota
	b
	_
	d
	e = "s"
	f
	g = iota * 10
)
const (
	kb = 1 << (10 * (iota + 1))
	mb
)
const huge = 1 << 500
const third = 1.0 / 3

type weekday int

const (
	sunday weekday = iota
	monday
)

func (d weekday) String() string { return [...]string{"Sun", "Mon"}[d] }

const typed int64 = 5
const mask = ^uint8(0xf0)

func main() {
	fmt.Println(a, b, d, e, f, g, kb, mb, huge>>498, third*3 == 1, monday)
	var f32 float32 = third
	var f64 = third
	fmt.Println(f32, f64, typed, mask, 'a'+1, "x"+"y", len("héllo"))
	const c = 5
	var x float64 = c
	var y byte = c * 50
	fmt.Println(x/2, y, c/2, c/2.0, 7/2*2.0, 1/3.0)
	fmt.Println(-9223372036854775808, uint64(18446744073709551615), 0x7fffffffffffffff, 1e3, 0b101, 0o17, 1_000)
	var big uint64 = 1<<64 - 1
	var min int64 = -1 << 63
	fmt.Println(big, min, min == -9223372036854775808, 5.0 == 5, 'a' == 97)
	const long = 0.1 + 0.2
	fmt.Println(long == 0.3, 0.1+0.2, 1e400/1e399, complex(1, 2)*2i)
	var r rune = 'é'
	fmt.Println(r, string(r), 1<<3.0, uint32(1)<<31, math)
}

const math = 22 / 7.0

// CHECK:0 1 3 s s 60 1024 1048576 4 true Mon
// CHECK-NEXT:0.33333334 0.3333333333333333 5 15 98 xy 6
// CHECK-NEXT:2.5 250 2 2.5 6 0.3333333333333333
// CHECK-NEXT:-9223372036854775808 18446744073709551615 9223372036854775807 1000 5 15 1000
// CHECK-NEXT:18446744073709551615 -9223372036854775808 true true true
// CHECK-NEXT:true 0.3 10 (-4+2i)
// CHECK-NEXT:233 é 8 2147483648 3.142857142857143
