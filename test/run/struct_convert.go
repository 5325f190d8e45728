// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Conversion and assignment between struct types with the same fields.
package main

import "fmt"

type p struct {
	X int `json:"x"`
	Y string
}
type q struct {
	X int
	Y string
}

func take(v q) int { return v.X }

func main() {
	a := p{1, "a"}
	b := q(a)
	b.X = 5
	fmt.Println(a, b)
	anon := struct {
		X int
		Y string
	}{7, "anon"}
	b = anon
	fmt.Println(b, take(anon), q(anon) == b)
	pa := &a
	pb := (*q)(pa)
	pb.X = 42
	fmt.Println(a.X, *pb)
	var i any = b
	_, ok := i.(q)
	_, no := i.(p)
	fmt.Println(ok, no)
}

// CHECK:{1 a} {5 a}
// CHECK-NEXT:{7 anon} 7 true
// CHECK-NEXT:42 {42 a}
// CHECK-NEXT:true false
