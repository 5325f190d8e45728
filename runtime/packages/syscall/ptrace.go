package syscall

import "unsafe"

// Tracing of other processes. All calls for one must come from the thread that traces it:
// runtime.LockOSThread.

type PtraceRegs struct {
	R15, R14, R13, R12, Rbp, Rbx, R11, R10, R9, R8 uint64
	Rax, Rcx, Rdx, Rsi, Rdi, Orig_rax, Rip         uint64
	Cs, Eflags, Rsp, Ss                            uint64
	Fs_base, Gs_base, Ds, Es, Fs, Gs               uint64
}

// PC returns where the process is, and SetPC changes it.
func (r *PtraceRegs) PC() uint64      { return r.Rip }
func (r *PtraceRegs) SetPC(pc uint64) { r.Rip = pc }

func trace(request, pid int, address, data uintptr) error {
	return done(SYS_PTRACE, uintptr(request), uintptr(pid), address, data, 0, 0)
}

const wordSize = 8 // of what is read and written at once

// peek reads out; it returns how many bytes it could.
func peek(request, pid int, address uintptr, out []byte) (count int, err error) {
	var word [wordSize]byte
	for count < len(out) {
		at := address + uintptr(count)
		offset := at % wordSize
		if err := trace(request, pid, at-offset, uintptr(unsafe.Pointer(&word))); err != nil {
			return count, err
		}
		count += copy(out[count:], word[offset:])
	}
	return count, nil
}

// poke writes data; words that it fills in part only are read before.
func poke(read, write, pid int, address uintptr, data []byte) (count int, err error) {
	var word [wordSize]byte
	for count < len(data) {
		at := address + uintptr(count)
		offset := at % wordSize
		if offset != 0 || len(data)-count < wordSize {
			if _, err := peek(read, pid, at-offset, word[:]); err != nil {
				return count, err
			}
		}
		n := copy(word[offset:], data[count:])
		if err := trace(write, pid, at-offset, *(*uintptr)(unsafe.Pointer(&word))); err != nil {
			return count, err
		}
		count += n
	}
	return count, nil
}

func PtracePeekText(pid int, addr uintptr, out []byte) (count int, err error) {
	return peek(PTRACE_PEEKTEXT, pid, addr, out)
}

func PtracePeekData(pid int, addr uintptr, out []byte) (count int, err error) {
	return peek(PTRACE_PEEKDATA, pid, addr, out)
}

func PtracePokeText(pid int, addr uintptr, data []byte) (count int, err error) {
	return poke(PTRACE_PEEKTEXT, PTRACE_POKETEXT, pid, addr, data)
}

func PtracePokeData(pid int, addr uintptr, data []byte) (count int, err error) {
	return poke(PTRACE_PEEKDATA, PTRACE_POKEDATA, pid, addr, data)
}

func PtraceGetRegs(pid int, regsout *PtraceRegs) error {
	return trace(PTRACE_GETREGS, pid, 0, uintptr(unsafe.Pointer(regsout)))
}

func PtraceSetRegs(pid int, regs *PtraceRegs) error {
	return trace(PTRACE_SETREGS, pid, 0, uintptr(unsafe.Pointer(regs)))
}

func PtraceSetOptions(pid int, options int) error {
	return trace(PTRACE_SETOPTIONS, pid, 0, uintptr(options))
}

func PtraceGetEventMsg(pid int) (msg uint, err error) {
	err = trace(PTRACE_GETEVENTMSG, pid, 0, uintptr(unsafe.Pointer(&msg)))
	return msg, err
}

func PtraceCont(pid int, signal int) error    { return trace(PTRACE_CONT, pid, 0, uintptr(signal)) }
func PtraceSyscall(pid int, signal int) error { return trace(PTRACE_SYSCALL, pid, 0, uintptr(signal)) }
func PtraceSingleStep(pid int) error          { return trace(PTRACE_SINGLESTEP, pid, 0, 0) }
func PtraceAttach(pid int) error              { return trace(PTRACE_ATTACH, pid, 0, 0) }
func PtraceDetach(pid int) error              { return trace(PTRACE_DETACH, pid, 0, 0) }
