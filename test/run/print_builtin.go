// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// print and println write to standard error.
package main

func main() {
	println("text", 1, true, 'x', uint8(3), -5)
	print("a", "b", 1, 2, "\n")
	println(1.5, float32(2), 1e100, 1+2i)
	var p *int
	println(p == nil, len("abc"))
	println()
	x := int8(-3)
	println(x, uint64(1<<63), "é", x-126)
}

// CHECK:text 1 true 120 3 -5
// CHECK-NEXT:ab12
// CHECK-NEXT:1.5 2 1e+100 (1+2i)
// CHECK-NEXT:true 3
// CHECK-EMPTY:
// CHECK-NEXT:-3 9223372036854775808 é 127
