// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// A few ordinary programs: quicksort, sieve, n-queens, matrix powers, hashing.
package main

import "fmt"

func quicksort(a []int) {
	if len(a) < 2 {
		return
	}
	p, i := a[len(a)/2], 0
	j := len(a) - 1
	for i <= j {
		for a[i] < p {
			i++
		}
		for a[j] > p {
			j--
		}
		if i <= j {
			a[i], a[j] = a[j], a[i]
			i++
			j--
		}
	}
	quicksort(a[:j+1])
	quicksort(a[i:])
}

func sieve(n int) (primes []int) {
	composite := make([]bool, n+1)
	for i := 2; i <= n; i++ {
		if composite[i] {
			continue
		}
		primes = append(primes, i)
		for j := i * i; j <= n; j += i {
			composite[j] = true
		}
	}
	return
}

func queens(n int) int {
	cols, d1, d2 := make([]bool, n), make([]bool, 2*n), make([]bool, 2*n)
	var place func(row int) int
	place = func(row int) (count int) {
		if row == n {
			return 1
		}
		for c := range n {
			if cols[c] || d1[row+c] || d2[row-c+n] {
				continue
			}
			cols[c], d1[row+c], d2[row-c+n] = true, true, true
			count += place(row + 1)
			cols[c], d1[row+c], d2[row-c+n] = false, false, false
		}
		return
	}
	return place(0)
}

type matrix [2][2]uint64

func (m matrix) mul(o matrix) (r matrix) {
	for i := range m {
		for j := range o[0] {
			for k := range o {
				r[i][j] += m[i][k] * o[k][j]
			}
		}
	}
	return
}

func fib(n int) uint64 {
	result, base := matrix{{1, 0}, {0, 1}}, matrix{{1, 1}, {1, 0}}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			result = result.mul(base)
		}
		base = base.mul(base)
	}
	return result[0][1]
}

func main() {
	a := []int{5, 2, 9, 1, 5, 6, -3, 0}
	quicksort(a)
	fmt.Println(a, sieve(50), queens(6), fib(90))
	words := map[string]int{}
	word := ""
	for _, r := range "the cat the dog the end " {
		if r == ' ' {
			words[word]++
			word = ""
			continue
		}
		word += string(r)
	}
	fmt.Println(words)
	var h uint32 = 2166136261
	for _, c := range []byte("hash me") {
		h ^= uint32(c)
		h *= 16777619
	}
	fmt.Printf("%08x\n", h)
	x := uint64(88172645463325252)
	for range 5 {
		x ^= x << 13
		x ^= x >> 7
		x ^= x << 17
	}
	fmt.Println(x)
}

// CHECK:[-3 0 1 2 5 5 6 9] [2 3 5 7 11 13 17 19 23 29 31 37 41 43 47] 4 2880067194370816120
// CHECK-NEXT:map[cat:1 dog:1 end:1 the:3]
// CHECK-NEXT:8d6ba0bd
// CHECK-NEXT:8204724074003728306
