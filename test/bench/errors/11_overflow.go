package main

import "fmt"

func main() {
	var b byte = 300
	var i int8 = -129
	fmt.Println(b, i, 1<<64, 10/0)
	var u uint = -1
	_ = u
}
