// RUN: %minigo run %s | FileCheck %s
// What a constant string is converted to has no room behind its last element, be it on the heap or not; appending grows it from there.
package main

import "fmt"

type bytes []byte
type letter byte

const short, long = "abc", "0123456789012345678901234567890123456789"

var kept []byte
var keptRunes []rune

var inPackage = []byte(short)

func keep(b []byte) []byte {
	kept = b
	return b
}

func keepRunes(r []rune) []rune {
	keptRunes = r
	return r
}

func main() {
	fmt.Println(cap([]byte(short)), cap(bytes(long)), cap([]letter(short+"d")), cap([]byte(""))) // CHECK: {{^}}3 40 4 0
	fmt.Println(cap(keep([]byte(short))), cap(keep([]byte(long))), cap(inPackage))               // CHECK-NEXT: {{^}}3 40 3
	fmt.Println(cap([]rune("aé世")), cap(keepRunes([]rune("aé世"))), cap(keepRunes([]rune(long)))) // CHECK-NEXT: {{^}}3 3 40
	b := []byte("")
	fmt.Println(b == nil, len(b)) // CHECK-NEXT: {{^}}false 0
	for i := range 2 {
		b = append([]byte("12345"), byte('a'+i))
		fmt.Println(string(b), cap(keep(b))) // CHECK-NEXT: {{^}}12345a 16
	} // CHECK-NEXT: {{^}}12345b 16
}
