package time

import (
	"errors"
	"runtime"
	"syscall"
)

// Where systems keep the time zone database.
var zoneFolders = []string{"/usr/share/zoneinfo", "/usr/share/lib/zoneinfo", "/usr/lib/locale/TZ", "/etc/zoneinfo"}

// The database that package time/tzdata puts into a program.
var embeddedZone func(name string) (string, error)

func registerLoadFromEmbeddedTZData(load func(string) (string, error)) { embeddedZone = load }

// LoadLocation returns the Location with the given name: UTC for "" and "UTC", Local for "Local", else that of the
// time zone database: in the folder or uncompressed zip file that the environment variable ZONEINFO names, where
// systems have it, in the program (package time/tzdata), or in a Go distribution that GOROOT names.
func LoadLocation(name string) (*Location, error) {
	switch name {
	case "", "UTC":
		return UTC, nil
	case "Local":
		return Local, nil
	}
	if !isZoneName(name) {
		return nil, errors.New("time: invalid location name")
	}
	if place, _ := syscall.Getenv("ZONEINFO"); place != "" {
		l, problem := zoneIn(place, name)
		if problem == syscall.ENOENT {
			return loadZone(name)
		}
		if problem != nil {
			if l, err := loadZone(name); err == nil {
				return l, nil
			}
		}
		return l, problem
	}
	return loadZone(name)
}

// A name is a path below the database, which it must not leave.
func isZoneName(name string) bool {
	if name[0] == '/' || name[0] == '\\' {
		return false
	}
	for i := 0; i < len(name); i++ {
		isStart := i == 0 || name[i-1] == '/'
		if isStart && len(name) >= i+2 && name[i:i+2] == ".." && (len(name) == i+2 || name[i+2] == '/') {
			return false
		}
	}
	return true
}

func loadZone(name string) (*Location, error) {
	places := zoneFolders
	if root := runtime.GOROOT(); root != "" {
		places = append(places[:len(places):len(places)], root+"/lib/time/zoneinfo.zip")
	}
	var problem error
	for i, place := range places {
		if i == len(zoneFolders) && embeddedZone != nil {
			if data, err := embeddedZone(name); err == nil {
				return LoadLocationFromTZData(name, []byte(data))
			}
		}
		l, err := zoneIn(place, name)
		if err == nil {
			return l, nil
		}
		if problem == nil && err != syscall.ENOENT {
			problem = err
		}
	}
	if problem == nil {
		problem = errors.New("unknown time zone " + name)
	}
	return nil, problem
}

// zoneIn returns a zone out of a folder or a zip file.
func zoneIn(place, name string) (*Location, error) {
	text, err := "", error(nil)
	if n := len(place); n > 4 && place[n-4:] == ".zip" {
		if text, err = readZoneFile(place); err == nil {
			text, err = fileInZip(text, name)
		}
	} else {
		text, err = readZoneFile(place + "/" + name)
	}
	if err != nil {
		return nil, err
	}
	return LoadLocationFromTZData(name, []byte(text))
}

func readZoneFile(name string) (string, error) {
	const most = 10 << 20
	file, err := syscall.Open(name, syscall.O_RDONLY|syscall.O_CLOEXEC, 0)
	if err != nil {
		return "", err
	}
	defer syscall.Close(file)
	var text []byte
	buffer := make([]byte, 4096)
	for {
		n, err := syscall.Read(file, buffer)
		if err == syscall.EINTR {
			continue
		}
		if err != nil {
			return "", err
		}
		if n == 0 {
			return string(text), nil
		}
		if text = append(text, buffer[:n]...); len(text) > most {
			return "", errors.New("time: file " + name + " is too large")
		}
	}
}

// fileInZip returns a file of an uncompressed zip archive, by way of the directory at its end.
func fileInZip(archive, name string) (string, error) {
	const endSize, entrySize, headSize = 22, 46, 30
	number := func(at, bytes int) int {
		if at < 0 || at+bytes > len(archive) {
			return -1
		}
		value := 0
		for i := bytes - 1; i >= 0; i-- {
			value = value<<8 | int(archive[at+i])
		}
		return value
	}
	end := len(archive) - endSize
	if number(end, 4) != 0x06054b50 {
		return "", errors.New("corrupt zip file")
	}
	at := number(end+16, 4)
	for range number(end+10, 2) {
		if number(at, 4) != 0x02014b50 {
			break
		}
		method, size, length, head := number(at+10, 2), number(at+24, 4), number(at+28, 2), number(at+42, 4)
		next := at + entrySize + length + number(at+30, 2) + number(at+32, 2)
		if at+entrySize+length <= len(archive) && archive[at+entrySize:at+entrySize+length] == name {
			begin := head + headSize + number(head+26, 2) + number(head+28, 2)
			if method != 0 || number(head, 4) != 0x04034b50 || begin+size > len(archive) {
				return "", errors.New("unsupported compression for " + name)
			}
			return archive[begin : begin+size], nil
		}
		at = next
	}
	return "", syscall.ENOENT
}

// findLocal sets `local` by the environment variable TZ or by /etc/localtime.
func findLocal() {
	name, isSet := syscall.Getenv("TZ")
	if len(name) > 0 && name[0] == ':' {
		name = name[1:]
	}
	var l *Location
	switch {
	case !isSet:
		if data, err := readZoneFile("/etc/localtime"); err == nil {
			l, _ = LoadLocationFromTZData("Local", []byte(data))
		}
	case name != "" && name[0] == '/':
		if data, err := readZoneFile(name); err == nil {
			if name == "/etc/localtime" {
				name = "Local"
			}
			l, _ = LoadLocationFromTZData(name, []byte(data))
		}
	case name != "" && name != "UTC":
		l, _ = loadZone(name)
	}
	if l == nil {
		l = &Location{name: "UTC"}
	}
	local = *l
}
