// RUN: %minigo run -O0 %s | FileCheck %s --match-full-lines
// RUN: %minigo run %s | FileCheck %s --match-full-lines
// Function types that mention themselves, as parts of structs that come before them; parameters named after types.
package main

import "fmt"

type a struct {
	items []holder
}

type holder struct {
	f    next
	done bool
}

type item struct {
	name string
	v    value
}

type value interface{ next() next }

type next func() (item, next)

type list []list
type table map[string]table
type pipe chan pipe
type ptr *ptr

type all struct {
	l list
	t table
	p pipe
	q ptr
}

func main() {
	var x a
	x.items = append(x.items, holder{})
	var y all
	y.l = list{nil, {nil}}
	fmt.Println(x, len(y.l))
}

// CHECK: {[{<nil> false}]} 2
