// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// goto forwards and backwards, into no block, over no variable.
package main

import "fmt"

func find(m [][]int, want int) (int, int) {
	var i, j int
	for i = range m {
		for j = range m[i] {
			if m[i][j] == want {
				goto found
			}
		}
	}
	return -1, -1
found:
	return i, j
}

func count(n int) int {
	i := 0
again:
	if i < n {
		i++
		x, y := i, i+1
		x, y = y, x
		if x+y > 100 {
			goto done
		}
		goto again
	}
done:
	return i
}

func main() {
	fmt.Println(find([][]int{{1, 2}, {3, 4}}, 3))
	fmt.Println(find([][]int{{1, 2}, {3, 4}}, 5))
	fmt.Println(count(5), count(1000))
	n := 0
loop:
	for {
		switch {
		case n > 3:
			break loop
		default:
			n++
			continue loop
		}
	}
	fmt.Println(n)
block:
	switch {
	default:
		if n == 4 {
			break block
		}
		fmt.Println("not here")
	}
sw:
	switch n {
	case 4:
		for {
			break sw
		}
	}
	s := 0
	for i := 0; i < 2; i++ {
	inner:
		for j := 0; j < 3; j++ {
			k := j
			if k == 1 {
				continue inner
			}
			s += k
		}
	}
	fmt.Println(s)
}

// CHECK:1 0
// CHECK-NEXT:-1 -1
// CHECK-NEXT:5 50
// CHECK-NEXT:4
// CHECK-NEXT:4
