// RUN: timeout 900 %minigo_dir/minigo run -O0 %s | FileCheck --match-full-lines %s
// UDP on localhost, unix sockets of all kinds, and net.Pipe.
package main

import (
	"errors"
	"fmt"
	"io"
	"net"
	"net/netip"
	"os"
	"path/filepath"
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

func text(err error, addresses ...net.Addr) string {
	s := fmt.Sprint(err)
	for i, a := range addresses {
		s = strings.ReplaceAll(s, a.String(), fmt.Sprint("A", i))
	}
	return s
}

func udp() {
	server, err := net.ListenUDP("udp4", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	check(err)
	go func() {
		buffer := make([]byte, 100)
		for {
			n, from, err := server.ReadFrom(buffer)
			if err != nil {
				return
			}
			server.WriteTo([]byte(strings.ToUpper(string(buffer[:n]))), from)
		}
	}()
	c, err := net.Dial("udp", server.LocalAddr().String())
	check(err)
	buffer := make([]byte, 100)
	for _, s := range []string{"one", "", "three"} {
		fmt.Fprint(c, s)
		if s == "" {
			c.Write(nil)
		}
		n, err := c.Read(buffer)
		fmt.Printf("%q %v\n", buffer[:n], err)
	}
	c.Close()
	server.Close()

	a, err := net.ListenUDP("udp", &net.UDPAddr{IP: net.IPv6loopback})
	if err != nil { // no IPv6 here
		a, err = net.ListenUDP("udp", &net.UDPAddr{IP: net.IPv4(127, 0, 0, 1)})
	}
	check(err)
	b, err := net.ListenUDP("udp", a.LocalAddr().(*net.UDPAddr))
	fmt.Println(b, errors.Is(err, syscall.EADDRINUSE))
	b, err = net.ListenUDP("udp", &net.UDPAddr{IP: a.LocalAddr().(*net.UDPAddr).IP})
	check(err)
	to := b.LocalAddr().(*net.UDPAddr).AddrPort()
	n, err := a.WriteToUDPAddrPort([]byte("to an AddrPort"), to)
	fmt.Println(n, err)
	n, from, err := b.ReadFromUDPAddrPort(buffer)
	fmt.Printf("%q %v %v\n", buffer[:n], from == a.LocalAddr().(*net.UDPAddr).AddrPort(), err)
	n, oobn, err := a.WriteMsgUDP([]byte("a message"), nil, net.UDPAddrFromAddrPort(to))
	fmt.Println(n, oobn, err)
	n, oobn, flags, addr, err := b.ReadMsgUDP(buffer[:4], nil)
	fmt.Printf("%q %d %v %v %v\n", buffer[:n], oobn, flags&syscall.MSG_TRUNC != 0, addr.String() == a.LocalAddr().String(), err)
	a.SetReadDeadline(time.Now().Add(time.Millisecond))
	_, _, err = a.ReadFrom(buffer)
	fmt.Println(text(err, a.LocalAddr()), errors.Is(err, os.ErrDeadlineExceeded))
	_, err = a.Write([]byte("x"))
	fmt.Println(text(err, a.LocalAddr()))
	_, err = a.WriteTo(make([]byte, 70000), b.LocalAddr())
	fmt.Println(text(err, a.LocalAddr(), b.LocalAddr()))
	a.Close()
	_, err = a.WriteTo([]byte("x"), b.LocalAddr())
	fmt.Println(text(err, a.LocalAddr(), b.LocalAddr()))
	fmt.Println(netip.MustParseAddrPort("[::1]:80"), net.UDPAddrFromAddrPort(netip.MustParseAddrPort("1.2.3.4:5")))
}

func unix(directory string) {
	name := filepath.Join(directory, "socket")
	for _, address := range []string{name, "@minigo-test-" + fmt.Sprint(os.Getpid())} {
		l, err := net.Listen("unix", address)
		check(err)
		fmt.Println(l.Addr().Network(), l.Addr().String() == address)
		_, err = net.Listen("unix", address)
		fmt.Println(text(err, l.Addr()))
		var all sync.WaitGroup
		all.Go(func() {
			c, err := l.Accept()
			check(err)
			defer c.Close()
			fmt.Printf("%q %v\n", c.RemoteAddr(), c.LocalAddr().String() == address)
			got, err := io.ReadAll(c)
			fmt.Printf("%q %v\n", got, err)
		})
		c, err := net.Dial("unix", address)
		check(err)
		fmt.Printf("%q %v\n", c.LocalAddr(), c.RemoteAddr().String() == address)
		c.Write([]byte("hello"))
		c.Close()
		all.Wait()
		l.Close()
		_, err = os.Stat(name)
		fmt.Println(errors.Is(err, os.ErrNotExist))
		_, err = net.Dial("unix", address)
		fmt.Println(text(err, l.Addr()))
	}

	a, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: name + "1", Net: "unixgram"})
	check(err)
	b, err := net.ListenUnixgram("unixgram", &net.UnixAddr{Name: name + "2", Net: "unixgram"})
	check(err)
	n, err := a.WriteTo([]byte("datagram"), b.LocalAddr())
	fmt.Println(n, err)
	buffer := make([]byte, 100)
	n, from, err := b.ReadFrom(buffer)
	fmt.Printf("%q %v %v\n", buffer[:n], from.String() == name+"1", err)
	nameless, err := net.Dial("unixgram", name+"2")
	check(err)
	nameless.Write([]byte("from nobody"))
	n, from, err = b.ReadFrom(buffer)
	fmt.Printf("%q %v %v\n", buffer[:n], from, err)
	l, err := net.ListenUnix("unixpacket", &net.UnixAddr{Name: name + "3", Net: "unixpacket"})
	check(err)
	c, err := net.Dial("unixpacket", name+"3")
	check(err)
	s, err := l.AcceptUnix()
	check(err)
	c.Write([]byte("one"))
	c.Write([]byte("two"))
	n, err = s.Read(buffer)
	fmt.Printf("%q %v\n", buffer[:n], err)
	n, err = s.Read(buffer)
	fmt.Printf("%q %v\n", buffer[:n], err)
	_, err = net.Listen("unix", strings.Repeat("x", 200))
	fmt.Println(err != nil, errors.Is(err, syscall.EINVAL))
}

// passing sends a file through a socket.
func passing() {
	pair, err := syscall.Socketpair(syscall.AF_UNIX, syscall.SOCK_STREAM|syscall.SOCK_CLOEXEC, 0)
	check(err)
	var ends [2]*net.UnixConn
	for i, fd := range pair {
		f := os.NewFile(uintptr(fd), "end")
		c, err := net.FileConn(f)
		check(err)
		f.Close()
		ends[i] = c.(*net.UnixConn)
	}
	r, w, err := os.Pipe()
	check(err)
	n, oobn, err := ends[0].WriteMsgUnix([]byte("take it"), syscall.UnixRights(int(w.Fd())), nil)
	fmt.Println(n, oobn, err)
	w.Close()
	data, oob := make([]byte, 100), make([]byte, syscall.CmsgSpace(4))
	n, oobn, _, _, err = ends[1].ReadMsgUnix(data, oob)
	fmt.Printf("%q %d %v\n", data[:n], oobn, err)
	messages, err := syscall.ParseSocketControlMessage(oob[:oobn])
	check(err)
	fds, err := syscall.ParseUnixRights(&messages[0])
	fmt.Println(len(messages), len(fds), err)
	passed := os.NewFile(uintptr(fds[0]), "passed")
	passed.WriteString("through the passed file")
	passed.Close()
	got, err := io.ReadAll(r)
	fmt.Printf("%q %v\n", got, err)
	raw, err := ends[0].SyscallConn()
	check(err)
	raw.Control(func(fd uintptr) {
		who, err := syscall.GetsockoptUcred(int(fd), syscall.SOL_SOCKET, syscall.SO_PEERCRED)
		fmt.Println(int(who.Pid) == os.Getpid(), int(who.Uid) == os.Getuid(), err)
	})
}

func pipe() {
	a, b := net.Pipe()
	go func() {
		fmt.Fprint(a, "through a pipe")
		a.Close()
	}()
	got, err := io.ReadAll(b)
	fmt.Printf("%q %v %v\n", got, err, b.LocalAddr())
	_, err = a.Write([]byte("x"))
	fmt.Println(err)
	c, _ := net.Pipe()
	c.SetDeadline(time.Now().Add(time.Millisecond))
	_, err = c.Read(make([]byte, 1))
	fmt.Println(err, errors.Is(err, os.ErrDeadlineExceeded))
}

func main() {
	directory, err := os.MkdirTemp("", "net")
	check(err)
	defer os.RemoveAll(directory)
	udp()
	unix(directory)
	passing()
	pipe()
}

// CHECK: "ONE" <nil>
// CHECK-NEXT: "" <nil>
// CHECK-NEXT: "" <nil>
// CHECK-NEXT: <nil> true
// CHECK-NEXT: 14 <nil>
// CHECK-NEXT: "to an AddrPort" true <nil>
// CHECK-NEXT: 9 0 <nil>
// CHECK-NEXT: "a me" 0 true true <nil>
// CHECK-NEXT: read udp A0: i/o timeout true
// CHECK-NEXT: write udp A0: write: destination address required
// CHECK-NEXT: write udp A0->A1: sendto: message too long
// CHECK-NEXT: write udp A0->A1: use of closed network connection
// CHECK-NEXT: [::1]:80 1.2.3.4:5
// CHECK-NEXT: unix true
// CHECK-NEXT: listen unix A0: bind: address already in use
// CHECK-NEXT: "@" true
// CHECK-NEXT: "@" true
// CHECK-NEXT: "hello" <nil>
// CHECK-NEXT: true
// CHECK-NEXT: dial unix A0: connect: no such file or directory
// CHECK-NEXT: unix true
// CHECK-NEXT: listen unix A0: bind: address already in use
// CHECK-NEXT: "@" true
// CHECK-NEXT: "@" true
// CHECK-NEXT: "hello" <nil>
// CHECK-NEXT: true
// CHECK-NEXT: dial unix A0: connect: connection refused
// CHECK-NEXT: 8 <nil>
// CHECK-NEXT: "datagram" true <nil>
// CHECK-NEXT: "from nobody" <nil> <nil>
// CHECK-NEXT: "one" <nil>
// CHECK-NEXT: "two" <nil>
// CHECK-NEXT: true true
// CHECK-NEXT: 7 24 <nil>
// CHECK-NEXT: "take it" 24 <nil>
// CHECK-NEXT: 1 1 <nil>
// CHECK-NEXT: "through the passed file" <nil>
// CHECK-NEXT: true true <nil>
// CHECK-NEXT: "through a pipe" <nil> pipe
// CHECK-NEXT: io: read/write on closed pipe
// CHECK-NEXT: read pipe: i/o timeout true
