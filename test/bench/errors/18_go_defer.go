package main

func f() {}

func main() {
	go f
	defer 12
	go func() {}
	defer len("x")
}
