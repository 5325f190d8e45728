// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// switch with and without tag, fallthrough, lists, default anywhere, break.
package main

import "fmt"

func kind(x int) string {
	switch x {
	default:
		return "many"
	case 0:
		return "none"
	case 1, 2, 3:
		return "few"
	}
}

func grade(n int) (s string) {
	switch {
	case n >= 90:
		s = "A"
	case n >= 80:
		s = "B"
		if n == 85 {
			break
		}
		s += "!"
	default:
		s = "C"
	}
	return
}

func fall(x int) {
	switch x {
	case 1:
		fmt.Print("one ")
		fallthrough
	case 2:
		fmt.Print("two ")
		fallthrough
	default:
		fmt.Print("default ")
		fallthrough
	case 3:
		fmt.Print("three ")
	case 4:
		fmt.Print("four ")
	}
	fmt.Println()
}

func text(s string) int {
	switch s {
	case "a", "b":
		return 1
	case "":
		return 2
	}
	return 3
}

func fallText(s string) {
	switch s {
	case "x":
		fmt.Print("x ")
		fallthrough
	case "y":
		fmt.Print("y ")
	default:
		fmt.Print("d ")
	}
	fmt.Println()
}

func main() {
	for i := 0; i < 5; i++ {
		fmt.Print(kind(i), " ", grade(75+i*5), " ")
		fall(i)
	}
	fmt.Println(text("a"), text("b"), text(""), text("c"))
	fallText("x")
	fallText("y")
	fallText("z")
	switch x := 5; x {
	}
	switch f := 1.5; {
	case f > 1:
		fmt.Println("float")
	}
	var i any = 3
	switch i {
	case "3":
		fmt.Println("string")
	case 3:
		fmt.Println("int 3")
	case nil:
		fmt.Println("nil")
	}
	for i := 0; i < 3; i++ {
		switch i {
		case 1:
			continue
		}
		switch i % 2 {
		case 0:
			break
		}
		fmt.Print(i, " ")
	}
	fmt.Println()
	switch c := 'x'; c {
	case 'a', 'x':
		y := "letter"
		fmt.Println(y)
	case 'b':
		y := 2
		fmt.Println(y)
	}
	x := 2
	switch y := x; true {
	case y > 1:
		fmt.Println("true tag")
	}
	n := 0
	switch n++; n {
	case n:
		fmt.Println("itself")
	}
	type T struct{ a, b int }
	switch (T{1, 2}) {
	case T{2, 1}:
		fmt.Println("no")
	case T{1, 2}:
		fmt.Println("struct")
	}
}

// CHECK:none C default three 
// CHECK-NEXT:few B! one two default three 
// CHECK-NEXT:few B two default three 
// CHECK-NEXT:few A three 
// CHECK-NEXT:many A four 
// CHECK-NEXT:1 1 2 3
// CHECK-NEXT:x y 
// CHECK-NEXT:y 
// CHECK-NEXT:d 
// CHECK-NEXT:float
// CHECK-NEXT:int 3
// CHECK-NEXT:0 2 
// CHECK-NEXT:letter
// CHECK-NEXT:true tag
// CHECK-NEXT:itself
// CHECK-NEXT:struct
