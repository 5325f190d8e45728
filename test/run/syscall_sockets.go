// RUN: %minigo run %s | FileCheck --match-full-lines %s
// Package syscall: sizes of the system's structs, netlink, inotify, addresses of sockets.
package main

import (
	"fmt"
	"os"
	. "syscall"
	"unsafe"
)

func check(err error) {
	if err != nil {
		panic(err)
	}
}

func sizes() {
	for i, pair := range [][2]uintptr{
		{unsafe.Sizeof(RawSockaddrAny{}), SizeofSockaddrAny}, {unsafe.Sizeof(RawSockaddrInet4{}), SizeofSockaddrInet4},
		{unsafe.Sizeof(RawSockaddrInet6{}), SizeofSockaddrInet6}, {unsafe.Sizeof(RawSockaddrUnix{}), SizeofSockaddrUnix},
		{unsafe.Sizeof(RawSockaddrLinklayer{}), SizeofSockaddrLinklayer}, {unsafe.Sizeof(RawSockaddrNetlink{}), SizeofSockaddrNetlink},
		{unsafe.Sizeof(Msghdr{}), SizeofMsghdr}, {unsafe.Sizeof(Cmsghdr{}), SizeofCmsghdr}, {unsafe.Sizeof(Ucred{}), SizeofUcred},
		{unsafe.Sizeof(TCPInfo{}), SizeofTCPInfo}, {unsafe.Sizeof(IPMreqn{}), SizeofIPMreqn}, {unsafe.Sizeof(IPv6Mreq{}), SizeofIPv6Mreq},
		{unsafe.Sizeof(IPv6MTUInfo{}), SizeofIPv6MTUInfo}, {unsafe.Sizeof(ICMPv6Filter{}), SizeofICMPv6Filter},
		{unsafe.Sizeof(Inet4Pktinfo{}), SizeofInet4Pktinfo}, {unsafe.Sizeof(Inet6Pktinfo{}), SizeofInet6Pktinfo},
		{unsafe.Sizeof(NlMsghdr{}), SizeofNlMsghdr}, {unsafe.Sizeof(NlMsgerr{}), SizeofNlMsgerr}, {unsafe.Sizeof(RtMsg{}), SizeofRtMsg},
		{unsafe.Sizeof(RtNexthop{}), SizeofRtNexthop}, {unsafe.Sizeof(IfInfomsg{}), SizeofIfInfomsg}, {unsafe.Sizeof(IfAddrmsg{}), SizeofIfAddrmsg},
		{unsafe.Offsetof(InotifyEvent{}.Name), SizeofInotifyEvent}, {unsafe.Sizeof(SockFprog{}), SizeofSockFprog},
	} {
		if pair[0] != pair[1] {
			fmt.Println("size of struct", i, "is", pair[0], "not", pair[1])
		}
	}
	fmt.Println(unsafe.Sizeof(PtraceRegs{}), unsafe.Sizeof(Timex{}), unsafe.Sizeof(Ustat_t{}))
	fmt.Println(CmsgLen(4), CmsgSpace(4), CmsgSpace(0), AF_MAX, SOMAXCONN, EPOLLET, SYS_PRLIMIT64, uint32(TIOCGPTN))
}

func links() {
	answer, err := NetlinkRIB(RTM_GETLINK, AF_UNSPEC)
	check(err)
	messages, err := ParseNetlinkMessage(answer)
	check(err)
	for _, m := range messages {
		if m.Header.Type != RTM_NEWLINK {
			continue
		}
		attributes, err := ParseNetlinkRouteAttr(&m)
		check(err)
		for _, a := range attributes {
			if a.Attr.Type == IFLA_IFNAME && string(a.Value) == "lo\x00" {
				fmt.Println("lo", (*IfInfomsg)(unsafe.Pointer(&m.Data[0])).Flags&IFF_LOOPBACK != 0)
			}
		}
	}
	_, err = ParseNetlinkMessage([]byte{255, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0})
	fmt.Println(err)
}

func watch() {
	directory, err := os.MkdirTemp("", "watch")
	check(err)
	defer os.RemoveAll(directory)
	fd, err := InotifyInit1(IN_CLOEXEC)
	check(err)
	_, err = InotifyAddWatch(fd, directory, IN_CREATE)
	check(err)
	check(os.WriteFile(directory+"/new", nil, 0o600))
	buffer := make([]byte, 200)
	n, err := Read(fd, buffer)
	event := (*InotifyEvent)(unsafe.Pointer(&buffer[0]))
	fmt.Printf("%v %v %q %v\n", n == SizeofInotifyEvent+int(event.Len), event.Mask == IN_CREATE, buffer[SizeofInotifyEvent:][:4], err)
	Close(fd)
	_, err = Getxattr(directory+"/none", "user.x", buffer)
	fmt.Println(err)
}

func addresses() {
	fd, err := Socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, 0)
	check(err)
	check(Bind(fd, &SockaddrInet4{Addr: [4]byte{127, 0, 0, 1}}))
	check(Listen(fd, 1))
	own, err := Getsockname(fd)
	check(err)
	client, err := Socket(AF_INET, SOCK_STREAM|SOCK_CLOEXEC, 0)
	check(err)
	check(Connect(client, own))
	server, from, err := Accept(fd)
	check(err)
	theirs, err := Getsockname(client)
	fmt.Println(from.(*SockaddrInet4).Port == theirs.(*SockaddrInet4).Port, from.(*SockaddrInet4).Addr, err)
	n, err := SendmsgN(client, []byte("hello"), nil, nil, 0)
	fmt.Println(n, err)
	buffer := make([]byte, 10)
	n, _, _, who, err := Recvmsg(server, buffer, nil, 0)
	fmt.Printf("%q %v %v\n", buffer[:n], who, err)
	check(SetsockoptLinger(server, SOL_SOCKET, SO_LINGER, &Linger{1, 0}))
	Close(server)
	_, err = Read(client, buffer)
	fmt.Println(err)
	fmt.Println(Bind(client, &SockaddrInet4{Port: 70000}), Bind(client, &SockaddrUnix{Name: string(make([]byte, 200))}))
	_, err = Getpeername(fd)
	fmt.Println(err)
}

func main() {
	sizes()
	links()
	watch()
	addresses()
}

// CHECK: 216 208 32
// CHECK-NEXT: 20 24 16 39 128 -2147483648 302 2147767344
// CHECK-NEXT: lo true
// CHECK-NEXT: invalid argument
// CHECK-NEXT: true true "new\x00" <nil>
// CHECK-NEXT: no such file or directory
// CHECK-NEXT: true [127 0 0 1] <nil>
// CHECK-NEXT: 5 <nil>
// CHECK-NEXT: "hello" <nil> <nil>
// CHECK-NEXT: connection reset by peer
// CHECK-NEXT: invalid argument invalid argument
// CHECK-NEXT: transport endpoint is not connected
