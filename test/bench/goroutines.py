#!/usr/bin/env python3
"""Goroutine operations beside go, in one run: nanoseconds each, medians, and how often minigo is faster.

    goroutines.py [--minigo build/bin/minigo] [--runs 3] [--procs 1 2] [row ...]

Rows are those of Inputs/goroutines.go. Programs take turns, so that what else the machine does meets
both. "cpu" compares processor time, which a busy machine disturbs less, but which does not see waiting.
Where Boost.Fiber is installed, rows that it can do on one thread (Inputs/boost_fiber.cpp) stand beside
those with one worker.
"""
import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
GO = shutil.which("go") or "/usr/local/go/bin/go"


def rows_of(program, procs, names):
    rows = {}
    for arguments in [[name] for name in names] or [[]]:
        text = subprocess.run([program, *arguments], env={**os.environ, "GOMAXPROCS": str(procs)},
                              check=True, capture_output=True, text=True, timeout=600).stdout
        for line in text.splitlines():
            name, *values = line.split()
            rows[name] = [float(value) for value in values]
    return rows


def build_boost(output):
    """The Boost.Fiber program, or None, said aloud, where it cannot be built."""
    command = [os.environ.get("CXX", "g++"), "-O2", "-std=c++20", str(HERE / "Inputs/boost_fiber.cpp"), "-o", output,
               "-lboost_fiber", "-lboost_context"]
    if subprocess.run(command, stderr=subprocess.DEVNULL).returncode == 0:
        return output
    print("Boost.Fiber is left out: libboost-fiber-dev is not installed")
    return None


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--minigo", default=str(HERE.parent.parent / "build/bin/minigo"))
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--procs", type=int, nargs="+", default=[1, 2])
    parser.add_argument("rows", nargs="*")
    options = parser.parse_args()
    source = str(HERE / "Inputs/goroutines.go")
    with tempfile.TemporaryDirectory() as folder:
        programs = {"minigo": folder + "/minigo", "go": folder + "/go"}
        subprocess.run([options.minigo, "build", "-o", programs["minigo"], source], check=True)
        subprocess.run([GO, "build", "-o", programs["go"], source], check=True)
        boost = build_boost(folder + "/boost") if 1 in options.procs else None
        for procs in options.procs:
            if procs == 1 and boost:
                programs["boost"] = boost
            else:
                programs.pop("boost", None)
            measured = {name: {} for name in programs}
            for _ in range(options.runs):
                for name, program in programs.items():
                    for row, value in rows_of(program, procs, options.rows).items():
                        measured[name].setdefault(row, []).append(value)
            others = list(measured)[1:]
            print(f"GOMAXPROCS={procs:<5} {'minigo ns':>14}" +
                  "".join(f" {other + ' ns':>14} {'faster':>8} {'cpu':>8}" for other in others))
            for row in measured["go"]:
                median = lambda program: [statistics.median(values) for values in zip(*measured[program].get(row, []))]
                clock, cpu = median("minigo")
                text = f"{row:<16} {clock:14.1f}"
                for other in others:
                    if theirs := median(other):
                        text += f" {theirs[0]:14.1f} {theirs[0] / clock:7.1f}x {theirs[1] / max(cpu, 1e-3):7.1f}x"
                print(text, flush=True)
    return 0


sys.exit(main())
