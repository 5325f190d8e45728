// Product of two matrices of float64.
package main

import "fmt"

type matrix [][]float64

func newMatrix(n int) matrix {
	m := make(matrix, n)
	for i := range m {
		m[i] = make([]float64, n)
	}
	return m
}

func product(a, b matrix) matrix {
	n := len(a)
	c := newMatrix(n)
	for i := range n {
		for k := range n {
			x := a[i][k]
			for j := range n {
				c[i][j] += x * b[k][j]
			}
		}
	}
	return c
}

func main() {
	const n = 700
	a, b := newMatrix(n), newMatrix(n)
	for i := range n {
		for j := range n {
			a[i][j], b[i][j] = float64(i+j), float64(i-j)
		}
	}
	c := product(a, b)
	fmt.Println(c[0][0], c[n/2][n/3], c[n-1][n-1])
}
