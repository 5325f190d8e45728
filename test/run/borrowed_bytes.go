// string(bytes) and []byte(s) that are only read are not copied, but nothing shows of it.

// RUN: %minigo run %s | FileCheck --match-full-lines %s
// RUN: %minigo run -O0 %s | FileCheck --match-full-lines %s
// RUN: %minigo emit %s | FileCheck --check-prefix=EMIT %s
package main

import "fmt"

func f(b []byte) string { b[0] = 'z'; return "abc" }

type key struct{ s string }

func main() {
	b := []byte("abc")
	fmt.Println(string(b) == f(b))
	b = []byte("abc")
	fmt.Println(f(b) == string(b))
	b = []byte("abc")
	m := map[string]int{"abc": 1, "zbc": 2}
	g := func() map[string]int { b[0] = 'z'; return m }
	fmt.Println(g()[string(b)])
	b = []byte("abc")
	fmt.Println("<" + string(b) + f(b) + string(b))
	b = []byte("abc")
	switch string(b) {
	case "abc":
		f(b)
		fmt.Println("abc", string(b))
		fallthrough
	case "zbc":
		fmt.Println("zbc")
	}
	s := "hello"
	for i, c := range []byte(s) {
		s = "xxxxx"
		fmt.Print(i, c, " ")
	}
	for i, c := range []byte("lit") {
		fmt.Print(i, c, " ")
	}
	fmt.Println(len([]rune("aöb")), len([]rune(s)), len([]byte(s)), len(string(b)), copy(b, []byte(s)), string(b))
	b = append(b[:1], string(b)...)
	fmt.Println(string(b))
	b = append(b[:1], []byte(s)...)
	fmt.Println(string(b))
	if v, ok := m[string(b[:0])]; !ok {
		fmt.Println(v, ok)
	}
	mk := map[any]int{"abc": 7}
	fmt.Println(mk[string([]byte("abc"))], map[key]int{{"abc"}: 3}[key{string([]byte("abc"))}])
	delete(m, string([]byte("abc")))
	fmt.Println(m, "" + string(b[:2]) + "")
	x := "" + string(b)
	b[0] = '#'
	fmt.Println(x, string(b))
	fmt.Println(string([]byte{}) == "", len([]byte("")), []byte("") == nil, cap([]byte("")) >= 0)
	type B byte
	fmt.Println(string([]B{65, 66}) == "AB")
}

type none struct{}

func zeros[T any, S ~[]T](s S, n int) S { return append(s[:len(s):cap(s)], make(S, n)...) }

func init() {
	s := []int{1, 2, 3, 4, 5}
	s = append(s[:1], make([]int, 2)...)
	fmt.Println(s, cap(s), s[:5])
	s = append(s, make([]int, 20)...)
	fmt.Println(s, len(s), cap(s))
	fmt.Println(append([]none(nil), make([]none, 5)...), append([]string{"a"}, make([]string, 0)...), append([]int(nil), make([]int, 0)...) == nil)
	fmt.Println(zeros([]string{"a"}, 3), zeros[int]([]int(nil), 2), zeros[none]([]none{{}}, 3))
	for _, n := range []int{-1, 1 << 62} {
		func() {
			defer func() { fmt.Println(recover()) }()
			s = append(s, make([]int, n)...)
		}()
	}
	b := append([]byte("ab")[:1], make([]byte, uint8(3))...)
	fmt.Printf("%q\n", b)
}

// CHECK: [1 0 0] 5 [1 0 0 4 5]
// CHECK-NEXT: [1 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0 0] 23 24
// CHECK-NEXT: [{} {} {} {} {}] [a] true
// CHECK-NEXT: [a   ] [0 0] [{} {} {} {}]
// CHECK-NEXT: runtime error: makeslice: len out of range
// CHECK-NEXT: runtime error: growslice: len out of range
// CHECK-NEXT: "a\x00\x00\x00"
// CHECK-NEXT: false
// CHECK-NEXT: false
// CHECK-NEXT: 2
// CHECK-NEXT: <zbcabczbc
// CHECK-NEXT: abc zbc
// CHECK-NEXT: zbc
// CHECK-NEXT: 0 104 1 101 2 108 3 108 4 111 0 108 1 105 2 116 3 5 5 3 3 xxx
// CHECK-NEXT: xxxx
// CHECK-NEXT: xxxxxx
// CHECK-NEXT: 0 false
// CHECK-NEXT: 7 3
// CHECK-NEXT: map[zbc:2] xx
// CHECK-NEXT: xxxxxx #xxxxx
// CHECK-NEXT: true 0 false true
// CHECK-NEXT: true

// EMIT: mg::asString(b) == f
// EMIT: {{[.]}}get(mg::asString(
// EMIT: mg::countRunes(
// EMIT: mg::appendZeros(
