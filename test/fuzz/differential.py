#!/usr/bin/env python3
"""Generates programs, runs them with minigo and with go, and compares output and exit status.

    differential.py [--seed N] [--count 20] [-O 0 -O 2] [--size 8] [--keep DIR]

Without --seed the first seed is a new one; it is printed. Programs that differ are kept in DIR. Of
what a failing program prints, everything before the traceback is compared.
"""
import argparse
import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import generate_program

ROOT = Path(__file__).resolve().parent.parent.parent
SECONDS = 240  # much, since machines may be busy


def run(command, cwd):
    """Exit status and what a command prints; the status "time" when it does not end."""
    try:
        done = subprocess.run(command, cwd=cwd, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=SECONDS)
    except subprocess.TimeoutExpired:
        return "time", ""
    return done.returncode, done.stdout.decode("utf-8", "surrogateescape")


def comparable(status, text):
    return status, re.split(r"^goroutine \d+ \[", text, maxsplit=1, flags=re.M)[0]


def first_difference(want, got):
    if want[0] != got[0]:
        return f"status {got[0]}, not {want[0]}: " + got[1][-300:]
    for a, b in zip(want[1].split("\n") + [""], got[1].split("\n") + [""]):
        if a != b:
            return f"{b!r}, not {a!r}"
    return "ends early or late"


class Comparison:
    def __init__(self, args):
        self.minigo, self.levels, self.size, self.keep = os.path.abspath(args.minigo), args.O, args.size, args.keep

    def problem(self, seed):
        """How minigo's program differs, "" if it does not."""
        with tempfile.TemporaryDirectory() as work:
            source = Path(work) / "main.go"
            source.write_text(generate_program.generate(seed, self.size), encoding="utf-8")
            found = self.compare(source, work)
            if found and self.keep:
                os.makedirs(self.keep, exist_ok=True)
                shutil.copy(source, Path(self.keep) / f"seed{seed}.go")
            return found

    def compare(self, source, work):
        status, text = run(["go", "build", "-o", "with_go", source.name], work)
        if status:
            return "go does not build it: " + text[:500]
        want = comparable(*run(["./with_go"], work))
        for level in self.levels:
            status, text = run([self.minigo, "build", "-O" + level, "-o", "with_minigo", source.name], work)
            if status:
                return f"-O{level}: minigo does not build it: " + text[:500]
            got = comparable(*run(["./with_minigo"], work))
            if got != want:
                return f"-O{level}: " + first_difference(want, got)
        return ""


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(10**6))
    parser.add_argument("--count", type=int, default=20)
    parser.add_argument("--size", type=int, default=8)
    parser.add_argument("-O", action="append", help="optimisation levels; 0 and 2 if none is given")
    parser.add_argument("--minigo", default=ROOT / "build/bin/minigo")
    parser.add_argument("--keep", help="directory for programs that differ")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count()))
    args = parser.parse_args()
    args.O = args.O or ["0", "2"]
    comparison = Comparison(args)
    seeds = range(args.seed, args.seed + args.count)
    print(f"seeds {seeds.start} to {seeds.stop - 1}", flush=True)
    failed = 0
    with ThreadPoolExecutor(args.jobs) as pool:
        for seed, problem in zip(seeds, pool.map(comparison.problem, seeds)):
            if problem:
                failed += 1
                print(f"seed {seed}: {problem}", flush=True)
    print(f"{args.count - failed} of {args.count} programs agree")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
