// How often common operations allocate: as seldom as with gc.

// RUN: %minigo run %s | FileCheck --match-full-lines %s
// RUN: %minigo run -O0 %s | FileCheck --match-full-lines %s
package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"
)

var (
	keep  string
	table = map[string]int{"one": 1, "more than thirty-two bytes of text in a key": 2}
)

func main() {
	a := []byte("more than thirty-two bytes of text in a key")
	b := bytes.Clone(a)
	s := string(a)
	count := func(name string, f func()) { fmt.Println(name, testing.AllocsPerRun(10, f)) }
	count("compare", func() { _ = string(a) == string(b) || string(a) < "x" })
	count("bytes.Equal", func() { bytes.Equal(a, b) })
	count("bytes.Index", func() { bytes.Index(a, b[2:]) })
	count("bytes.IndexRune", func() { bytes.IndexRune(a, '世') })
	count("lookup", func() {
		if _, ok := table[string(a)]; !ok {
			panic("not found")
		}
		delete(table, string(a[:5]))
	})
	count("switch", func() {
		switch string(a) {
		case "one", "two":
			panic("wrong")
		}
	})
	count("range", func() {
		for range []byte(s) {
		}
		for i, c := range []byte(s) {
			if a[i] != c {
				panic("wrong")
			}
		}
	})
	count("lengths", func() { _ = len([]rune(s)) + len([]byte(s)) + len(string(a)) })
	count("concatenation", func() { keep = "<" + string(a) + ">" })
	count("copy", func() { copy(b, []byte(s)) })
	count("one byte", func() { keep = string(a[:1]) })
	count("builder", func() {
		var builder strings.Builder
		builder.Grow(5)
		builder.WriteString("abcde")
		keep = builder.String()
	})
	count("replace", func() { keep = strings.Replace("hello", "l", "L", -1) })
	count("grow", func() { _ = slices.Grow([]int(nil), 100) })
	count("concat", func() { _ = slices.Concat([]int{1}, []int{2}) })
}

// CHECK: compare 0
// CHECK-NEXT: bytes.Equal 0
// CHECK-NEXT: bytes.Index 0
// CHECK-NEXT: bytes.IndexRune 0
// CHECK-NEXT: lookup 0
// CHECK-NEXT: switch 0
// CHECK-NEXT: range 0
// CHECK-NEXT: lengths 0
// CHECK-NEXT: concatenation 1
// CHECK-NEXT: copy 0
// CHECK-NEXT: one byte 0
// CHECK-NEXT: builder 1
// CHECK-NEXT: replace 1
// CHECK-NEXT: grow 1
// CHECK-NEXT: concat 1
