#!/usr/bin/env python3
"""Runs the tests of a Go distribution that build or execute programs: `run`, `runoutput`, `buildrun`,
`rundir`, `runindir` and `build`, those that import nothing but the packages named below and have no
assembly. A test passes when its program is built, ends with status 0 and prints what its .out file
says; of `build` it is only built.

    run_go_tests.py [--goroot DIR] [--minigo build/bin/minigo] [-O 2] [--every 8] [-v] [part of a name ...]

Without names every test is run, or with --every n each n-th of them. Fails when a test fails that is
not in known_run.txt, or one of that list passes.
"""
import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import go_tests

HERE = Path(__file__).resolve().parent
# What is done with the tests of an action. The files of a *dir test are packages, the last one a program.
KINDS = {
    "run": "run", "buildrun": "run", "runoutput": "runoutput", "rundir": "rundir", "errorcheckandrundir": "rundir",
    "runindir": "runindir", "build": "build", "builddir": "builddir", "buildrundir": "rundir",
}
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
        kind = KINDS[test.action]
        if kind in ("build", "builddir"):
            return self.build(*self.sources(test, work))
        wrong, output = self.build_and_run(*self.sources(test, work), test.args if kind == "run" else [])
        if kind == "runoutput" and not wrong:  # a program that prints a program
            made = work / "made.go"
            made.write_bytes(output)
            wrong, output = self.build_and_run([made], work, [])
        if wrong:
            return wrong
        want = test.expected_output
        return "" if output == want else "prints " + one_line(output)

    def sources(self, test, work):
        """What is to be built, and in which folder."""
        kind = KINDS[test.action]
        if kind in ("rundir", "builddir"):
            return ["./" + go_tests.as_module(test, work)[-1]], work
        if kind == "runindir":
            module = work / os.path.basename(test.directory)
            shutil.copytree(test.directory, module)
            version = test.go_mod_version or "1.14"
            (module / "go.mod").write_text(f"module {module.name}\ngo {version}\n", encoding="utf-8")
            return ["."], module
        return [test.path] + (more_files(test) if kind == "runoutput" else []), work

    def build(self, files, folder):
        built = subprocess.run(
            [self.minigo, "build", "-O" + self.level, "-o", folder / "program", *files],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=BUILD_SECONDS, cwd=folder,
        )
        return f"does not build ({built.returncode}): " + one_line(built.stdout) if built.returncode else ""

    def build_and_run(self, files, folder, args):
        wrong = self.build(files, folder)
        if wrong:
            return wrong, b""
        done = subprocess.run([folder / "program", *args], stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              timeout=RUN_SECONDS, cwd=folder)
        if done.returncode:
            return f"ends with {done.returncode}: " + one_line(done.stdout), b""
        return "", done.stdout


def one_line(output):
    return " | ".join(output.decode("utf-8", "replace").split("\n"))[:300]


def all_files(test):
    """Every source file of a test."""
    if not KINDS[test.action].endswith(("dir", "indir")):
        return [test.path] + (more_files(test) if test.action == "runoutput" else [])
    return [os.path.join(folder, file) for folder, _, files in os.walk(test.directory) for file in files]


def applies(test):
    files = all_files(test)
    if test.skip or test.experiment or not files or any(file.endswith(".s") for file in files):
        return False
    imported = set().union(*(imports(file) for file in files if file.endswith(".go")))
    own = os.path.basename(test.directory)  # the module of a runindir test
    return all(path in PACKAGES or path.startswith(("./", own + "/")) for path in imported)


def selected(root, every, names):
    tests = [test for test in go_tests.load(root, set(KINDS)) if applies(test)]
    return [test for test in tests if not names or any(name in test.name for name in names)][::every]


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
            results.add(KINDS[test.action], test.name, problem)
            if args.v and problem:
                print(f"{test.name}: {problem}")
    print(results.table())
    surprises = results.surprises(complete=not args.names and args.every == 1)
    print("\n".join(surprises))
    return 1 if surprises else 0


if __name__ == "__main__":
    sys.exit(main())
