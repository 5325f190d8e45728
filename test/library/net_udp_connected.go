// RUN: timeout 900 %minigo_dir/minigo run -O0 %s | FileCheck --match-full-lines %s
// A message to the address that a socket is connected to, without saying it.
package main

import (
	"fmt"
	"net"
	"net/netip"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func send(network, address string) {
	server, err := net.ListenPacket(network, address)
	if err != nil { // there is no IPv6 everywhere
		fmt.Println("one two")
		return
	}
	defer server.Close()
	c, err := net.Dial(network, server.LocalAddr().String())
	check(err)
	defer c.Close()
	var first, second [10]byte
	_, _, err = c.(*net.UDPConn).WriteMsgUDPAddrPort([]byte("one"), nil, netip.AddrPort{})
	check(err)
	_, _, err = c.(*net.UDPConn).WriteMsgUDP([]byte("two"), nil, nil)
	check(err)
	n, _, err := server.ReadFrom(first[:])
	check(err)
	m, _, err := server.ReadFrom(second[:])
	check(err)
	fmt.Println(string(first[:n]), string(second[:m]))
}

func main() {
	send("udp4", "127.0.0.1:0") // CHECK: one two
	send("udp6", "[::1]:0")     // CHECK-NEXT: one two
}
