package syscall

import "unsafe"

// Filters of what a socket receives.
//
// Deprecated by Go, as all functions of this file: golang.org/x/net/bpf has more.

type SockFilter struct {
	Code   uint16
	Jt, Jf uint8
	K      uint32
}

type SockFprog struct {
	Len       uint16
	Pad_cgo_0 [6]byte
	Filter    *SockFilter
}

// LsfStmt returns an instruction.
func LsfStmt(code, k int) *SockFilter { return &SockFilter{Code: uint16(code), K: uint32(k)} }

// LsfJump returns one that jumps by jt or jf instructions.
func LsfJump(code, k, jt, jf int) *SockFilter {
	return &SockFilter{uint16(code), uint8(jt), uint8(jf), uint32(k)}
}

// LsfSocket makes a socket that receives all of a protocol from a network interface.
func LsfSocket(ifindex, proto int) (int, error) {
	fd, err := Socket(AF_PACKET, SOCK_RAW, proto)
	if err != nil {
		return -1, err
	}
	if err := Bind(fd, &SockaddrLinklayer{Protocol: bigEndian(proto), Ifindex: ifindex}); err != nil {
		Close(fd)
		return -1, err
	}
	return fd, nil
}

// SetLsfPromisc says whether an interface takes what is meant for others.
func SetLsfPromisc(name string, m bool) error {
	fd, err := Socket(AF_INET, SOCK_DGRAM|SOCK_CLOEXEC, 0)
	if err != nil {
		return err
	}
	defer Close(fd)
	var request struct {
		name  [IFNAMSIZ]byte
		flags uint16
		_     [22]byte
	}
	copy(request.name[:IFNAMSIZ-1], name)
	address := uintptr(unsafe.Pointer(&request))
	if err := done(SYS_IOCTL, uintptr(fd), SIOCGIFFLAGS, address, 0, 0, 0); err != nil {
		return err
	}
	if m {
		request.flags |= IFF_PROMISC
	} else {
		request.flags &^= IFF_PROMISC
	}
	return done(SYS_IOCTL, uintptr(fd), SIOCSIFFLAGS, address, 0, 0, 0)
}

// AttachLsf gives a socket a filter.
func AttachLsf(fd int, i []SockFilter) error {
	program := SockFprog{Len: uint16(len(i)), Filter: unsafe.SliceData(i)}
	return set(fd, SOL_SOCKET, SO_ATTACH_FILTER, &program)
}

// DetachLsf takes it away.
func DetachLsf(fd int) error { return SetsockoptInt(fd, SOL_SOCKET, SO_DETACH_FILTER, 0) }
