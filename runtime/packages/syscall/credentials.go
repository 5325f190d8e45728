package syscall

import "unsafe"

// Who the process is. All its threads change together, which the kernel leaves to the C library.

// credential numbers the functions of runtime/os/credentials.cpp.
const (
	credentialUID = iota
	credentialGID
	credentialREUID
	credentialREGID
	credentialRESUID
	credentialRESGID
	credentialGroups
)

// setCredential returns the number of an error, or 0.
func setCredential(which, first, second, third int) (errno int)

func changed(errno int) error { return asError(uintptr(errno)) }

func Setuid(uid int) error          { return changed(setCredential(credentialUID, uid, 0, 0)) }
func Setgid(gid int) error          { return changed(setCredential(credentialGID, gid, 0, 0)) }
func Setreuid(ruid, euid int) error { return changed(setCredential(credentialREUID, ruid, euid, 0)) }
func Setregid(rgid, egid int) error { return changed(setCredential(credentialREGID, rgid, egid, 0)) }

func Setresuid(ruid, euid, suid int) error {
	return changed(setCredential(credentialRESUID, ruid, euid, suid))
}

func Setresgid(rgid, egid, sgid int) error {
	return changed(setCredential(credentialRESGID, rgid, egid, sgid))
}

// Seteuid and Setegid leave the real identity as it is.
func Seteuid(euid int) error { return Setreuid(-1, euid) }
func Setegid(egid int) error { return Setregid(-1, egid) }

// Setgroups sets the further groups of the process.
func Setgroups(gids []int) error {
	groups := make([]uint32, len(gids))
	for i, gid := range gids {
		groups[i] = uint32(gid)
	}
	return changed(setCredential(credentialGroups, len(groups), int(uintptr(unsafe.Pointer(unsafe.SliceData(groups)))), 0))
}

// Setfsuid and Setfsgid change the thread that calls, with which identity it uses files.
func Setfsuid(uid int) error { return done(SYS_SETFSUID, uintptr(uid), 0, 0, 0, 0, 0) }
func Setfsgid(gid int) error { return done(SYS_SETFSGID, uintptr(gid), 0, 0, 0, 0, 0) }
