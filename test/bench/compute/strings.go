// Strings that are built, cut, compared, walked and converted.
package main

import "fmt"

func reversed(s string) string {
	runes := []rune(s)
	for i, j := 0, len(runes)-1; i < j; i, j = i+1, j-1 {
		runes[i], runes[j] = runes[j], runes[i]
	}
	return string(runes)
}

func fields(s string) (parts []string) {
	start := -1
	for i, r := range s {
		switch {
		case r == ' ' && start >= 0:
			parts, start = append(parts, s[start:i]), -1
		case r != ' ' && start < 0:
			start = i
		}
	}
	if start >= 0 {
		parts = append(parts, s[start:])
	}
	return
}

func main() {
	text := "the quick brown fox jumps over the lazy dog and größer als 世界"
	sum := 0
	for i := range 400_000 {
		line := text[i%20:] + " " + text[:i%25]
		back := reversed(line)
		for _, word := range fields(back) {
			if word < "n" {
				sum += len(word)
			}
		}
		var bytes []byte
		for j := range len(back) {
			bytes = append(bytes, back[j]^byte(i))
		}
		if string(bytes) > line {
			sum++
		}
	}
	fmt.Println(sum)
}
