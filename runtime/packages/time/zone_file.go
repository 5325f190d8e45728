package time

import "errors"

var errZoneFile = errors.New("malformed time zone information")

// A zoneReader reads the numbers and bytes of a time zone file; failed is true once it ended too early.
type zoneReader struct {
	text   string
	failed bool
}

func (r *zoneReader) take(n int) string {
	if n < 0 || n > len(r.text) {
		r.failed, r.text = true, ""
		return ""
	}
	taken := r.text[:n]
	r.text = r.text[n:]
	return taken
}

// number reads a big-endian number of so many bytes, with its sign.
func (r *zoneReader) number(bytes int) int64 {
	var value uint64
	for _, c := range []byte(r.take(bytes)) {
		value = value<<8 | uint64(c)
	}
	unused := 64 - 8*bytes
	return int64(value<<unused) >> unused
}

// The counts in the head of a block of the file, in its order.
type zoneCounts struct{ universal, standard, leaps, changes, zones, letters int }

func (r *zoneReader) counts() (c zoneCounts) {
	for _, count := range []*int{&c.universal, &c.standard, &c.leaps, &c.changes, &c.zones, &c.letters} {
		*count = int(r.number(4))
		r.failed = r.failed || *count < 0
	}
	return c
}

// LoadLocationFromTZData returns a Location with the given name from the text of a file of the time zone database
// (RFC 9636).
func LoadLocationFromTZData(name string, data []byte) (*Location, error) {
	r := zoneReader{text: string(data)}
	if r.take(4) != "TZif" {
		return nil, errZoneFile
	}
	version := r.take(1)
	r.take(15)
	counts, width := r.counts(), 4
	switch version {
	case "\x00":
	case "2", "3", "4":
		// What follows is the same again with times of eight bytes, and the rule for the time behind it.
		r.take(counts.changes*5 + counts.zones*6 + counts.letters + counts.leaps*8 + counts.standard + counts.universal + 20)
		counts, width = r.counts(), 8
	default:
		return nil, errZoneFile
	}
	l := r.location(counts, width)
	if r.failed || l == nil {
		return nil, errZoneFile
	}
	if rule := r.text; width == 8 && len(rule) > 2 && rule[0] == '\n' && rule[len(rule)-1] == '\n' {
		l.rule = rule[1 : len(rule)-1]
	}
	l.name = name
	return l, nil
}

// location reads a block behind its head.
func (r *zoneReader) location(counts zoneCounts, width int) *Location {
	times, indices := r.take(counts.changes*width), r.take(counts.changes)
	zones, letters := r.take(counts.zones*6), r.take(counts.letters)
	r.take(counts.leaps*(width+4) + counts.standard + counts.universal)
	if r.failed || counts.zones == 0 {
		return nil
	}
	l := &Location{zones: make([]zone, counts.zones), changes: make([]zoneChange, counts.changes)}
	numbers := zoneReader{text: zones}
	for i := range l.zones {
		l.zones[i].offset = int(numbers.number(4))
		l.zones[i].isDST = numbers.number(1) != 0
		start := int(uint8(numbers.number(1)))
		if start >= len(letters) {
			return nil
		}
		end := start
		for end < len(letters) && letters[end] != 0 {
			end++
		}
		l.zones[i].name = letters[start:end]
	}
	numbers = zoneReader{text: times}
	for i := range l.changes {
		l.changes[i] = zoneChange{numbers.number(width), int(indices[i])}
		if l.changes[i].zone >= len(l.zones) {
			return nil
		}
	}
	return l
}
