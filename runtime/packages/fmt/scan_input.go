package fmt

import (
	"errors"
	"io"
)

// standardInput reads from the process's standard input.
type standardInput struct{}

func readStandardInput(p []byte) (n int, err error)

func (standardInput) Read(p []byte) (n int, err error) { return readStandardInput(p) }

type stringInput struct {
	text string
}

func (in *stringInput) Read(p []byte) (n int, err error) {
	if in.text == "" {
		return 0, io.EOF
	}
	n = copy(p, in.text)
	in.text = in.text[n:]
	return n, nil
}

// runeInput makes runes of a reader's bytes. It reads one byte at a time, so that no more is taken
// from the reader than was scanned.
type runeInput struct {
	reader io.Reader
	bytes  []byte // read, but not yet part of a rune
	last   rune
	size   int
	unread bool
}

const maxEmptyReads = 100

// more reads a byte.
func (in *runeInput) more() error {
	var b [1]byte
	for range maxEmptyReads {
		n, err := in.reader.Read(b[:])
		if n == 1 {
			in.bytes = append(in.bytes, b[0])
			return nil
		}
		if err != nil {
			return err
		}
	}
	return errors.New("multiple Read calls return no data or error")
}

// needed returns how many bytes the rune that begins with b has.
func needed(b byte) int {
	switch {
	case b >= 0xf0:
		return 4
	case b >= 0xe0:
		return 3
	case b >= 0xc0:
		return 2
	}
	return 1
}

func (in *runeInput) ReadRune() (r rune, size int, err error) {
	if in.unread {
		in.unread = false
		return in.last, in.size, nil
	}
	if len(in.bytes) == 0 {
		if err := in.more(); err != nil {
			return 0, 0, err
		}
	}
	for len(in.bytes) < needed(in.bytes[0]) {
		if err := in.more(); err == io.EOF {
			break
		} else if err != nil {
			return 0, 0, err
		}
		if in.bytes[len(in.bytes)-1]&0xc0 != 0x80 {
			break // not a continuation: the rune is invalid
		}
	}
	in.last, in.size = firstRune(string(in.bytes))
	in.bytes = in.bytes[in.size:]
	return in.last, in.size, nil
}

func (in *runeInput) UnreadRune() error {
	if in.unread || in.size == 0 {
		return errors.New("fmt: scanning called UnreadRune with no rune available")
	}
	in.unread = true
	return nil
}
