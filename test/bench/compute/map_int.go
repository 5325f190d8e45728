// A map with integer keys: insert, look up, delete, iterate.
package main

import "fmt"

func main() {
	sum := 0
	for round := range 8 {
		m := map[int]int{}
		for i := range 400_000 {
			m[i*7919+round] = i
		}
		for i := range 1_200_000 {
			sum += m[i*7919/3*3+round]
		}
		for i := 0; i < 400_000; i += 3 {
			delete(m, i*7919+round)
		}
		for k, v := range m {
			sum += k ^ v
		}
		sum += len(m)
	}
	fmt.Println(sum)
}
