// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Ranging over functions: break, continue, return, nested and captured.
package main

import "fmt"

func count(n int) func(func(int) bool) {
	return func(yield func(int) bool) {
		defer fmt.Print("done ")
		for i := 0; i < n; i++ {
			if !yield(i) {
				return
			}
		}
	}
}

func pairs(m []string) func(func(int, string) bool) {
	return func(yield func(int, string) bool) {
		for i, s := range m {
			if !yield(i, s) {
				return
			}
		}
	}
}

func find(n int) (int, string) {
	for i := range count(10) {
		for j, s := range pairs([]string{"a", "b", "c"}) {
			if i*j == n {
				return i, s
			}
		}
	}
	return -1, ""
}

func named() (r int) {
	for i := range count(5) {
		r += i
		if i == 3 {
			return
		}
	}
	return 100
}

func main() {
	sum := 0
	for i := range count(5) {
		if i == 1 {
			continue
		}
		if i == 4 {
			break
		}
		sum += i
	}
	fmt.Println(sum)
	fmt.Println(find(6))
	fmt.Println(find(100))
	fmt.Println(named())
outer:
	for i := range count(3) {
		for j := range count(3) {
			if j == 1 {
				continue outer
			}
			if i == 2 {
				break outer
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
	for range count(2) {
		fmt.Print("x ")
	}
	var fs []func() int
	for i := range count(3) {
		fs = append(fs, func() int { i *= 2; return i })
	}
	for _, f := range fs {
		fmt.Print(f(), f(), " ")
	}
	fmt.Println()
	for i := 0; i < 3; i++ {
		for j := range count(2) {
			if i == 1 {
				break
			}
			switch j {
			case 0:
				continue
			}
			fmt.Print(i, j, " ")
		}
	}
	fmt.Println()
}

// CHECK:done 5
// CHECK-NEXT:done 3 c
// CHECK-NEXT:done -1 
// CHECK-NEXT:done 6
// CHECK-NEXT:0 0 done 1 0 done done done 
// CHECK-NEXT:x x done done 0 0 2 4 4 8 
// CHECK-NEXT:0 1 done done 2 1 done 
