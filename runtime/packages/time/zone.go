package time

import "sync"

// A Location maps instants to the zone in use there then.
type Location struct {
	name    string
	zones   []zone
	changes []zoneChange // in the order of time
	rule    string       // of the time behind the last change, as in the variable TZ; "" if there is none
}

type zone struct {
	name   string
	offset int // seconds east of UTC
	isDST  bool
}

// From `when` on, in seconds since 1970, the zone is that of the index.
type zoneChange struct {
	when int64
	zone int
}

// A zonePeriod is the time from start to before end, during which a zone does not change.
type zonePeriod struct {
	zone
	start, end int64 // seconds since 1970
}

const (
	always = -1 << 63 // before and behind everything
	never  = 1<<63 - 1
)

var utc = Location{name: "UTC"}
var local Location // set by findLocal
var localOnce sync.Once

// UTC is Universal Coordinated Time.
var UTC *Location = &utc

// Local is the system's local time zone: that of the environment variable TZ, or of
// /etc/localtime.
var Local *Location = &local

// loaded returns the location itself, which is not nil and ready to be used.
func (l *Location) loaded() *Location {
	if l == nil {
		return &utc
	}
	if l == &local {
		localOnce.Do(findLocal)
	}
	return l
}

// period returns the zone in use at an instant, and how long it is.
func (l *Location) period(unix int64) zonePeriod {
	l = l.loaded()
	if len(l.zones) == 0 {
		return zonePeriod{zone{name: "UTC"}, always, never}
	}
	after := l.changesUntil(unix)
	if after == len(l.changes) && l.rule != "" {
		start := int64(always)
		if after > 0 {
			start = l.changes[after-1].when
		}
		if period, ok := periodByRule(l.rule, start, unix); ok {
			return period
		}
	}
	found := zonePeriod{l.zones[l.firstZone()], always, never}
	if after > 0 {
		found.zone, found.start = l.zones[l.changes[after-1].zone], l.changes[after-1].when
	}
	if after < len(l.changes) {
		found.end = l.changes[after].when
	}
	return found
}

// changesUntil counts the changes that are not later than an instant.
func (l *Location) changesUntil(unix int64) int {
	low, high := 0, len(l.changes)
	for low < high {
		if middle := int(uint(low+high) / 2); l.changes[middle].when <= unix {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return low
}

// firstZone returns the index of the zone before the first change, which files do not name: the first zone if no change
// leads to it, else the one before a first change to daylight saving time, else the first that is no such time.
func (l *Location) firstZone() int {
	isFree := true
	for _, change := range l.changes {
		isFree = isFree && change.zone != 0
	}
	if isFree {
		return 0
	}
	if first := l.changes[0].zone; l.zones[first].isDST {
		for i := first - 1; i >= 0; i-- {
			if !l.zones[i].isDST {
				return i
			}
		}
	}
	for i := range l.zones {
		if !l.zones[i].isDST {
			return i
		}
	}
	return 0
}

// lookup returns the zone at an instant.
func (l *Location) lookup(unix int64) (name string, offset int) {
	period := l.period(unix)
	return period.name, period.offset
}

// offsetOf returns the offset of the zone with a name that is in use at a local time, given as if it were UTC; that
// of any zone with this name if it is not in use then.
func (l *Location) offsetOf(name string, local int64) (offset int, ok bool) {
	l = l.loaded()
	for i := range l.zones {
		if zone := &l.zones[i]; zone.name == name {
			if name, offset := l.lookup(local - int64(zone.offset)); name == zone.name {
				return offset, true
			}
		}
	}
	for i := range l.zones {
		if zone := &l.zones[i]; zone.name == name {
			return zone.offset, true
		}
	}
	return 0, false
}

// String returns the name of the location.
func (l *Location) String() string { return l.loaded().name }

// FixedZone returns a Location that always uses the given zone.
func FixedZone(name string, offset int) *Location {
	return &Location{name: name, zones: []zone{{name: name, offset: offset}}}
}

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

// ZoneBounds returns when the zone in use at t began and when it ends; the zero time stands for no such instant.
func (t Time) ZoneBounds() (start, end Time) {
	period := t.loc.period(t.Unix())
	if period.start != always {
		start = Unix(period.start, 0)
		start.setLocation(t.loc)
	}
	if period.end != never {
		end = Unix(period.end, 0)
		end.setLocation(t.loc)
	}
	return start, end
}

// IsDST reports whether daylight saving time is in use at t.
func (t Time) IsDST() bool { return t.loc.period(t.Unix()).isDST }
