// Points of the plane that stay small when squared and shifted again and again.
package main

import "fmt"

func inside(cr, ci float64) bool {
	zr, zi := 0.0, 0.0
	for range 100 {
		r2, i2 := zr*zr, zi*zi
		if r2+i2 > 4 {
			return false
		}
		zr, zi = r2-i2+cr, 2*zr*zi+ci
	}
	return true
}

func main() {
	const n = 1400
	points := 0
	for y := range n {
		for x := range n {
			if inside(2*float64(x)/n-1.5, 2*float64(y)/n-1) {
				points++
			}
		}
	}
	fmt.Println(points)
}
