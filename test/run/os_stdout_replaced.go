// RUN: %minigo run %s 2>&1 | FileCheck --strict-whitespace --match-full-lines %s
// What fmt prints goes where os.Stdout leads at that time.
package main

import (
	"fmt"
	"os"
)

func readAll(f *os.File) (text string, err error) {
	b := make([]byte, 512)
	for {
		n, err := f.Read(b)
		text += string(b[:n])
		if err != nil {
			return text, nil
		}
	}
}

func main() {
	fmt.Println("before")
	old := os.Stdout
	r, w, _ := os.Pipe()
	os.Stdout = w
	text := make(chan string)
	go func() {
		data, _ := readAll(r)
		text <- data
	}()
	for i := range 20000 {
		fmt.Println("captured", i)
	}
	w.Close()
	os.Stdout = old
	captured := <-text
	fmt.Println(len(captured), captured[:10])
}

// CHECK:before
// CHECK-NEXT:288890 captured 0
