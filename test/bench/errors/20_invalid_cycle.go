package main

type T struct {
	next T
}

var a = b
var b = a

const k = k + 1

func main() {
	var t T
	_ = t
	return 1
}
