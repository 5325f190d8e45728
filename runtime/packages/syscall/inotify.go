package syscall

import "unsafe"

// Changes of files, as the system tells of them.

// An InotifyEvent is followed by a name of Len bytes.
type InotifyEvent struct {
	Wd                int32
	Mask, Cookie, Len uint32
	Name              [0]uint8
}

func InotifyInit() (fd int, err error) { return InotifyInit1(0) }

func InotifyInit1(flags int) (fd int, err error) {
	return number(SYS_INOTIFY_INIT1, uintptr(flags), 0, 0, 0, 0, 0)
}

func InotifyAddWatch(fd int, pathname string, mask uint32) (watchdesc int, err error) {
	p, err := BytePtrFromString(pathname)
	if err != nil {
		return -1, err
	}
	return number(SYS_INOTIFY_ADD_WATCH, uintptr(fd), uintptr(unsafe.Pointer(p)), uintptr(mask), 0, 0, 0)
}

func InotifyRmWatch(fd int, watchdesc uint32) (success int, err error) {
	return number(SYS_INOTIFY_RM_WATCH, uintptr(fd), uintptr(watchdesc), 0, 0, 0, 0)
}
