package syscall

import (
	"sync"
	"unsafe"
)

// ForkLock is held for writing while a program is started, and for reading by those who make
// descriptors that such a program must not inherit.
var ForkLock sync.RWMutex

// A Credential says as whom a program runs.
type Credential struct {
	Uid, Gid    uint32
	Groups      []uint32
	NoSetGroups bool
}

// A SysProcIDMap is one line of a user namespace's map.
type SysProcIDMap struct{ ContainerID, HostID, Size int }

// SysProcAttr is what Linux may do between the start of a process and that of its program.
type SysProcAttr struct {
	Chroot                     string
	Credential                 *Credential
	Ptrace                     bool
	Setsid                     bool
	Setpgid                    bool
	Setctty                    bool
	Noctty                     bool
	Ctty                       int
	Foreground                 bool
	Pgid                       int
	Pdeathsig                  Signal
	Cloneflags                 uintptr
	Unshareflags               uintptr
	UidMappings                []SysProcIDMap
	GidMappings                []SysProcIDMap
	GidMappingsEnableSetgroups bool
	AmbientCaps                []uintptr
	UseCgroupFD                bool
	CgroupFD                   int
	PidFD                      *int
}

// ProcAttr says how a program is started. The files become its descriptors 0, 1, …; ^uintptr(0) leaves
// one closed.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []uintptr
	Sys   *SysProcAttr
}

// A startRequest has the layout of that of runtime/os/start_process.cpp.
type startRequest struct {
	program, dir, chroot *byte
	argv, envv           **byte
	files                *int
	fileCount            int
	groups               *uint32
	groupCount           int // -1: leave them
	uid, gid             int // -1: leave it
	ctty, pgid           int // -1: none
	deathSignal          int
	cloneFlags           uintptr
	unshareFlags         uintptr
	flags                uintptr
}

const (
	startPtrace = 1 << iota
	startSetsid
	startSetpgid
	startSetctty
	startNoctty
	startForeground
)

// startProcess returns the number of a new process, or that of an error.
func startProcess(request unsafe.Pointer) (pid, errno int)

// ForkExec starts a program and returns the number of its process.
func ForkExec(argv0 string, argv []string, attr *ProcAttr) (pid int, err error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	sys := attr.Sys
	if sys == nil {
		sys = &SysProcAttr{}
	}
	if sys.Ctty >= len(attr.Files) && sys.Setctty {
		return 0, ctty("Setctty set but Ctty not valid in child")
	}
	if sys.Setctty && sys.Foreground {
		return 0, ctty("both Setctty and Foreground set in SysProcAttr")
	}
	if sys.UidMappings != nil || sys.GidMappings != nil || sys.AmbientCaps != nil || sys.UseCgroupFD || sys.PidFD != nil {
		return 0, ENOSYS
	}
	request := &startRequest{groupCount: -1, uid: -1, gid: -1, ctty: sys.Ctty, pgid: sys.Pgid,
		deathSignal: int(sys.Pdeathsig), cloneFlags: sys.Cloneflags, unshareFlags: sys.Unshareflags}
	for i, set := range []bool{sys.Ptrace, sys.Setsid, sys.Setpgid, sys.Setctty, sys.Noctty, sys.Foreground} {
		if set {
			request.flags |= 1 << i
		}
	}
	if err := request.setNames(argv0, argv, attr, sys.Chroot); err != nil {
		return 0, err
	}
	if c := sys.Credential; c != nil {
		request.uid, request.gid = int(c.Uid), int(c.Gid)
		if !c.NoSetGroups {
			request.groups, request.groupCount = unsafe.SliceData(c.Groups), len(c.Groups)
		}
	}
	files := make([]int, len(attr.Files)+1)
	for i, f := range attr.Files {
		files[i] = int(f)
	}
	request.files, request.fileCount = &files[0], len(attr.Files)
	ForkLock.Lock()
	pid, errno := startProcess(unsafe.Pointer(request))
	ForkLock.Unlock()
	if errno != 0 {
		return 0, Errno(errno)
	}
	return pid, nil
}

type ctty string

func (e ctty) Error() string { return string(e) }

func (r *startRequest) setNames(argv0 string, argv []string, attr *ProcAttr, chroot string) (err error) {
	if r.program, err = BytePtrFromString(argv0); err != nil {
		return err
	}
	arguments, err := SlicePtrFromStrings(argv)
	if err != nil {
		return err
	}
	environment := attr.Env
	if environment == nil {
		environment = Environ()
	}
	variables, err := SlicePtrFromStrings(environment)
	if err != nil {
		return err
	}
	r.argv, r.envv = &arguments[0], &variables[0]
	if attr.Dir != "" {
		if r.dir, err = BytePtrFromString(attr.Dir); err != nil {
			return err
		}
	}
	if chroot != "" {
		r.chroot, err = BytePtrFromString(chroot)
	}
	return err
}

// StartProcess is ForkExec for package os; handle is 0.
func StartProcess(argv0 string, argv []string, attr *ProcAttr) (pid int, handle uintptr, err error) {
	pid, err = ForkExec(argv0, argv, attr)
	return pid, 0, err
}

// Exec replaces this program by another one. It returns only after an error.
func Exec(argv0 string, argv []string, envv []string) error {
	program, err := BytePtrFromString(argv0)
	if err != nil {
		return err
	}
	arguments, err := SlicePtrFromStrings(argv)
	if err != nil {
		return err
	}
	variables, err := SlicePtrFromStrings(envv)
	if err != nil {
		return err
	}
	return asError(replaceProgram(unsafe.Pointer(program), unsafe.Pointer(&arguments[0]), unsafe.Pointer(&variables[0])))
}

func replaceProgram(program, argv, envv unsafe.Pointer) (errno uintptr)
