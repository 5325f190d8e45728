package syscall

import "unsafe"

// Addresses of sockets: Go's, and those of the system, whose names begin with Raw.

// A Sockaddr is the address of a socket.
type Sockaddr interface {
	// raw writes the address as the system has it and returns its length.
	raw(to *RawSockaddrAny) (length uint32, err error)
}

type SockaddrInet4 struct {
	Port int
	Addr [4]byte
}

type SockaddrInet6 struct {
	Port   int
	ZoneId uint32
	Addr   [16]byte
}

// A SockaddrUnix has a path, or, behind an @, an abstract name.
type SockaddrUnix struct{ Name string }

type SockaddrLinklayer struct {
	Protocol uint16
	Ifindex  int
	Hatype   uint16
	Pkttype  uint8
	Halen    uint8
	Addr     [8]byte
}

type SockaddrNetlink struct {
	Family uint16
	Pad    uint16
	Pid    uint32
	Groups uint32
}

type RawSockaddr struct {
	Family uint16
	Data   [14]int8
}

type RawSockaddrAny struct {
	Addr RawSockaddr
	Pad  [96]int8
}

type RawSockaddrInet4 struct {
	Family, Port uint16
	Addr         [4]byte
	Zero         [8]uint8
}

type RawSockaddrInet6 struct {
	Family, Port uint16
	Flowinfo     uint32
	Addr         [16]byte
	Scope_id     uint32
}

type RawSockaddrUnix struct {
	Family uint16
	Path   [108]int8
}

type RawSockaddrLinklayer struct {
	Family, Protocol uint16
	Ifindex          int32
	Hatype           uint16
	Pkttype, Halen   uint8
	Addr             [8]uint8
}

type RawSockaddrNetlink struct {
	Family, Pad uint16
	Pid, Groups uint32
}

// bigEndian returns a number whose bytes lie in the network's order.
func bigEndian(port int) uint16 { return uint16(port)<<8 | uint16(port)>>8&0xff }

func fromBigEndian(port uint16) int { return int(port<<8 | port>>8) }

func isPort(port int) bool { return 0 <= port && port <= 0xffff }

func (sa *SockaddrInet4) raw(to *RawSockaddrAny) (length uint32, err error) {
	if !isPort(sa.Port) {
		return 0, EINVAL
	}
	*(*RawSockaddrInet4)(unsafe.Pointer(to)) = RawSockaddrInet4{Family: AF_INET, Port: bigEndian(sa.Port), Addr: sa.Addr}
	return SizeofSockaddrInet4, nil
}

func (sa *SockaddrInet6) raw(to *RawSockaddrAny) (length uint32, err error) {
	if !isPort(sa.Port) {
		return 0, EINVAL
	}
	*(*RawSockaddrInet6)(unsafe.Pointer(to)) = RawSockaddrInet6{
		Family: AF_INET6, Port: bigEndian(sa.Port), Addr: sa.Addr, Scope_id: sa.ZoneId}
	return SizeofSockaddrInet6, nil
}

func (sa *SockaddrUnix) raw(to *RawSockaddrAny) (length uint32, err error) {
	unix := (*RawSockaddrUnix)(unsafe.Pointer(to))
	name, capacity := sa.Name, len(unix.Path)
	isAbstract := name != "" && (name[0] == '@' || name[0] == 0)
	if len(name) > capacity || len(name) == capacity && name[0] != '@' {
		return 0, EINVAL
	}
	*unix = RawSockaddrUnix{Family: AF_UNIX}
	for i := range len(name) {
		unix.Path[i] = int8(name[i])
	}
	length = 2 // the family
	if name == "" {
		return length, nil
	}
	length += uint32(len(name))
	if !isAbstract || len(name) == 1 && name[0] == 0 {
		return length + 1, nil // and a zero
	}
	unix.Path[0] = 0
	return length, nil
}

func (sa *SockaddrLinklayer) raw(to *RawSockaddrAny) (length uint32, err error) {
	if sa.Ifindex < 0 || sa.Ifindex > 0x7fffffff {
		return 0, EINVAL
	}
	*(*RawSockaddrLinklayer)(unsafe.Pointer(to)) = RawSockaddrLinklayer{
		AF_PACKET, sa.Protocol, int32(sa.Ifindex), sa.Hatype, sa.Pkttype, sa.Halen, sa.Addr}
	return SizeofSockaddrLinklayer, nil
}

func (sa *SockaddrNetlink) raw(to *RawSockaddrAny) (length uint32, err error) {
	*(*RawSockaddrNetlink)(unsafe.Pointer(to)) = RawSockaddrNetlink{AF_NETLINK, sa.Pad, sa.Pid, sa.Groups}
	return SizeofSockaddrNetlink, nil
}

func (sa *SockaddrInet4) set(from *RawSockaddrAny) {
	raw := (*RawSockaddrInet4)(unsafe.Pointer(from))
	sa.Port, sa.Addr = fromBigEndian(raw.Port), raw.Addr
}

func (sa *SockaddrInet6) set(from *RawSockaddrAny) {
	raw := (*RawSockaddrInet6)(unsafe.Pointer(from))
	sa.Port, sa.ZoneId, sa.Addr = fromBigEndian(raw.Port), raw.Scope_id, raw.Addr
}

func (sa *SockaddrUnix) set(from *RawSockaddrAny) {
	raw := (*RawSockaddrUnix)(unsafe.Pointer(from))
	if raw.Path[0] == 0 {
		raw.Path[0] = '@' // an abstract name, or none
	}
	var name []byte
	for _, c := range raw.Path {
		if c == 0 {
			break
		}
		name = append(name, byte(c))
	}
	sa.Name = string(name)
}

// sockaddr returns the address that the system wrote.
func sockaddr(from *RawSockaddrAny) (Sockaddr, error) {
	switch from.Addr.Family {
	case AF_INET:
		sa := new(SockaddrInet4)
		sa.set(from)
		return sa, nil
	case AF_INET6:
		sa := new(SockaddrInet6)
		sa.set(from)
		return sa, nil
	case AF_UNIX:
		sa := new(SockaddrUnix)
		sa.set(from)
		return sa, nil
	case AF_PACKET:
		raw := (*RawSockaddrLinklayer)(unsafe.Pointer(from))
		return &SockaddrLinklayer{raw.Protocol, int(raw.Ifindex), raw.Hatype, raw.Pkttype, raw.Halen, raw.Addr}, nil
	case AF_NETLINK:
		raw := (*RawSockaddrNetlink)(unsafe.Pointer(from))
		return &SockaddrNetlink{raw.Family, raw.Pad, raw.Pid, raw.Groups}, nil
	}
	return nil, EAFNOSUPPORT
}
