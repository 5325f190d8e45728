package main

func main() {
	n := 1
	if n {
	}
	for n {
	}
	_ = !n
	_ = n && true
	_ = -"s"
}
