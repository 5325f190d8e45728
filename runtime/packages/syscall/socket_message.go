package syscall

import "unsafe"

// Messages with control messages beside them, which pass descriptors, for instance.

type Msghdr struct {
	Name       *byte
	Namelen    uint32
	Pad_cgo_0  [4]byte
	Iov        *Iovec
	Iovlen     uint64
	Control    *byte
	Controllen uint64
	Flags      int32
	Pad_cgo_1  [4]byte
}

func (msghdr *Msghdr) SetControllen(length int) { msghdr.Controllen = uint64(length) }

type Cmsghdr struct {
	Len         uint64
	Level, Type int32
}

func (cmsg *Cmsghdr) SetLen(length int) { cmsg.Len = uint64(length) }

// A SocketControlMessage is one of those beside a message.
type SocketControlMessage struct {
	Header Cmsghdr
	Data   []byte
}

// Where a control message, and its data, may begin.
const cmsgAlignment = 8

func cmsgAligned(n int) int { return (n + cmsgAlignment - 1) &^ (cmsgAlignment - 1) }

// CmsgLen returns the Len of a control message with so many bytes.
func CmsgLen(datalen int) int { return SizeofCmsghdr + datalen }

// CmsgSpace returns how many bytes it takes.
func CmsgSpace(datalen int) int { return SizeofCmsghdr + cmsgAligned(datalen) }

// needsByte reports whether control messages of the socket must be accompanied by data.
func needsByte(fd int, p, oob []byte) (bool, error) {
	if len(oob) == 0 || len(p) > 0 {
		return false, nil
	}
	kind, err := GetsockoptInt(fd, SOL_SOCKET, SO_TYPE)
	return kind != SOCK_DGRAM, err
}

func receiveMessage(fd int, p, oob []byte, flags int, from *RawSockaddrAny) (n, oobn int, recvflags int, err error) {
	var single [1]byte
	data := Iovec{unsafe.SliceData(p), uint64(len(p))}
	if dummy, err := needsByte(fd, p, oob); err != nil {
		return 0, 0, 0, err
	} else if dummy {
		data = Iovec{&single[0], 1}
	}
	message := Msghdr{Name: (*byte)(unsafe.Pointer(from)), Namelen: SizeofSockaddrAny, Iov: &data, Iovlen: 1}
	if len(oob) > 0 {
		message.Control, message.Controllen = &oob[0], uint64(len(oob))
	}
	n, err = number(SYS_RECVMSG, uintptr(fd), uintptr(unsafe.Pointer(&message)), uintptr(flags), 0, 0, 0)
	if err != nil {
		return n, 0, 0, err
	}
	return n, int(message.Controllen), int(message.Flags), nil
}

// sendMessage sends to a connected socket's other end if there is no address.
func sendMessage(fd int, p, oob []byte, to *RawSockaddrAny, length uint32, flags int) (n int, err error) {
	var single [1]byte
	data := Iovec{unsafe.SliceData(p), uint64(len(p))}
	dummy, err := needsByte(fd, p, oob)
	if err != nil {
		return 0, err
	}
	if dummy {
		data = Iovec{&single[0], 1}
	}
	message := Msghdr{Name: (*byte)(unsafe.Pointer(to)), Namelen: length, Iov: &data, Iovlen: 1}
	if len(oob) > 0 {
		message.Control, message.Controllen = &oob[0], uint64(len(oob))
	}
	n, err = number(SYS_SENDMSG, uintptr(fd), uintptr(unsafe.Pointer(&message)), uintptr(flags), 0, 0, 0)
	if err != nil || dummy {
		return 0, err
	}
	return n, nil
}

// Recvmsg reads a message, its control messages into oob, and returns who sent it.
func Recvmsg(fd int, p, oob []byte, flags int) (n, oobn int, recvflags int, from Sockaddr, err error) {
	var raw RawSockaddrAny
	n, oobn, recvflags, err = receiveMessage(fd, p, oob, flags, &raw)
	if err == nil && raw.Addr.Family != AF_UNSPEC {
		from, err = sockaddr(&raw)
	}
	return n, oobn, recvflags, from, err
}

// Sendmsg sends a message with control messages.
func Sendmsg(fd int, p, oob []byte, to Sockaddr, flags int) error {
	_, err := SendmsgN(fd, p, oob, to, flags)
	return err
}

// SendmsgN is Sendmsg, and tells how many bytes of p were sent.
func SendmsgN(fd int, p, oob []byte, to Sockaddr, flags int) (n int, err error) {
	if to == nil {
		return sendMessage(fd, p, oob, nil, 0, flags)
	}
	return sendMessageTo(fd, p, oob, to, flags)
}

func sendMessageTo[A anyRaw](fd int, p, oob []byte, to A, flags int) (n int, err error) {
	var raw RawSockaddrAny
	length, err := to.raw(&raw)
	if err != nil {
		return 0, err
	}
	return sendMessage(fd, p, oob, &raw, length, flags)
}

func receiveMessageFrom[A anySet](fd int, p, oob []byte, flags int, from A) (n, oobn int, recvflags int, err error) {
	var raw RawSockaddrAny
	n, oobn, recvflags, err = receiveMessage(fd, p, oob, flags, &raw)
	if err == nil {
		from.set(&raw)
	}
	return n, oobn, recvflags, err
}

// For package internal/syscall/unix, as in socket.go.

func recvmsgInet4(fd int, p, oob []byte, flags int, from *SockaddrInet4) (n, oobn int, recvflags int, err error) {
	return receiveMessageFrom(fd, p, oob, flags, from)
}

func recvmsgInet6(fd int, p, oob []byte, flags int, from *SockaddrInet6) (n, oobn int, recvflags int, err error) {
	return receiveMessageFrom(fd, p, oob, flags, from)
}

func sendmsgNInet4(fd int, p, oob []byte, to *SockaddrInet4, flags int) (n int, err error) {
	if to == nil {
		return sendMessage(fd, p, oob, nil, 0, flags)
	}
	return sendMessageTo(fd, p, oob, to, flags)
}

func sendmsgNInet6(fd int, p, oob []byte, to *SockaddrInet6, flags int) (n int, err error) {
	if to == nil {
		return sendMessage(fd, p, oob, nil, 0, flags)
	}
	return sendMessageTo(fd, p, oob, to, flags)
}

// ParseSocketControlMessage splits what was received beside a message.
func ParseSocketControlMessage(b []byte) ([]SocketControlMessage, error) {
	var messages []SocketControlMessage
	for i := 0; i+CmsgLen(0) <= len(b); {
		header := (*Cmsghdr)(unsafe.Pointer(&b[i]))
		if header.Len < SizeofCmsghdr || header.Len > uint64(len(b)-i) {
			return nil, EINVAL
		}
		end := i + int(header.Len)
		messages = append(messages, SocketControlMessage{*header, b[i+SizeofCmsghdr : end]})
		i += cmsgAligned(int(header.Len))
	}
	return messages, nil
}

func controlMessage(kind int32, length int) (message, data []byte) {
	message = make([]byte, CmsgSpace(length))
	*(*Cmsghdr)(unsafe.Pointer(&message[0])) = Cmsghdr{uint64(CmsgLen(length)), SOL_SOCKET, kind}
	return message, message[SizeofCmsghdr:]
}

// UnixRights returns the control message that passes descriptors.
func UnixRights(fds ...int) []byte {
	message, data := controlMessage(SCM_RIGHTS, 4*len(fds))
	for i, fd := range fds {
		*(*int32)(unsafe.Pointer(&data[4*i])) = int32(fd)
	}
	return message
}

// ParseUnixRights returns the descriptors that a control message passes.
func ParseUnixRights(m *SocketControlMessage) ([]int, error) {
	if m.Header.Level != SOL_SOCKET || m.Header.Type != SCM_RIGHTS {
		return nil, EINVAL
	}
	fds := make([]int, len(m.Data)/4)
	for i := range fds {
		fds[i] = int(*(*int32)(unsafe.Pointer(&m.Data[4*i])))
	}
	return fds, nil
}

// UnixCredentials returns the control message that tells who sends.
func UnixCredentials(ucred *Ucred) []byte {
	message, data := controlMessage(SCM_CREDENTIALS, SizeofUcred)
	*(*Ucred)(unsafe.Pointer(&data[0])) = *ucred
	return message
}

// ParseUnixCredentials returns who a control message says that has sent it.
func ParseUnixCredentials(m *SocketControlMessage) (*Ucred, error) {
	if m.Header.Level != SOL_SOCKET || m.Header.Type != SCM_CREDENTIALS || len(m.Data) < SizeofUcred {
		return nil, EINVAL
	}
	ucred := *(*Ucred)(unsafe.Pointer(&m.Data[0]))
	return &ucred, nil
}
