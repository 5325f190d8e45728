package syscall

import "unsafe"

// Extended attributes of files.

// attribute makes a system call with the name of a file, that of an attribute and a value.
func attribute(trap uintptr, path, name string, value []byte, flags int) (int, error) {
	p, q, err := twoTexts(path, name)
	if err != nil {
		return -1, err
	}
	return number(trap, uintptr(unsafe.Pointer(p)), uintptr(unsafe.Pointer(q)), uintptr(start(value)), uintptr(len(value)), uintptr(flags), 0)
}

func Getxattr(path string, attr string, dest []byte) (sz int, err error) {
	return attribute(SYS_GETXATTR, path, attr, dest, 0)
}

func Setxattr(path string, attr string, data []byte, flags int) error {
	_, err := attribute(SYS_SETXATTR, path, attr, data, flags)
	return err
}

func Removexattr(path string, attr string) error {
	_, err := attribute(SYS_REMOVEXATTR, path, attr, nil, 0)
	return err
}

// Listxattr writes the names of all to dest, each with a zero behind it.
func Listxattr(path string, dest []byte) (sz int, err error) {
	p, err := BytePtrFromString(path)
	if err != nil {
		return -1, err
	}
	return number(SYS_LISTXATTR, uintptr(unsafe.Pointer(p)), uintptr(start(dest)), uintptr(len(dest)), 0, 0, 0)
}
