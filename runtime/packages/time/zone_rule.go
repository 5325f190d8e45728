package time

// What the variable TZ and the last line of a time zone file say: "CET-1CEST,M3.5.0,M10.5.0/3" (POSIX, Base
// Definitions 8.3, with the extensions of RFC 9636).

// A ruleReader takes a rule apart; ok is false from its first mistake on.
type ruleReader struct {
	text string
	ok   bool
}

func (r *ruleReader) skip(c byte) bool {
	if r.text == "" || r.text[0] != c {
		return false
	}
	r.text = r.text[1:]
	return true
}

// name reads the name of a zone: three letters or more, or anything in angle brackets.
func (r *ruleReader) name() string {
	if r.skip('<') {
		for i := 0; i < len(r.text); i++ {
			if r.text[i] == '>' {
				name := r.text[:i]
				r.text = r.text[i+1:]
				return name
			}
		}
		r.ok = false
		return ""
	}
	end := 0
	for end < len(r.text) && r.text[end] != ',' && r.text[end] != '-' && r.text[end] != '+' && (r.text[end] < '0' || r.text[end] > '9') {
		end++
	}
	name := r.text[:end]
	r.text = r.text[end:]
	r.ok = r.ok && end >= 3
	return name
}

func (r *ruleReader) number(least, most int) int {
	value, digits := 0, 0
	for ; digits < len(r.text) && '0' <= r.text[digits] && r.text[digits] <= '9'; digits++ {
		if value = value*10 + int(r.text[digits]-'0'); value > most {
			break
		}
	}
	r.ok = r.ok && digits > 0 && least <= value && value <= most
	r.text = r.text[digits:]
	return value
}

// seconds reads [+-]hh[:mm[:ss]].
func (r *ruleReader) seconds() int {
	isNegative := r.skip('-')
	if !isNegative {
		r.skip('+')
	}
	seconds := r.number(0, 24*7) * secondsPerHour
	if r.skip(':') {
		seconds += r.number(0, 59) * secondsPerMinute
		if r.skip(':') {
			seconds += r.number(0, 59)
		}
	}
	if isNegative {
		return -seconds
	}
	return seconds
}

// A changeDay says on which day and when on it a zone changes, every year.
type changeDay struct {
	kind             byte // 'J': a day that is never February 29; 'M': a day of a week of a month; 0: a day from 0 on
	day, week, month int
	time             int // seconds behind midnight
}

func (r *ruleReader) changeDay() changeDay {
	var c changeDay
	switch {
	case r.skip('J'):
		c.kind, c.day = 'J', r.number(1, 365)
	case r.skip('M'):
		c.kind, c.month = 'M', r.number(1, 12)
		r.ok = r.ok && r.skip('.')
		c.week = r.number(1, 5)
		r.ok = r.ok && r.skip('.')
		c.day = r.number(0, 6)
	default:
		c.day = r.number(0, 365)
	}
	c.time = 2 * secondsPerHour
	if r.skip('/') {
		c.time = r.seconds()
	}
	return c
}

// in returns when the change is in a year: seconds from its start in UTC, if `offset` is what holds until then.
func (c changeDay) in(year, offset int) int64 {
	start := daysBefore(int64(year), January)
	var days int64
	switch c.kind {
	case 'J':
		days = int64(c.day) - 1
		if daysIn(February, year) == 29 && c.day >= 60 {
			days++
		}
	case 'M':
		first := daysBefore(int64(year), Month(c.month))
		weekday := floorMod(first+1, 7) // January 1 of the year 1 was a Monday
		days = first - start + floorMod(int64(c.day)-weekday, 7) + int64(c.week-1)*7
		if days >= first-start+int64(daysIn(Month(c.month), year)) {
			days -= 7 // the fifth week is the last one
		}
	default:
		days = int64(c.day)
	}
	return days*secondsPerDay + int64(c.time-offset)
}

// periodByRule returns the zone at an instant; start is that of a zone without daylight saving time.
func periodByRule(rule string, start, unix int64) (found zonePeriod, ok bool) {
	r := ruleReader{rule, true}
	standard := zone{name: r.name()}
	standard.offset = -r.seconds()
	if !r.ok {
		return found, false
	}
	if r.text == "" || r.text[0] == ',' {
		return zonePeriod{standard, start, never}, true
	}
	saving := zone{r.name(), standard.offset + secondsPerHour, true}
	if r.text != "" && r.text[0] != ',' {
		saving.offset = -r.seconds()
	}
	if r.text == "" {
		r.text = ",M3.2.0,M11.1.0"
	}
	r.ok = r.ok && (r.skip(',') || r.skip(';'))
	begin := r.changeDay()
	r.ok = r.ok && r.skip(',')
	end := r.changeDay()
	if !r.ok || r.text != "" {
		return found, false
	}
	return periodOfYear(standard, saving, begin, end, unix), true
}

// The bounds are those of the zone or of the year, whichever is nearer.
func periodOfYear(standard, saving zone, begin, end changeDay, unix int64) zonePeriod {
	wholeYear, _, _, yearDay := date(floorDiv(unix+secondsTo1970, secondsPerDay))
	sinceStart := int64(yearDay-1)*secondsPerDay + floorMod(unix, secondsPerDay)
	yearStart := unix - sinceStart
	first, last := begin.in(wholeYear, standard.offset), end.in(wholeYear, saving.offset)
	if last < first { // the southern half of the world
		first, last = last, first
		standard, saving = saving, standard
	}
	switch {
	case sinceStart < first:
		return zonePeriod{standard, yearStart, yearStart + first}
	case sinceStart >= last:
		return zonePeriod{standard, yearStart + last, yearStart + 365*secondsPerDay}
	}
	return zonePeriod{saving, yearStart + first, yearStart + last}
}
