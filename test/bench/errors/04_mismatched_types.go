package main

import "fmt"

func main() {
	n := 1
	f := 2.5
	fmt.Println(n + f)
	s := "a" + n
	fmt.Println(s, n == "x")
}
