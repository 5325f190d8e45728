// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// Embedded structs and pointers promote fields and methods.
package main

import "fmt"

type animal struct{ name string }

func (a animal) hello() string    { return "I am " + a.name }
func (a *animal) rename(n string) { a.name = n }

type dog struct {
	animal
	age int
}
type puppy struct {
	*dog
	toy string
}
type loud struct {
	dog
	name string
}

func (l loud) hello() string { return l.dog.hello() + "!" }

type helloer interface{ hello() string }
type wrapper struct{ helloer }

func main() {
	d := dog{animal{"Rex"}, 3}
	fmt.Println(d.hello(), d.name, d.animal.name)
	d.rename("Max")
	fmt.Println(d.hello(), d)
	p := puppy{&d, "ball"}
	p.rename("Tiny")
	p.age++
	fmt.Println(p.hello(), d.name, d.age)
	l := loud{d, "outer"}
	l.rename("Boo")
	fmt.Println(l.hello(), l.name, l.dog.name)
	var hs []helloer
	hs = append(hs, d, &d, p, l, &l, wrapper{l}, wrapper{wrapper{p}})
	for _, h := range hs {
		fmt.Println(h.hello())
	}
	f := p.hello
	p.rename("later")
	fmt.Println(f())
	g := (*dog).hello
	fmt.Println(g(&d), dog.hello(d), helloer.hello(p))
}

// CHECK:I am Rex Rex Rex
// CHECK-NEXT{LITERAL}:I am Max {{Max} 3}
// CHECK-NEXT:I am Tiny Tiny 4
// CHECK-NEXT:I am Boo! outer Boo
// CHECK-NEXT:I am Tiny
// CHECK-NEXT:I am Tiny
// CHECK-NEXT:I am Tiny
// CHECK-NEXT:I am Boo!
// CHECK-NEXT:I am Boo!
// CHECK-NEXT:I am Boo!
// CHECK-NEXT:I am Tiny
// CHECK-NEXT:I am Tiny
// CHECK-NEXT:I am later I am later I am later
