package time

// A ParseError describes a problem with a time string.
type ParseError struct {
	Layout     string
	Value      string
	LayoutElem string
	ValueElem  string
	Message    string
}

func quote(s string) string {
	b := []byte{'"'}
	for i := 0; i < len(s); i++ {
		if s[i] == '"' || s[i] == '\\' {
			b = append(b, '\\')
		}
		b = append(b, s[i])
	}
	return string(append(b, '"'))
}

// Error returns the description.
func (e *ParseError) Error() string {
	if e.Message != "" {
		return "parsing time " + quote(e.Value) + e.Message
	}
	return "parsing time " + quote(e.Value) + " as " + quote(e.Layout) + ": cannot parse " +
		quote(e.ValueElem) + " as " + quote(e.LayoutElem)
}

// Parse reads a time that is written as the layout shows. Without a zone it is in UTC.
func Parse(layout, value string) (Time, error) { return parse(layout, value, UTC, Local) }

// ParseInLocation is like Parse, but without a zone the time is in loc, whose zones it knows by
// name and offset.
func ParseInLocation(layout, value string, loc *Location) (Time, error) {
	return parse(layout, value, loc, loc)
}

// What has been read. Negative: not given.
type parsed struct {
	year, month, day, yearDay int
	hour, min, sec            int
	nsec                      int64
	afternoon, half           bool
	zone                      string
	offset                    int
	hasOffset, isUTC          bool
	outOfRange                string
}

func parse(layout, value string, missing, known *Location) (Time, error) {
	wholeLayout, wholeValue := layout, value
	p := parsed{month: -1, day: -1, yearDay: -1}
	fail := func(elem, at, message string) (Time, error) {
		return Time{}, &ParseError{wholeLayout, wholeValue, elem, at, message}
	}
	for {
		before, spelling, kind, rest := nextElement(layout)
		left, ok := skipText(value, before)
		if !ok {
			return fail(before, value, "")
		}
		value = left
		if kind == text {
			if value != "" {
				return fail("", value, ": extra text: "+quote(value))
			}
			break
		}
		left, ok = p.element(value, spelling, kind, rest)
		if p.outOfRange != "" {
			return fail(spelling, value, ": "+p.outOfRange+" out of range")
		}
		if !ok {
			return fail(spelling, value, "")
		}
		value, layout = left, rest
	}
	if message := p.complete(); message != "" {
		return fail("", wholeValue, ": "+message+" out of range")
	}
	return p.time(missing, known), nil
}

// skipText skips literal text; a run of spaces stands for any number of them.
func skipText(value, text string) (rest string, ok bool) {
	for i := 0; i < len(text); i++ {
		if text[i] == ' ' {
			if value != "" && value[0] != ' ' {
				return value, false
			}
			for i+1 < len(text) && text[i+1] == ' ' {
				i++
			}
			for value != "" && value[0] == ' ' {
				value = value[1:]
			}
			continue
		}
		if value == "" || value[0] != text[i] {
			return value, false
		}
		value = value[1:]
	}
	return value, true
}

// number reads an integer of least to most digits.
func number(value string, least, most int) (n int, rest string, ok bool) {
	i := 0
	for ; i < most && isDigit(value, i); i++ {
		n = n*10 + int(value[i]-'0')
	}
	return n, value[i:], i >= least
}

// name reads one of the names, in any case, or their first three letters.
func name(value string, names []string, short bool) (index int, rest string, ok bool) {
	for i, candidate := range names {
		if short {
			candidate = candidate[:3]
		}
		if len(value) >= len(candidate) && sameLetters(value[:len(candidate)], candidate) {
			return i, value[len(candidate):], true
		}
	}
	return 0, value, false
}

func sameLetters(x, y string) bool {
	for i := range len(x) {
		if x[i]|0x20 != y[i]|0x20 {
			return false
		}
	}
	return true
}

func (p *parsed) element(value, spelling string, kind element, layoutRest string) (rest string, ok bool) {
	least := 1
	switch kind {
	case zeroMonth, zeroDay, zeroHour12, zeroMinute, zeroSecond, shortYear:
		least = 2
	}
	n := 0
	switch kind {
	case longYear:
		p.year, rest, ok = number(value, 4, 4)
	case shortYear:
		p.year, rest, ok = number(value, 2, 2)
		if p.year >= 69 {
			p.year += 1900
		} else {
			p.year += 2000
		}
	case longMonth, shortMonth:
		n, rest, ok = name(value, monthNames, kind == shortMonth)
		p.month = n + 1
	case zeroMonth, plainMonth:
		p.month, rest, ok = number(value, least, 2)
		p.check(ok && (p.month < 1 || p.month > 12), "month")
	case longWeekday, shortWeekday:
		_, rest, ok = name(value, dayNames, kind == shortWeekday)
	case plainDay, blankDay, zeroDay:
		if kind == blankDay && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		p.day, rest, ok = number(value, least, 2)
	case blankYearDay, zeroYearDay:
		for kind == blankYearDay && value != "" && value[0] == ' ' {
			value = value[1:]
		}
		p.yearDay, rest, ok = number(value, 1, 3)
	case hour24:
		p.hour, rest, ok = number(value, 1, 2)
		p.check(ok && p.hour > 23, "hour")
	case zeroHour12, plainHour12:
		p.hour, rest, ok = number(value, least, 2)
		p.check(ok && p.hour > 12, "hour")
	case zeroMinute, plainMinute:
		p.min, rest, ok = number(value, least, 2)
		p.check(ok && p.min > 59, "minute")
	case zeroSecond, plainSecond:
		p.sec, rest, ok = number(value, least, 2)
		p.check(ok && p.sec > 59, "second")
		// A fraction may follow the seconds even where the layout has none.
		if ok && p.outOfRange == "" && len(rest) > 1 && (rest[0] == '.' || rest[0] == ',') && isDigit(rest, 1) {
			if before, _, next, _ := nextElement(layoutRest); before != "" || next != fraction {
				return p.fraction(rest, digitsFrom(rest, 1))
			}
		}
	case upperHalf, lowerHalf:
		return p.dayHalf(value, kind)
	case zoneName:
		return p.zoneName(value)
	case zoneOffset:
		return p.zoneOffset(value, spelling)
	case fraction:
		digits := len(spelling) - 1
		if spelling[1] == '9' {
			if len(value) < 2 || (value[0] != '.' && value[0] != ',') || !isDigit(value, 1) {
				return value, true
			}
			digits = digitsFrom(value, 1)
		}
		return p.fraction(value, digits)
	}
	return rest, ok
}

func (p *parsed) check(bad bool, what string) {
	if bad {
		p.outOfRange = what
	}
}

func digitsFrom(value string, at int) int {
	count := 0
	for isDigit(value, at+count) {
		count++
	}
	return count
}

// fraction reads a separator and digits.
func (p *parsed) fraction(value string, digits int) (rest string, ok bool) {
	if len(value) < digits+1 || (value[0] != '.' && value[0] != ',') || digitsFrom(value, 1) < digits {
		return value, false
	}
	p.nsec = 0
	for i := range 9 {
		p.nsec *= 10
		if i < digits {
			p.nsec += int64(value[1+i] - '0')
		}
	}
	return value[1+digits:], true
}

func (p *parsed) dayHalf(value string, kind element) (rest string, ok bool) {
	if len(value) < 2 {
		return value, false
	}
	switch half := value[:2]; {
	case kind == upperHalf && half == "PM", kind == lowerHalf && half == "pm":
		p.afternoon = true
	case kind == upperHalf && half == "AM", kind == lowerHalf && half == "am":
	default:
		return value, false
	}
	p.half = true
	return value[2:], true
}

func (p *parsed) zoneName(value string) (rest string, ok bool) {
	if hasPrefix(value, "UTC") {
		p.isUTC = true
		return value[3:], true
	}
	n := 0
	for n < len(value) && value[n] >= 'A' && value[n] <= 'Z' {
		n++
	}
	if n < 3 || n > 5 {
		return value, false
	}
	p.zone = value[:n]
	if p.zone == "GMT" && n < len(value) && (value[n] == '+' || value[n] == '-') {
		hours, after, ok := number(value[n+1:], 1, 2)
		if ok && hours < 24 {
			p.zone = value[:len(value)-len(after)]
			n = len(p.zone)
		}
	}
	return value[n:], true
}

func (p *parsed) zoneOffset(value, spelling string) (rest string, ok bool) {
	if spelling[0] == 'Z' && value != "" && value[0] == 'Z' {
		p.isUTC = true
		return value[1:], true
	}
	if len(value) < len(spelling) || (value[0] != '+' && value[0] != '-') {
		return value, false
	}
	parts := [3]int{}
	count := 0
	for i := 1; i < len(spelling); {
		if spelling[i] == ':' {
			if value[i] != ':' {
				return value, false
			}
			i++
			continue
		}
		n, _, ok := number(value[i:], 2, 2)
		if !ok {
			return value, false
		}
		parts[count] = n
		count++
		i += 2
	}
	p.check(parts[0] > 24, "time zone offset hour")
	p.check(parts[1] > 60, "time zone offset minute")
	p.check(parts[2] > 60, "time zone offset second")
	p.offset = parts[0]*3600 + parts[1]*60 + parts[2]
	if value[0] == '-' {
		p.offset = -p.offset
	}
	p.hasOffset = true
	return value[len(spelling):], true
}

func daysIn(month Month, year int) int {
	return int(daysBefore(int64(year)+int64(month)/12, month%12+1) - daysBefore(int64(year), month))
}

// complete fills in what was not given, and names what is out of range.
func (p *parsed) complete() string {
	if p.half {
		if p.afternoon && p.hour < 12 {
			p.hour += 12
		} else if !p.afternoon && p.hour == 12 {
			p.hour = 0
		}
	}
	if p.yearDay >= 0 {
		days := int(daysBefore(int64(p.year)+1, January) - daysBefore(int64(p.year), January))
		if p.yearDay < 1 || p.yearDay > days {
			return "day-of-year"
		}
		_, month, day, _ := date(daysBefore(int64(p.year), January) + int64(p.yearDay) - 1)
		if p.month >= 0 && p.month != int(month) {
			return "day-of-year does not match month"
		}
		if p.day >= 0 && p.day != day {
			return "day-of-year does not match day"
		}
		p.month, p.day = int(month), day
	}
	if p.month < 0 {
		p.month = 1
	}
	if p.day < 0 {
		p.day = 1
	}
	if p.day < 1 || p.day > daysIn(Month(p.month), p.year) {
		return "day"
	}
	return ""
}

func (p *parsed) time(missing, known *Location) Time {
	in := func(loc *Location) Time {
		return Date(p.year, Month(p.month), p.day, p.hour, p.min, p.sec, int(p.nsec), loc)
	}
	switch {
	case p.isUTC:
		return in(UTC)
	case p.hasOffset:
		t := in(UTC)
		t.ext -= int64(p.offset)
		name, offset := known.lookup(t.Unix())
		if offset == p.offset && (p.zone == "" || name == p.zone) {
			t.setLocation(known)
			return t
		}
		t.setLocation(FixedZone(p.zone, p.offset))
		return t
	case p.zone != "":
		t := in(UTC)
		if offset, ok := known.offsetOf(p.zone, t.Unix()); ok {
			t.ext -= int64(offset)
			t.setLocation(known)
			return t
		}
		offset := 0
		if len(p.zone) > 3 && p.zone[:3] == "GMT" {
			offset, _, _ = number(p.zone[4:], 1, 2)
			offset *= 3600
			if p.zone[3] == '-' {
				offset = -offset
			}
		}
		// gc does not apply this offset to the clock that was read.
		t.setLocation(FixedZone(p.zone, offset))
		return t
	}
	return in(missing)
}
