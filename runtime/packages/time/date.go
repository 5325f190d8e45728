package time

// local returns the seconds since year 1 as a clock in t's location shows them.
func (t *Time) local() int64 {
	sec := t.sec()
	if t.loc == nil {
		return sec
	}
	_, offset := t.loc.lookup(sec - secondsTo1970)
	return sec + int64(offset)
}

// date splits the days since January 1, year 1.
func date(days int64) (year int, month Month, day, yearDay int) {
	// Years that begin in March: the leap day is the last one.
	days += 306
	era := floorDiv(days, 146097)
	ofEra := days - era*146097
	yearOfEra := (ofEra - ofEra/1460 + ofEra/36524 - ofEra/146096) / 365
	ofYear := ofEra - (365*yearOfEra + yearOfEra/4 - yearOfEra/100)
	shifted := (5*ofYear + 2) / 153
	day = int(ofYear - (153*shifted+2)/5 + 1)
	month = Month(shifted + 3)
	year = int(yearOfEra + era*400)
	if month > 12 {
		month -= 12
		year++
	}
	return year, month, day, int(days - 306 - daysBefore(int64(year), January) + 1)
}

// daysBefore counts the days from January 1, year 1 to the first of a month.
func daysBefore(year int64, month Month) int64 {
	if month <= February {
		year--
		month += 12
	}
	era := floorDiv(year, 400)
	yearOfEra := year - era*400
	ofYear := (153*int64(month-3) + 2) / 5
	return era*146097 + yearOfEra*365 + yearOfEra/4 - yearOfEra/100 + ofYear - 306
}

// Date returns the Time of a date and a clock in a location. Values outside their usual ranges are
// normalized: October 32 is November 1.
func Date(year int, month Month, day, hour, min, sec, nsec int, loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Date")
	}
	months := int64(month) - 1
	y := int64(year) + floorDiv(months, 12)
	days := daysBefore(y, Month(floorMod(months, 12)+1)) + int64(day) - 1
	seconds := days*secondsPerDay + int64(hour)*3600 + int64(min)*60 + int64(sec)
	seconds += floorDiv(int64(nsec), 1e9)
	unix := seconds - secondsTo1970
	// The offset depends on the instant that is looked for: the second guess is right but near a
	// change, where either side will do.
	_, offset := loc.lookup(unix)
	_, offset = loc.lookup(unix - int64(offset))
	t := Time{uint64(floorMod(int64(nsec), 1e9)), unix - int64(offset) + secondsTo1970, nil}
	t.setLocation(loc)
	return t
}

// Date returns the year, month and day of t.
func (t Time) Date() (year int, month Month, day int) {
	year, month, day, _ = date(floorDiv(t.local(), secondsPerDay))
	return
}

// Clock returns the hour, minute and second within the day.
func (t Time) Clock() (hour, min, sec int) {
	s := int(floorMod(t.local(), secondsPerDay))
	return s / 3600, s / 60 % 60, s % 60
}

// Year returns the year of t.
func (t Time) Year() int {
	year, _, _ := t.Date()
	return year
}

// Month returns the month of t.
func (t Time) Month() Month {
	_, month, _ := t.Date()
	return month
}

// Day returns the day of the month.
func (t Time) Day() int {
	_, _, day := t.Date()
	return day
}

// YearDay returns the day of the year, from 1.
func (t Time) YearDay() int {
	_, _, _, day := date(floorDiv(t.local(), secondsPerDay))
	return day
}

// Weekday returns the day of the week.
func (t Time) Weekday() Weekday {
	return Weekday(floorMod(floorDiv(t.local(), secondsPerDay)+1, 7)) // year 1 began on a Monday
}

// ISOWeek returns the ISO 8601 year and week: week 1 is the one with the year's first Thursday.
func (t Time) ISOWeek() (year, week int) {
	days := floorDiv(t.local(), secondsPerDay)
	thursday := days - floorMod(days, 7) + 3
	year, _, _, yearDay := date(thursday)
	return year, (yearDay-1)/7 + 1
}

// Hour returns the hour within the day.
func (t Time) Hour() int {
	hour, _, _ := t.Clock()
	return hour
}

// Minute returns the minute within the hour.
func (t Time) Minute() int {
	_, min, _ := t.Clock()
	return min
}

// Second returns the second within the minute.
func (t Time) Second() int {
	_, _, sec := t.Clock()
	return sec
}
