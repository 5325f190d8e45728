// RUN: %exit 1 %minigo run %s 2>&1 | FileCheck %s --check-prefix=NIL
// RUN: %exit 1 %minigo run %s value 2>&1 | FileCheck %s --check-prefix=VALUE
// RUN: %exit 1 %minigo run %s recover 2>&1 | FileCheck %s --check-prefix=RECOVER
// RUN: %exit 1 %minigo run %s again 2>&1 | FileCheck %s --check-prefix=AGAIN
// RUN: %exit 1 %minigo run %s complex 2>&1 | FileCheck %s --check-prefix=COMPLEX
// RUN: %exit 1 %minigo run %s empty 2>&1 | FileCheck %s --check-prefix=EMPTY
// RUN: %exit 1 %minigo run %s small 2>&1 | FileCheck %s --check-prefix=SMALL
// RUN: %exit 1 %minigo run %s pointer 2>&1 | FileCheck %s --check-prefix=POINTER
// A method that gives the text of an uncaught panic's value may panic itself; the value that a
// nil dereference panics with is the same each time.
package main

import "os"

type point complex64

type failing struct{ text string }

func (f *failing) Error() string { return f.text }

type word string

func (w word) Error() string { panic(string(w) + " in Error") }

type careful string

func (c careful) String() string {
	defer func() { recover() }()
	panic("not seen")
}

func main() {
	switch {
	case len(os.Args) < 2:
		// NIL: {{^}}fatal error: panic while printing panic value: type runtime.errorString
		var f *failing
		panic(f)
	case os.Args[1] == "value":
		// VALUE: {{^}}fatal error: panic while printing panic value: failed in Error
		panic(word("failed"))
	case os.Args[1] == "recover":
		// RECOVER: {{^}}panic: {{$}}
		// RECOVER: goroutine 1 [running]:
		panic(careful("x"))
	case os.Args[1] == "complex":
		// COMPLEX: {{^}}panic: main.point(1+2i){{$}}
		panic(point(1 + 2i))
	case os.Args[1] == "empty": // values are shown by their address, which is never that of nothing
		// EMPTY: {{^}}panic: (struct {}) 0x{{[0-9a-f]*[1-9a-f]}}
		panic(struct{}{})
	case os.Args[1] == "small":
		// SMALL: {{^}}panic: (struct { a int32 }) 0x{{[0-9a-f]{5,}$}}
		panic(struct{ a int32 }{})
	case os.Args[1] == "pointer": // as one that is nothing but a pointer is itself
		// POINTER: {{^}}panic: (struct { p *int }) 0x0{{$}}
		panic(struct{ p *int }{})
	case os.Args[1] == "again":
		// AGAIN: {{^}}panic: runtime error: invalid memory address or nil pointer dereference [recovered, repanicked]
		// AGAIN-NEXT: [signal SIGSEGV
		var p *int
		defer func() {
			recover()
			*p = 2
		}()
		*p = 1
	}
}
