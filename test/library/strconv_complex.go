// strconv.ParseComplex and FormatComplex, beside go, on texts of odd pieces.
// REQUIRES: go
// RUN: %minigo run %s > %t.out
// RUN: %go run %s > %t.go && diff %t.go %t.out
package main

import (
	"fmt"
	"math/rand"
	"strconv"
)

func main() {
	parts := []string{"1", "2.5", "-3e4", "+1e400", "0x1p-2", "0x_1.8p1", "1_0", "inf", "-Inf", "+Infinity", "NaN", "-nan", "+", "-", "i", "(", ")", " ", "", "e", ".", "1e", "0x", "3.4e39", "infi", "I"}
	r := rand.New(rand.NewSource(1))
	texts := []string{"", "()", "i", "(i)", "1i", "1+i", "1++2i", "1+-2i", "1-+2i", "3+NaNi", "3-NaNi", "NaN+NaNi", "1+2", "(1+2i", "1+2i)", "((1+2i))", "1e400+1e400i", "1e400+xi", "+Inf-infi", "0x1p1+0x1p1i", "1i+2", "1+2ii", "0x1.8p+1i", "1_0+1i"}
	for range 3000 {
		s := ""
		for range 1 + r.Intn(5) {
			s += parts[r.Intn(len(parts))]
		}
		texts = append(texts, s)
	}
	for _, s := range texts {
		for _, n := range []int{64, 128} {
			c, err := strconv.ParseComplex(s, n)
			fmt.Printf("%q %d: %v %v\n", s, n, c, err)
		}
	}
	for _, c := range []complex128{0, 1 + 2i, -1.5 - 2.5i, complex(1e30, -1e-30)} {
		for _, f := range "beEfgGx" {
			fmt.Println(strconv.FormatComplex(c, byte(f), -1, 64), strconv.FormatComplex(c, byte(f), 3, 128))
		}
	}
	defer func() { fmt.Println(recover()) }()
	strconv.FormatComplex(1, 'g', -1, 32)
}
