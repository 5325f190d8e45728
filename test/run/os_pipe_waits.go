// RUN: %minigo build -o %t %s
// RUN: env GOMAXPROCS=1 %t | FileCheck --match-full-lines %s
// RUN: env GOMAXPROCS=2 %t | FileCheck --match-full-lines %s
// RUN: env GOMAXPROCS=4 MINIGO_SLOTS=2 %t | FileCheck --match-full-lines %s
// Goroutines that wait for pipes hold up no other, and wake when data, a deadline or Close comes.
package main

import (
	"errors"
	"fmt"
	"os"
	"sync"
	"time"
)

func pipe() (r, w *os.File) {
	r, w, err := os.Pipe()
	if err != nil {
		panic(err)
	}
	return r, w
}

// A ring of goroutines passes bytes on.
func ring(n, rounds int) {
	first, to := pipe()
	from := first
	for i := range n {
		var r, w *os.File
		if i < n-1 {
			r, w = pipe()
		}
		go func(in, out *os.File, last bool) {
			b := make([]byte, 1)
			for {
				if _, err := in.Read(b); err != nil {
					if !last {
						out.Close()
					}
					return
				}
				if !last {
					out.Write(b)
				} else {
					passed <- int(b[0])
				}
			}
		}(from, w, i == n-1)
		from = r
	}
	sum := 0
	for i := range rounds {
		to.Write([]byte{byte(i)})
		sum += <-passed
	}
	to.Close()
	fmt.Println("ring", sum)
}

var passed = make(chan int)

// More than a pipe holds goes through it, both ways at once.
func large() {
	r, w := pipe()
	var wg sync.WaitGroup
	data := make([]byte, 1<<20)
	for i := range data {
		data[i] = byte(i * 7)
	}
	wg.Go(func() {
		n, err := w.Write(data)
		fmt.Println("written", n, err)
		w.Close()
	})
	sum, count := 0, 0
	b := make([]byte, 5000)
	for {
		n, err := r.Read(b)
		for i, c := range b[:n] {
			if c != byte((count+i)*7) {
				fmt.Println("wrong byte", count+i)
				return
			}
			sum += int(c)
		}
		count += n
		if err != nil {
			wg.Wait()
			fmt.Println("read", count, sum, err)
			return
		}
	}
}

func closing() {
	r, w := pipe()
	done := make(chan error)
	for range 2 {
		go func() {
			_, err := r.Read(make([]byte, 1))
			done <- err
		}()
	}
	time.Sleep(5 * time.Millisecond)
	fmt.Println(r.Close(), r.Close())
	for range 2 {
		err := <-done
		fmt.Println(err, errors.Is(err, os.ErrClosed))
	}
	_, err := w.Write([]byte("x"))
	fmt.Println(err)
}

func deadlines() {
	r, w := pipe()
	b := make([]byte, 1)
	start := time.Now()
	r.SetReadDeadline(start.Add(10 * time.Millisecond))
	_, err := r.Read(b)
	fmt.Println(err, time.Since(start) >= 10*time.Millisecond)
	w.Write([]byte("a"))
	_, err = r.Read(b)
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded)) // although there is data
	r.SetReadDeadline(time.Time{})
	n, err := r.Read(b)
	fmt.Println(n, err)
	go func() {
		time.Sleep(2 * time.Millisecond)
		r.SetDeadline(time.Unix(1, 0)) // wakes
	}()
	_, err = r.Read(b)
	fmt.Println(err)
	w.SetWriteDeadline(time.Now().Add(5 * time.Millisecond))
	n, err = w.Write(make([]byte, 1<<17))
	fmt.Println(n, err)
}

// Nobody can go on but through a descriptor that another program writes to: no deadlock.
func outside() {
	r, w := pipe()
	process, err := os.StartProcess("/bin/sh", []string{"sh", "-c", "sleep 0.05; echo hello"},
		&os.ProcAttr{Files: []*os.File{nil, w}})
	if err != nil {
		panic(err)
	}
	w.Close()
	b := make([]byte, 10)
	n, err := r.Read(b)
	fmt.Println(string(b[:n-1]), err)
	process.Wait()
}

func main() {
	ring(20, 200) // CHECK: ring 19900
	large()       // CHECK-NEXT: written 1048576 <nil>
	closing()     // CHECK-NEXT: read 1048576 133693440 EOF
	deadlines()   // CHECK-NEXT: <nil> close |0: file already closed
	outside()     // CHECK-NEXT: read |0: file already closed true
}

// CHECK-NEXT: read |0: file already closed true
// CHECK-NEXT: write |1: broken pipe
// CHECK-NEXT: read |0: i/o timeout true
// CHECK-NEXT: true
// CHECK-NEXT: 1 <nil>
// CHECK-NEXT: read |0: i/o timeout
// CHECK-NEXT: 65536 write |1: i/o timeout
// CHECK-NEXT: hello <nil>
