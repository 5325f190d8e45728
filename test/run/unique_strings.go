// RUN: %minigo run %s | FileCheck --strict-whitespace --match-full-lines %s
// A handle keeps the strings of its value, in structs and arrays too, and not the large texts that they
// were cut out of.
package main

import (
	"fmt"
	"runtime"
	"unique"
	"unsafe"
)

type name struct {
	first, last string
	more        [2]struct {
		n int
		s string
	}
	any any
}

const size = 8 << 20

//go:noinline
func make1(i int) unique.Handle[name] {
	text := string(make([]byte, size)) + fmt.Sprint("abc", i, "def")
	v := name{first: text[size : size+3], last: text[size+1 : size+4], any: i}
	v.more[1].s = text[size+2:]
	return unique.Make(v)
}

func heap() uint64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func main() {
	before := heap()
	var handles []unique.Handle[name]
	for i := range 20 {
		handles = append(handles, make1(i))
	}
	fmt.Println(heap() < before+5*size)
	fmt.Println(handles[7] == make1(7), handles[7] == handles[8], handles[3].Value())
	empty := unique.Make(name{})
	fmt.Println(empty == unique.Make(name{}), empty.Value())

	s := fmt.Sprint("x", 1)
	h := unique.Make([1]string{s})
	fmt.Println(h.Value()[0] == s, unsafe.StringData(h.Value()[0]) != unsafe.StringData(s))
}

// CHECK:true
// CHECK-NEXT:true false {abc bc3 [{0 } {0 c3def}] 3}
// CHECK-NEXT:true {  [{0 } {0 }] <nil>}
// CHECK-NEXT:true true
