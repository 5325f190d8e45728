package os

import (
	"errors"
	"syscall"
)

// A Root is an open directory. Names given to its methods are relative to it, and never lead out of it: neither by
// ".." nor by symbolic links, also while others change what is in it. Every directory on the way is opened by
// itself, relative to the one before, and a symbolic link is read and followed here.
type Root struct{ dir *File }

var errPathEscapes = errors.New("path escapes from parent")

const mostLinks = 255 // on the way to one file

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

// A slashRule says what the last name of a path may be if a slash follows it.
type slashRule int

const (
	slashIsDir     slashRule = iota // a directory
	slashIsNewDir                   // a directory, or nothing yet
	slashIsNothing                  // anything: the operation makes a directory
)

// A path is the way to a file.
type path struct {
	rule    slashRule
	openDir func(dir int, name string) (int, error)

	left     []string // names yet to be looked up, at least one
	hasSlash bool     // behind the last one
	gone     []string // names of the directories that were entered
	dirs     []int    // open: the one it begins at and those that were entered
	links    int
}

func splitPath(name string) (parts []string, hasSlash bool, err error) {
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
		hasSlash = end < len(name)
		next := end
		for next < len(name) && name[next] == PathSeparator {
			next++
		}
		if part := name[start:end]; part != "." || next == len(name) {
			parts = append(parts, part)
		}
		start = next
	}
	return parts, hasSlash, nil
}

func (p *path) directory() int { return p.dirs[len(p.dirs)-1] }

// name returns the way so far, with the name that is next.
func (p *path) name() string {
	name := ""
	for _, dir := range p.gone {
		name += dir + "/"
	}
	return name + p.left[0]
}

// enter opens the next directory.
func (p *path) enter() error {
	fd, err := p.openDir(p.directory(), p.left[0])
	if err != nil {
		return err
	}
	p.dirs = append(p.dirs, fd)
	p.gone = append(p.gone, p.left[0])
	p.left = p.left[1:]
	return nil
}

func openDirAt(dir int, name string) (int, error) {
	fd, err := openAt(dir, name, syscall.O_DIRECTORY, 0)
	if err != nil {
		err = linkOr(dir, name, err)
	}
	return fd, err
}

// leave goes back by "..". A path that ends so names the directory that was entered before.
func (p *path) leave() error {
	if len(p.gone) == 0 {
		return errPathEscapes
	}
	p.pop()
	if p.left = p.left[1:]; len(p.left) > 0 {
		return nil
	}
	p.left = []string{"."}
	if last := len(p.gone) - 1; last >= 0 {
		p.left[0] = p.gone[last]
		p.pop()
	}
	return nil
}

func (p *path) pop() {
	syscall.Close(p.directory())
	p.dirs = p.dirs[:len(p.dirs)-1]
	p.gone = p.gone[:len(p.gone)-1]
}

func (p *path) close() {
	for len(p.gone) > 0 {
		p.pop()
	}
}

func (p *path) follow(link string) error {
	if p.links++; p.links > mostLinks {
		return syscall.ELOOP
	}
	parts, hasSlash, err := splitPath(link)
	if err != nil {
		return err
	}
	if len(p.left) == 1 {
		p.hasSlash = p.hasSlash || hasSlash
	} else if last := len(parts) - 1; parts[last] == "." {
		parts = parts[:last]
	}
	p.left = append(parts, p.left[1:]...)
	return nil
}

// checkSlash looks at a last name that a slash follows. The system never sees that slash: it would follow a link before it,
// whatever it was told.
func (p *path) checkSlash() error {
	if !p.hasSlash || p.rule == slashIsNothing {
		return nil
	}
	info, err := statAt(p.directory(), p.left[0])
	switch {
	case err == syscall.ENOENT && p.rule == slashIsNewDir:
		return nil
	case err != nil:
		return err
	case info.IsDir():
		return nil
	}
	return linkOr(p.directory(), p.left[0], syscall.ENOTDIR)
}

// within calls do with the directory that the named file is in, and its name there, until it returns no followLink.
func (r *Root) within(name string, rule slashRule, do func(dir int, base string) error) error {
	return r.walk(&path{rule: rule, openDir: openDirAt}, name, do)
}

func (r *Root) walk(p *path, name string, do func(dir int, base string) error) (err error) {
	if !r.dir.enter() {
		return ErrClosed
	}
	defer r.dir.leave()
	p.dirs = []int{r.dir.fd}
	if p.left, p.hasSlash, err = splitPath(name); err != nil {
		return err
	}
	defer p.close()
	for {
		switch {
		case p.left[0] == "..":
			err = p.leave()
		case len(p.left) > 1:
			err = p.enter()
		default:
			if err = p.checkSlash(); err == nil {
				if err = do(p.directory(), p.left[0]); err == nil {
					return nil
				}
			}
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
	if link, failed := readLinkAt(dir, name); failed == nil {
		return followLink(link)
	}
	return err
}
