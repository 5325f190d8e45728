// RUN: timeout 900 %minigo_dir/minigo run -O0 %s | FileCheck --match-full-lines %s
// Thousands of connections at once on localhost, as many as the limit of open files admits; each talks when all are there.
// CHECK: true 0
package main

import (
	"bufio"
	"fmt"
	"io"
	"net"
	"sync"
	"sync/atomic"
	"syscall"
)

func main() {
	var lim syscall.Rlimit
	syscall.Getrlimit(syscall.RLIMIT_NOFILE, &lim)
	n := 4000
	if lim.Cur < uint64(2*n+100) {
		n = int(lim.Cur-100) / 2
	}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				r := bufio.NewReader(c)
				for {
					s, err := r.ReadString('\n')
					if err != nil {
						return
					}
					io.WriteString(c, "re "+s)
				}
			}()
		}
	}()
	var wg, all sync.WaitGroup
	var ok, failed atomic.Int64
	all.Add(n)
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			c, err := net.Dial("tcp", l.Addr().String())
			if err != nil {
				all.Done()
				failed.Add(1)
				return
			}
			defer c.Close()
			all.Done()
			all.Wait() // all are connected at once
			r := bufio.NewReader(c)
			for j := range 5 {
				fmt.Fprintf(c, "%d %d\n", i, j)
				s, err := r.ReadString('\n')
				if err == nil && s == fmt.Sprintf("re %d %d\n", i, j) {
					ok.Add(1)
				}
			}
		}()
	}
	wg.Wait()
	l.Close()
	fmt.Println(ok.Load() == int64(5*n), failed.Load())
}
