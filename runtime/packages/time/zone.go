package time

// A Location maps instants to the zone in use there then.
type Location struct {
	name    string
	isLocal bool
	zone    string // of a location with one zone
	offset  int    // seconds east of UTC
}

var utc = Location{name: "UTC", zone: "UTC"}
var local = Location{name: "Local", isLocal: true}

// UTC is Universal Coordinated Time.
var UTC *Location = &utc

// Local is the system's local time zone: that of the environment variable TZ, or of
// /etc/localtime.
var Local *Location = &local

func localZone(unix int64) (name string, offset int)

// lookup returns the zone at an instant.
func (l *Location) lookup(unix int64) (name string, offset int) {
	if l == nil {
		return "UTC", 0
	}
	if l.isLocal {
		return localZone(unix)
	}
	return l.zone, l.offset
}

// String returns the name of the location.
func (l *Location) String() string {
	if l == nil {
		return "UTC"
	}
	return l.name
}

// FixedZone returns a Location that always uses the given zone.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zone: name, offset: offset}
}

// LoadLocation returns the Location with the given name: "", "UTC" or "Local". The time zone
// database is not read.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	return nil, timeError("unknown time zone " + name)
}

type timeError string

func (e timeError) Error() string { return string(e) }

func (t *Time) setLocation(loc *Location) {
	if loc == &utc {
		loc = nil
	}
	t.stripMono()
	t.loc = loc
}

// UTC returns t with the location set to UTC.
func (t Time) UTC() Time {
	t.setLocation(&utc)
	return t
}

// Local returns t with the location set to local time.
func (t Time) Local() Time {
	t.setLocation(Local)
	return t
}

// In returns t with the location set to loc.
func (t Time) In(loc *Location) Time {
	if loc == nil {
		panic("time: missing Location in call to Time.In")
	}
	t.setLocation(loc)
	return t
}

// Location returns the location of t.
func (t Time) Location() *Location {
	if t.loc == nil {
		return UTC
	}
	return t.loc
}

// Zone returns the name of the zone in use at t, and its seconds east of UTC.
func (t Time) Zone() (name string, offset int) { return t.loc.lookup(t.Unix()) }

// IsDST reports whether daylight saving time is in use at t. A zone that is further east than in
// either January or July of the year is.
func (t Time) IsDST() bool {
	_, offset := t.Zone()
	year := t.Year()
	_, january := Date(year, January, 1, 0, 0, 0, 0, t.Location()).Zone()
	_, july := Date(year, July, 1, 0, 0, 0, 0, t.Location()).Zone()
	return offset > january || offset > july
}
