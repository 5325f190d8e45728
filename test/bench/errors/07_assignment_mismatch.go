package main

func pair() (int, string) { return 1, "a" }

func main() {
	a, b, c := pair()
	x := pair()
	var p, q = 1
	_, _, _, _, _, _ = a, b, c, x, p, q
}
