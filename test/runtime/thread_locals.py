#!/usr/bin/env python3
"""Checks in the machine code of the runtime that the address of a thread-local is taken only where it
cannot live across a switch of goroutines: in the functions listed here, none of which switches.

    thread_locals.py libminigo_runtime.a
"""
import re
import subprocess
import sys

ALLOWED = [
    "mg::sched::self()",  # the accessor
    "mg::sched::currentG()",
    "mg::sched::sleepUntil(long)",  # tail calls
    "mg::sched::park(mg::sched::WaitReason, mg::base::SpinLock&)",  # tail calls
    "mg::sched::park(mg::sched::WaitReason, mg::base::BiasedLock&)",  # tail calls
    "mg::chanSend(",  # tail calls
    "mg::chanReceive(",  # tail calls
    "mg::gosched()",  # tail calls
    "mg::sched::useWorker(",
    "mg::sched::hasWorker()",
    "mg::panics::(anonymous namespace)::",  # the fault handler and what it makes the code call
]


def main():
    text = subprocess.run(["objdump", "-dr", "--no-show-raw-insn", "-C", sys.argv[1]],
                          check=True, capture_output=True, text=True).stdout
    function, found, bad = "", 0, set()
    for line in text.split("\n"):
        head = re.match(r"[0-9a-f]+ <(.*)>:$", line)
        if head:
            function = head.group(1)
        elif "%fs:" in line and "%fs:0x28" not in line:
            found += 1
            if not any(function.startswith(name) for name in ALLOWED):
                bad.add(function)
    for name in sorted(bad):
        print("thread-local used in", name)
    if not found:
        print("no use of thread-locals found: the check does not see them")
    return 1 if bad or not found else 0


sys.exit(main())
