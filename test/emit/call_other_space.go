// A function is called, not one of the same name in the runtime or in a package whose types its
// parameters have: C++ looks for functions in the namespaces of the arguments as well.
// RUN: %minigo run %s | FileCheck %s
package main

import (
	"fmt"
	"io/fs"
)

func compare(a, b string) int         { return 42 }
func concat(a, b string) string       { return "mine" }
func equal(a, b []int) bool           { return false }
func identical(a, b string) bool      { return true }
func box(a []int) int                 { return 1 }
func newMap(m map[int]int) int        { return 2 }
func spawn(f func()) int              { return 3 }
func args(a ...any) int               { return 4 }
func identity[T any](x T) T           { return x }
func sortEntries(x []fs.DirEntry) int { return 5 } // io/fs has one of its own

func main() {
	a := []int{1}
	fmt.Println(compare("a", "b"), concat("a", "b"), equal(a, a), identical("a", "b"), box(a), newMap(nil),
		spawn(func() {}), args(1, "x"), identity("same"), sortEntries(nil))
	// CHECK: 42 mine false true 1 2 3 4 same 5
	f := compare
	fmt.Println(f("", ""))
	// CHECK: 42
}
