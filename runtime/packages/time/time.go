package time

// A Time is an instant with nanosecond precision, and the location in which its date and clock are
// shown.
//
// If bit 63 of wall is set, the bits below hold 33 bits of seconds since 1885 and 30 bits of
// nanoseconds, and ext is a monotonic reading in nanoseconds since the program's start. If not, the
// low 30 bits hold the nanoseconds and ext the seconds since year 1. A nil loc means UTC.
type Time struct {
	wall uint64
	ext  int64
	loc  *Location
}

const (
	hasMonotonic = 1 << 63
	nsecMask     = 1<<30 - 1
	nsecBits     = 30

	secondsPerMinute = 60
	secondsPerHour   = 3600
	secondsPerDay    = 86400
	// Days and seconds from the year 1 to other origins.
	daysTo1970    = 719162
	secondsTo1970 = daysTo1970 * secondsPerDay
	secondsTo1885 = secondsTo1970 - 2682288000
)

// A Month is a month of the year (January = 1, …).
type Month int

const (
	January Month = 1 + iota
	February
	March
	April
	May
	June
	July
	August
	September
	October
	November
	December
)

var monthNames = []string{"January", "February", "March", "April", "May", "June", "July", "August",
	"September", "October", "November", "December"}

// String returns the English name of the month.
func (m Month) String() string {
	if m < January || m > December {
		return "%!Month(" + decimal(int(m)) + ")"
	}
	return monthNames[m-1]
}

// A Weekday is a day of the week (Sunday = 0, …).
type Weekday int

const (
	Sunday Weekday = iota
	Monday
	Tuesday
	Wednesday
	Thursday
	Friday
	Saturday
)

var dayNames = []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"}

// String returns the English name of the day.
func (d Weekday) String() string {
	if d < Sunday || d > Saturday {
		return "%!Weekday(" + decimal(int(d)) + ")"
	}
	return dayNames[d]
}

func decimal(n int) string {
	var text [20]byte
	at := len(text)
	negative := n < 0
	left := uint64(n)
	if negative {
		left = -left
	}
	at = putInt(text[:], left)
	if negative {
		at--
		text[at] = '-'
	}
	return string(text[at:])
}

func now() (wall uint64, ext int64)
func nanotime() int64

// Now returns the current local time.
func Now() Time {
	wall, ext := now()
	return Time{wall, ext, Local}
}

// Unix returns the local time of the given seconds and nanoseconds since January 1, 1970 UTC.
func Unix(sec int64, nsec int64) Time {
	sec += floorDiv(nsec, 1e9)
	nsec = floorMod(nsec, 1e9)
	return Time{uint64(nsec), sec + secondsTo1970, Local}
}

// UnixMilli returns the local time of the given milliseconds since January 1, 1970 UTC.
func UnixMilli(msec int64) Time { return Unix(floorDiv(msec, 1e3), floorMod(msec, 1e3)*1e6) }

// UnixMicro returns the local time of the given microseconds since January 1, 1970 UTC.
func UnixMicro(usec int64) Time { return Unix(floorDiv(usec, 1e6), floorMod(usec, 1e6)*1e3) }

func floorDiv(x, y int64) int64 {
	q := x / y
	if x%y < 0 {
		q--
	}
	return q
}

func floorMod(x, y int64) int64 {
	r := x % y
	if r < 0 {
		r += y
	}
	return r
}

// sec returns the seconds since year 1.
func (t *Time) sec() int64 {
	if t.wall&hasMonotonic != 0 {
		return secondsTo1885 + int64(t.wall<<1>>(nsecBits+1))
	}
	return t.ext
}

func (t *Time) nsec() int64 { return int64(t.wall & nsecMask) }

// stripMono takes the monotonic reading away.
func (t *Time) stripMono() {
	if t.wall&hasMonotonic != 0 {
		t.ext = t.sec()
		t.wall &= nsecMask
	}
}

// IsZero reports whether t is January 1, year 1, 00:00:00 UTC.
func (t Time) IsZero() bool { return t.sec() == 0 && t.nsec() == 0 }

// After reports whether t is after u.
func (t Time) After(u Time) bool { return t.Compare(u) > 0 }

// Before reports whether t is before u.
func (t Time) Before(u Time) bool { return t.Compare(u) < 0 }

// Equal reports whether t and u are the same instant, also in different locations.
func (t Time) Equal(u Time) bool { return t.Compare(u) == 0 }

// Compare returns -1, 0 or +1 when t is before, at or after u.
func (t Time) Compare(u Time) int {
	if t.wall&u.wall&hasMonotonic != 0 {
		return compare(t.ext, u.ext)
	}
	if order := compare(t.sec(), u.sec()); order != 0 {
		return order
	}
	return compare(t.nsec(), u.nsec())
}

func compare(x, y int64) int {
	switch {
	case x < y:
		return -1
	case x > y:
		return 1
	}
	return 0
}

// Add returns t+d.
func (t Time) Add(d Duration) Time {
	nsec := t.nsec() + int64(d%1e9)
	sec := int64(d / 1e9)
	if nsec >= 1e9 {
		sec++
		nsec -= 1e9
	} else if nsec < 0 {
		sec--
		nsec += 1e9
	}
	if t.wall&hasMonotonic != 0 {
		since1885 := t.sec() - secondsTo1885 + sec
		ext := t.ext + int64(d)
		overflow := (d < 0) != (ext < t.ext) && d != 0
		if since1885 >= 0 && since1885 < 1<<33 && !overflow {
			return Time{hasMonotonic | uint64(since1885)<<nsecBits | uint64(nsec), ext, t.loc}
		}
	}
	return Time{uint64(nsec), t.sec() + sec, t.loc}
}

// Sub returns t-u, or the largest or smallest Duration if that is out of range.
func (t Time) Sub(u Time) Duration {
	if t.wall&u.wall&hasMonotonic != 0 {
		return saturated(t.ext-u.ext, t.ext >= u.ext)
	}
	d := Duration(t.sec()-u.sec())*Second + Duration(t.nsec()-u.nsec())
	switch {
	case u.Add(d).Equal(t):
		return d
	case t.Before(u):
		return minDuration
	}
	return maxDuration
}

func saturated(d int64, positive bool) Duration {
	switch {
	case positive && d < 0:
		return maxDuration
	case !positive && d > 0:
		return minDuration
	}
	return Duration(d)
}

// Since returns the time elapsed since t.
func Since(t Time) Duration { return Now().Sub(t) }

// Until returns the duration until t.
func Until(t Time) Duration { return t.Sub(Now()) }

// AddDate returns t with years, months and days added, normalized as Date does.
func (t Time) AddDate(years, months, days int) Time {
	year, month, day := t.Date()
	hour, min, sec := t.Clock()
	return Date(year+years, month+Month(months), day+days, hour, min, sec, int(t.nsec()), t.Location())
}

// Truncate returns t rounded down to a multiple of d since the zero time, without a monotonic
// reading.
func (t Time) Truncate(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	return t.Add(-remainder(t, d))
}

// Round returns t rounded to the nearest multiple of d since the zero time, halfway values up,
// without a monotonic reading.
func (t Time) Round(d Duration) Time {
	t.stripMono()
	if d <= 0 {
		return t
	}
	r := remainder(t, d)
	if r+r < d && r+r >= 0 {
		return t.Add(-r)
	}
	return t.Add(d - r)
}

// remainder returns what t is past a multiple of d, computed in 128 bits.
func remainder(t Time, d Duration) Duration {
	sec, nsec := t.sec(), t.nsec()
	negative := sec < 0
	if negative {
		sec = -sec
		nsec = -nsec
		if nsec < 0 {
			nsec += 1e9
			sec--
		}
	}
	// (sec*1e9 + nsec) mod d, by doubling: every step stays below 2d.
	m := uint64(d)
	rest := uint64(0)
	for bit := 62; bit >= 0; bit-- {
		rest = (rest << 1) % m
		if sec>>bit&1 != 0 {
			rest = (rest + 1e9%m) % m
		}
	}
	rest = (rest + uint64(nsec)%m) % m
	if negative && rest != 0 {
		rest = m - rest
	}
	return Duration(rest)
}

// Unix returns the seconds since January 1, 1970 UTC.
func (t Time) Unix() int64 { return t.sec() - secondsTo1970 }

// UnixMilli returns the milliseconds since January 1, 1970 UTC.
func (t Time) UnixMilli() int64 { return t.Unix()*1e3 + t.nsec()/1e6 }

// UnixMicro returns the microseconds since January 1, 1970 UTC.
func (t Time) UnixMicro() int64 { return t.Unix()*1e6 + t.nsec()/1e3 }

// UnixNano returns the nanoseconds since January 1, 1970 UTC.
func (t Time) UnixNano() int64 { return t.Unix()*1e9 + t.nsec() }

// Nanosecond returns the nanosecond within the second.
func (t Time) Nanosecond() int { return int(t.nsec()) }
