#!/usr/bin/env python3
"""Goroutine operations beside go, in one run: nanoseconds each, medians, and how often minigo is faster.

    goroutines.py [--minigo build/bin/minigo] [--runs 3] [--procs 1 2] [row ...]

Rows are those of Inputs/goroutines.go. Programs take turns, so that what else the machine does meets
both.
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
            name, value = line.split()
            rows[name] = float(value)
    return rows


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
        for procs in options.procs:
            measured = {"minigo": {}, "go": {}}
            for _ in range(options.runs):
                for name, program in programs.items():
                    for row, value in rows_of(program, procs, options.rows).items():
                        measured[name].setdefault(row, []).append(value)
            print(f"GOMAXPROCS={procs:<5} {'minigo ns':>14} {'go ns':>14} {'faster':>8}")
            for row in measured["go"]:
                ours = statistics.median(measured["minigo"][row])
                theirs = statistics.median(measured["go"][row])
                print(f"{row:<16} {ours:14.1f} {theirs:14.1f} {theirs / ours:7.1f}x", flush=True)
    return 0


sys.exit(main())
