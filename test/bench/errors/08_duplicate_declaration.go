package main

type T struct {
	a int
	a string
}

func f() {}
func f() {}

func main() {
	x := 1
	x := 2
	_ = x
}
