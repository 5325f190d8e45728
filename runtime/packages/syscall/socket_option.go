package syscall

import "unsafe"

// Options of sockets.

type Linger struct{ Onoff, Linger int32 }

type IPMreq struct{ Multiaddr, Interface [4]byte }

type IPMreqn struct {
	Multiaddr, Address [4]byte
	Ifindex            int32
}

type IPv6Mreq struct {
	Multiaddr [16]byte
	Interface uint32
}

type IPv6MTUInfo struct {
	Addr RawSockaddrInet6
	Mtu  uint32
}

type ICMPv6Filter struct{ Data [8]uint32 }

type Inet4Pktinfo struct {
	Ifindex        int32
	Spec_dst, Addr [4]byte
}

type Inet6Pktinfo struct {
	Addr    [16]byte
	Ifindex uint32
}

// A Ucred is who is at the other end of a unix socket.
type Ucred struct {
	Pid      int32
	Uid, Gid uint32
}

type TCPInfo struct {
	State, Ca_state, Retransmits, Probes, Backoff, Options uint8
	Pad_cgo_0                                              [2]byte
	Rto, Ato, Snd_mss, Rcv_mss                             uint32
	Unacked, Sacked, Lost, Retrans, Fackets                uint32
	Last_data_sent, Last_ack_sent                          uint32
	Last_data_recv, Last_ack_recv                          uint32
	Pmtu, Rcv_ssthresh, Rtt, Rttvar, Snd_ssthresh          uint32
	Snd_cwnd, Advmss, Reordering                           uint32
	Rcv_rtt, Rcv_space, Total_retrans                      uint32
}

// get reads an option; T has its size.
func get[T any](fd, level, opt int, value *T) error {
	length := uint32(unsafe.Sizeof(*value))
	return done(SYS_GETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(unsafe.Pointer(value)), uintptr(unsafe.Pointer(&length)), 0)
}

func getNew[T any](fd, level, opt int) (*T, error) {
	value := new(T)
	return value, get(fd, level, opt, value)
}

func set[T any](fd, level, opt int, value *T) error {
	return done(SYS_SETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(unsafe.Pointer(value)), unsafe.Sizeof(*value), 0)
}

func GetsockoptInt(fd, level, opt int) (value int, err error) {
	var n int32
	err = get(fd, level, opt, &n)
	return int(n), err
}

func GetsockoptInet4Addr(fd, level, opt int) (value [4]byte, err error) {
	err = get(fd, level, opt, &value)
	return value, err
}

func GetsockoptIPMreq(fd, level, opt int) (*IPMreq, error) {
	return getNew[IPMreq](fd, level, opt)
}

func GetsockoptIPMreqn(fd, level, opt int) (*IPMreqn, error) {
	return getNew[IPMreqn](fd, level, opt)
}

func GetsockoptIPv6Mreq(fd, level, opt int) (*IPv6Mreq, error) {
	return getNew[IPv6Mreq](fd, level, opt)
}

func GetsockoptIPv6MTUInfo(fd, level, opt int) (*IPv6MTUInfo, error) {
	return getNew[IPv6MTUInfo](fd, level, opt)
}

func GetsockoptICMPv6Filter(fd, level, opt int) (*ICMPv6Filter, error) {
	return getNew[ICMPv6Filter](fd, level, opt)
}

func GetsockoptUcred(fd, level, opt int) (*Ucred, error) {
	return getNew[Ucred](fd, level, opt)
}

func SetsockoptByte(fd, level, opt int, value byte) error { return set(fd, level, opt, &value) }

func SetsockoptInt(fd, level, opt int, value int) error {
	n := int32(value)
	return set(fd, level, opt, &n)
}

func SetsockoptInet4Addr(fd, level, opt int, value [4]byte) error {
	return set(fd, level, opt, &value)
}

func SetsockoptIPMreq(fd, level, opt int, mreq *IPMreq) error { return set(fd, level, opt, mreq) }

func SetsockoptIPMreqn(fd, level, opt int, mreq *IPMreqn) error { return set(fd, level, opt, mreq) }

func SetsockoptIPv6Mreq(fd, level, opt int, mreq *IPv6Mreq) error { return set(fd, level, opt, mreq) }

func SetsockoptICMPv6Filter(fd, level, opt int, filter *ICMPv6Filter) error {
	return set(fd, level, opt, filter)
}

func SetsockoptLinger(fd, level, opt int, l *Linger) error { return set(fd, level, opt, l) }

func SetsockoptTimeval(fd, level, opt int, tv *Timeval) error { return set(fd, level, opt, tv) }

func SetsockoptString(fd, level, opt int, s string) error {
	return done(SYS_SETSOCKOPT, uintptr(fd), uintptr(level), uintptr(opt), uintptr(unsafe.Pointer(unsafe.StringData(s))), uintptr(len(s)), 0)
}

// BindToDevice limits a socket to a network interface.
func BindToDevice(fd int, device string) error {
	return SetsockoptString(fd, SOL_SOCKET, SO_BINDTODEVICE, device)
}
