package main

func main() {
	x := 5
	x()
	*x = 1
	x.field = 2
	x[0] = 1
	for range x {
	}
}
