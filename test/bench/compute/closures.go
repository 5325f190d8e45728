// Calls of closures that share and change what they captured.
package main

import "fmt"

func counter(step int) func(int) int {
	sum := 0
	return func(x int) int {
		sum += x * step
		return sum
	}
}

func compose(fs ...func(int) int) func(int) int {
	return func(x int) int {
		for _, f := range fs {
			x = f(x) & 0xffff
		}
		return x
	}
}

func main() {
	f := compose(counter(1), counter(3), func(x int) int { return x ^ 0x55 }, counter(7))
	last := 0
	for i := range 40_000_000 {
		last = f(last + i&3)
	}
	fmt.Println(last)
}
