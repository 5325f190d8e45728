"""Checks every package of Go's library with `minigo check` in one process: no error may be found.

    check_library.py [--minigo build/bin/minigo] [--packages std|cmd] [--short]

Prints lines a second and the peak of memory, and how long a program of 60 lines takes; --short only checks.
Packages are those that `go list` names for linux/amd64 without cgo, lines those of their Go files.
"""
import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time

import go_tests

HERE = os.path.dirname(os.path.abspath(__file__))


def count_lines(files):
    total = 0
    for name in files:
        with open(name, "rb") as f:
            total += f.read().count(b"\n")
    return total


def seconds(command, **kwargs):
    """Elapsed time, and that of the processor."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    begin = time.monotonic()
    result = subprocess.run(command, **kwargs)
    elapsed = time.monotonic() - begin
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return result, elapsed, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def small_program(minigo):
    """The median time of checking a program of 60 lines that imports fmt."""
    lines = ["package main", "", 'import "fmt"', "", "func main() {"]
    lines += [f'\tfmt.Println("line", {i}, []int{{{i}}}[0]+{i})' for i in range(54)] + ["}"]
    with tempfile.TemporaryDirectory() as folder:
        name = os.path.join(folder, "main.go")
        with open(name, "w") as f:
            f.write("\n".join(lines) + "\n")
        times = sorted(seconds([minigo, "check", name], check=True)[1] for _ in range(15))
    return times[len(times) // 2]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--minigo", default=os.path.join(HERE, "..", "..", "build", "bin", "minigo"))
    parser.add_argument("--packages", default="std")
    parser.add_argument("--short", action="store_true")
    args = parser.parse_args()
    go = shutil.which("go") or shutil.which("/usr/local/go/bin/go")
    if not go:
        print("skipped: no go command, so no library to check")
        return 0
    packages, files = go_tests.list_packages(go, args.packages)
    result, elapsed, busy = seconds([args.minigo, "check", *packages])
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    print(f"{args.packages}: {len(packages)} packages, {'errors' if result.returncode else 'no errors'}")
    if not args.short:
        lines = count_lines(files)
        print(f"{lines} lines in {elapsed:.2f} s ({busy:.2f} s of the processor): {lines / elapsed:,.0f} lines/s")
        print(f"peak memory of the largest process: {peak / 1024:.0f} MiB")
        print(f"a program of 60 lines: {1000 * small_program(args.minigo):.1f} ms")
    return result.returncode


if __name__ == "__main__":
    sys.exit(main())
