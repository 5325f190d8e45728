// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// for in all forms, with continue, break and labels.
package main

import "fmt"

func main() {
	for i := 0; i < 3; i++ {
		fmt.Print(i, " ")
	}
	n := 3
	for n > 0 {
		n--
	}
	for {
		n++
		if n%2 == 0 {
			continue
		}
		if n > 5 {
			break
		}
	}
	fmt.Println(n)
	for i, j := 0, 5; i < j; i, j = i+1, j-1 {
		fmt.Print(i, j, " ")
	}
	fmt.Println()
	for i, s := 0, ""; i < 3; i, s = i+1, s+"x" {
		fmt.Print(s, "|")
	}
	fmt.Println()
	var k int
	for k = 10; k > 0; k -= 3 {
	}
	fmt.Println(k)
	for k < 5 {
		k += 2
	}
	for range 3 {
		k++
	}
	for i := range 3 {
		i *= 2
		fmt.Print(i, " ")
	}
	var u8 uint8
	for u8 = range 200 {
	}
	fmt.Println(k, u8)
	for i := range int8(3) {
		fmt.Printf("%T%d ", i, i)
	}
	fmt.Println()
outer:
	for i := 0; i < 4; i++ {
		for j := 0; ; j++ {
			switch {
			case j == 2:
				continue outer
			case i == 3:
				break outer
			case j == 1 && i == 1:
				break
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	for i := 0; i < 10; i++ {
		if i < 8 {
			continue
		}
		x := i
		fmt.Print(x, " ")
	}
	fmt.Println()
	for range -5 {
		fmt.Println("never")
	}
	a, b := 0, 10
	for i, j := a, b; ; i, j = j, i {
		a++
		if a > 3 {
			fmt.Println(i, j)
			break
		}
		if a == 2 {
			continue
		}
	}
}

// CHECK:0 1 2 7
// CHECK-NEXT:0 5 1 4 2 3 
// CHECK-NEXT:|x|xx|
// CHECK-NEXT:-2
// CHECK-NEXT:0 2 4 9 199
// CHECK-NEXT:int80 int81 int82 
// CHECK-NEXT:0 0 0 1 1 0 1 1 2 0 2 1 
// CHECK-NEXT:8 9 
// CHECK-NEXT:10 0
