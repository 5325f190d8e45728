package main

func main() {
	x := 1
	var y int
	for i, v := range []int{1} {
		_ = i
	}
}
