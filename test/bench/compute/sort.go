// Quicksort of numbers and, by a function, of structs.
package main

import "fmt"

type number interface{ ~int | ~uint64 | ~float64 }

func sortNumbers[T number](a []T) {
	for len(a) > 12 {
		pivot := a[len(a)/2]
		i, j := 0, len(a)-1
		for i <= j {
			for a[i] < pivot {
				i++
			}
			for pivot < a[j] {
				j--
			}
			if i <= j {
				a[i], a[j] = a[j], a[i]
				i++
				j--
			}
		}
		sortNumbers(a[:j+1])
		a = a[i:]
	}
	insertion(a, func(x, y T) bool { return x < y })
}

func insertion[T any](a []T, less func(T, T) bool) {
	for i := 1; i < len(a); i++ {
		for j := i; j > 0 && less(a[j], a[j-1]); j-- {
			a[j], a[j-1] = a[j-1], a[j]
		}
	}
}

func merge[T any](a, buffer []T, less func(T, T) bool) {
	if len(a) <= 12 {
		insertion(a, less)
		return
	}
	half := len(a) / 2
	merge(a[:half], buffer, less)
	merge(a[half:], buffer, less)
	left := buffer[:half]
	copy(left, a)
	i, j := 0, half
	for k := 0; i < half; k++ {
		if j == len(a) || !less(a[j], left[i]) {
			a[k] = left[i]
			i++
		} else {
			a[k] = a[j]
			j++
		}
	}
}

type person struct {
	name string
	age  int
}

func main() {
	const n = 2_000_000
	numbers, people := make([]int, n), make([]person, n/2)
	x := uint32(1)
	for i := range numbers {
		x = x*1664525 + 1013904223
		numbers[i] = int(x >> 4)
		people[i/2] = person{"abcdefghijklmnopqrstuvwxyz"[x>>28:], int(x>>8) % 100}
	}
	sortNumbers(numbers)
	merge(people, make([]person, len(people)), func(a, b person) bool {
		if a.age != b.age {
			return a.age < b.age
		}
		return a.name < b.name
	})
	fmt.Println(numbers[0], numbers[n/2], numbers[n-1], people[0], people[n/4])
}
