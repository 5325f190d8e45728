// RUN: timeout 900 %minigo_dir/minigo run -O0 %s | FileCheck --match-full-lines %s
// TCP on localhost: many clients of an echo server at once, half-closed connections, deadlines, closing what others
// wait for, errors.
package main

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func listen() *net.TCPListener {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	check(err)
	return l.(*net.TCPListener)
}

// pair returns both ends of a connection.
func pair() (client, server *net.TCPConn) {
	l := listen()
	defer l.Close()
	c, err := net.Dial("tcp", l.Addr().String())
	check(err)
	s, err := l.Accept()
	check(err)
	return c.(*net.TCPConn), s.(*net.TCPConn)
}

// text hides ports, which the system chooses.
func text(err error, addresses ...net.Addr) string {
	s := fmt.Sprint(err)
	for i, a := range addresses {
		s = strings.ReplaceAll(s, a.String(), fmt.Sprint("A", i))
	}
	return s
}

func echo() {
	l := listen()
	ended := make(chan error, 2)
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				ended <- err
				return
			}
			go func() {
				defer c.Close()
				io.Copy(c, c)
			}()
		}
	}()
	var all sync.WaitGroup
	var lock sync.Mutex
	lines := 0
	for i := range 100 {
		all.Go(func() {
			c, err := net.Dial("tcp", l.Addr().String())
			check(err)
			defer c.Close()
			in := bufio.NewScanner(c)
			for j := range 20 {
				want := fmt.Sprint("client ", i, " line ", j)
				fmt.Fprintln(c, want)
				if !in.Scan() || in.Text() != want {
					panic(in.Text())
				}
				lock.Lock()
				lines++
				lock.Unlock()
			}
		})
	}
	all.Wait()
	fmt.Println("lines:", lines)
	go func() {
		_, err := l.Accept() // the second one, too, learns of the close
		ended <- err
	}()
	time.Sleep(time.Millisecond)
	l.Close()
	for range 2 {
		err := <-ended
		fmt.Println(errors.Is(err, net.ErrClosed), text(err, l.Addr()))
	}
	_, err := net.Dial("tcp", l.Addr().String())
	fmt.Println(text(err, l.Addr()), errors.Is(err, syscall.ECONNREFUSED))
	fmt.Println(text(l.Close(), l.Addr()))
}

func halves() {
	c, s := pair()
	const size = 4 << 20 // more than the system keeps
	go func() {
		n, err := c.Write(make([]byte, size))
		fmt.Println("written", n, err)
		check(c.CloseWrite())
	}()
	n, err := io.Copy(io.Discard, s)
	fmt.Println("read", n, err)
	s.Write([]byte("answer"))
	s.Close()
	answer, err := io.ReadAll(c)
	fmt.Printf("%q %v\n", answer, err)
	n1, err := c.Read(make([]byte, 0))
	fmt.Println(n1, err)
	n1, err = c.Read(make([]byte, 1))
	fmt.Println(n1, err)
	c.Close()
	_, err = c.Read(make([]byte, 1))
	fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()))
	fmt.Println(errors.Is(err, net.ErrClosed), errors.Is(err, os.ErrClosed))
}

func deadlines() {
	c, s := pair()
	c.SetReadDeadline(time.Now().Add(time.Millisecond))
	_, err := c.Read(make([]byte, 1))
	fmt.Println(text(err, c.LocalAddr(), c.RemoteAddr()), errors.Is(err, os.ErrDeadlineExceeded), err.(net.Error).Timeout())
	fmt.Printf("%T\n", os.ErrDeadlineExceeded)
	s.Write([]byte("x"))
	_, err = c.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
	c.SetReadDeadline(time.Time{})
	n, err := c.Read(make([]byte, 1))
	fmt.Println(n, err)
	go func() {
		time.Sleep(time.Millisecond)
		c.SetDeadline(time.Unix(1, 0))
	}()
	_, err = c.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, os.ErrDeadlineExceeded))
	c.SetDeadline(time.Time{})
	go func() {
		time.Sleep(time.Millisecond)
		c.Close()
	}()
	_, err = c.Read(make([]byte, 1))
	fmt.Println(errors.Is(err, net.ErrClosed))
	s.SetLinger(0)
	fmt.Println(s.SetNoDelay(false), s.SetKeepAlive(true), s.SetKeepAlivePeriod(time.Minute), s.SetReadBuffer(1<<16), s.Close())

	l := listen()
	defer l.Close()
	l.SetDeadline(time.Now().Add(time.Millisecond))
	_, err = l.Accept()
	fmt.Println(text(err, l.Addr()))
}

func dialing() {
	l := listen()
	defer l.Close()
	_, err := net.Listen("tcp", l.Addr().String())
	fmt.Println(text(err, l.Addr()), errors.Is(err, syscall.EADDRINUSE))
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err = new(net.Dialer).DialContext(ctx, "tcp", l.Addr().String())
	fmt.Println(text(err, l.Addr()))
	_, err = (&net.Dialer{Deadline: time.Unix(1, 0)}).Dial("tcp", l.Addr().String())
	fmt.Println(text(err, l.Addr()))
	for _, address := range []string{"127.0.0.1", "127.0.0.1:99999", "127.0.0.1:nonsense", "[::1", "1.2.3:4:5"} {
		_, err = net.Dial("tcp", address)
		fmt.Println(err)
	}
	_, err = net.Dial("tcp9", "127.0.0.1:1")
	fmt.Println(err)
	controlled := ""
	config := net.ListenConfig{Control: func(network, address string, c syscall.RawConn) error {
		return c.Control(func(fd uintptr) {
			controlled = fmt.Sprint(network, " ", address, " ", syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, 15, 1))
		})
	}}
	l2, err := config.Listen(context.Background(), "tcp", "127.0.0.1:0")
	check(err)
	fmt.Println(controlled)
	l3, err := config.Listen(context.Background(), "tcp", l2.Addr().String())
	fmt.Println(l3.Addr().String() == l2.Addr().String(), err)
}

func files() {
	c, s := pair()
	f, err := c.File()
	check(err)
	fmt.Println(strings.Count(f.Name(), "127.0.0.1"), err)
	c.Close()
	f.Write([]byte("through the file"))
	b := make([]byte, 100)
	n, err := s.Read(b)
	fmt.Printf("%q %v\n", b[:n], err)
	connection, err := net.FileConn(f)
	check(err)
	again := connection.(*net.TCPConn)
	f.Close()
	again.Write([]byte("and again"))
	n, err = s.Read(b)
	fmt.Printf("%q %v\n", b[:n], err)

	whole, err := os.CreateTemp("", "sendfile")
	check(err)
	defer os.Remove(whole.Name())
	fmt.Fprint(whole, strings.Repeat("0123456789", 100000))
	whole.Seek(10, io.SeekStart)
	sent := make(chan bool)
	go func() {
		n, err := io.Copy(s, whole)
		fmt.Println("sent", n, err)
		s.CloseWrite()
		close(sent)
	}()
	got, err := io.ReadAll(again)
	<-sent
	fmt.Println(len(got), string(got[:12]), err)

	raw, err := s.SyscallConn()
	check(err)
	raw.Control(func(fd uintptr) {
		kind, err := syscall.GetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_TYPE)
		fmt.Println(kind == syscall.SOCK_STREAM, err)
	})
	go again.Write([]byte("raw"))
	err = raw.Read(func(fd uintptr) bool {
		n, err := syscall.Read(int(fd), b)
		if err == syscall.EAGAIN {
			return false
		}
		fmt.Println(string(b[:n]), err)
		return true
	})
	fmt.Println(err)
	again, s = pair()
	buffers := net.Buffers{[]byte("one "), []byte("two "), []byte("three")}
	n64, err := buffers.WriteTo(s)
	fmt.Println(n64, err, len(buffers))
	n, err = io.ReadFull(again, b[:13])
	fmt.Printf("%q %v\n", b[:n], err)
}

func main() {
	echo()
	halves()
	deadlines()
	dialing()
	files()
}

// CHECK: lines: 2000
// CHECK-NEXT: true accept tcp A0: use of closed network connection
// CHECK-NEXT: true accept tcp A0: use of closed network connection
// CHECK-NEXT: dial tcp A0: connect: connection refused true
// CHECK-NEXT: close tcp A0: use of closed network connection
// CHECK-NEXT: written 4194304 <nil>
// CHECK-NEXT: read 4194304 <nil>
// CHECK-NEXT: "answer" <nil>
// CHECK-NEXT: 0 <nil>
// CHECK-NEXT: 0 EOF
// CHECK-NEXT: read tcp A0->A1: use of closed network connection
// CHECK-NEXT: true false
// CHECK-NEXT: read tcp A0->A1: i/o timeout true true
// CHECK-NEXT: *poll.DeadlineExceededError
// CHECK-NEXT: true
// CHECK-NEXT: 1 <nil>
// CHECK-NEXT: true
// CHECK-NEXT: true
// CHECK-NEXT: <nil> <nil> <nil> <nil> <nil>
// CHECK-NEXT: accept tcp A0: i/o timeout
// CHECK-NEXT: listen tcp A0: bind: address already in use true
// CHECK-NEXT: dial tcp A0: operation was canceled
// CHECK-NEXT: dial tcp A0: i/o timeout
// CHECK-NEXT: dial tcp: address 127.0.0.1: missing port in address
// CHECK-NEXT: dial tcp: address 99999: invalid port
// CHECK-NEXT: dial tcp: lookup tcp/nonsense: unknown port
// CHECK-NEXT: dial tcp: address [::1: missing ']' in address
// CHECK-NEXT: dial tcp: address 1.2.3:4:5: too many colons in address
// CHECK-NEXT: dial tcp9: unknown network tcp9
// CHECK-NEXT: tcp4 127.0.0.1:0 <nil>
// CHECK-NEXT: true <nil>
// CHECK-NEXT: 2 <nil>
// CHECK-NEXT: "through the file" <nil>
// CHECK-NEXT: "and again" <nil>
// CHECK-NEXT: sent 999990 <nil>
// CHECK-NEXT: 999990 012345678901 <nil>
// CHECK-NEXT: true <nil>
// CHECK-NEXT: raw <nil>
// CHECK-NEXT: <nil>
// CHECK-NEXT: 13 <nil> 0
// CHECK-NEXT: "one two three" <nil>
