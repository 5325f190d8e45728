package os

import (
	"errors"
	"syscall"
	"unsafe"
)

// A Root is an open directory. Names given to its methods are relative to it, and never lead out of it: neither by
// ".." nor by symbolic links, also while others change what is in it. Every directory on the way is opened by
// itself, relative to the one before, and a symbolic link is read and followed here.
type Root struct{ dir *File }

var errPathEscapes = errors.New("path escapes from parent")

const (
	noFollow  = 0x100 // AT_SYMLINK_NOFOLLOW
	removeDir = 0x200 // AT_REMOVEDIR

	mostLinks = 255 // on the way to one file
)

// OpenRoot opens a directory.
func OpenRoot(name string) (*Root, error) {
	f, err := OpenFile(name, O_RDONLY, 0)
	if err != nil {
		return nil, err
	}
	return newRoot(f)
}

func newRoot(f *File) (*Root, error) {
	info, err := f.Stat()
	if err == nil && !info.IsDir() {
		err = &PathError{Op: "open", Path: f.name, Err: errors.New("not a directory")}
	}
	if err != nil {
		f.Close()
		return nil, err
	}
	return &Root{f}, nil
}

// OpenInRoot opens a file in a directory as its Root does.
func OpenInRoot(dir, name string) (*File, error) {
	r, err := OpenRoot(dir)
	if err != nil {
		return nil, err
	}
	defer r.Close()
	return r.Open(name)
}

// Name returns the name that the directory was opened by.
func (r *Root) Name() string { return r.dir.name }

// Close ends the use of r. Files opened by it stay open.
func (r *Root) Close() error {
	r.dir.Close()
	return nil
}

// A followLink is what an operation returns if its file is a symbolic link that is to be followed.
type followLink string

func (followLink) Error() string { panic("a symbolic link that was not followed") }

// path is the way that is left, from a directory below root.
type path struct {
	left    []string
	isDir   bool // the last name ends with a slash
	parents []int
	links   int
}

func newPath(root int, name string) (*path, error) {
	left, isDir, err := splitPath(name)
	return &path{left: left, isDir: isDir, parents: []int{root}}, err
}

func splitPath(name string) (parts []string, isDir bool, err error) {
	switch {
	case name == "":
		return nil, false, errors.New("empty path")
	case name[0] == PathSeparator:
		return nil, false, errPathEscapes
	}
	for start := 0; start < len(name); {
		end := start
		for end < len(name) && name[end] != PathSeparator {
			end++
		}
		part := name[start:end]
		if part != "" && part != "." {
			parts = append(parts, part)
		}
		isDir = end < len(name) || part == "." || part == ".."
		start = end + 1
	}
	if len(parts) == 0 {
		parts = []string{"."}
	}
	return parts, isDir, nil
}

func (p *path) directory() int { return p.parents[len(p.parents)-1] }

func (p *path) leave() error {
	if len(p.parents) == 1 {
		return errPathEscapes
	}
	syscall.Close(p.directory())
	p.parents = p.parents[:len(p.parents)-1]
	return nil
}

func (p *path) close() {
	for len(p.parents) > 1 {
		p.leave()
	}
}

// enter opens the next directory.
func (p *path) enter() error {
	name := p.left[0]
	fd, err := openAt(p.directory(), name, syscall.O_DIRECTORY, 0)
	if err != nil {
		return linkOr(p.directory(), name, err)
	}
	p.parents = append(p.parents, fd)
	p.left = p.left[1:]
	return nil
}

func (p *path) follow(link string) error {
	if p.links++; p.links > mostLinks {
		return syscall.ELOOP
	}
	parts, isDir, err := splitPath(link)
	if err != nil {
		return err
	}
	if len(p.left) == 1 {
		p.isDir = p.isDir || isDir
	}
	p.left = append(parts, p.left[1:]...)
	return nil
}

// within calls do with the directory that the named file is in, and its name there. What is named by a path with a slash
// at its end is a directory.
func (r *Root) within(name string, do func(dir int, base string) error) error {
	if !r.dir.enter() {
		return ErrClosed
	}
	defer r.dir.leave()
	p, err := newPath(r.dir.fd, name)
	if err != nil {
		return err
	}
	defer p.close()
	for {
		last := len(p.left) == 1
		switch {
		case p.left[0] == "..":
			if err = p.leave(); err == nil {
				p.left = p.left[1:]
				if last {
					p.left = []string{"."}
				}
			}
		case last:
			base := p.left[0]
			if p.isDir && base != "." {
				base += "/"
			}
			if err = do(p.directory(), base); err == nil {
				return nil
			}
		default:
			err = p.enter()
		}
		if link, ok := err.(followLink); ok {
			err = p.follow(string(link))
		}
		if err != nil {
			return err
		}
	}
}

// linkOr returns the link that a name is, or err.
func linkOr(dir int, name string, err error) error {
	if err == syscall.ELOOP || err == syscall.ENOTDIR || err == syscall.ENOENT {
		if link, failed := readLinkAt(dir, withoutSlash(name)); failed == nil {
			return followLink(link)
		}
	}
	return err
}

func withoutSlash(name string) string {
	for len(name) > 1 && name[len(name)-1] == PathSeparator {
		name = name[:len(name)-1]
	}
	return name
}

func openAt(dir int, name string, flag int, perm uint32) (fd int, err error) {
	err = again(func() (err error) {
		fd, err = syscall.Openat(dir, name, flag|syscall.O_NOFOLLOW|syscall.O_CLOEXEC, perm)
		return err
	})
	return fd, err
}

func readLinkAt(dir int, name string) (string, error) {
	for size := 128; ; size *= 2 {
		b := make([]byte, size)
		n, err := at(syscall.SYS_READLINKAT, dir, name, uintptr(unsafe.Pointer(&b[0])), uintptr(size))
		if err != nil {
			return "", err
		}
		if n < size {
			return string(b[:n]), nil
		}
	}
}

// at makes a system call about a name in a directory.
func at(trap uintptr, dir int, name string, a3, a4 uintptr, more ...uintptr) (int, error) {
	p, err := syscall.BytePtrFromString(name)
	if err != nil {
		return 0, err
	}
	var a5 uintptr
	if len(more) > 0 {
		a5 = more[0]
	}
	var n uintptr
	err = again(func() error {
		r1, _, errno := syscall.Syscall6(trap, uintptr(dir), uintptr(unsafe.Pointer(p)), a3, a4, a5, 0)
		if n = r1; errno != 0 {
			return errno
		}
		return nil
	})
	return int(n), err
}
