package main

import (
	"fmt"
	"time"
)

func double(x int) int { return 2 * x }

func main() {
	fmt.Println(double("two"))
	var n int = "one"
	n = 1.5
	time.Sleep("1s")
	var s string = n
	_ = s
}
