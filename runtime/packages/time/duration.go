package time

// A Duration is the time between two instants in nanoseconds.
type Duration int64

const (
	Nanosecond  Duration = 1
	Microsecond          = 1000 * Nanosecond
	Millisecond          = 1000 * Microsecond
	Second               = 1000 * Millisecond
	Minute               = 60 * Second
	Hour                 = 60 * Minute
)

const (
	minDuration Duration = -1 << 63
	maxDuration Duration = 1<<63 - 1
)

// Nanoseconds returns the duration as a count of nanoseconds.
func (d Duration) Nanoseconds() int64 { return int64(d) }

// Microseconds returns the duration as a count of microseconds.
func (d Duration) Microseconds() int64 { return int64(d) / 1e3 }

// Milliseconds returns the duration as a count of milliseconds.
func (d Duration) Milliseconds() int64 { return int64(d) / 1e6 }

// Seconds returns the duration as a floating point number of seconds.
func (d Duration) Seconds() float64 { return inUnits(d, Second) }

// Minutes returns the duration as a floating point number of minutes.
func (d Duration) Minutes() float64 { return inUnits(d, Minute) }

// Hours returns the duration as a floating point number of hours.
func (d Duration) Hours() float64 { return inUnits(d, Hour) }

// Whole units and the rest are converted apart: together they may exceed a float64's precision.
func inUnits(d, unit Duration) float64 {
	whole := d / unit
	rest := d % unit
	return float64(whole) + float64(rest)/float64(unit)
}

// Abs returns the absolute value of d; that of the smallest Duration is the largest one.
func (d Duration) Abs() Duration {
	if d >= 0 {
		return d
	}
	if d == minDuration {
		return maxDuration
	}
	return -d
}

// Truncate returns d rounded toward zero to a multiple of m. If m <= 0, it returns d unchanged.
func (d Duration) Truncate(m Duration) Duration {
	if m <= 0 {
		return d
	}
	return d - d%m
}

// Round returns d rounded to the nearest multiple of m, halfway values away from zero. A result out
// of range is the largest or smallest Duration. If m <= 0, it returns d unchanged.
func (d Duration) Round(m Duration) Duration {
	if m <= 0 {
		return d
	}
	rest := d % m
	if d < 0 {
		rest = -rest
		if uint64(rest)+uint64(rest) < uint64(m) {
			return d + rest
		}
		if rounded := d - m + rest; rounded < d {
			return rounded
		}
		return minDuration
	}
	if uint64(rest)+uint64(rest) < uint64(m) {
		return d - rest
	}
	if rounded := d + m - rest; rounded > d {
		return rounded
	}
	return maxDuration
}

// String returns the duration in the form "72h3m0.5s". Leading zero units are left out; a duration
// below one second uses a smaller unit. The zero duration is "0s".
func (d Duration) String() string {
	var text [32]byte // "-2540400h10m10.000000000s" is the longest
	at := len(text)
	left := uint64(d)
	if d < 0 {
		left = -left
	}
	if left == 0 {
		return "0s"
	}
	if left < uint64(Second) {
		at = putSmall(text[:], left)
	} else {
		at--
		text[at] = 's'
		at, left = putFraction(text[:at], left, 9)
		at = putInt(text[:at], left%60)
		left /= 60
		if left > 0 {
			at--
			text[at] = 'm'
			at = putInt(text[:at], left%60)
			left /= 60
			if left > 0 {
				at--
				text[at] = 'h'
				at = putInt(text[:at], left)
			}
		}
	}
	if d < 0 {
		at--
		text[at] = '-'
	}
	return string(text[at:])
}

// putSmall writes less than a second at the end of text and returns where it starts.
func putSmall(text []byte, ns uint64) int {
	at := len(text) - 1
	text[at] = 's'
	digits := 0
	at--
	switch {
	case ns < uint64(Microsecond):
		text[at] = 'n'
	case ns < uint64(Millisecond):
		digits = 3
		at-- // "µ" is two bytes
		copy(text[at:], "µ")
	default:
		digits = 6
		text[at] = 'm'
	}
	at, ns = putFraction(text[:at], ns, digits)
	return putInt(text[:at], ns)
}

// putFraction writes v/10**digits without its whole part at the end of text, trailing zeros and an
// empty fraction left out. It returns where it starts, and the whole part.
func putFraction(text []byte, v uint64, digits int) (int, uint64) {
	at := len(text)
	seen := false
	for i := 0; i < digits; i++ {
		digit := v % 10
		seen = seen || digit != 0
		if seen {
			at--
			text[at] = byte(digit) + '0'
		}
		v /= 10
	}
	if seen {
		at--
		text[at] = '.'
	}
	return at, v
}

// putInt writes v at the end of text and returns where it starts.
func putInt(text []byte, v uint64) int {
	at := len(text)
	if v == 0 {
		at--
		text[at] = '0'
	}
	for v > 0 {
		at--
		text[at] = byte(v%10) + '0'
		v /= 10
	}
	return at
}
