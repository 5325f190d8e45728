// Starts as many goroutines as its build says; each adds to a WaitGroup and sleeps two seconds.
// sleepers.py sets the number and measures.
package main

import (
	"fmt"
	"sync"
	"time"
)

const goroutines = 1000

func sleeper(wg *sync.WaitGroup) {
	time.Sleep(2 * time.Second)
	wg.Done()
}

func main() {
	var wg sync.WaitGroup
	for i := 0; i < goroutines; i++ {
		wg.Add(1)
		go sleeper(&wg)
	}
	wg.Wait()
	fmt.Println("slept:", goroutines)
}
