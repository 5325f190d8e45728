// The spectral norm of an infinite matrix, cut off.
package main

import (
	"fmt"
	"math"
)

func element(i, j int) float64 { return 1 / float64((i+j)*(i+j+1)/2+i+1) }

func times(v, out []float64, at func(i, j int) float64) {
	for i := range out {
		sum := 0.0
		for j, x := range v {
			sum += at(i, j) * x
		}
		out[i] = sum
	}
}

func timesBoth(v, out, between []float64) {
	times(v, between, element)
	times(between, out, func(i, j int) float64 { return element(j, i) })
}

func main() {
	const n = 1500
	u, v, between := make([]float64, n), make([]float64, n), make([]float64, n)
	for i := range u {
		u[i] = 1
	}
	for range 10 {
		timesBoth(u, v, between)
		timesBoth(v, u, between)
	}
	var uv, vv float64
	for i := range u {
		uv += u[i] * v[i]
		vv += v[i] * v[i]
	}
	fmt.Printf("%.9f\n", math.Sqrt(uv/vv))
}
