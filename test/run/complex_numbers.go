// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Complex arithmetic and parts.
package main

import "fmt"

func main() {
	z := complex(3, -4)
	w := 1 + 2i
	fmt.Println(z+w, z-w, z*w, z/w, -z, real(z), imag(z), z == w, z != w)
	var c complex64 = 1i
	c *= c
	fmt.Println(c, real(c))
	c += 2
	c++
	fmt.Println(c, complex128(c)*w)
	x, y := 1.5, 2.5
	fmt.Println(complex(x, y), complex(float32(x), 1))
	zero := complex(0, 0)
	fmt.Println(z / zero)
}

// CHECK:(4-2i) (2-6i) (11+2i) (-1-2i) (-3+4i) 3 -4 false true
// CHECK-NEXT:(-1+0i) -1
// CHECK-NEXT:(2+0i) (2+4i)
// CHECK-NEXT:(1.5+2.5i) (1.5+1i)
// CHECK-NEXT:(+Inf-Infi)
