package os

import (
	"errors"
	"runtime"
	"sync"
	"syscall"
	"time"
)

// A Signal is a signal of the operating system.
type Signal interface {
	String() string
	Signal()
}

// The signals that are everywhere.
var (
	Interrupt Signal = syscall.SIGINT
	Kill      Signal = syscall.SIGKILL
)

// ProcAttr says how a program is started. The files become its descriptors 0, 1, …; nil leaves one
// closed. A nil environment is that of this process.
type ProcAttr struct {
	Dir   string
	Env   []string
	Files []*File
	Sys   *syscall.SysProcAttr
}

// A Process is one that StartProcess made or FindProcess found.
type Process struct {
	Pid   int
	state processState
	lock  sync.Mutex
}

type processState int

const (
	processRuns processState = iota
	processDone
	processReleased
)

var errReleased = errors.New("os: process already released")
var errUninitialized = errors.New("os: process not initialized")

// StartProcess starts a program with arguments, of which the first is its name.
func StartProcess(name string, argv []string, attr *ProcAttr) (*Process, error) {
	if attr == nil {
		attr = &ProcAttr{}
	}
	if attr.Sys == nil && attr.Dir != "" {
		if _, err := Stat(attr.Dir); err != nil {
			return nil, pathError("chdir", attr.Dir, cause(err)) // else it would be said of the program
		}
	}
	system := &syscall.ProcAttr{Dir: attr.Dir, Env: attr.Env, Sys: attr.Sys}
	if system.Env == nil {
		system.Env = Environ()
	}
	for _, f := range attr.Files {
		system.Files = append(system.Files, f.Fd())
	}
	pid, _, err := syscall.StartProcess(name, argv, system)
	if err != nil {
		return nil, &PathError{Op: "fork/exec", Path: name, Err: err}
	}
	return &Process{Pid: pid}, nil
}

// FindProcess returns the process with a number, whether it exists or not.
func FindProcess(pid int) (*Process, error) {
	p := &Process{Pid: pid}
	if syscall.Kill(pid, 0) == syscall.ESRCH {
		p.state = processDone
	}
	return p, nil
}

func (p *Process) current() processState {
	p.lock.Lock()
	defer p.lock.Unlock()
	return p.state
}

func (p *Process) become(state processState) {
	p.lock.Lock()
	defer p.lock.Unlock()
	p.state = state
}

// An ending is what a goroutine waits with for the end of a process: the runtime's handle of a descriptor that becomes
// readable then.
type ending struct {
	fd   int
	poll uintptr
}

// newEnding returns nil where the system has no such descriptors.
func newEnding(pid int) *ending {
	const pidfdOpen = 434 // of Linux 5.3
	fd, _, errno := syscall.RawSyscall(pidfdOpen, uintptr(pid), 0, 0)
	if errno != 0 {
		return nil
	}
	poll, failed := pollOpen(int(fd))
	if failed != 0 {
		sysClose(int(fd))
		return nil
	}
	return &ending{int(fd), poll}
}

// wait parks until the process has ended, or returns early.
func (e *ending) wait() { pollWait(e.poll, int(forReading)) }

func (e *ending) close() {
	pollClose(e.poll)
	sysClose(e.fd)
}

// Wait waits until the process ends, which must be a child of this one.
func (p *Process) Wait() (*ProcessState, error) {
	if p == nil || p.Pid == -1 {
		return nil, syscall.EINVAL
	}
	switch p.current() {
	case processReleased:
		return nil, errReleased
	case processDone:
		return nil, NewSyscallError("wait", syscall.ECHILD)
	}
	pid, status, usage, err := waitFor(p.Pid)
	if err != nil {
		return nil, NewSyscallError("waitid", err) // what Go calls there
	}
	p.become(processDone)
	return &ProcessState{pid, status, usage}, nil
}

// waitFor makes the thread wait only when no other goroutine needs it.
func waitFor(child int) (pid int, status syscall.WaitStatus, usage *syscall.Rusage, err error) {
	usage = new(syscall.Rusage)
	var end *ending
	const shortest, longest = 50 * time.Microsecond, 2 * time.Millisecond
	for pause := shortest; ; pause = min(2*pause, longest) {
		options := 0
		if runtime.NumGoroutine() > 1 {
			options = syscall.WNOHANG
		}
		pid, err = syscall.Wait4(child, &status, options, usage)
		if err == syscall.EINTR {
			continue
		}
		if pid != 0 || err != nil {
			return pid, status, usage, err
		}
		if end == nil {
			if end = newEnding(child); end != nil {
				defer end.close()
				continue // it may have ended in between
			}
			time.Sleep(pause)
		} else {
			end.wait()
		}
	}
}

// Signal sends a signal to the process.
func (p *Process) Signal(sig Signal) error {
	if p == nil || p.Pid == 0 {
		return errUninitialized
	}
	if p.Pid == -1 {
		return errReleased
	}
	switch p.current() {
	case processDone:
		return ErrProcessDone
	case processReleased:
		return errReleased
	}
	s, ok := sig.(syscall.Signal)
	if !ok {
		return errors.New("os: unsupported signal type")
	}
	err := syscall.Kill(p.Pid, s)
	if err == syscall.ESRCH {
		return ErrProcessDone
	}
	return err
}

// Kill ends the process at once.
func (p *Process) Kill() error { return p.Signal(Kill) }

// Release says that Wait will not be called.
func (p *Process) Release() error {
	if p.current() != processDone {
		p.become(processReleased)
	}
	p.Pid = -1
	return nil
}

// WithHandle would give access to a handle of the process; there is none.
func (p *Process) WithHandle(f func(handle uintptr)) error { return ErrNoHandle }

// A ProcessState says how a process ended.
type ProcessState struct {
	pid    int
	status syscall.WaitStatus
	usage  *syscall.Rusage
}

func (p *ProcessState) Pid() int      { return p.pid }
func (p *ProcessState) Exited() bool  { return p.status.Exited() }
func (p *ProcessState) Success() bool { return p.status.ExitStatus() == 0 }
func (p *ProcessState) Sys() any      { return p.status }
func (p *ProcessState) SysUsage() any { return p.usage }
func (p *ProcessState) UserTime() time.Duration {
	return time.Duration(p.usage.Utime.Nano())
}
func (p *ProcessState) SystemTime() time.Duration {
	return time.Duration(p.usage.Stime.Nano())
}

// ExitCode returns the status that the process ended with; -1 if it has not, or not by itself.
func (p *ProcessState) ExitCode() int {
	if p == nil {
		return -1
	}
	return p.status.ExitStatus()
}

func (p *ProcessState) String() string {
	if p == nil {
		return "<nil>"
	}
	status, text := p.status, ""
	switch {
	case status.Exited():
		text = "exit status " + decimal(uint64(status.ExitStatus()))
	case status.Signaled():
		text = "signal: " + status.Signal().String()
	case status.Stopped():
		text = "stop signal: " + status.StopSignal().String()
		if cause := status.TrapCause(); status.StopSignal() == syscall.SIGTRAP && cause != 0 {
			text += " (trap " + decimal(uint64(cause)) + ")"
		}
	case status.Continued():
		text = "continued"
	}
	if status.CoreDump() {
		text += " (core dumped)"
	}
	return text
}
