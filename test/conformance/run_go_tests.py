#!/usr/bin/env python3
"""Runs the tests of a Go distribution that execute programs: `run` and `runoutput`, those that import
nothing but the packages named below. A test passes when the program ends with status 0 and prints
what its .out file says.

    run_go_tests.py [--goroot DIR] [--minigo build/bin/minigo] [-O 2] [--every 8] [-v] [part of a name ...]

Without names every test is run, or with --every n each n-th of them. Fails when a test fails that is
not in known_run.txt, or one of that list passes.
"""
import argparse
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import go_tests

HERE = Path(__file__).resolve().parent
PACKAGES = {"errors", "fmt", "os", "runtime", "sync", "sync/atomic", "time", "unsafe"}
BUILD_SECONDS, RUN_SECONDS = 60, 30


def imports(path):
    with open(path, encoding="utf-8", errors="replace") as f:
        text = re.sub(r"/\*.*?\*/", "", f.read(), flags=re.S)
    found = set(re.findall(r'^import\s+(?:[\w.]+\s+)?"([^"]+)"', text, re.M))
    for group in re.findall(r"^import\s*\((.*?)^\)", text, re.M | re.S):
        found.update(re.findall(r'"([^"]+)"', re.sub(r"//.*", "", group)))
    return found


def more_files(test):
    """The other files of the program that a runoutput test names."""
    folder = os.path.dirname(test.path)
    return [os.path.normpath(os.path.join(folder, file)) for file in test.args]


class Runner:
    def __init__(self, minigo, level):
        self.minigo = os.path.abspath(minigo)
        self.level = level

    def problem(self, test):
        """What is wrong, or "" if the test passes."""
        with tempfile.TemporaryDirectory() as work:
            try:
                return self.execute(test, Path(work))
            except subprocess.TimeoutExpired as expired:
                return f"took longer than {expired.timeout} seconds"

    def execute(self, test, work):
        if test.action == "runoutput":  # a program that prints a program; its arguments are more files of it
            wrong, output = self.build_and_run([test.path, *more_files(test)], work, [])
            made = work / "made.go"
            made.write_bytes(output)
            if not wrong:
                wrong, output = self.build_and_run([made], work, [])
        else:
            wrong, output = self.build_and_run([test.path], work, test.args)
        if wrong:
            return wrong
        want = test.expected_output
        return "" if output == want else "prints " + one_line(output)

    def build_and_run(self, files, work, args):
        program = work / "program"
        built = subprocess.run(
            [self.minigo, "build", "-O" + self.level, "-o", program, *files],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=BUILD_SECONDS, cwd=work,
        )
        if built.returncode:
            return f"does not build ({built.returncode}): " + one_line(built.stdout), b""
        done = subprocess.run(
            [program, *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=RUN_SECONDS, cwd=work
        )
        if done.returncode:
            return f"ends with {done.returncode}: " + one_line(done.stdout), b""
        return "", done.stdout


def one_line(output):
    return " | ".join(output.decode("utf-8", "replace").split("\n"))[:300]


def selected(root, every, names):
    tests = []
    for test in go_tests.load(root, {"run", "runoutput"}):
        files = [test.path] + (more_files(test) if test.action == "runoutput" else [])
        if test.skip or test.experiment or any(imports(file) - PACKAGES for file in files):
            continue
        if not names or any(name in test.name for name in names):
            tests.append(test)
    return tests[::every]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--goroot")
    parser.add_argument("--minigo", default=HERE.parent.parent / "build/bin/minigo")
    parser.add_argument("-O", dest="level", default="2", help="optimisation level")
    parser.add_argument("--every", type=int, default=1)
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count()))
    parser.add_argument("-v", action="store_true", help="print every failure")
    parser.add_argument("names", nargs="*")
    args = parser.parse_args()
    root = go_tests.find_goroot(args.goroot)
    if not root:
        print("skipped: no Go distribution with its tests")
        return 0
    results = go_tests.Results(go_tests.KnownFailures(HERE / "known_run.txt"))
    runner = Runner(args.minigo, args.level)
    tests = selected(root, args.every, args.names)
    with ThreadPoolExecutor(args.jobs) as pool:
        for test, problem in zip(tests, pool.map(runner.problem, tests)):
            results.add(test.action, test.name, problem)
            if args.v and problem:
                print(f"{test.name}: {problem}")
    print(results.table())
    surprises = results.surprises(complete=not args.names and args.every == 1)
    print("\n".join(surprises))
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
