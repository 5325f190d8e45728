"""What the benchmarks share: building one program with minigo and with go, running and measuring.

Both are measured in one run on one machine, and what counts is the ratio.
"""
import os
import shutil
import statistics
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))


def find_minigo():
    build = os.path.abspath(os.environ.get("MINIGO_BUILD", os.path.join(ROOT, "build")))
    minigo = os.path.join(build, "bin", "minigo")
    if not os.path.exists(minigo):
        sys.exit(f"no {minigo}: run tools/setup, or name a build directory in MINIGO_BUILD")
    return minigo


def find_go():
    """The go command, or None after a word about it."""
    go = shutil.which("go") or shutil.which("/usr/local/go/bin/go")
    if not go:
        print("no go command: only minigo is measured", file=sys.stderr)
    return go


def compilers():
    """Yields (name, command that builds: command + [output, source])."""
    yield "minigo", [find_minigo(), "build", "-o"]
    go = find_go()
    if go:
        yield "go", [go, "build", "-o"]


class Measured:
    """One run of a program: its output, seconds of wall time, peak resident bytes."""

    def __init__(self, command):
        begin = time.perf_counter()
        child = subprocess.Popen(command, stdout=subprocess.PIPE)
        self.output = child.stdout.read()
        _, status, usage = os.wait4(child.pid, 0)
        self.seconds = time.perf_counter() - begin
        child.returncode = os.waitstatus_to_exitcode(status)
        self.status = child.returncode
        self.cpu_seconds = usage.ru_utime + usage.ru_stime
        self.peak_bytes = usage.ru_maxrss * 1024


def median_seconds(command, runs, before_each=lambda number: None, cwd=None):
    """Median wall time of a command that must succeed."""
    times = []
    for number in range(runs):
        before_each(number)
        begin = time.perf_counter()
        subprocess.run(command, check=True, cwd=cwd, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - begin)
    return statistics.median(times)
