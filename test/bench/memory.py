#!/usr/bin/env python3
"""Allocation and collection, minigo beside go in one run.

usage: memory.py [--rounds N] [ROW…]          all rows, 3 rounds unless given

Rows: small (16 bytes without pointers), pointers (32 bytes, two of them pointers), large (64 KiB), each with one and two
workers: nanoseconds of wall time per object. goroutines (a million parked) and heap (1 GiB of objects of 32 bytes):
milliseconds of a collection, and the longest time that a goroutine on another worker stood still meanwhile. trees, map_int,
map_string: the programs of compute.py, processor time. For all of them the peak of resident memory. The compilers take turns;
medians; a ratio above 1 means that minigo needs less. A peak of some 16 MB is that of the process before it runs the program.
"""
import argparse
import os
import statistics
import subprocess
import sys
import tempfile

from beside_go import HERE, Measured, compilers

ROWS = {"small": (1, 2), "pointers": (1, 2), "large": (1, 2), "goroutines": (2,), "heap": (2,)}
PROGRAMS = {"trees": "binary_trees", "map_int": "map_int", "map_string": "map_string"}


def build(directory, source):
    """{compiler: path}"""
    built = {}
    for compiler, command in compilers():
        path = os.path.join(directory, os.path.basename(source) + "." + compiler)
        flags = ["-O2"] if compiler == "minigo" else []
        subprocess.run(command[:2] + flags + command[2:] + [path, source], check=True)
        built[compiler] = path
    return built


def measure(command, workers):
    """{what: figure}"""
    os.environ["GOMAXPROCS"] = str(workers)
    run = Measured(command)
    if run.status != 0:
        sys.exit(f"{command}: status {run.status}")
    words = run.output.decode().split()
    figures = {"CPU s": run.cpu_seconds, "peak MB": run.peak_bytes / 1e6}
    if words and words[0] == "ns":
        figures.update({what: float(value) for what, value in zip(words[::2], words[1::2])})
    return figures


def compare(row, workers, programs, arguments, rounds):
    measured = {}
    for _ in range(rounds):
        for compiler, path in programs.items():
            for what, value in measure([path, *arguments], workers).items():
                measured.setdefault(what, {}).setdefault(compiler, []).append(value)
    for what, values in measured.items():
        ours = statistics.median(values["minigo"])
        line = f"{row:12} {workers} {what:8} {ours:14.3f}"
        if "go" in values:
            theirs = statistics.median(values["go"])
            line += f" {theirs:14.3f} {theirs / ours if ours else 0:9.2f}"
        print(line, flush=True)


def main():
    parser = argparse.ArgumentParser(usage=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("rows", nargs="*", default=[*ROWS, *PROGRAMS])
    args = parser.parse_args()
    print(f"{'row':10} {'workers':3} {'what':8} {'minigo':>14} {'go':>14} {'go/minigo':>9}")
    with tempfile.TemporaryDirectory() as directory:
        programs = build(directory, os.path.join(HERE, "Inputs", "memory.go"))
        for row in args.rows:
            if row in ROWS:
                for workers in ROWS[row]:
                    compare(row, workers, programs, [row, str(workers)], args.rounds)
            elif row in PROGRAMS:
                compare(row, 2, build(directory, os.path.join(HERE, "compute", PROGRAMS[row] + ".go")), [], args.rounds)
            else:
                sys.exit(f"no row {row}")


if __name__ == "__main__":
    main()
