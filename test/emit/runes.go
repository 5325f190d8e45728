// Runes that C++ has no character for say which they are.
// RUN: %minigo emit %s | FileCheck %s
package main

func main() {
	seen := map[rune]int{'é': 1, '\n': 2, 'a': 3}
	println(seen['é'], seen['世'], seen['\u00e9'])
}

// CHECK: {233 /* 'é' */, 1}, {10 /* '\n' */, 2}, {'a', 3}
// CHECK: seen.get(233 /* 'é' */), seen.get(19990 /* '世' */), seen.get(233 /* '\u00e9' */)
