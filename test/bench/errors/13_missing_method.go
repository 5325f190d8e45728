package main

import "time"

type T struct{ n int }

func (t T) Get() int { return t.n }

func main() {
	var t T
	t.Put(1)
	t.m = 2
	var d time.Duration
	d.Finish()
	time.NoSuch()
}
