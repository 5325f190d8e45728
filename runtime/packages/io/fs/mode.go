package fs

// A FileMode is the kind of a file and its permission bits.
type FileMode uint32

const (
	ModeDir FileMode = 1 << (31 - iota)
	ModeAppend
	ModeExclusive
	ModeTemporary
	ModeSymlink
	ModeDevice
	ModeNamedPipe
	ModeSocket
	ModeSetuid
	ModeSetgid
	ModeCharDevice
	ModeSticky
	ModeIrregular

	ModeType          = ModeDir | ModeSymlink | ModeNamedPipe | ModeSocket | ModeDevice | ModeCharDevice | ModeIrregular
	ModePerm FileMode = 0o777
)

func (m FileMode) String() string {
	text := flags("dalTLDpSugct?", uint32(m)>>19)
	if text == "" {
		text = "-"
	}
	const permissions = "rwxrwxrwx"
	for i := range permissions {
		if m&(1<<(8-i)) != 0 {
			text += permissions[i : i+1]
		} else {
			text += "-"
		}
	}
	return text
}

// flags returns the letters whose bits are set; the first one is that of bit 12.
func flags(letters string, bits uint32) (text string) {
	for i := range letters {
		if bits&(1<<(len(letters)-1-i)) != 0 {
			text += letters[i : i+1]
		}
	}
	return text
}

func (m FileMode) IsDir() bool     { return m&ModeDir != 0 }
func (m FileMode) IsRegular() bool { return m&ModeType == 0 }
func (m FileMode) Perm() FileMode  { return m & ModePerm }
func (m FileMode) Type() FileMode  { return m & ModeType }
