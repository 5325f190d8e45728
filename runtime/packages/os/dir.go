package os

func sysMkdir(name string, perm uint32) (errno int)
func sysUnlink(name string) (errno int)
func sysRmdir(name string) (errno int)
func sysRename(from, to string) (errno int)
func sysChdir(name string) (errno int)
func sysChmod(name string, perm uint32) (errno int)
func sysIsDir(name string) bool
func sysGetwd() (dir string, errno int)

// entries returns the names in a directory, except "." and "..".
func entries(name string) (names []string, errno int)

// makeTempDir makes a directory whose name begins with prefix.
func makeTempDir(prefix string) (name string, errno int)

// Mkdir makes a directory.
func Mkdir(name string, perm FileMode) error {
	return pathError("mkdir", name, sysMkdir(name, uint32(perm.Perm())))
}

// MkdirAll makes a directory and those above it that are missing.
func MkdirAll(path string, perm FileMode) error {
	if path == "" || sysIsDir(path) {
		return nil
	}
	i := len(path)
	for i > 0 && path[i-1] == '/' {
		i--
	}
	for i > 0 && path[i-1] != '/' {
		i--
	}
	if i > 1 {
		if err := MkdirAll(path[:i-1], perm); err != nil {
			return err
		}
	}
	err := Mkdir(path, perm)
	if IsExist(err) && sysIsDir(path) {
		return nil
	}
	return err
}

// MkdirTemp makes a new directory in dir, or where temporary files go if dir is "". The last * of
// pattern, or its end, is replaced by something that makes the name new.
func MkdirTemp(dir, pattern string) (string, error) {
	if dir == "" {
		dir = TempDir()
	}
	for len(pattern) > 0 && pattern[len(pattern)-1] == '*' {
		pattern = pattern[:len(pattern)-1]
	}
	name, errno := makeTempDir(dir + "/" + pattern)
	return name, pathError("mkdirtemp", name, errno)
}

// Remove removes a file or an empty directory.
func Remove(name string) error {
	errno := sysUnlink(name)
	if errno == errnoIsDirectory || errno == errnoNotPermitted {
		errno = sysRmdir(name)
	}
	return pathError("remove", name, errno)
}

// RemoveAll removes a file or directory and all that is in it.
func RemoveAll(path string) error {
	if err := Remove(path); err == nil || IsNotExist(err) {
		return nil
	}
	names, errno := entries(path)
	if errno != 0 {
		return pathError("unlinkat", path, errno)
	}
	for _, name := range names {
		if err := RemoveAll(path + "/" + name); err != nil {
			return err
		}
	}
	return Remove(path)
}

// Rename moves a file.
func Rename(oldpath, newpath string) error {
	if errno := sysRename(oldpath, newpath); errno != 0 {
		return &LinkError{"rename", oldpath, newpath, asErrno(errno)}
	}
	return nil
}

func asErrno(number int) error { return errno(number) }

// Chmod changes the permission bits of a file.
func Chmod(name string, mode FileMode) error {
	return pathError("chmod", name, sysChmod(name, uint32(mode.Perm())))
}

// Chdir changes the current directory.
func Chdir(dir string) error { return pathError("chdir", dir, sysChdir(dir)) }

// Getwd returns the current directory.
func Getwd() (dir string, err error) {
	dir, errno := sysGetwd()
	return dir, syscallError("getwd", errno)
}

// TempDir returns the directory for temporary files.
func TempDir() string {
	if dir := Getenv("TMPDIR"); dir != "" {
		return dir
	}
	return "/tmp"
}

// UserHomeDir returns the user's home directory.
func UserHomeDir() (string, error) {
	if dir := Getenv("HOME"); dir != "" {
		return dir, nil
	}
	return "", &homeError{}
}

type homeError struct{}

func (*homeError) Error() string { return "$HOME is not defined" }
