package os

import "io/fs"

// FS returns the file system of what is in the directory.
func (r *Root) FS() fs.FS { return (*rootFS)(r) }

type rootFS Root

func (r *rootFS) valid(op, name string) (*Root, error) {
	if !fs.ValidPath(name) || hasZero(name) {
		return nil, &PathError{Op: op, Path: name, Err: ErrInvalid}
	}
	return (*Root)(r), nil
}

func (r *rootFS) Open(name string) (fs.File, error) {
	root, err := r.valid("open", name)
	if err != nil {
		return nil, err
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	return f, nil
}

func (r *rootFS) ReadDir(name string) ([]DirEntry, error) {
	root, err := r.valid("readdir", name)
	if err != nil {
		return nil, err
	}
	f, err := root.Open(name)
	if err != nil {
		return nil, err
	}
	return readDirAndClose(f)
}

func (r *rootFS) ReadFile(name string) ([]byte, error) {
	root, err := r.valid("readfile", name)
	if err != nil {
		return nil, err
	}
	return root.ReadFile(name)
}

func (r *rootFS) ReadLink(name string) (string, error) {
	root, err := r.valid("readlink", name)
	if err != nil {
		return "", err
	}
	return root.Readlink(name)
}

func (r *rootFS) Stat(name string) (FileInfo, error) {
	root, err := r.valid("stat", name)
	if err != nil {
		return nil, err
	}
	return root.Stat(name)
}

func (r *rootFS) Lstat(name string) (FileInfo, error) {
	root, err := r.valid("lstat", name)
	if err != nil {
		return nil, err
	}
	return root.Lstat(name)
}
