package main

import "fmt"

func main() {
	fmt.Println("a" "b")
	if x := 1 {
	}
	for i := 0; i < 3; i++
	{
	}
}
