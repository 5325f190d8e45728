package syscall

// Sizes of the system's structs, in bytes.
const (
	SizeofCmsghdr           = 16
	SizeofICMPv6Filter      = 32
	SizeofIPMreq            = 8
	SizeofIPMreqn           = 12
	SizeofIPv6MTUInfo       = 32
	SizeofIPv6Mreq          = 20
	SizeofIfAddrmsg         = 8
	SizeofIfInfomsg         = 16
	SizeofInet4Pktinfo      = 12
	SizeofInet6Pktinfo      = 20
	SizeofInotifyEvent      = 16
	SizeofLinger            = 8
	SizeofMsghdr            = 56
	SizeofNlAttr            = 4
	SizeofNlMsgerr          = 20
	SizeofNlMsghdr          = 16
	SizeofRtAttr            = 4
	SizeofRtGenmsg          = 1
	SizeofRtMsg             = 12
	SizeofRtNexthop         = 8
	SizeofSockFilter        = 8
	SizeofSockFprog         = 16
	SizeofSockaddrAny       = 112
	SizeofSockaddrInet4     = 16
	SizeofSockaddrInet6     = 28
	SizeofSockaddrLinklayer = 20
	SizeofSockaddrNetlink   = 12
	SizeofSockaddrUnix      = 110
	SizeofTCPInfo           = 104
	SizeofUcred             = 12
)
