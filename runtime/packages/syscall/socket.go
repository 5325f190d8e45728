package syscall

import "unsafe"

// SocketDisableIPv6 makes Socket refuse sockets of IPv6.
var SocketDisableIPv6 bool

// Socket makes a socket.
func Socket(domain, typ, proto int) (fd int, err error) {
	if domain == AF_INET6 && SocketDisableIPv6 {
		return -1, EAFNOSUPPORT
	}
	return number(SYS_SOCKET, uintptr(domain), uintptr(typ), uintptr(proto), 0, 0, 0)
}

// Socketpair makes two that are connected.
func Socketpair(domain, typ, proto int) (fd [2]int, err error) {
	var pair [2]int32
	err = done(SYS_SOCKETPAIR, uintptr(domain), uintptr(typ), uintptr(proto), uintptr(unsafe.Pointer(&pair)), 0, 0)
	if err == nil {
		fd = [2]int{int(pair[0]), int(pair[1])}
	}
	return fd, err
}

// withAddress makes a system call with a socket and an address.
func withAddress(trap uintptr, fd int, sa Sockaddr) error {
	var raw RawSockaddrAny
	length, err := sa.raw(&raw)
	if err != nil {
		return err
	}
	return done(trap, uintptr(fd), uintptr(unsafe.Pointer(&raw)), uintptr(length), 0, 0, 0)
}

func Bind(fd int, sa Sockaddr) error    { return withAddress(SYS_BIND, fd, sa) }
func Connect(fd int, sa Sockaddr) error { return withAddress(SYS_CONNECT, fd, sa) }

func Listen(s int, n int) error { return done(SYS_LISTEN, uintptr(s), uintptr(n), 0, 0, 0, 0) }
func Shutdown(fd int, how int) error {
	return done(SYS_SHUTDOWN, uintptr(fd), uintptr(how), 0, 0, 0, 0)
}

// Accept takes a connection, and returns who made it.
func Accept(fd int) (nfd int, sa Sockaddr, err error) { return Accept4(fd, 0) }

func Accept4(fd int, flags int) (nfd int, sa Sockaddr, err error) {
	var raw RawSockaddrAny
	length := uint32(SizeofSockaddrAny)
	nfd, err = number(SYS_ACCEPT4, uintptr(fd), uintptr(unsafe.Pointer(&raw)), uintptr(unsafe.Pointer(&length)), uintptr(flags), 0, 0)
	if err != nil {
		return nfd, nil, err
	}
	if sa, err = sockaddr(&raw); err != nil {
		Close(nfd)
		nfd = 0
	}
	return nfd, sa, err
}

// addressOf makes a system call that tells an address of a socket.
func addressOf(trap uintptr, fd int) (Sockaddr, error) {
	var raw RawSockaddrAny
	length := uint32(SizeofSockaddrAny)
	if err := done(trap, uintptr(fd), uintptr(unsafe.Pointer(&raw)), uintptr(unsafe.Pointer(&length)), 0, 0, 0); err != nil {
		return nil, err
	}
	return sockaddr(&raw)
}

func Getsockname(fd int) (sa Sockaddr, err error) { return addressOf(SYS_GETSOCKNAME, fd) }
func Getpeername(fd int) (sa Sockaddr, err error) { return addressOf(SYS_GETPEERNAME, fd) }

func receive(fd int, p []byte, flags int, from *RawSockaddrAny) (n int, err error) {
	length := uint32(SizeofSockaddrAny)
	return number(SYS_RECVFROM, uintptr(fd), uintptr(start(p)), uintptr(len(p)), uintptr(flags), uintptr(unsafe.Pointer(from)), uintptr(unsafe.Pointer(&length)))
}

func send(fd int, p []byte, flags int, to *RawSockaddrAny, length uint32) error {
	return done(SYS_SENDTO, uintptr(fd), uintptr(start(p)), uintptr(len(p)), uintptr(flags), uintptr(unsafe.Pointer(to)), uintptr(length))
}

// Recvfrom reads a message, and returns who sent it.
func Recvfrom(fd int, p []byte, flags int) (n int, from Sockaddr, err error) {
	var raw RawSockaddrAny
	if n, err = receive(fd, p, flags, &raw); err != nil {
		return n, nil, err
	}
	if raw.Addr.Family != AF_UNSPEC {
		from, err = sockaddr(&raw)
	}
	return n, from, err
}

// Sendto sends a message.
func Sendto(fd int, p []byte, flags int, to Sockaddr) error { return sendTo(fd, p, flags, to) }

type anyRaw interface {
	raw(*RawSockaddrAny) (length uint32, err error)
}

type anySet interface{ set(*RawSockaddrAny) }

func sendTo[A anyRaw](fd int, p []byte, flags int, to A) error {
	var raw RawSockaddrAny
	length, err := to.raw(&raw)
	if err != nil {
		return err
	}
	return send(fd, p, flags, &raw, length)
}

func receiveFrom[A anySet](fd int, p []byte, flags int, from A) (n int, err error) {
	var raw RawSockaddrAny
	if n, err = receive(fd, p, flags, &raw); err == nil {
		from.set(&raw)
	}
	return n, err
}

// The functions below do the same for one kind of address, without making an interface value of it, for package
// internal/syscall/unix.

func recvfromInet4(fd int, p []byte, flags int, from *SockaddrInet4) (n int, err error) {
	return receiveFrom(fd, p, flags, from)
}

func recvfromInet6(fd int, p []byte, flags int, from *SockaddrInet6) (n int, err error) {
	return receiveFrom(fd, p, flags, from)
}

func sendtoInet4(fd int, p []byte, flags int, to *SockaddrInet4) error {
	return sendTo(fd, p, flags, to)
}

func sendtoInet6(fd int, p []byte, flags int, to *SockaddrInet6) error {
	return sendTo(fd, p, flags, to)
}
