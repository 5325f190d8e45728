package syscall

import "unsafe"

// Netlink, by which the system tells of network interfaces, addresses and routes.

type NlMsghdr struct {
	Len         uint32
	Type, Flags uint16
	Seq, Pid    uint32
}

type NlMsgerr struct {
	Error int32
	Msg   NlMsghdr
}

type NlAttr struct{ Len, Type uint16 }

type RtGenmsg struct{ Family uint8 }

type RtAttr struct{ Len, Type uint16 }

type RtMsg struct {
	Family, Dst_len, Src_len, Tos uint8
	Table, Protocol, Scope, Type  uint8
	Flags                         uint32
}

type RtNexthop struct {
	Len         uint16
	Flags, Hops uint8
	Ifindex     int32
}

type IfInfomsg struct {
	Family        uint8
	X__ifi_pad    uint8
	Type          uint16
	Index         int32
	Flags, Change uint32
}

type IfAddrmsg struct {
	Family, Prefixlen, Flags, Scope uint8
	Index                           uint32
}

// A NetlinkRouteRequest asks for all links, addresses or routes.
type NetlinkRouteRequest struct {
	Header NlMsghdr
	Data   RtGenmsg
}

// A NetlinkMessage is one of the messages that answer.
type NetlinkMessage struct {
	Header NlMsghdr
	Data   []byte
}

// A NetlinkRouteAttr is an attribute in a message.
type NetlinkRouteAttr struct {
	Attr  RtAttr
	Value []byte
}

// Where messages, and attributes in them, may begin.
func netlinkAligned(n int) int { return (n + NLMSG_ALIGNTO - 1) &^ (NLMSG_ALIGNTO - 1) }

// NetlinkRIB returns the messages that answer a request of a kind, RTM_GETLINK for instance.
func NetlinkRIB(proto, family int) ([]byte, error) {
	fd, err := Socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE)
	if err != nil {
		return nil, err
	}
	defer Close(fd)
	if err := Bind(fd, &SockaddrNetlink{Family: AF_NETLINK}); err != nil {
		return nil, err
	}
	self, err := Getsockname(fd)
	if err != nil {
		return nil, err
	}
	own, ok := self.(*SockaddrNetlink)
	if !ok {
		return nil, EINVAL
	}
	const sequence = 1
	request := make([]byte, NLMSG_HDRLEN+SizeofRtGenmsg)
	*(*NlMsghdr)(unsafe.Pointer(&request[0])) = NlMsghdr{uint32(len(request)), uint16(proto), NLM_F_DUMP | NLM_F_REQUEST, sequence, 0}
	request[NLMSG_HDRLEN] = byte(family)
	if err := Sendto(fd, request, 0, &SockaddrNetlink{Family: AF_NETLINK}); err != nil {
		return nil, err
	}
	var answer []byte
	buffer := make([]byte, Getpagesize())
	for {
		n, _, err := Recvfrom(fd, buffer, 0)
		if err != nil {
			return nil, err
		}
		if n < NLMSG_HDRLEN {
			return nil, EINVAL
		}
		answer = append(answer, buffer[:n]...)
		messages, err := ParseNetlinkMessage(buffer[:n])
		if err != nil {
			return nil, err
		}
		for _, m := range messages {
			if m.Header.Seq != sequence || m.Header.Pid != own.Pid || m.Header.Type == NLMSG_ERROR {
				return nil, EINVAL
			}
			if m.Header.Type == NLMSG_DONE {
				return answer, nil
			}
		}
	}
}

// ParseNetlinkMessage splits an answer into its messages.
func ParseNetlinkMessage(b []byte) ([]NetlinkMessage, error) {
	var messages []NetlinkMessage
	for len(b) >= NLMSG_HDRLEN {
		header := (*NlMsghdr)(unsafe.Pointer(&b[0]))
		length := netlinkAligned(int(header.Len))
		if header.Len < NLMSG_HDRLEN || length > len(b) {
			return nil, EINVAL
		}
		messages = append(messages, NetlinkMessage{*header, b[NLMSG_HDRLEN:header.Len]})
		b = b[length:]
	}
	return messages, nil
}

// ParseNetlinkRouteAttr returns the attributes of a message about links, addresses or routes.
func ParseNetlinkRouteAttr(m *NetlinkMessage) ([]NetlinkRouteAttr, error) {
	var before int
	switch m.Header.Type {
	case RTM_NEWLINK, RTM_DELLINK:
		before = SizeofIfInfomsg
	case RTM_NEWADDR, RTM_DELADDR:
		before = SizeofIfAddrmsg
	case RTM_NEWROUTE, RTM_DELROUTE:
		before = SizeofRtMsg
	default:
		return nil, EINVAL
	}
	var attributes []NetlinkRouteAttr
	for b := m.Data[before:]; len(b) >= SizeofRtAttr; {
		attribute := (*RtAttr)(unsafe.Pointer(&b[0]))
		if attribute.Len < SizeofRtAttr || int(attribute.Len) > len(b) {
			return nil, EINVAL
		}
		attributes = append(attributes, NetlinkRouteAttr{*attribute, b[SizeofRtAttr:attribute.Len]})
		b = b[min(netlinkAligned(int(attribute.Len)), len(b)):]
	}
	return attributes, nil
}
