"""Runs a program for which membarrier(2) does not exist, as on systems that filter calls.

    without_membarrier.py program arguments…
"""
import ctypes
import os
import struct
import sys

PR_SET_NO_NEW_PRIVS, PR_SET_SECCOMP, SECCOMP_MODE_FILTER = 38, 22, 2
SECCOMP_RET_ERRNO, SECCOMP_RET_ALLOW, ENOSYS = 0x50000, 0x7FFF0000, 38
LOAD_WORD, JUMP_IF_EQUAL, RETURN = 0x20, 0x15, 0x06
SYS_MEMBARRIER = 324  # x86-64


def instruction(code, true, false, value):
    return struct.pack("HBBI", code, true, false, value)


program = (instruction(LOAD_WORD, 0, 0, 0) + instruction(JUMP_IF_EQUAL, 0, 1, SYS_MEMBARRIER) +
           instruction(RETURN, 0, 0, SECCOMP_RET_ERRNO | ENOSYS) + instruction(RETURN, 0, 0, SECCOMP_RET_ALLOW))
text = ctypes.create_string_buffer(program)
libc = ctypes.CDLL(None, use_errno=True)
head = ctypes.create_string_buffer(struct.pack("HxxxxxxP", len(program) // 8, ctypes.addressof(text)))
if libc.prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) or libc.prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, head):
    sys.exit(f"cannot filter system calls: {os.strerror(ctypes.get_errno())}")
os.execv(sys.argv[1], sys.argv[1:])
