// RUN: %minigo build -o %t %s
// RUN: %exit 2 %t 0 2>&1 | FileCheck --check-prefix=SAME --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t 1 2>&1 | FileCheck --check-prefix=OTHER --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t 2 2>&1 | FileCheck --check-prefix=ERROR --match-full-lines --strict-whitespace %s
// RUN: %exit 2 %t 3 2>&1 | FileCheck --check-prefix=COMPARE --match-full-lines --strict-whitespace %s
// A recovered value that is the next panic's is printed once. Comparisons of structs are no calls in a traceback.
package main

import "os"

type box struct{ value any }

func main() {
	defer func() {
		r := recover()
		switch os.Args[1] {
		case "0":
			panic("a")
		case "1":
			panic("b")
		}
		panic(r)
	}()
	if os.Args[1] == "3" {
		f := any(func() {})
		println(box{f} == box{f})
	}
	panic("a")
}

//      SAME:panic: a [recovered, repanicked]
//     OTHER:panic: a [recovered]
//OTHER-NEXT:	panic: b
//     ERROR:panic: a [recovered, repanicked]
//     COMPARE:panic: runtime error: comparing uncomparable type func() [recovered, repanicked]
//     COMPARE:panic(...)
//COMPARE-NEXT:	{{.+}}
//COMPARE-NEXT:main.main()
