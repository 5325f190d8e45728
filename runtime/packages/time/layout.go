package time

// Layouts for Format and Parse: each shows how the reference time,
//
//	Mon Jan 2 15:04:05 MST 2006
//
// is written.
const (
	Layout      = "01/02 03:04:05PM '06 -0700"
	ANSIC       = "Mon Jan _2 15:04:05 2006"
	UnixDate    = "Mon Jan _2 15:04:05 MST 2006"
	RubyDate    = "Mon Jan 02 15:04:05 -0700 2006"
	RFC822      = "02 Jan 06 15:04 MST"
	RFC822Z     = "02 Jan 06 15:04 -0700"
	RFC850      = "Monday, 02-Jan-06 15:04:05 MST"
	RFC1123     = "Mon, 02 Jan 2006 15:04:05 MST"
	RFC1123Z    = "Mon, 02 Jan 2006 15:04:05 -0700"
	RFC3339     = "2006-01-02T15:04:05Z07:00"
	RFC3339Nano = "2006-01-02T15:04:05.999999999Z07:00"
	Kitchen     = "3:04PM"
	Stamp       = "Jan _2 15:04:05"
	StampMilli  = "Jan _2 15:04:05.000"
	StampMicro  = "Jan _2 15:04:05.000000"
	StampNano   = "Jan _2 15:04:05.000000000"
	DateTime    = "2006-01-02 15:04:05"
	DateOnly    = "2006-01-02"
	TimeOnly    = "15:04:05"
)

// An element is what a part of a layout stands for.
type element int

const (
	text element = iota
	longYear
	shortYear
	longMonth
	shortMonth
	zeroMonth
	plainMonth
	longWeekday
	shortWeekday
	plainDay
	blankDay
	zeroDay
	blankYearDay
	zeroYearDay
	hour24
	zeroHour12
	plainHour12
	zeroMinute
	plainMinute
	zeroSecond
	plainSecond
	upperHalf // PM
	lowerHalf // pm
	zoneName
	zoneOffset
	fraction
)

// What the layout's text stands for, of several that begin alike the longest first.
var elements = []struct {
	spelling string
	kind     element
}{
	{"2006", longYear}, {"January", longMonth}, {"Jan", shortMonth}, {"Monday", longWeekday},
	{"Mon", shortWeekday}, {"MST", zoneName}, {"002", zeroYearDay}, {"01", zeroMonth},
	{"02", zeroDay}, {"03", zeroHour12}, {"04", zeroMinute}, {"05", zeroSecond}, {"06", shortYear},
	{"15", hour24}, {"1", plainMonth}, {"__2", blankYearDay}, {"_2006", text}, {"_2", blankDay},
	{"2", plainDay}, {"3", plainHour12}, {"4", plainMinute}, {"5", plainSecond}, {"PM", upperHalf},
	{"pm", lowerHalf}, {"-07:00:00", zoneOffset}, {"-070000", zoneOffset}, {"-07:00", zoneOffset},
	{"-0700", zoneOffset}, {"-07", zoneOffset}, {"Z07:00:00", zoneOffset}, {"Z070000", zoneOffset},
	{"Z07:00", zoneOffset}, {"Z0700", zoneOffset}, {"Z07", zoneOffset},
}

func hasPrefix(s, prefix string) bool { return len(s) >= len(prefix) && s[:len(prefix)] == prefix }

func isDigit(s string, i int) bool { return i < len(s) && s[i] >= '0' && s[i] <= '9' }

// elementAt recognizes an element at the start of a layout.
func elementAt(layout string) (spelling string, kind element) {
	for _, e := range elements {
		if !hasPrefix(layout, e.spelling) {
			continue
		}
		switch {
		case e.spelling == "_2006": // an underscore, then the year
			return "", text
		case e.kind == shortMonth && len(layout) > 3 && layout[3] >= 'a' && layout[3] <= 'z',
			e.kind == shortWeekday && len(layout) > 3 && layout[3] >= 'a' && layout[3] <= 'z':
			return "", text
		}
		return e.spelling, e.kind
	}
	if (layout[0] == '.' || layout[0] == ',') && len(layout) > 1 && (layout[1] == '0' || layout[1] == '9') {
		end := 1
		for end < len(layout) && layout[end] == layout[1] {
			end++
		}
		if !isDigit(layout, end) {
			return layout[:end], fraction
		}
	}
	return "", text
}

// nextElement splits a layout: literal text, an element, and the rest.
func nextElement(layout string) (before, spelling string, kind element, rest string) {
	for i := 0; i < len(layout); i++ {
		if spelling, kind := elementAt(layout[i:]); kind != text {
			return layout[:i], spelling, kind, layout[i+len(spelling):]
		}
	}
	return layout, "", text, ""
}
