package time

func appendInt(b []byte, n, width int, pad byte) []byte {
	negative := n < 0
	if negative {
		n = -n
		b = append(b, '-')
	}
	var digits [20]byte
	at := putInt(digits[:], uint64(n))
	for have := len(digits) - at; have < width; have++ {
		b = append(b, pad)
	}
	return append(b, digits[at:]...)
}

// String returns the time in the form "2006-01-02 15:04:05.999999999 -0700 MST", followed by its
// monotonic reading, if it has one, as in "m=+0.000012345".
func (t Time) String() string {
	s := t.Format("2006-01-02 15:04:05.999999999 -0700 MST")
	if t.wall&hasMonotonic == 0 {
		return s
	}
	b := append([]byte(s), " m="...)
	left := uint64(t.ext)
	if t.ext < 0 {
		b = append(b, '-')
		left = -left
	} else {
		b = append(b, '+')
	}
	b = appendInt(b, int(left/1e9), 0, '0')
	b = append(b, '.')
	return string(appendInt(b, int(left%1e9), 9, '0'))
}

// GoString returns t as Go source.
func (t Time) GoString() string {
	b := append([]byte("time.Date("), decimal(t.Year())...)
	if m := t.Month(); m >= January && m <= December {
		b = append(b, ", time."...)
		b = append(b, m.String()...)
	}
	for _, n := range [...]int{t.Day(), t.Hour(), t.Minute(), t.Second(), t.Nanosecond()} {
		b = append(b, ", "...)
		b = append(b, decimal(n)...)
	}
	switch t.Location() {
	case UTC:
		b = append(b, ", time.UTC)"...)
	case Local:
		b = append(b, ", time.Local)"...)
	default:
		b = append(b, ", time.Location(\""...)
		b = append(b, t.Location().String()...)
		b = append(b, "\"))"...)
	}
	return string(b)
}

// Format returns t written as the layout shows.
func (t Time) Format(layout string) string {
	return string(t.AppendFormat(make([]byte, 0, len(layout)+16), layout))
}

// AppendFormat is like Format but appends to b.
func (t Time) AppendFormat(b []byte, layout string) []byte {
	for layout != "" {
		before, spelling, kind, rest := nextElement(layout)
		b = append(b, before...)
		if kind == text {
			break
		}
		b = t.appendElement(b, spelling, kind)
		layout = rest
	}
	return b
}

func (t *Time) appendElement(b []byte, spelling string, kind element) []byte {
	year, month, day, yearDay := date(floorDiv(t.local(), secondsPerDay))
	hour, min, sec := t.Clock()
	switch kind {
	case longYear:
		return appendInt(b, year, 4, '0')
	case shortYear:
		return appendInt(b, max(year, -year)%100, 2, '0')
	case longMonth:
		return append(b, month.String()...)
	case shortMonth:
		return append(b, month.String()[:3]...)
	case zeroMonth:
		return appendInt(b, int(month), 2, '0')
	case plainMonth:
		return appendInt(b, int(month), 0, '0')
	case longWeekday:
		return append(b, t.Weekday().String()...)
	case shortWeekday:
		return append(b, t.Weekday().String()[:3]...)
	case plainDay:
		return appendInt(b, day, 0, '0')
	case blankDay:
		return appendInt(b, day, 2, ' ')
	case zeroDay:
		return appendInt(b, day, 2, '0')
	case blankYearDay:
		return appendInt(b, yearDay, 3, ' ')
	case zeroYearDay:
		return appendInt(b, yearDay, 3, '0')
	case hour24:
		return appendInt(b, hour, 2, '0')
	case zeroHour12:
		return appendInt(b, (hour+11)%12+1, 2, '0')
	case plainHour12:
		return appendInt(b, (hour+11)%12+1, 0, '0')
	case zeroMinute:
		return appendInt(b, min, 2, '0')
	case plainMinute:
		return appendInt(b, min, 0, '0')
	case zeroSecond:
		return appendInt(b, sec, 2, '0')
	case plainSecond:
		return appendInt(b, sec, 0, '0')
	case upperHalf, lowerHalf:
		half := "AMamPMpm"
		at := 0
		if hour >= 12 {
			at = 4
		}
		if kind == lowerHalf {
			at += 2
		}
		return append(b, half[at:at+2]...)
	case zoneName:
		name, offset := t.Zone()
		if name != "" {
			return append(b, name...)
		}
		return appendOffset(b, offset, "-0700")
	case zoneOffset:
		_, offset := t.Zone()
		return appendOffset(b, offset, spelling)
	}
	return appendFraction(b, t.nsec(), spelling)
}

func appendOffset(b []byte, offset int, spelling string) []byte {
	if spelling[0] == 'Z' && offset == 0 {
		return append(b, 'Z')
	}
	sign := byte('+')
	if offset < 0 {
		sign = '-'
		offset = -offset
	}
	b = append(b, sign)
	b = appendInt(b, offset/3600, 2, '0')
	digits := 0
	colon := false
	for i := 1; i < len(spelling); i++ {
		if spelling[i] == ':' {
			colon = true
		} else {
			digits++
		}
	}
	if digits >= 4 {
		if colon {
			b = append(b, ':')
		}
		b = appendInt(b, offset/60%60, 2, '0')
	}
	if digits >= 6 {
		if colon {
			b = append(b, ':')
		}
		b = appendInt(b, offset%60, 2, '0')
	}
	return b
}

// appendFraction writes as many digits as the spelling has; trailing zeros are left out for nines.
func appendFraction(b []byte, nsec int64, spelling string) []byte {
	var digits [9]byte
	for i := len(digits) - 1; i >= 0; i-- {
		digits[i] = byte(nsec%10) + '0'
		nsec /= 10
	}
	count := min(len(spelling)-1, len(digits))
	if spelling[1] == '9' {
		for count > 0 && digits[count-1] == '0' {
			count--
		}
		if count == 0 {
			return b
		}
	}
	b = append(b, spelling[0])
	b = append(b, digits[:count]...)
	for i := count; i < len(spelling)-1 && spelling[1] == '0'; i++ {
		b = append(b, '0')
	}
	return b
}
