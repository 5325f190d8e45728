#!/usr/bin/env python3
"""Runs all tests of a build tree and closes with a line "N passed, N failed".

usage: run_tests.py BUILD_DIR [lit arguments or paths below test/]

Exits with 0 only if every test ran and passed. The one reason to skip a test is a missing `go`
command; each skipped test is named.
"""
import json
import os
import subprocess
import sys
import tempfile

PASSED = {"PASS", "FLAKYPASS", "XFAIL"}
SKIPPED = {"UNSUPPORTED"}
HERE = os.path.dirname(os.path.abspath(__file__))


def lit_program():
    for name in ["llvm-config-19", "llvm-config-20", "llvm-config-21"]:
        try:
            prefix = subprocess.run([name, "--prefix"], capture_output=True, text=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            continue
        return os.path.join(prefix.stdout.strip(), "build", "utils", "lit", "lit.py")
    raise SystemExit("run_tests.py: no llvm-config: run tools/setup")


def in_build(build, path):
    """The path by which lit knows a path below test/ or a unit test program of the build tree."""
    if path.startswith(build + os.sep):
        return path
    return os.path.join(build, "test", os.path.relpath(path, HERE))


def run_lit(build, arguments):
    """Runs lit and returns its list of results."""
    suites = [os.path.join(build, "test")]
    if os.path.isdir(os.path.join(build, "test", "unit")):
        suites.append(os.path.join(build, "test", "unit"))
    paths = [a for a in arguments if not a.startswith("-")]
    flags = [a for a in arguments if a.startswith("-")]
    if paths:
        suites = [in_build(build, os.path.abspath(path)) for path in paths]
    with tempfile.TemporaryDirectory() as directory:
        output = os.path.join(directory, "results.json")
        command = [sys.executable, lit_program(), "-s", "-v", "--no-progress-bar"]
        subprocess.run(command + flags + ["-o", output] + suites, check=False)
        try:
            with open(output, encoding="utf-8") as file:
                return json.load(file)["tests"]
        except OSError:
            return []


def main():
    if len(sys.argv) < 2:
        raise SystemExit(__doc__)
    tests = run_lit(os.path.abspath(sys.argv[1]), sys.argv[2:])
    passed = [t for t in tests if t["code"] in PASSED]
    skipped = [t for t in tests if t["code"] in SKIPPED]
    failed = [t for t in tests if t["code"] not in PASSED | SKIPPED]
    for test in failed:
        print(f"FAILED {test['code']}: {test['name']}")
    for test in skipped:
        print(f"SKIPPED, no go command or a sanitizer: {test['name']}")
    line = f"{len(passed)} passed, {len(failed)} failed"
    if skipped:
        line += f", {len(skipped)} skipped"
    print(line, flush=True)
    raise SystemExit(1 if failed or not passed else 0)


if __name__ == "__main__":
    main()
