package os

import (
	"errors"
	"syscall"
)

// TempDir returns the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

func randomWord() uint64

// temporary calls try with new names until one of them does not exist yet. The last * of pattern,
// or its end, is replaced by something that makes the name new.
func temporary(op, dir, pattern string, try func(name string) error) (string, error) {
	if contains(pattern, '/') {
		return "", &PathError{Op: op, Path: pattern, Err: errors.New("pattern contains path separator")}
	}
	if dir == "" {
		dir = TempDir()
	}
	if dir[len(dir)-1] != '/' {
		dir += "/"
	}
	prefix, suffix := pattern, ""
	for i := len(pattern) - 1; i >= 0; i-- {
		if pattern[i] == '*' {
			prefix, suffix = pattern[:i], pattern[i+1:]
			break
		}
	}
	for attempt := 1; ; attempt++ {
		name := dir + prefix + decimal(uint64(uint32(randomWord()))) + suffix
		err := try(name)
		if err == nil {
			return name, nil
		}
		if !IsExist(err) {
			return "", err
		}
		if attempt == 10000 {
			return "", &PathError{Op: op, Path: dir + prefix + "*" + suffix, Err: ErrExist}
		}
	}
}

func decimal(n uint64) string {
	if n < 10 {
		return string(rune('0' + n))
	}
	return decimal(n/10) + string(rune('0'+n%10))
}

// CreateTemp makes a new file in dir, or where temporary files go if dir is "", and opens it.
func CreateTemp(dir, pattern string) (*File, error) {
	var f *File
	_, err := temporary("createtemp", dir, pattern, func(name string) (err error) {
		f, err = OpenFile(name, O_RDWR|O_CREATE|O_EXCL, 0o600)
		return err
	})
	return f, err
}

// MkdirTemp makes a new directory in dir, or where temporary files go if dir is "".
func MkdirTemp(dir, pattern string) (string, error) {
	return temporary("mkdirtemp", dir, pattern, func(name string) error {
		err := Mkdir(name, 0o700)
		if IsNotExist(err) {
			if _, err := Stat(name[:len(name)-len(base(name))]); err != nil {
				return shorten(err, dir) // the directory is what is missing
			}
		}
		return err
	})
}

// UserHomeDir returns the user's home directory.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", errors.New("$HOME is not defined")
}

// UserCacheDir returns the directory for data that can be made again.
func UserCacheDir() (string, error) { return userDir("XDG_CACHE_HOME", "/.cache") }

// UserConfigDir returns the directory for settings.
func UserConfigDir() (string, error) { return userDir("XDG_CONFIG_HOME", "/.config") }

func userDir(variable, below string) (string, error) {
	dir := Getenv(variable)
	if dir == "" {
		if dir = Getenv("HOME"); dir == "" {
			return "", errors.New("neither $" + variable + " nor $HOME are defined")
		}
		return dir + below, nil
	}
	if dir[0] != '/' {
		return "", errors.New("path in $" + variable + " is relative")
	}
	return dir, nil
}

// Getgroups returns the numbers of the groups that the process belongs to.
func Getgroups() ([]int, error) {
	groups, err := syscall.Getgroups()
	return groups, NewSyscallError("getgroups", err)
}
