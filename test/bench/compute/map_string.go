// A map with string keys: counting words.
package main

import "fmt"

func main() {
	var words []string
	for i := range 50_000 {
		words = append(words, fmt.Sprint("word", i*i%100_003))
	}
	total := 0
	for range 20 {
		counts := map[string]int{}
		for i := range 300_000 {
			counts[words[i*31%len(words)]]++
		}
		for word, n := range counts {
			total += len(word) * n
		}
	}
	fmt.Println(total)
}
