package main

const c = 1

func f() int { return 1 }

func main() {
	c = 2
	f() = 3
	"abc"[0] = 'x'
	s := "abc"
	s[0] = 'x'
	nil = 1
}
