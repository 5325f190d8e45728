package main

func main() {
	x := []int{1}
	x == nil
	append(x, 2)
	len(x)
	1 + 2
	func() {}
	-x[0]
}
