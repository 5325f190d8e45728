package time

import "errors"

// Times as bytes: a version, seconds since the year 1 (8 bytes, the highest first), nanoseconds (4), and the
// minutes that the zone is ahead of UTC (2), -1 for UTC itself. Version 2 has the seconds of such an offset as
// well (1), version 1 is for offsets of whole minutes.
const (
	binaryVersion1 = 1
	binaryVersion2 = 2
	binaryLength1  = 15
)

// AppendBinary implements encoding.BinaryAppender.
func (t Time) AppendBinary(b []byte) ([]byte, error) {
	version, minutes, seconds := byte(binaryVersion1), -1, 0
	if t.Location() != UTC {
		_, offset := t.Zone()
		minutes, seconds = offset/60, offset%60
		if minutes < -1<<15 || minutes == -1 || minutes >= 1<<15 {
			return b, errors.New("Time.MarshalBinary: unexpected zone offset")
		}
		if seconds != 0 {
			version = binaryVersion2
		}
	}
	b = append(b, version)
	b = appendBytes(b, uint64(t.sec()), 8)
	b = appendBytes(b, uint64(t.nsec()), 4)
	b = appendBytes(b, uint64(minutes), 2)
	if version == binaryVersion2 {
		b = append(b, byte(seconds))
	}
	return b, nil
}

// appendBytes appends the low bytes of x, the highest of them first.
func appendBytes(b []byte, x uint64, count int) []byte {
	for count > 0 {
		count--
		b = append(b, byte(x>>(8*count)))
	}
	return b
}

func fromBytes(b []byte) (x uint64) {
	for _, c := range b {
		x = x<<8 | uint64(c)
	}
	return x
}

// MarshalBinary implements encoding.BinaryMarshaler.
func (t Time) MarshalBinary() ([]byte, error) {
	b, err := t.AppendBinary(make([]byte, 0, binaryLength1+1))
	if err != nil {
		return nil, err
	}
	return b, nil
}

// UnmarshalBinary implements encoding.BinaryUnmarshaler.
func (t *Time) UnmarshalBinary(data []byte) error {
	if len(data) == 0 {
		return errors.New("Time.UnmarshalBinary: no data")
	}
	length := binaryLength1
	switch data[0] {
	case binaryVersion1:
	case binaryVersion2:
		length++
	default:
		return errors.New("Time.UnmarshalBinary: unsupported version")
	}
	if len(data) != length {
		return errors.New("Time.UnmarshalBinary: invalid length")
	}
	offset := int(int16(fromBytes(data[13:15]))) * 60
	isUTC := offset == -60
	if length > binaryLength1 {
		offset += int(data[15]) // as Go does it, also if AppendBinary wrote a negative number
	}
	*t = Time{wall: fromBytes(data[9:13]) & nsecMask, ext: int64(fromBytes(data[1:9]))}
	if isUTC {
		t.setLocation(UTC)
	} else if _, here := Local.lookup(t.Unix()); here == offset {
		t.setLocation(Local)
	} else {
		t.setLocation(FixedZone("", offset))
	}
	return nil
}

// GobEncode implements gob.GobEncoder.
func (t Time) GobEncode() ([]byte, error) { return t.MarshalBinary() }

// GobDecode implements gob.GobDecoder.
func (t *Time) GobDecode(data []byte) error { return t.UnmarshalBinary(data) }
