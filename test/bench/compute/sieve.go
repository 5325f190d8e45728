// Primes below forty million.
package main

import "fmt"

func main() {
	const limit = 40_000_000
	composite := make([]bool, limit)
	count := 0
	for i := 2; i < limit; i++ {
		if composite[i] {
			continue
		}
		count++
		for j := i * i; j < limit; j += i {
			composite[j] = true
		}
	}
	fmt.Println(count)
}
